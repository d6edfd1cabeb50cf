"""Refusing, whole or in part: ground, reasons, discretion, a second person."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from redress.cases.models import Draft, Letter
from redress.cases.to_sign import to_sign
from redress.rules.access import Actor, Role
from redress.rules.actions.receive import NewIssue
from redress.rules.facts import State
from redress.rules.grounds import NEVER, grounds
from redress.rules.policy_files import landlord_slugs, policies_of
from tests import builders
from tests.web.desk.conftest import TODAY, address, browser_of, case_of, logged, received
from tests.web.desk.pages import errors_of, fill, send, sent_by, words_of

TWO = (NewIssue(summary="The ceiling leaks"), NewIssue(summary="The claim at court"))
WHY: dict[str, Any] = {
    "ground": "claim_filed",
    "claim_filed_on_day": "2",
    "claim_filed_on_month": "5",
    "claim_filed_on_year": "2026",
    "claim_shown_by": "The sealed claim form, K0QZ",
    "reasons": "A claim was filed on 2 May.",
    "discretion": "The court will decide it soon.",
}


def refuse(page: Client, reference: str, **typed: Any) -> Any:
    return send(page, address(f"case/{reference}/refuse"), **{**WHY, **typed})


def approve(reviewer: Actor, reference: str) -> Any:
    """Two clicks of a second person: open what waits, and approve it."""
    client, at = browser_of(reviewer), address(f"case/{reference}/sign")
    assert at in client.get(address("")).content.decode()
    return client.post(at, sent_by(client.get(at).content.decode()))


def test_the_whole_complaint(page: Client, desk: builders.Desk, reviewer: Actor) -> None:
    ref = logged(desk)
    looked = page.post(
        address(f"case/{ref}/refuse"), fill(page, address(f"case/{ref}/refuse"), **WHY)
    )
    assert "Send it to be approved" in words_of(looked.content.decode())
    assert refuse(page, ref).status_code == 302
    case = case_of(desk, ref)
    assert case.state is State.STAGE_1_LOGGED and Letter.objects.filter(kind="refusal").count() == 0
    assert approve(reviewer, ref).status_code == 302
    assert case_of(desk, ref).state is State.REFUSED
    letter = words_of(page.get(address(f"case/{ref}/letters/2")).content.decode())
    assert "A claim was filed on 2 May." in letter and "Housing Ombudsman" in letter


def test_one_issue_and_the_rest_goes_on(page: Client, desk: builders.Desk, reviewer: Actor) -> None:
    ref = logged(desk, issues=TWO)
    refuse(page, ref, issues=["2"])
    shown = browser_of(reviewer).get(address(f"case/{ref}/sign")).content.decode()
    assert "The claim at court . The rest goes on" in words_of(shown)
    approve(reviewer, ref)
    case = case_of(desk, ref)
    assert case.state is State.STAGE_1_LOGGED
    assert [issue.excluded_ground for issue in case.issues] == ["", "claim_filed"]
    said = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert "Refused: not looked into." in said


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"ground": ""}, "No ground is chosen"),
        ({"ground": "too_old"}, "more than 12 months old"),
        ({"claim_shown_by": ""}, "Nothing shows that a claim form and particulars"),
        ({"reasons": ""}, "The reasons are not given."),
        ({"discretion": ""}, "whether there was a good reason"),
    ],
)
def test_what_is_refused_keeps_the_rest(
    page: Client, desk: builders.Desk, changed: dict[str, str], error: str
) -> None:
    ref = logged(desk)
    answer = refuse(page, ref, **changed)
    text = answer.content.decode()
    assert error in errors_of(text)[0] and "(Code 2." in errors_of(text)[0]
    assert all(sent_by(text).get(n, [""]) == [v] for n, v in {**WHY, **changed}.items() if v)
    assert case_of(desk, ref).state is State.STAGE_1_LOGGED


def test_both_limits_and_both_dates_are_shown_for_each_issue(db: None) -> None:
    """Code 2.3, and Tower Hamlets Homes' six months from what happened."""
    landlord = builders.landlord("tower-hamlets-homes", "THH")
    officer = builders.user(landlord, Role.COMPLAINTS_OFFICER)
    old = NewIssue(summary="The leak", occurred_on=date(2025, 3, 10), aware_on=date(2025, 9, 4))
    ref = received(builders.Desk(landlord, officer), issues=(old,))
    at = f"/tower-hamlets-homes/desk/case/{ref}/refuse"
    text = words_of(browser_of(officer).get(at).content.decode())
    assert "by the Code until Tue 10 Mar 2026, by our policy until Wed 10 Sep 2025" in text
    assert "by the Code until Fri 4 Sep 2026" in text
    assert "In time by the Code Yes In time by our policy No" in text


def test_grounds_that_the_code_does_not_allow_say_so(db: None) -> None:
    """Some policies refuse on a letter before a claim; the Code does not (2.2)."""
    slug = next(s for s in landlord_slugs() if NEVER & grounds(policies_of(s)[-1]).keys())
    landlord = builders.landlord(slug, "OWN")
    officer = builders.user(landlord, Role.COMPLAINTS_OFFICER)
    ref = logged(builders.Desk(landlord, officer))
    text = browser_of(officer).get(f"/{slug}/desk/case/{ref}/refuse").content.decode()
    assert "but the Code does not allow it: Code 2.2" in words_of(text)


def test_the_approver_sees_all_that_is_needed_to_decide(
    page: Client, desk: builders.Desk, reviewer: Actor
) -> None:
    old = NewIssue(summary="The leak", occurred_on=date(2025, 3, 10), aware_on=date(2025, 9, 4))
    ref = logged(desk, issues=(old,))
    refuse(page, ref)
    said = words_of(browser_of(reviewer).get(address(f"case/{ref}/sign")).content.decode())
    for words in (
        "Approve the refusal",
        "What is refused",
        "A claim was filed on 2 May.",
        "The court will decide it soon.",
        "2 May 2026, The sealed claim form, K0QZ",
        "The whole complaint",
        "by the Code until Tue 10 Mar 2026",
        "by the Code until Fri 4 Sep 2026",
        "Written by Amina Khan",
        "Our promise",
        "Dear Mary Osei",
        "Housing Ombudsman",
    ):
        assert words in said, words


def test_whoever_wrote_it_cannot_approve_it(page: Client, desk: builders.Desk) -> None:
    ref = logged(desk)
    refuse(page, ref)
    assert to_sign(desk.landlord, desk.actor, TODAY) == ()
    answer = page.get(address(f"case/{ref}/sign"))
    assert answer.status_code == 409
    assert "You wrote this refusal" in words_of(answer.content.decode())


def test_sent_back_it_is_in_the_form_again_as_it_was_written(
    page: Client, desk: builders.Desk, reviewer: Actor
) -> None:
    ref = logged(desk)
    refuse(page, ref)
    client, at = browser_of(reviewer), address(f"case/{ref}")
    seen = sent_by(client.get(f"{at}/sign").content.decode())["seen"][0]
    told = {"seen": seen, "number": "1", "comment": "Say which claim."}
    assert client.post(f"{at}/send-back", told).status_code == 302
    assert "Say which claim." in words_of(page.get(at).content.decode())
    assert fill(page, f"{at}/refuse")["reasons"] == ["A claim was filed on 2 May."]
    refuse(page, ref, reasons="Claim K0QZ was filed on 2 May.")
    assert "[new:" in words_of(client.get(f"{at}/sign").content.decode())
    approve(reviewer, ref)
    assert Draft.objects.count() == 0


def test_another_landlords_people_know_nothing_of_it(page: Client, desk: builders.Desk) -> None:
    ref = logged(desk)
    refuse(page, ref)
    elsewhere = builders.landlord("harrow", "HAR")
    stranger = builders.user(elsewhere, Role.DIRECTOR, name="Dev Rao")
    assert browser_of(stranger).get(address(f"case/{ref}/sign")).status_code == 404
    assert to_sign(elsewhere, stranger, TODAY) == ()
