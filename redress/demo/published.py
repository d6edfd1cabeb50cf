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
EVIDENCE = {  # by section of the Code
    "1": "Our procedure, and the guide for whoever takes complaints.",
    "2": "Our procedure: what we may not look into, and the letter that says why.",
    "3": "Our procedure, our website, and the notices in our offices.",
    "4": "The complaints team, its training, and its contacts in each service.",
    "5": "Our procedure, and the record of each case.",
    "6": "Our procedure, the record of each case, and the letters that our system issues.",
    "7": "Our procedure on putting things right, and the list of what was promised.",
    "8": "The report, the self-assessment, and the response of the governing body.",
    "9": "What is reported each quarter, and what was changed because of complaints.",
}
WHY = {
    "6.1": "We sort complaints by how complex they are since the second half of the year.",
    "6.5": "The letter about an extension left the Ombudsman’s details out. It gives them now.",
    "6.16": "The letter about an extension at stage 2 leaves the Ombudsman’s details out. Its "
    "wording is being changed.",
    "6.17": "Some answers waited until the work was done. What is promised will be kept on a list, "
    "so that no answer has to wait for it.",
    "6.20": "The procedure does not say who takes part in a final answer. It will name the roles.",
    "8.1": "The report and the self-assessment were not published together. They are now.",
    "8.3": "The procedure did not ask for it. It does now.",
}
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
    shown, why = EVIDENCE[number.split(".")[0]], WHY.get(number, "")
    if number == "6.1":
        return Change(answer=Answer.SPLIT, halves=HALVES, evidence=shown, commentary=why)
    if number in NO:
        return Change(answer=Answer.NO, commentary=why, owner="Complaints Team")
    if number in FROM_NOW:
        return Change(answer=Answer.YES_FROM, from_on=day, evidence=shown, commentary=why)
    return Change(answer=Answer.YES, evidence=shown)
