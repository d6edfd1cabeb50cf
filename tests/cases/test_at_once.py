"""Several people at once: nothing is lost, nothing is doubled, and the second is told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from redress.cases import drafts
from redress.cases.models import Case, Event, Letter, Stage
from redress.cases.perform import Done, receive
from redress.cases.verify import verify
from redress.rules.access import Role, Verb
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.escalate import Escalate
from redress.rules.actions.sign import Sign
from redress.rules.decision import Refused
from redress.rules.facts import State
from tests import builders
from tests.rules import inputs, story

MAY = date(2026, 5, 1)


def at_once(*jobs: Callable[[], Any]) -> list[Any]:
    """Each job in a thread with a connection of its own, all starting at the same moment."""
    ready = Barrier(len(jobs))

    def does(job: Callable[[], Any]) -> Any:
        try:
            connection.ensure_connection()
            ready.wait(timeout=20)
            return job()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(jobs)) as people:
        return list(people.map(does, jobs))


def codes(answers: list[Any]) -> list[str]:
    """What each was told: "done", or the reason why not."""
    return sorted(
        answer.reasons[0].code if isinstance(answer, Refused) else "done" for answer in answers
    )


@pytest.fixture
def office(committed: None) -> builders.Office:
    return builders.office()


def submitting(office: builders.Office, key: str) -> Callable[[], Any]:
    def submit() -> Any:
        given = builders.contact(MAY)
        at = builders.at(MAY)
        return receive(office.one.actor, office.landlord, given, at=at, submission=key)

    return submit


def test_the_same_submission_six_times_at_once_makes_one_case(office: builders.Office) -> None:
    answers = at_once(*[submitting(office, "form-1")] * 6)
    assert {answer.reference for answer in answers} == {"MOD-000001"}
    assert sorted(answer.repeated for answer in answers) == [False] + [True] * 5
    assert (Case.objects.count(), Event.objects.count()) == (1, 1)


def test_six_submissions_at_once_are_numbered_without_gap_or_double(
    office: builders.Office,
) -> None:
    answers = at_once(*[submitting(office, f"form-{n}") for n in range(6)])
    assert all(isinstance(answer, Done) for answer in answers)
    references = sorted(answer.reference for answer in answers)
    assert references == [f"MOD-{n:06}" for n in range(1, 7)]
    assert verify().faults == []


def allocating(office: builders.Office, reference: str, seen: int | None) -> Callable[[], Any]:
    given = Allocate(handler=office.one.actor.id or 0, handler_name="Amina Khan")
    return lambda: office.one.tries(reference, Verb.ALLOCATE, given, MAY, seen)


def test_of_four_who_saw_the_same_case_one_is_first_and_the_others_are_told(
    office: builders.Office,
) -> None:
    reference = office.reach(State.STAGE_1_RECEIVED)
    answers = at_once(*[allocating(office, reference, seen=1)] * 4)
    assert codes(answers) == ["changed_meanwhile"] * 3 + ["done"]
    assert Event.objects.filter(case__reference=reference).count() == 2
    assert verify().faults == []


def test_without_a_mark_each_is_done_in_turn_and_none_is_lost(office: builders.Office) -> None:
    reference = office.reach(State.STAGE_1_RECEIVED)
    answers = at_once(*[allocating(office, reference, seen=None)] * 4)
    assert codes(answers) == ["done"] * 4
    row = Case.objects.get(reference=reference)
    assert [event.sequence for event in row.events.all()] == [1, 2, 3, 4, 5]
    assert (row.event_count, verify().faults) == (5, [])


def test_stage_2_asked_for_by_two_people_at_once_begins_once(office: builders.Office) -> None:
    reference = office.reach(State.STAGE_1_ANSWERED)
    asked = Escalate(requested_on=date(2026, 5, 20), channel="phone")
    jobs = [
        lambda desk=desk: desk.tries(reference, Verb.ESCALATE, asked, date(2026, 5, 20))
        for desk in (office.one, office.two)
    ]
    assert codes(at_once(*jobs)) == ["done", "not_now"]
    assert Stage.objects.filter(case__reference=reference, number=2).count() == 1
    assert verify().faults == []


def test_different_things_at_once_leave_one_sound_case(office: builders.Office) -> None:
    """Answered, extended, withdrawn and given a call: in whatever order they come."""
    reference, day = office.reach(State.STAGE_1_OPEN), inputs.on("Mon 18 May")
    case = story.reach(State.STAGE_1_OPEN).facts
    verbs = (Verb.RESPOND, Verb.EXTEND, Verb.WITHDRAW, Verb.RECORD_CALL)
    jobs = [
        lambda verb=verb: office.one.tries(reference, verb, inputs.plausible(verb, case, day), day)
        for verb in verbs
    ]
    answers = codes(at_once(*jobs))
    assert answers.count("done") >= 2 and set(answers) <= {"done", "not_now"}
    assert verify().faults == []


def test_a_split_at_once_with_a_new_contact_does_not_lock_up(office: builders.Office) -> None:
    """One locks a case and then the landlord, the other the landlord alone."""
    reference, day = office.reach(State.STAGE_1_ANSWERED), inputs.on("Wed 20 May")
    issue = inputs.new_issue(day)
    jobs = [lambda: office.one.tries(reference, Verb.ADD_ISSUE, issue, day)] * 2
    answers = at_once(*jobs, submitting(office, "form-1"), submitting(office, "form-2"))
    assert codes(answers) == ["done"] * 4
    assert Case.objects.count() == 5 and verify().faults == []


def test_two_signers_at_once_issue_one_response(committed: None) -> None:
    office, day = builders.office("tower-hamlets-homes", "THH"), date(2026, 5, 18)
    reference = office.reach(State.STAGE_1_OPEN)
    case = story.reach(State.STAGE_1_OPEN, "tower-hamlets-homes").facts
    office.one.does(reference, Verb.SUBMIT, inputs.plausible(Verb.SUBMIT, case, day), day)
    signers = [
        builders.Desk(office.landlord, builders.user(office.landlord, role, name=name))
        for role, name in ((Role.HEAD_OF_SERVICE, "Carol Jones"), (Role.DIRECTOR, "Eleni Costa"))
    ]
    jobs = [
        lambda desk=desk: desk.tries(reference, Verb.SIGN, Sign(number=1), day) for desk in signers
    ]
    assert codes(at_once(*jobs)) == ["done", "not_now"]
    assert Letter.objects.filter(kind="stage_1_response").count() == 1
    assert verify().faults == []


def test_six_saves_of_one_draft_at_once_keep_one(office: builders.Office) -> None:
    reference = office.reach(State.STAGE_1_OPEN)
    row = Case.objects.get(reference=reference)
    where = drafts.place(row, Verb.RESPOND, 1, office.one.actor)

    def keep(text: str) -> Any:
        fields = {"reasons_1": [text]}
        at = builders.at(MAY)
        return drafts.keep(where, office.one.actor, fields, version=0, seen=3, at=at)

    at_once(*[lambda text=text: keep(text) for text in "abcdef"])
    kept = drafts.kept(where)
    assert kept and kept.version == 6 and kept.fields["reasons_1"][0] in "abcdef"


class TestOneAfterTheOther:
    @pytest.mark.django_db
    def test_the_second_editor_is_told_and_nothing_is_written(self) -> None:
        office = builders.office()
        reference = office.reach(State.STAGE_1_OPEN)
        seen = Case.objects.get(reference=reference).event_count
        first = allocating(office, reference, seen)()
        assert isinstance(first, Done)
        second = allocating(office, reference, seen)()
        assert isinstance(second, Refused) and codes([second]) == ["changed_meanwhile"]
        assert Event.objects.count() == seen + 1
        assert isinstance(allocating(office, reference, seen + 1)(), Done)

    @pytest.mark.django_db
    def test_a_mark_from_the_future_is_no_better(self) -> None:
        office = builders.office()
        reference = office.reach(State.STAGE_1_OPEN)
        assert codes([allocating(office, reference, 99)()]) == ["changed_meanwhile"]
