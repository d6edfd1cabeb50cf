"""Responding: a finding with reasons on every issue."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from redress.cases import queries
from redress.rules.access import Actor
from redress.rules.actions.receive import NewIssue
from redress.rules.facts import Finding, LateReason, State
from redress.web import clock
from tests import builders
from tests.web.desk.conftest import TODAY, address, browser_of, case_of, opened, parts
from tests.web.desk.pages import errors_of, fill, send, sent_by, words_of

TWO = (NewIssue(summary="The ceiling leaks"), NewIssue(summary="Nobody came"))
FOUND: dict[str, Any] = {
    "finding_1": "upheld",
    "reasons_1": "We came late.",
    "finding_2": "not_upheld",
    "reasons_2": "Two people came on 3 May.",
}


def test_each_issue_has_its_own_place(page: Client, desk: builders.Desk) -> None:
    text = page.get(address(f"case/{opened(desk, issues=TWO)}/respond")).content.decode()
    assert "Issue 1: The ceiling leaks" in text and "Issue 2: Nobody came" in text
    assert sent_by(text)["drafted_by"] == [str(desk.actor.id)]


def test_the_response_is_issued(page: Client, desk: builders.Desk, reviewer: Actor) -> None:
    ref = opened(desk, issues=TWO)
    answer = send(
        page,
        address(f"case/{ref}/respond"),
        **FOUND,
        remedies="We say sorry.\n\n£50 for the delay.",
        what_1="Mend the ceiling",
        owner_1="Repairs",
        **parts("due_on_1", date(2026, 6, 12)),
        approved_by=str(reviewer.id),
    )
    assert answer.status_code == 302
    case = case_of(desk, ref)
    assert case.state is State.STAGE_1_ANSWERED
    assert case.stage.outcome is Finding.PARTLY_UPHELD
    assert case.stage.considered_by == {desk.actor.id, reviewer.id}
    assert case.issues[1].findings[0].reasons == "Two people came on 3 May."
    assert [(a.what, a.owner, a.due_on) for a in case.actions] == [
        ("Mend the ceiling", "Repairs", date(2026, 6, 12))
    ]
    letter = words_of(page.get(address(f"case/{ref}/letters/3")).content.decode())
    assert "We say sorry." in letter and "£50 for the delay." in letter


@pytest.mark.parametrize(
    ("changed", "error", "place"),
    [
        ({"finding_2": ""}, "Not every issue has a finding.", "id_finding_2_0"),
        ({"reasons_1": " "}, "The reasons are not given.", "id_reasons_1"),
        ({"what_1": "Mend it", **parts("due_on_1", TODAY)}, "lacks what will be done", "id_what_1"),
        (
            {"what_1": "x", "owner_1": "y", **parts("due_on_1", date(2026, 5, 11))},
            "has a date that has passed",
            "id_what_1",
        ),
        ({"what_2": "Mend it"}, "Enter the day by which it will be done", "id_due_on_2_day"),
    ],
)
def test_what_is_refused(
    page: Client, desk: builders.Desk, changed: dict[str, str], error: str, place: str
) -> None:
    ref = opened(desk, issues=TWO)
    answer = send(page, address(f"case/{ref}/respond"), **{**FOUND, **changed})
    text = answer.content.decode()
    assert error in errors_of(text)[0]
    assert f'href="#{place}"' in text and f'id="{place}"' in text
    assert sent_by(text)["reasons_2"] == ["Two people came on 3 May."]
    assert case_of(desk, ref).state is State.STAGE_1_OPEN


def test_nothing_found_at_all(page: Client, desk: builders.Desk) -> None:
    answer = send(page, address(f"case/{opened(desk)}/respond"))
    assert "Not every issue has a finding." in errors_of(answer.content.decode())[0]


def test_stage_2_is_for_somebody_else(
    page: Client, desk: builders.Desk, reviewer: Actor, escalated: str
) -> None:
    defined = {"definition": "x", "outcome_sought": "y", "not_responsible": "z"}
    other = browser_of(reviewer)
    send(other, address(f"case/{escalated}/acknowledge"), **defined)
    assert page.get(address(f"case/{escalated}/respond")).status_code == 409
    at = address(f"case/{escalated}/respond")
    mine = {"finding_1": "upheld", "reasons_1": "Late."}
    named = send(other, at, **mine, approved_by=str(desk.actor.id))
    assert "(Code 6.13)" in errors_of(named.content.decode())[0]
    assert send(other, at, **mine).status_code == 302
    assert case_of(desk, escalated).state is State.STAGE_2_ANSWERED


def test_a_name_in_the_list_of_people_is_a_colleague(page: Client, desk: builders.Desk) -> None:
    at = address(f"case/{opened(desk)}/respond")
    data = {**fill(page, at), "approved_by": "999999"}
    assert "Select approved by" in errors_of(page.post(at, data).content.decode())


def late(desk: builders.Desk, monkeypatch: pytest.MonkeyPatch) -> str:
    """A case whose response was due on Wed 20 May 2026, looked at the day after."""
    ref = opened(desk)
    monkeypatch.setattr(clock, "now", lambda: builders.at(date(2026, 5, 21)))
    return ref


def test_why_it_is_late_is_asked_only_when_it_is(
    page: Client, desk: builders.Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = address(f"case/{opened(desk)}/respond")
    assert "late_reason" not in page.get(at).content.decode()
    at = address(f"case/{late(desk, monkeypatch)}/respond")
    said = words_of(page.get(at).content.decode())
    assert "This answer is late" in said and "Waiting for a contractor" in said


def test_why_it_was_late_is_on_the_case_and_counted(
    page: Client, desk: builders.Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = late(desk, monkeypatch)
    why = {"late_reason": "contractor", "late_note": "No scaffold until Monday."}
    found = {"finding_1": "upheld", "reasons_1": "We came late."}
    send(page, address(f"case/{ref}/respond"), **found, **why)
    said = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert "Why it was late Waiting for a contractor: No scaffold until Monday." in said
    assert "Why it was late Waiting for a contractor More on that No scaffold" in said
    letter = page.get(address(f"case/{ref}/letters/3")).content.decode()
    assert "scaffold" not in letter
    counted = queries.why_late(desk.actor, desk.landlord, date(2026, 5, 21), date(2026, 5, 21))
    assert counted == {LateReason.CONTRACTOR: 1}
    before = queries.why_late(desk.actor, desk.landlord, date(2026, 5, 1), date(2026, 5, 20))
    assert before == {}
    other = builders.landlord("together", "TOG")
    assert queries.why_late(desk.actor, other, date(2026, 5, 1), date(2026, 5, 31)) == {}


def test_a_late_answer_without_a_reason_goes_and_the_case_says_so(
    page: Client, desk: builders.Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = late(desk, monkeypatch)
    found = {"finding_1": "upheld", "reasons_1": "We came late."}
    assert send(page, address(f"case/{ref}/respond"), **found).status_code == 302
    said = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert "The answer is late and nothing says why. (Code 5.12)" in said
