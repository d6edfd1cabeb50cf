"""What `verify` finds when somebody gets past the triggers, and that it names the row."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction

from redress.cases import append_only
from redress.cases.letters import fingerprint
from redress.cases.models import (
    Action,
    Case,
    Deadline,
    Event,
    Issue,
    Letter,
    SearchWord,
    Stage,
)
from redress.cases.verify import verify
from redress.rules.access import Verb
from redress.rules.actions.record_call import RecordCall
from redress.rules.actions.respond import Respond
from redress.rules.facts import State
from redress.rules.record import digest_of
from tests import builders
from tests.rules import inputs, story

pytestmark = pytest.mark.django_db
REF = "MOD-000001"


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[builders.Office]:
    """Two cases, told once for all tests here, in a database without the triggers."""
    with django_db_blocker.unblock(), transaction.atomic():
        append_only.remove(connection)
        yield two_cases()
        transaction.set_rollback(True)


@pytest.fixture
def office(told: builders.Office, db: None) -> builders.Office:
    """The two cases as they were told: what another test did to them was rolled back."""
    return told


def two_cases() -> builders.Office:
    """A case at stage 2 with an action promised, and a refused one that nobody touches."""
    office = builders.office()
    reference = office.reach(State.STAGE_1_OPEN)
    case = inputs.findings(story.reach(State.STAGE_1_OPEN).facts)
    given = Respond(findings=case, actions=(inputs.MENDING,))
    office.one.does(reference, Verb.RESPOND, given, date(2026, 5, 18))
    office.goes_on(reference, story.STAGE_2[:2])
    office.reach(State.REFUSED)
    return office


def events() -> Any:
    return Event.objects.filter(case__reference=REF)


def test_a_whole_record_has_no_fault(office: builders.Office) -> None:
    checked = verify()
    assert checked.faults == []
    assert (checked.cases, checked.events, checked.letters) == (2, 6 + 3, 4 + 2)


class TestTheChain:
    @pytest.mark.parametrize(
        ("change", "fault"),
        [
            ({"content": '{"patch":{}}'}, "its content was changed"),
            ({"content_digest": "0" * 64}, "its content was changed"),
            ({"by_name": "Somebody Else"}, "it does not fit the chain"),
            ({"by": None}, "it does not fit the chain"),
            ({"at": builders.at(date(2025, 1, 1))}, "it does not fit the chain"),
            ({"name": "allocated"}, "it does not fit the chain"),
            ({"digest": "0" * 64}, "it does not fit the chain"),
        ],
    )
    def test_a_changed_event(
        self, office: builders.Office, change: dict[str, Any], fault: str
    ) -> None:
        name = change.get("name", "acknowledged")
        events().filter(sequence=3).update(**change)
        assert f"{REF}: event 3 ({name}): {fault}" in verify().faults

    def test_a_content_changed_with_its_digest(self, office: builders.Office) -> None:
        events().filter(sequence=3).update(content="{}", content_digest=digest_of("{}"))
        assert verify().faults == [f"{REF}: event 3 (acknowledged): it does not fit the chain"]

    def test_an_event_taken_out_of_the_middle(self, office: builders.Office) -> None:
        events().filter(sequence=3).delete()
        assert verify().faults[0] == f"{REF}: event 4 (responded): event 3 is missing"

    def test_the_last_event_taken_away(self, office: builders.Office) -> None:
        events().filter(sequence=6).delete()
        assert verify().faults == [f"{REF}: the chain of 5 events does not end where the case says"]

    def test_the_last_event_taken_away_and_the_case_made_to_agree(
        self, office: builders.Office
    ) -> None:
        before = events().get(sequence=5)
        events().filter(sequence=6).delete()
        Case.objects.filter(reference=REF).update(event_count=5, head_digest=before.digest)
        faults = verify().faults
        assert f"{REF}: state is not what its events say" in faults
        assert f"{REF}: letter 4 stands in no event" in faults

    def test_two_events_that_changed_places(self, office: builders.Office) -> None:
        for old, new in ((2, 99), (3, 2), (99, 3)):
            events().filter(sequence=old).update(sequence=new)
        faults = verify().faults
        assert f"{REF}: event 2 (acknowledged): it does not fit the chain" in faults
        assert f"{REF}: event 3 (logged): it does not fit the chain" in faults

    def test_an_event_moved_to_another_case(self, office: builders.Office) -> None:
        other = Case.objects.exclude(reference=REF).get()
        events().filter(sequence=6).update(case=other, sequence=4)
        faults = verify().faults
        assert f"{other.reference}: event 4 (acknowledged): it does not fit the chain" in faults

    def test_every_event_taken_away(self, office: builders.Office) -> None:
        events().delete()
        assert verify().faults == [f"{REF}: the chain of 0 events does not end where the case says"]

    def test_a_broken_case_leaves_the_others_checked(self, office: builders.Office) -> None:
        events().filter(sequence=1).update(by_name="Somebody")
        assert verify().cases == 2
        assert all(fault.startswith(REF) for fault in verify().faults)


class TestLetters:
    @pytest.mark.parametrize(
        ("change", "fault"),
        [
            ({"text": "We do not uphold it."}, "letter 3 is not as it was issued"),
            ({"subject": "Another"}, "letter 3 is not as it was issued"),
            ({"blocks": []}, "letter 3 is not as it was issued"),  # what pages show
            ({"issued_on": date(2026, 5, 1)}, "letter 3 is not as it was issued"),
            ({"kind": "closing"}, "letter 3 is not as it was issued"),
            ({"policy": "harrow/2021-04-01"}, "letter 3 is not as it was issued"),
            ({"digest": "0" * 64}, "letter 3 is not the one its event issued"),
        ],
    )
    def test_a_changed_letter(
        self, office: builders.Office, change: dict[str, Any], fault: str
    ) -> None:
        Letter.objects.filter(case__reference=REF, number=3).update(**change)
        assert f"{REF}: {fault}" in verify().faults

    def test_a_letter_changed_with_its_own_digest(self, office: builders.Office) -> None:
        letter = Letter.objects.get(case__reference=REF, number=3)
        letter.text = "We do not uphold it."
        letter.digest = fingerprint(letter)
        letter.save()
        assert verify().faults == [f"{REF}: letter 3 is not the one its event issued"]

    def test_a_letter_taken_away(self, office: builders.Office) -> None:
        Letter.objects.filter(case__reference=REF, number=3).delete()
        assert verify().faults == [f"{REF}: letter 3 is missing"]

    def test_a_letter_slipped_in(self, office: builders.Office) -> None:
        letter = Letter.objects.get(case__reference=REF, number=3)
        letter.pk, letter.number = None, 9
        letter.save()
        assert f"{REF}: letter 9 stands in no event" in verify().faults

    def test_a_letter_of_an_erased_case_is_still_held_to_its_digest(
        self, office: builders.Office
    ) -> None:
        events().update(content=None)
        Letter.objects.filter(case__reference=REF, number=3).update(text="Another")
        assert verify().faults == [f"{REF}: letter 3 is not as it was issued"]


STAGE_1, STAGE_2 = {"number": 1}, {"number": 2}
RESPOND_1, RESPOND_2 = ({"stage": number, "clock": "respond"} for number in (1, 2))
JUNE = date(2026, 6, 1)
# a table, the row of it, a column with what somebody writes there, and the row as it is named
ROWS: list[tuple[Any, dict[str, Any], str, Any, str]] = [
    (Case, {}, "state", "closed", ""),
    (Case, {}, "description", "Nothing much.", ""),
    (Case, {}, "received_on", date(2026, 5, 2), ""),
    (Case, {}, "risks", ["dog"], ""),
    (Case, {}, "next_due", JUNE, ""),  # the worklist
    (Case, {}, "next_clock", "", ""),
    (Stage, STAGE_1, "responded_on", date(2026, 5, 8), "stage 1"),
    (Stage, STAGE_1, "outcome", "not_upheld", "stage 1"),
    (Stage, STAGE_1, "outcome", "splendid", "stage 1"),  # there is no such outcome
    (Stage, STAGE_1, "drafted_by", 99, "stage 1"),
    (Stage, STAGE_1, "promise_due", JUNE, "stage 1"),  # the figures
    (Stage, STAGE_2, "code_due", None, "stage 2"),
    (Stage, STAGE_2, "policy", "harrow/2021-04-01", "stage 2"),
    (Issue, {"number": 1}, "summary", "Nothing much.", "issue 1"),
    (Issue, {"number": 1}, "findings", [], "issue 1"),
    (Deadline, RESPOND_2, "met_on", JUNE, "deadline 2 respond"),
    (Deadline, RESPOND_2, "due_on", JUNE, "deadline 2 respond"),
    (Deadline, RESPOND_1, "working", {}, "deadline 1 respond"),
    (Action, {"number": 1}, "done_on", JUNE, "action 1"),
]


def of_case(table: Any, **named: Any) -> Any:
    """The rows of the case in a table."""
    case = {"reference": REF} if table is Case else {"case__reference": REF}
    return table.objects.filter(**case, **named)


class TestRowsBehindTheRecord:
    @pytest.mark.parametrize(("table", "named", "column", "value", "where"), ROWS)
    def test_the_row_and_its_column_are_named(
        self, office: builders.Office, table: Any, named: Any, column: str, value: Any, where: str
    ) -> None:
        assert of_case(table, **named).update(**{column: value}) == 1
        row = f"{REF}: {where}: " if where else f"{REF}: "
        assert verify().faults == [f"{row}{column} is not what its events say"]

    def test_a_case_given_to_another_landlord(self, office: builders.Office) -> None:
        of_case(Case).update(landlord=builders.landlord("harrow", "HAR"))
        assert f"{REF}: landlord is not what its events say" in verify().faults

    def test_a_stage_given_to_another_landlord(self, office: builders.Office) -> None:
        """Figures count stages by their own landlord."""
        of_case(Stage, number=1).update(landlord=builders.landlord("harrow", "HAR"))
        assert verify().faults == [f"{REF}: stage 1: landlord_id is not what its events say"]

    def test_a_handler_nobody_named(self, office: builders.Office) -> None:
        of_case(Case).update(handler=office.one.actor.id)
        assert verify().faults == [f"{REF}: handler_id is not what its events say"]

    @pytest.mark.parametrize(
        ("table", "named", "where"),
        [
            (Action, {"number": 1}, "action 1"),
            (Deadline, {"stage": 1, "clock": "acknowledge"}, "deadline 1 acknowledge"),
            (Issue, {"number": 1}, "issue 1"),
            (Stage, {"number": 2}, "stage 2"),
        ],
    )
    def test_a_row_taken_away(
        self, office: builders.Office, table: Any, named: dict[str, Any], where: str
    ) -> None:
        of_case(table, **named).delete()
        assert verify().faults == [f"{REF}: {where} is missing"]

    def test_a_row_slipped_in(self, office: builders.Office) -> None:
        row = Issue.objects.get(case__reference=REF)
        row.pk, row.number = None, 7
        row.save()
        assert verify().faults == [f"{REF}: issue 7 stands in no event"]


def test_progress_is_told_and_counts_every_case(office: builders.Office) -> None:
    told: list[int] = []
    verify(told.append)
    assert told == [2]


def test_batches_lose_no_case(office: builders.Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("redress.cases.verify.BATCH", 2)
    for _ in range(3):
        office.one.receive(date(2026, 5, 1))
    told: list[int] = []
    assert (verify(told.append).cases, told) == (5, [2, 4, 5])


def test_a_note_without_a_patch_is_part_of_the_chain(office: builders.Office) -> None:
    call = RecordCall(on=date(2026, 5, 27), reached=False, note="No answer.")
    office.two.does(REF, Verb.RECORD_CALL, call, date(2026, 5, 27))
    assert verify().faults == []
    events().filter(name="call_recorded").delete()
    assert verify().faults == [f"{REF}: the chain of 6 events does not end where the case says"]


def test_a_whole_case_taken_away_with_its_events_leaves_a_gap(office: builders.Office) -> None:
    row = Case.objects.get(reference=REF)
    for parts in (row.events, row.letters, row.stages, row.issues, row.deadlines, row.actions):
        parts.all().delete()
    SearchWord.objects.filter(case=row).delete()
    row.delete()
    assert verify().faults == [f"{REF}: the whole case is gone"]
