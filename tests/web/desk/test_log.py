"""Logging: where the complaint belongs, and its issues."""

from datetime import date

from django.test import Client

from redress.rules.facts import State
from tests import builders
from tests.web.desk.conftest import address, case_of, parts, received
from tests.web.desk.pages import errors_of, fill, send


def test_it_is_logged_with_its_issues(page: Client, desk: builders.Desk) -> None:
    ref = received(desk, issues=(), service="", category="")
    answer = send(
        page,
        address(f"case/{ref}/log"),
        service="Repairs",
        category="leak",
        tenure="leaseholder",
        risks=["damp_and_mould"],
        issue_1_summary="The ceiling leaks",
        issue_2_summary="Nobody came",
        **parts("issue_2_occurred_on", date(2026, 4, 2)),
        **parts("issue_2_aware_on", date(2026, 4, 3)),
    )
    assert answer.status_code == 302
    case = case_of(desk, ref)
    assert case.state is State.STAGE_1_LOGGED
    assert (case.service, case.category, case.tenure) == ("Repairs", "leak", "leaseholder")
    assert case.risks == ("damp_and_mould",)
    first, second = case.issues
    assert (first.summary, first.occurred_on) == ("The ceiling leaks", None)
    assert (second.occurred_on, second.aware_on) == (date(2026, 4, 2), date(2026, 4, 3))


def test_what_is_known_stands_there_already(page: Client, desk: builders.Desk) -> None:
    ref = received(desk, risks=("vulnerable",))
    sent = fill(page, address(f"case/{ref}/log"))
    assert (sent["service"], sent["risks"]) == (["Repairs"], ["vulnerable"])


def test_it_is_not_logged_without_service_and_issue(page: Client, desk: builders.Desk) -> None:
    ref = received(desk, issues=(), service="", category="")
    answer = send(page, address(f"case/{ref}/log"), issue_2_occurred_on_day="1")
    text = answer.content.decode()
    assert "When it happened must include a month" in errors_of(text)[0]
    answer = send(page, address(f"case/{ref}/log"))
    assert [error[-10:] for error in errors_of(answer.content.decode())] == [
        "(Code 6.2)",
        "(Code 5.6)",
    ]
    assert 'href="#id_issue_1_summary"' in answer.content.decode()


def test_a_folded_issue_with_an_error_is_open(page: Client, desk: builders.Desk) -> None:
    ref = received(desk)
    at = address(f"case/{ref}/log")
    assert " open>" not in page.get(at).content.decode()
    answer = send(page, at, issue_3_occurred_on_year="2026")
    assert answer.content.decode().count(" open>") == 1
