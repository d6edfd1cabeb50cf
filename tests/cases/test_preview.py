"""A letter before it is issued is the letter that is issued."""

from datetime import date

import pytest

from redress.cases.models import Event, Letter
from redress.cases.preview import Preview, preview
from redress.rules.access import Role, Verb
from redress.rules.actions.answer_request import AnswerRequest
from redress.rules.actions.escalate import Escalate
from redress.rules.actions.respond import IssueFinding, Respond
from redress.rules.decision import Refused
from redress.rules.facts import Finding, Kind
from tests import builders
from tests.web.desk.conftest import TODAY, answered, opened

pytestmark = pytest.mark.django_db


def test_it_is_word_for_word_the_letter_that_follows() -> None:
    landlord = builders.landlord()
    desk = builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))
    ref = opened(desk)
    found = IssueFinding(issue=1, finding=Finding.UPHELD, reasons="We came late.")
    given = Respond(findings=(found,), remedies=("We say sorry.",))
    before = Event.objects.count(), Letter.objects.count()
    seen = preview(desk.actor, landlord, ref, Verb.RESPOND, given, at=builders.at(TODAY))
    assert isinstance(seen, Preview) and seen.warnings == ()
    assert (Event.objects.count(), Letter.objects.count()) == before
    desk.does(ref, Verb.RESPOND, given, TODAY)
    issued = Letter.objects.latest("number")
    assert [(letter.subject, letter.text) for letter in seen.letters] == [
        (issued.subject, issued.text)
    ]


def test_it_refuses_what_the_action_would_refuse() -> None:
    landlord = builders.landlord()
    desk = builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))
    ref = desk.receive(date(2026, 5, 1), kind=Kind.SERVICE_REQUEST)
    empty = AnswerRequest(answer=" ")
    answer = preview(desk.actor, landlord, ref, Verb.ANSWER_REQUEST, empty, at=builders.at(TODAY))
    assert isinstance(answer, Refused)
    assert [reason.code for reason in answer.reasons] == ["answer_missing"]


def test_it_tells_what_it_would_go_ahead_in_spite_of() -> None:
    landlord = builders.landlord("together", "TOG")  # asks for reasons; the Code does not
    desk = builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))
    ref = answered(desk)
    asked = Escalate(requested_on=TODAY, channel="phone")
    seen = preview(desk.actor, landlord, ref, Verb.ESCALATE, asked, at=builders.at(TODAY))
    assert isinstance(seen, Preview)
    assert [reason.code for reason in seen.warnings] == ["no_reasons_given"]
