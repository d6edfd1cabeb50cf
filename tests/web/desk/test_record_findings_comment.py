"""Recording a comment on findings that nobody shared, or that is empty."""

from datetime import date

from django.test import Client

from redress.rules.access import Verb
from redress.rules.actions.share_findings import ShareFindings
from tests import builders
from tests.web.desk.conftest import TODAY, address, opened
from tests.web.desk.pages import errors_of, send


def test_without_findings_there_is_nothing_to_comment_on(page: Client, desk: builders.Desk) -> None:
    at = address(f"case/{opened(desk)}/record-findings-comment")
    (refused,) = errors_of(send(page, at, comment="No.").content.decode())
    assert refused.startswith("No findings have been shared with the resident at this stage.")


def test_an_empty_comment(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    shared = ShareFindings(findings="So.", comment_by=date(2026, 5, 15))
    desk.does(ref, Verb.SHARE_FINDINGS, shared, TODAY)
    at = address(f"case/{ref}/record-findings-comment")
    (refused,) = errors_of(send(page, at, comment=" ").content.decode())
    assert refused == "The comment is empty. Write what the resident said. (Code 5.12)"
