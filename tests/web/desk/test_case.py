"""The page of a case: what is seen first, what is owed, and what it costs."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from redress.cases.models import Case
from redress.people.models import Landlord
from redress.people.register import register_resident
from redress.rules.access import Role, Verb
from redress.rules.actions.close import Close
from redress.rules.actions.escalate import Escalate
from redress.rules.actions.log import Log
from redress.rules.actions.receive import NewIssue
from redress.rules.actions.record_call import RecordCall
from redress.rules.facts import Tenure
from redress.rules.policy_files import policy_in_force
from tests import builders
from tests.web.desk.conftest import (
    LOGGED,
    MEND,
    TODAY,
    address,
    answered,
    browser_of,
    logged,
    opened,
    received,
)
from tests.web.desk.pages import words_of


def case_page(page: Client, reference: str) -> str:
    answer = page.get(address(f"case/{reference}"))
    assert answer.status_code == 200
    return answer.content.decode()


def test_who_and_where_and_what_cannot_be_missed(page: Client, desk: builders.Desk) -> None:
    person = register_resident(
        desk.landlord,
        name="Mary Osei",
        phone="07700 900123",
        address="4 Elm Walk",
        postcode="E1 4AA",
        needs="Never ring before noon.",
    )
    ref = received(desk, resident=person.pk, tenure=Tenure.LEASEHOLDER, risks=("danger_now",))
    said = words_of(case_page(page, ref))
    for words in (
        "Mary Osei",
        "4 Elm Walk, E1 4AA",
        "Tenure Leaseholder",
        "07700 900123",
        "Before you contact them: Never ring before noon.",
        "Danger now",
        "Received Fri 1 May 2026",
    ):
        assert words in said


def test_no_name_no_home_no_tenure_are_said(page: Client, desk: builders.Desk) -> None:
    said = words_of(case_page(page, received(desk, resident=None)))
    assert "No name given" in said and "Home Not known" in said and "Tenure Not known" in said


def test_the_day_received_and_the_day_recorded_are_two_facts(
    page: Client, desk: builders.Desk
) -> None:
    ref = received(desk, recorded=LOGGED)
    said = words_of(case_page(page, ref))
    assert "Received Fri 1 May 2026, put on record Tue 5 May 2026" in said


@pytest.mark.parametrize(
    ("made", "verb"),
    [(received, "log"), (logged, "acknowledge"), (opened, "respond"), (answered, "learn")],
)
def test_what_is_owed_next_is_one_button(
    page: Client, desk: builders.Desk, made: Any, verb: str
) -> None:
    answer = page.get(address(f"case/{made(desk)}"))
    assert answer.context["next"].choice.word == verb
    button = f'class="govuk-button desk-flush" href="{address("case/MOD-000001/" + verb)}"'
    assert answer.content.decode().count(button) == 1
    beside = [choice.word for _, found in answer.context["others"] for choice in found]
    assert beside and verb not in beside


def test_promised_actions_are_marked_as_done_from_the_case(
    page: Client, desk: builders.Desk
) -> None:
    text = case_page(page, answered(desk, MEND))
    assert "Mend the ceiling" in text
    assert "complete-action?number=1" in text
    assert "Promised action due Fri 12 Jun 2026" in words_of(text)


def test_issues_findings_letters_and_story(page: Client, desk: builders.Desk) -> None:
    said = words_of(case_page(page, answered(desk)))
    assert "Stage 1: upheld. We came late." in said
    assert "3. Your complaint MOD-000001" in said
    assert "Your kitchen ceiling leaks and we did not come." in said
    newest, oldest = said.index("Response issued"), said.rindex("Logged")
    assert newest < oldest


def test_what_went_ahead_in_spite_of_a_guard_is_said_until_the_next_step(db: None) -> None:
    """Together asks for reasons for stage 2; the Code does not, so the request is taken."""
    landlord = builders.landlord("together", "TOG")
    officer = builders.user(landlord, Role.COMPLAINTS_OFFICER)
    desk = builders.Desk(landlord, officer)
    ref = answered(desk)
    desk.does(ref, Verb.ESCALATE, Escalate(requested_on=TODAY, channel="phone"), TODAY)
    page = browser_of(officer)
    at = f"/together/desk/case/{ref}"
    clause = policy_in_force("together", TODAY).stage_2.reasons_clause
    words = "although: The resident gave no reasons, which the landlord’s policy asks for."
    words += f" (our policy, {clause})"
    said = words_of(page.get(at).content.decode())
    assert f"The last step, “Stage 2 asked for”, went ahead {words}" in said
    desk.does(ref, Verb.RECORD_CALL, RecordCall(on=TODAY, reached=True, note="Agreed."), TODAY)
    after = words_of(page.get(at).content.decode())
    assert "The last step" not in after
    assert f"Went ahead {words}" in after  # in the story


def test_text_is_shown_as_text_and_in_its_own_direction(page: Client, desk: builders.Desk) -> None:
    strange = "<script>alert(1)</script> ‏שלום 😀\nsecond line"
    ref = received(desk, description=strange, issues=(NewIssue(summary="<b>x</b>" * 60),))
    text = case_page(page, ref)
    assert "<script>alert" not in text and "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert 'dir="auto">&lt;script&gt;' in text


@pytest.mark.parametrize("calls", [0, 30])
def test_queries_do_not_grow_with_the_story(
    page: Client, desk: builders.Desk, calls: int, django_assert_max_num_queries: Any
) -> None:
    ref = answered(desk, MEND)
    for number in range(calls):
        note = RecordCall(on=TODAY, reached=True, note=f"Call {number}")
        desk.does(ref, Verb.RECORD_CALL, note, TODAY + timedelta(days=1))
    case_page(page, ref)  # the day's first look is noted
    with django_assert_max_num_queries(25):
        case_page(page, ref)


def test_a_member_reads_everything_and_is_told_that_acting_is_for_others(
    desk: builders.Desk, landlord: Landlord
) -> None:
    member = browser_of(builders.user(landlord, Role.MEMBER_RESPONSIBLE, name="Farah Aziz"))
    said = words_of(case_page(member, opened(desk)))
    assert "Your role does not allow this." in said
    assert "/respond" not in case_page(member, "MOD-000001")


def test_an_imported_looking_reference_finds_its_page(page: Client, desk: builders.Desk) -> None:
    ref = received(desk)
    Case.objects.filter(reference=ref).update(reference="OLD 12/345 é")
    answer = page.get(address("case/OLD%2012/345%20%C3%A9"))
    assert answer.status_code == 200
    listed = page.get(address()).content.decode()
    assert address("case/OLD%2012/345%20%C3%A9") in listed
    assert page.get(address("case/OLD%2012/345%20%C3%A9/record-call")).status_code == 200


def test_closed_says_so(page: Client, desk: builders.Desk) -> None:
    ref = answered(desk)
    desk.does(ref, Verb.CLOSE, Close(), TODAY)
    assert "This case is closed. Nothing is owed on it." in words_of(case_page(page, ref))


def test_issues_are_asked_for_where_there_is_none(page: Client, desk: builders.Desk) -> None:
    ref = received(desk, issues=())
    assert "No issue is written down yet." in words_of(case_page(page, ref))
    desk.does(
        ref, Verb.LOG, Log(service="R", category="", issues=(NewIssue(summary="Mould"),)), LOGGED
    )
    assert "Mould" in case_page(page, ref)
