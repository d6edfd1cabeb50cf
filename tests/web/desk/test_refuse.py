"""Refusing, whole or in part: ground, reasons, discretion, a second person."""

from typing import Any

import pytest
from django.test import Client

from redress.rules.access import Actor, Role
from redress.rules.actions.receive import NewIssue
from redress.rules.facts import State
from redress.rules.grounds import NEVER, grounds
from redress.rules.policy_files import landlord_slugs, policies_of
from tests import builders
from tests.web.desk.conftest import address, browser_of, case_of, logged
from tests.web.desk.pages import errors_of, send, sent_by, words_of

TWO = (NewIssue(summary="The ceiling leaks"), NewIssue(summary="The claim at court"))
WHY: dict[str, Any] = {
    "ground": "claim_filed",
    "reasons": "A claim was filed on 2 May.",
    "discretion": "The court will decide it soon.",
}


def refuse(page: Client, reference: str, approver: Actor, **typed: Any) -> Any:
    given = {**WHY, "approved_by": str(approver.id), **typed}
    return send(page, address(f"case/{reference}/refuse"), **given)


def test_the_whole_complaint(page: Client, desk: builders.Desk, reviewer: Actor) -> None:
    ref = logged(desk)
    assert refuse(page, ref, reviewer).status_code == 302
    assert case_of(desk, ref).state is State.REFUSED
    letter = words_of(page.get(address(f"case/{ref}/letters/2")).content.decode())
    assert "A claim was filed on 2 May." in letter and "Housing Ombudsman" in letter


def test_one_issue_and_the_rest_goes_on(page: Client, desk: builders.Desk, reviewer: Actor) -> None:
    ref = logged(desk, issues=TWO)
    refuse(page, ref, reviewer, issues=["2"])
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
        ({"reasons": ""}, "The reasons are not given."),
        ({"discretion": ""}, "whether there was a good reason"),
        ({"approved_by": ""}, "No second person has approved this."),
    ],
)
def test_what_is_refused_keeps_the_rest(
    page: Client, desk: builders.Desk, reviewer: Actor, changed: dict[str, str], error: str
) -> None:
    ref = logged(desk)
    answer = refuse(page, ref, reviewer, **changed)
    text = answer.content.decode()
    assert error in errors_of(text)[0] and "(Code 2." in errors_of(text)[0]
    assert all(sent_by(text).get(n, [""]) == [v] for n, v in {**WHY, **changed}.items() if v)
    assert case_of(desk, ref).state is State.STAGE_1_LOGGED


def test_grounds_that_the_code_does_not_allow_say_so(db: None) -> None:
    """Some policies refuse on a letter before a claim; the Code does not (2.2)."""
    slug = next(s for s in landlord_slugs() if NEVER & grounds(policies_of(s)[-1]).keys())
    landlord = builders.landlord(slug, "OWN")
    officer = builders.user(landlord, Role.COMPLAINTS_OFFICER)
    ref = logged(builders.Desk(landlord, officer))
    text = browser_of(officer).get(f"/{slug}/desk/case/{ref}/refuse").content.decode()
    assert "but the Code does not allow it: Code 2.2" in words_of(text)
