"""The round that chases comments: reminders, and the manager once an answer is late.

What is due is `rules.chasing`; the action refuses what is not, so two rounds at once send one.
"""

from datetime import datetime

from django.utils.timezone import localdate

from redress.cases.book import book_of
from redress.cases.comments import to_chase
from redress.cases.perform import Done, perform
from redress.rules.access import SYSTEM, Verb
from redress.rules.actions.chase_comments import ChaseComments
from redress.rules.chasing import chaser_for
from redress.rules.decision import calendar_of


def run(now: datetime) -> int:
    """Send every chaser that is due today; gives how many."""
    sent, today = 0, localdate(now)
    due = [
        (landlord, reference, asked.number)
        for landlord, reference, asked in to_chase(today)
        if chaser_for(asked, calendar_of(book_of(landlord).in_force(landlord.slug, today)), today)
    ]
    for landlord, reference, number in due:
        given = ChaseComments(number=number)
        answer = perform(SYSTEM, landlord, reference, Verb.CHASE_COMMENTS, given, at=now)
        sent += isinstance(answer, Done)
    return sent
