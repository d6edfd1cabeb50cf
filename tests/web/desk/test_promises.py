"""Promises on the pages: made, put off, done, and the list of all of them."""

from datetime import date

import pytest
from django.test import Client

from redress.people.models import Landlord
from redress.rules.access import Role, Verb
from redress.rules.actions.complete_action import CompleteAction
from redress.rules.actions.promise import Promise
from redress.rules.actions.restrict import Restrict
from redress.rules.facts import Clock
from redress.web.desk.promises import last_quarter
from tests import builders
from tests.web.desk.conftest import (
    MEND,
    TODAY,
    address,
    answered,
    browser_of,
    case_of,
    opened,
    parts,
)
from tests.web.desk.pages import errors_of, send, words_of

AT = address("promises")


def shown(browser: Client, rest: str = "promises") -> str:
    return words_of(browser.get(address(rest)).content.decode())


def promised(desk: builders.Desk, due: date, on: date = TODAY, **others: object) -> str:
    ref = opened(desk)
    given = Promise(what="Paint it", owner="Repairs", due_on=due, agreed=True, **others)  # type: ignore[arg-type]
    desk.does(ref, Verb.PROMISE, given, on)
    return ref


def test_a_promise_is_made_from_the_case(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    typed = {"what": "Paint it", "owner": "Repairs", "agreed": "yes"}
    send(page, address(f"case/{ref}/promise"), **typed, **parts("due_on", date(2026, 6, 5)))
    (action,) = case_of(desk, ref).actions
    assert (action.due_on, action.agreed, action.internal) == (date(2026, 6, 5), True, False)
    assert "Paint it Repairs , by Fri 5 Jun 2026" in shown(page, f"case/{ref}")


def test_a_task_is_marked_as_one(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    typed = {"what": "Ask Ben", "owner": "Amina", "kind": "task"}
    send(page, address(f"case/{ref}/promise"), **typed, **parts("due_on", date(2026, 6, 5)))
    assert "Ask Ben (task)" in shown(page, f"case/{ref}")


def test_putting_off_shows_the_letter_first(page: Client, desk: builders.Desk) -> None:
    ref = answered(desk, MEND)
    at = address(f"case/{ref}/move-action")
    typed = {"why": "The part is late."} | parts("due_on", date(2026, 6, 26))
    send(page, at, **typed)
    (action,) = case_of(desk, ref).actions
    assert action.due_on == date(2026, 6, 26) and len(action.moves) == 1
    said = shown(page, f"case/{ref}")
    assert "was Fri 12 Jun 2026: The part is late." in said
    assert "news of what we said we would do" in said


def test_a_task_moves_without_a_letter(page: Client, desk: builders.Desk) -> None:
    ref = promised(desk, date(2026, 6, 5), internal=True)
    typed = {"why": "He is ill."} | parts("due_on", date(2026, 6, 26))
    send(page, address(f"case/{ref}/move-action"), **typed)
    assert case_of(desk, ref).actions[0].due_on == date(2026, 6, 26)
    assert "news of what we said" not in shown(page, f"case/{ref}")


def test_what_is_missing_is_said(page: Client, desk: builders.Desk) -> None:
    ref = answered(desk, MEND)
    answer = send(page, address(f"case/{ref}/move-action"), **parts("due_on", date(2026, 6, 26)))
    assert errors_of(answer.content.decode()) == [
        "There is no reason. Give the reason in a sentence. (Code 6.6)"
    ]


def test_updates_as_agreed_fill_the_next_form(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    send(page, address(f"case/{ref}/agree-updates"), every="5", how="By phone today.")
    assert case_of(desk, ref).deadline(1, Clock.UPDATE).due_on == date(2026, 5, 19)  # type: ignore[union-attr]
    form = page.get(address(f"case/{ref}/send-update")).content.decode()
    assert 'name="write_by_day" value="19"' in form or 'value="19"' in form


class TestTheList:
    def test_the_first_due_comes_first_and_the_late_says_so(
        self, page: Client, desk: builders.Desk
    ) -> None:
        late = promised(desk, date(2026, 5, 8), on=date(2026, 5, 8))
        soon = promised(desk, date(2026, 5, 14))
        said = shown(page)
        assert said.index(late) < said.index(soon)
        assert "2 working days late" in said and "2 working days left" in said

    def test_what_is_done_is_gone(self, page: Client, desk: builders.Desk) -> None:
        ref = promised(desk, date(2026, 5, 14))
        given = CompleteAction(number=1, done_on=TODAY, proof="Job 1")
        desk.does(ref, Verb.COMPLETE_ACTION, given, TODAY)
        assert "Nothing is promised and not done." in shown(page)

    def test_a_restricted_case_is_left_out(
        self, page: Client, desk: builders.Desk, landlord: Landlord
    ) -> None:
        ref = promised(desk, date(2026, 5, 14))
        mine = Restrict(people=((desk.actor.id or 0, "Amina"),), reason="Staff.")
        desk.does(ref, Verb.RESTRICT, mine, TODAY)
        ivor = browser_of(builders.user(landlord, Role.HANDLER, name="Ivor"))
        assert ref in shown(page) and ref not in shown(ivor)

    def test_how_the_last_quarter_was_kept(self, page: Client, desk: builders.Desk) -> None:
        """In the first quarter of 2026 four promises were due: two kept, one late, one open."""
        landlord, start = desk.landlord, date(2026, 1, 5)
        for due, done in (
            (date(2026, 2, 2), date(2026, 2, 2)),
            (date(2026, 2, 9), date(2026, 2, 6)),
            (date(2026, 3, 2), date(2026, 3, 9)),
            (date(2026, 3, 31), None),
            (date(2026, 4, 1), None),  # of the quarter after
        ):
            ref = desk.receive(start, resident=builders.resident(landlord).pk)
            given = Promise(what="Mend it", owner="Repairs", due_on=due, agreed=True)
            desk.does(ref, Verb.PROMISE, given, start)
            if done:
                proof = CompleteAction(number=1, done_on=done, proof="Job 1")
                desk.does(ref, Verb.COMPLETE_ACTION, proof, done)
        said = shown(page)
        assert (
            "Of 4 promises due from Thu 1 Jan 2026 to Tue 31 Mar 2026, 2 were kept in time" in said
        )
        assert "(50%)" in said and "3 are done by now" in said

    @pytest.mark.parametrize("role", [Role.LOGGER])
    def test_who_reads_no_cases_reads_no_promises(self, landlord: Landlord, role: Role) -> None:
        browser = browser_of(builders.user(landlord, role, name="Lee"))
        assert browser.get(AT).status_code == 403

    def test_another_landlords_people_do_not(self, landlord: Landlord) -> None:
        other = builders.landlord("harrow", "HAR")
        browser = browser_of(builders.user(other, Role.COMPLAINTS_OFFICER, name="Else"))
        assert browser.get(AT).status_code == 403


@pytest.mark.parametrize(
    ("today", "quarter"),
    [
        (date(2026, 5, 12), (date(2026, 1, 1), date(2026, 3, 31))),
        (date(2026, 1, 1), (date(2025, 10, 1), date(2025, 12, 31))),
        (date(2026, 12, 31), (date(2026, 7, 1), date(2026, 9, 30))),
    ],
)
def test_the_quarter_before(today: date, quarter: tuple[date, date]) -> None:
    assert last_quarter(today) == quarter
