"""Undoing on the record: rows, letters and the outbox."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest

from redress.cases import outbox
from redress.cases.facts import facts_of
from redress.cases.models import Case, Deadline, Letter, Message
from redress.cases.perform import Done, perform
from redress.cases.verify import verify
from redress.rules.access import Actor, Verb
from redress.rules.actions.log import Log
from redress.rules.actions.undo import Undo
from redress.rules.decision import Refused
from redress.rules.facts import State
from tests import builders
from tests.rules.inputs import DEFINED

pytestmark = pytest.mark.django_db
ACKNOWLEDGED = builders.at(date(2026, 5, 6), hour=11)


@dataclass
class Told:
    """A complaint of a resident that was acknowledged at eleven."""

    office: builders.Office
    reference: str

    @property
    def row(self) -> Case:
        return Case.objects.get(reference=self.reference)

    def undoes(self, at: datetime, by: Actor | None = None) -> Done | Refused:
        actor = by or self.office.one.actor
        return perform(actor, self.office.landlord, self.reference, Verb.UNDO, Undo(), at=at)


@pytest.fixture
def told() -> Told:
    office = builders.office()
    person = builders.resident(office.landlord)
    reference = office.one.receive(date(2026, 5, 1), resident=person.pk)
    office.one.does(reference, Verb.LOG, Log(service="Repairs", category="leak"), date(2026, 5, 5))
    actor, landlord = office.one.actor, office.landlord
    done = perform(actor, landlord, reference, Verb.ACKNOWLEDGE, DEFINED, at=ACKNOWLEDGED)
    assert isinstance(done, Done)
    return Told(office, reference)


def seconds(number: int) -> datetime:
    return ACKNOWLEDGED + timedelta(seconds=number)


def test_rows_are_as_they_were_and_the_letter_stays_here(told: Told) -> None:
    assert Deadline.objects.filter(case=told.row, clock="respond", stage=1).exists()
    done = told.undoes(seconds(30))
    assert isinstance(done, Done)
    assert done.case.state is State.STAGE_1_LOGGED
    assert facts_of(told.row) == done.case
    letter = Letter.objects.get(case=told.row, kind="acknowledgement")  # it stays on the record
    assert Message.objects.get(letter=letter).state == "cancelled"
    assert verify().faults == []


def test_it_can_be_done_again_afterwards(told: Told) -> None:
    told.undoes(seconds(30))
    again = perform(
        told.office.one.actor, told.office.landlord, told.reference,
        Verb.ACKNOWLEDGE, DEFINED, at=seconds(90),
    )  # fmt: skip
    assert isinstance(again, Done) and again.case.state is State.STAGE_1_OPEN
    assert verify().faults == []
    waiting = Message.objects.filter(kind="acknowledgement", state="waiting")
    assert waiting.count() == 1


def test_not_once_the_letter_is_on_its_way(told: Told) -> None:
    Message.objects.filter(kind="acknowledgement").update(state="handed_over")
    answer = told.undoes(seconds(30))
    assert isinstance(answer, Refused)
    assert [reason.code for reason in answer.reasons] == ["letter_has_left"]
    assert told.row.state == State.STAGE_1_OPEN


def test_not_where_a_worker_takes_it_at_that_moment(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between looking and cancelling the letter leaves: nothing may be undone."""
    real = outbox.cancel

    def late(messages: object, at: datetime) -> bool:
        numbers = list(messages)  # type: ignore[call-overload]
        Message.objects.filter(pk__in=numbers).update(state="handed_over")
        return real(numbers, at)

    monkeypatch.setattr(outbox, "cancel", late)
    answer = told.undoes(seconds(30))
    assert isinstance(answer, Refused)
    assert told.row.state == State.STAGE_1_OPEN


def test_not_by_somebody_else(told: Told) -> None:
    answer = told.undoes(seconds(30), by=told.office.two.actor)
    assert isinstance(answer, Refused)
    assert [reason.code for reason in answer.reasons] == ["not_yours_to_undo"]


def test_not_twice(told: Told) -> None:
    told.undoes(seconds(30))
    answer = told.undoes(seconds(40))
    assert isinstance(answer, Refused)
    assert [reason.code for reason in answer.reasons] == ["nothing_to_undo"]


def test_the_first_contact_is_not_undone() -> None:
    office = builders.office()
    reference = office.one.receive(date(2026, 5, 1))
    at = builders.at(date(2026, 5, 1)) + timedelta(minutes=1)
    answer = perform(office.one.actor, office.landlord, reference, Verb.UNDO, Undo(), at=at)
    assert isinstance(answer, Refused)
