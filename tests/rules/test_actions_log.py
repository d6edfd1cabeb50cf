"""Logging: which service, which issues."""

from dataclasses import replace

import pytest

from redress.rules.access import Verb
from redress.rules.actions.log import Log
from redress.rules.actions.receive import NewIssue
from redress.rules.facts import State, Tenure
from tests.rules.inputs import on
from tests.rules.story import begun

LOG = Log(service=" Repairs ", category=" leak ", tenure=Tenure.TENANT)


def test_logging_says_what_it_is_about_and_when() -> None:
    story = begun(risks=("damp",))
    story.does(Verb.LOG, replace(LOG, risks=("child", "damp")), "Tue 5 May")
    case = story.facts
    assert (case.state, case.stage.logged_on) == (State.STAGE_1_LOGGED, on("Tue 5 May"))
    assert (case.service, case.category, case.tenure) == ("Repairs", "leak", Tenure.TENANT)
    assert case.risks == ("child", "damp")


def test_new_issues_come_after_those_that_are_there() -> None:
    story = begun()
    story.does(Verb.LOG, replace(LOG, issues=(NewIssue(summary="Mould"),)), "Tue 5 May")
    issues = [(issue.number, issue.summary) for issue in story.facts.issues]
    assert issues == [(1, "The kitchen ceiling leaks"), (2, "Mould")]


def test_a_tenure_known_at_receipt_stays_where_logging_says_none() -> None:
    story = begun(tenure=Tenure.SHARED_OWNER)
    story.does(Verb.LOG, replace(LOG, tenure=None), "Tue 5 May")
    assert story.facts.tenure is Tenure.SHARED_OWNER


def test_logging_moves_no_date() -> None:
    story = begun()
    before = story.facts.deadlines
    story.does(Verb.LOG, LOG, "Mon 18 May")
    assert story.facts.deadlines == before


@pytest.mark.parametrize(
    ("given", "reasons"),
    [
        (replace(LOG, service=" "), [("service_missing", "Code 6.2")]),
        (replace(LOG, issues=(NewIssue(summary=""),)), [("issue_missing", "Code 5.6")]),
    ],
)
def test_what_is_refused(given: Log, reasons: list[tuple[str, str]]) -> None:
    assert begun().refuses(Verb.LOG, given, "Tue 5 May") == reasons


def test_a_complaint_about_nothing_cannot_be_logged() -> None:
    story = begun(issues=())
    assert story.refuses(Verb.LOG, LOG, "Tue 5 May") == [("issue_missing", "Code 5.6")]
