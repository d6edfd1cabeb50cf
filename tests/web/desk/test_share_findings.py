"""Adverse findings for comment: shared, commented on, and answered."""

from datetime import date

import pytest
from django.test import Client

from redress.people.models import Landlord
from redress.rules.facts import Clock, State
from tests import builders
from tests.web.desk.conftest import TODAY, case_of, opened, parts
from tests.web.desk.pages import errors_of, send, words_of

SHARED = {"findings": "We came on 3 May.", **parts("comment_by", date(2026, 5, 15))}


@pytest.fixture
def landlord(db: None) -> Landlord:
    """Its policy promises the chance to comment, at both stages."""
    return builders.landlord("herefordshire", "HER")


def address(rest: str) -> str:
    return f"/herefordshire/desk/{rest}"


def test_from_sharing_to_the_answer(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    case_page = address(f"case/{ref}")
    assert "Record the comment on the findings" not in page.get(case_page).content.decode()
    form = words_of(page.get(f"{case_page}/share-findings").content.decode())
    assert "Our policy promises this" in form and "stays due on Wed 20 May 2026" in form
    assert send(page, f"{case_page}/share-findings", **SHARED).status_code == 302
    letter = words_of(page.get(f"{case_page}/letters/3").content.decode())
    assert "Herefordshire Council has not decided yet." in letter  # its own wording
    assert "Friday 15 May 2026" in letter and "We came on 3 May." in letter
    said = words_of(page.get(case_page).content.decode())
    assert "Resident may comment until Fri 15 May 2026" in said
    assert "It rests on as we told the resident." in said

    against = {"finding_1": "not_upheld", "reasons_1": "We came on 3 May."}
    refused = errors_of(send(page, f"{case_page}/respond", **against).content.decode())
    assert refused == [
        "The resident still has time to comment on the findings, as we promised. Wait for the "
        "comment or the day, or say why the answer goes without it. (our policy, 3 Stage 1)"
    ]
    comment = {"comment": "That was next door.", **parts("came_on", TODAY)}
    assert send(page, f"{case_page}/record-findings-comment", **comment).status_code == 302
    assert "That was next door." in words_of(page.get(case_page).content.decode())
    assert send(page, f"{case_page}/respond", **against).status_code == 302
    case = case_of(desk, ref)
    shared = case.deadline(1, Clock.FINDINGS_COMMENT)
    assert case.state is State.STAGE_1_ANSWERED
    assert shared and shared.met_on == TODAY


def test_a_reason_goes_on_the_record(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    at = address(f"case/{ref}/respond")
    against = {"finding_1": "not_upheld", "reasons_1": "We came on 3 May."}
    (refused,) = errors_of(send(page, at, **against).content.decode())
    assert refused.startswith("The landlord’s policy lets the resident comment")
    assert send(page, at, **against, no_comment_reason="She is away.").status_code == 302
    story = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert "Why without the resident’s comment She is away." in story


def test_a_day_after_the_response_is_refused(page: Client, desk: builders.Desk) -> None:
    at = address(f"case/{opened(desk)}/share-findings")
    late = {**SHARED, **parts("comment_by", date(2026, 5, 21))}
    (refused,) = errors_of(send(page, at, **late).content.decode())
    assert "comment moves no date" in refused
