"""Acknowledging: the definition, filled in from what is known."""

from django.test import Client

from redress.rules.actions.receive import NewIssue
from redress.rules.facts import State
from tests import builders
from tests.web.desk.conftest import TODAY, address, case_of, logged
from tests.web.desk.pages import fill, send

TWO = (NewIssue(summary="The ceiling leaks"), NewIssue(summary="The tree is too tall"))


def test_issues_and_outcome_stand_there_already(page: Client, desk: builders.Desk) -> None:
    sent = fill(page, address(f"case/{logged(desk, issues=TWO)}/acknowledge"))
    assert sent["definition"] == ["The ceiling leaks\nThe tree is too tall"]
    assert sent["outcome_sought"] == ["Mend it."]
    assert sent["not_responsible"] == [""]


def test_it_is_acknowledged_and_what_is_not_ours_is_marked(
    page: Client, desk: builders.Desk
) -> None:
    ref = logged(desk, issues=TWO)
    at = address(f"case/{ref}/acknowledge")
    send(page, at, not_responsible="The tree is the council's.", not_ours=["2"])
    case = case_of(desk, ref)
    assert case.state is State.STAGE_1_OPEN
    assert case.stage.acknowledged_on == TODAY
    assert [issue.responsible for issue in case.issues] == [True, False]
    letter = page.get(address(f"case/{ref}/letters/2")).content.decode()
    assert "The tree is the council&#x27;s." in letter
