"""Linking, splitting and merging on the pages."""

from datetime import date

import pytest
from django.test import Client

from redress.rules.actions.receive import NewIssue
from redress.rules.facts import State, Tie
from tests import builders
from tests.web.desk.conftest import address, case_of, opened, received
from tests.web.desk.pages import errors_of, send, words_of


def shown(page: Client, reference: str) -> str:
    return words_of(page.get(address(f"case/{reference}")).content.decode())


def test_each_case_shows_the_other(page: Client, desk: builders.Desk) -> None:
    one, other = opened(desk), opened(desk)
    send(page, address(f"case/{one}/link"), other=other, tie="repeats", about="The same pipe.")
    assert f"Repeats an earlier complaint: {other} The same pipe." in shown(page, one)
    assert f"Repeated by a later complaint: {one}" in shown(page, other)


def test_a_job_of_the_repairs_system(page: Client, desk: builders.Desk) -> None:
    one = opened(desk)
    send(page, address(f"case/{one}/link"), other="Repairs job 4411", tie="outside")
    assert "A matter outside, such as a repair: Repairs job 4411" in shown(page, one)


def test_a_reference_that_is_none_keeps_what_was_typed(page: Client, desk: builders.Desk) -> None:
    answer = send(page, address(f"case/{opened(desk)}/link"), other="MOD-9", tie="related")
    said = answer.content.decode()
    assert errors_of(said) == [
        "There is no such case, or it is this one. Give the reference of another case that you "
        "can open. (Code 5.12)"
    ]
    assert 'value="MOD-9"' in said


def test_taking_a_link_away(page: Client, desk: builders.Desk) -> None:
    one, other = opened(desk), opened(desk)
    at = address(f"case/{one}/link")
    send(page, at, other=other, tie="related")
    send(page, at, other=other, tie="related", way="untie")
    assert case_of(desk, one).links == case_of(desk, other).links == ()


@pytest.fixture
def pair(desk: builders.Desk) -> tuple[str, str]:
    """Two complaints of one resident, of 1 and of 5 May."""
    person = builders.resident(desk.landlord).pk
    return received(desk, resident=person), desk.receive(date(2026, 5, 5), resident=person)


def test_both_references_lead_to_the_merged_complaint(
    page: Client, desk: builders.Desk, pair: tuple[str, str]
) -> None:
    older, newer = pair
    at = address(f"case/{newer}/merge")
    send(page, at, other=older, why="The same leak.", told="By phone today.")
    assert f"Merged into {older} , where it is answered." in shown(page, newer)
    assert f"Took in: {newer}" in shown(page, older)
    assert case_of(desk, newer).state is State.CLOSED


def test_splitting(page: Client, desk: builders.Desk) -> None:
    issues = (NewIssue(summary="The roof leaks"), NewIssue(summary="The lift is loud"))
    ref = received(desk, issues=issues)
    send(page, address(f"case/{ref}/split"), issues=["2"], why="Another service.")
    (link,) = case_of(desk, ref).links
    assert link.tie is Tie.SPLIT_INTO
    assert "Split off as a complaint of its own." in shown(page, ref)
    assert "The lift is loud" in shown(page, link.reference)


def test_the_other_side_of_a_merger_has_no_page(page: Client, desk: builders.Desk) -> None:
    assert page.get(address(f"case/{opened(desk)}/take-in")).status_code == 404
