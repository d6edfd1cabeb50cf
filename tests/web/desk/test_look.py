"""What is at hand while somebody types: the same as after Find, without a page."""

from typing import Any

import pytest
from django.test import Client

from redress.people.models import Landlord
from redress.rules.access import Role
from tests import builders
from tests.web.desk.conftest import address, browser_of, opened
from tests.web.desk.pages import words_of

AT = address("receive/look")
TEXT = {"find": "osei", "description": "The kitchen ceiling leaks again"}


def asked(client: Client, **typed: str) -> dict[str, Any]:
    answer = client.post(AT, typed)
    assert answer.status_code == 200
    return {name: words_of(part) for name, part in answer.json().items()}


def test_who_is_found_and_then_the_cases_near_by(page: Client, desk: builders.Desk) -> None:
    known = builders.resident(desk.landlord)
    ref = opened(desk, resident=known.pk)
    found = asked(page, **TEXT)
    assert "Mary Osei" in found["people"] and found["near"] == ""
    found = asked(page, **TEXT, resident=str(known.pk))
    assert ref in found["near"]
    assert "May be the same matter. Words in common: ceiling, kitchen, leaks" in found["near"]


def test_somebody_new_in_a_block_we_know(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    assert f"{ref} (opens in a new tab) This block" in asked(page, postcode="e14aa")["near"]


@pytest.mark.parametrize(
    "typed", [{}, {"find": "x" * 100_000, "resident": "x", "postcode": "é" * 99}]
)
def test_nothing_and_nonsense_find_nothing(page: Client, typed: dict[str, str]) -> None:
    assert asked(page, **typed)["near"] == ""


def test_text_of_residents_is_text(page: Client, landlord: Landlord) -> None:
    builders.resident(landlord, name="<script>alert(1)</script> Osei")
    assert "<script>" not in page.post(AT, TEXT).json()["people"]


def test_for_those_who_may_take_a_contact(landlord: Landlord, desk: builders.Desk) -> None:
    builders.resident(landlord)
    logger = browser_of(builders.user(landlord, Role.LOGGER, name="George Lee"))
    assert "Mary Osei" in asked(logger, **TEXT)["people"]
    auditor = browser_of(builders.user(landlord, Role.AUDITOR, name="Ada Auditor"))
    assert auditor.post(AT, TEXT).status_code == 404
    other = builders.user(builders.landlord("harrow", "HAR"), Role.LOGGER, name="Other")
    assert browser_of(other).post(AT, TEXT).status_code == 404
    stranger = Client().post(AT, TEXT)  # is asked to sign in, and what they sent is kept for them
    assert "Mary Osei" not in stranger.content.decode()
    assert "json" not in stranger["Content-Type"]


def test_what_was_typed_is_never_in_an_address(page: Client) -> None:
    assert "osei" not in page.post(AT, TEXT).request["PATH_INFO"]
    assert page.get(AT, TEXT).json()["people"] == page.get(AT).json()["people"]
