"""A new issue: joined to the complaint, or split off (Code 6.8)."""

from typing import Any

import pytest
from django.test import Client

from redress.cases.models import Case
from tests import builders
from tests.web.desk.conftest import address, answered, case_of, opened
from tests.web.desk.pages import errors_of, send, words_of

NEW: dict[str, Any] = {
    "issue_1_summary": "The mould came back",
    "channel": "phone",
    "related": "yes",
    "would_delay": "no",
    "why": "It comes from the same leak.",
}


def test_it_joins_where_it_is_related_and_delays_nothing(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    send(page, address(f"case/{ref}/add-issue"), **NEW)
    assert [issue.summary for issue in case_of(desk, ref).issues][1:] == ["The mould came back"]


@pytest.mark.parametrize("changed", [{"related": "no"}, {"would_delay": "yes"}])
def test_else_it_is_split_off_and_its_reference_named(
    page: Client, desk: builders.Desk, changed: dict[str, str]
) -> None:
    ref = opened(desk)
    answer = send(page, address(f"case/{ref}/add-issue"), **{**NEW, **changed})
    said = words_of(page.get(answer["Location"]).content.decode())
    assert "The issue is split off as a new complaint, MOD-000002." in said
    assert len(case_of(desk, ref).issues) == 1
    assert case_of(desk, "MOD-000002").description == "The mould came back"
    assert f"Split from {ref}" in words_of(page.get(address("case/MOD-000002")).content.decode())


def test_after_the_answer_it_is_always_split(page: Client, desk: builders.Desk) -> None:
    send(page, address(f"case/{answered(desk)}/add-issue"), **NEW)
    assert Case.objects.count() == 2


def test_without_its_words_nothing_is_made(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    answer = send(
        page, address(f"case/{ref}/add-issue"), **{**NEW, "issue_1_summary": " ", "why": ""}
    )
    assert len(errors_of(answer.content.decode())) == 2
    assert Case.objects.count() == 1
