"""The round that makes the regular packs that are due, and reminds handlers beside them.

A landlord without a case gets none. After days off only the last one of each kind is made.
"""

import logging
from datetime import datetime

from django.db import IntegrityError
from django.utils.timezone import localdate

from redress.cases.book import book_of
from redress.cases.models import Case
from redress.people.models import Landlord
from redress.reports import packs
from redress.reports.reminders import remind_of_the_week
from redress.rules.decision import calendar_of
from redress.rules.packs import Due, Planned, latest, planned
from redress.rules.policy_files import NoneInForce

log = logging.getLogger("redress.work")


def run(now: datetime) -> int:
    """Make everything that is due today; gives how many packs."""
    today = localdate(now)
    made = 0
    for landlord in Landlord.objects.order_by("pk"):
        try:
            policy = book_of(landlord).in_force(landlord.slug, today)
        except NoneInForce:
            continue
        calendar = calendar_of(policy)
        for each in planned(policy):
            due = latest(each.kind, today, calendar)
            made += due.on >= policy.starts and _made(landlord, each, due, now)
    return made


def _made(landlord: Landlord, each: Planned, due: Due, now: datetime) -> bool:
    if packs.made_already(landlord, due) or not Case.objects.filter(landlord=landlord).exists():
        return False
    today = localdate(now)
    try:
        packs.make(landlord, each, due, now, today)
    except IntegrityError:
        log.info("the pack %s of %s was made by another node", due.kind.kind, due.period.text)
        return False
    if due.kind.reminds and due.on == today:
        remind_of_the_week(landlord, now, today)
    return True
