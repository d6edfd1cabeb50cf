"""Requests that may have been complaints."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from redress.cases.models import Case
from redress.cases.requests import to_check
from redress.people.models import Landlord
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.answer_request import AnswerRequest
from redress.rules.facts import Kind
from tests import builders
from tests.web.desk.conftest import RECEIVED, TODAY, address, browser_of
from tests.web.desk.pages import words_of

AT = address("requests-to-check")


def request(desk: builders.Desk, words: str, answered: bool = True, **others: Any) -> str:
    ref = desk.receive(RECEIVED, kind=Kind.SERVICE_REQUEST, description=words, issues=(), **others)
    if answered:
        desk.does(ref, Verb.ANSWER_REQUEST, AnswerRequest(answer="On Tuesday."), TODAY)
    return ref


def test_words_of_dissatisfaction_are_shown_first(page: Client, desk: builders.Desk) -> None:
    calm = request(desk, "Please mend my tap.")
    angry = request(desk, "This is the third time. I am FED  UP and nobody came.")
    text = words_of(page.get(AT).content.decode())
    assert angry in text.partition("sample")[0]
    assert "Words: third time, fed up, nobody came" in text
    assert calm not in text.partition("sample of the others")[0]
    assert "Nobody recorded asking whether they wanted to complain." in text


def test_open_ones_old_ones_and_complaints_are_not_here(
    landlord: Landlord, officer: Actor, desk: builders.Desk
) -> None:
    request(desk, "Still waiting, not good enough.", answered=False)
    desk.receive(RECEIVED, description="Not good enough.")
    old = request(desk, "I am still waiting.")
    assert [each.reference for each in to_check(officer, landlord, TODAY)] == [old]
    assert to_check(officer, landlord, RECEIVED + timedelta(weeks=14)) == []


def test_one_in_ten_of_the_others_another_each_week(
    landlord: Landlord, officer: Actor, desk: builders.Desk
) -> None:
    for _ in range(40):
        request(desk, "Please mend my tap.")
    weeks = [
        {each.reference for each in to_check(officer, landlord, TODAY + timedelta(weeks=n))}
        for n in range(8)
    ]
    assert len({frozenset(week) for week in weeks}) > 1
    assert 8 <= sum(len(week) for week in weeks) <= 80  # 32 expected
    monday = date(2026, 5, 11)
    same = [to_check(officer, landlord, monday + timedelta(days=n)) for n in range(1, 7)]
    assert all(each == same[0] for each in same)


def test_a_restricted_one_leaves_no_trace(page: Client, desk: builders.Desk) -> None:
    request(desk, "I am fed up.")
    Case.objects.update(restricted=True, guarded=True)
    assert "fed up" not in page.get(AT).content.decode()


@pytest.mark.parametrize(("role", "status"), [(Role.LOGGER, 403), (Role.AUDITOR, 200)])
def test_who_may_open_it(landlord: Landlord, role: Role, status: int) -> None:
    somebody = browser_of(builders.user(landlord, role, name="Some Body"))
    assert somebody.get(AT).status_code == status
    assert somebody.post(AT).status_code == 405
    other = builders.user(builders.landlord("harrow", "HAR"), Role.DIRECTOR, name="Other")
    assert browser_of(other).get(AT).status_code == 403
    assert Client().get(AT)["Location"].startswith("/sign-in")
