"""Harrow's published year: a self-assessment with its published answers, and an edition.

The answers are those printed with the report for 2023-24 (no at 6.16, 6.17 and 6.20, two answers at
6.1, yes from now on at 6.5, 8.1 and 8.3, yes at the rest); the evidence, commentary and response
are our own words, and invented.
"""

from datetime import date, datetime

from django.utils.timezone import localdate

from redress.assessment import store as assessments
from redress.cases.access import actor_of
from redress.demo.staff import email
from redress.people.models import Landlord, User
from redress.publishing import store
from redress.publishing.models import Edition
from redress.rules.access import Actor
from redress.rules.assessment import Answer, Half, Trigger
from redress.rules.assessment_change import Change
from redress.rules.figures_year import Year
from redress.rules.publishing import Given

YEAR = Year(2023)
NO = ("6.16", "6.17", "6.20")
FROM_NOW = ("6.5", "8.1", "8.3")
HALVES = (Half(Answer.NO, "first half"), Half(Answer.YES, "second half"))
BODY = "Cabinet of the demonstration"
EVIDENCE = "Our procedure, and the letters that our system issues."
WHY = "We found this while we prepared the report. The wording of the letter is being changed."
RESPONSE = (
    "We have read the report and the self-assessment and accept both.\n\nAnswers at stage 1 come "
    "too late too often. We have asked for a plan by the autumn, and will look at the figures each "
    "quarter."
)


def publish_year(landlord: Landlord, at: datetime) -> None:
    """Assess, draft, approve and publish the year, each by whom it falls to; does nothing where it
    is published already."""
    if Edition.objects.filter(landlord=landlord).exists():
        return
    officer, lead = (_actor(landlord, part) for part in ("officer", "lead"))
    day = localdate(at)
    made = assessments.begin(landlord, YEAR, Trigger.ANNUAL, officer, at)
    for row in made.answers.all():
        assessments.answer(row, _answer(row.number, day), officer, at)
    assessments.approve(made, BODY, day, "We approve it.", lead, at, day)
    given = Given(response=RESPONSE, response_by=BODY, response_on=day)
    edition = store.draft(landlord, YEAR, given, officer, at, day)
    store.approve(edition, edition.digest, lead, at)
    store.publish(edition, edition.digest, officer, at)


def _actor(landlord: Landlord, part: str) -> Actor:
    return actor_of(User.objects.get(email=email(part, landlord)), landlord)


def _answer(number: str, day: date) -> Change:
    if number == "6.1":
        return Change(answer=Answer.SPLIT, halves=HALVES, evidence=EVIDENCE, commentary=WHY)
    if number in NO:
        return Change(answer=Answer.NO, commentary=WHY, owner="Complaints Team")
    if number in FROM_NOW:
        return Change(answer=Answer.YES_FROM, from_on=day, evidence=EVIDENCE, commentary=WHY)
    return Change(answer=Answer.YES, evidence=EVIDENCE)
