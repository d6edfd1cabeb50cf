"""The one box: it is on every page of the desk, finds by part or slip, and leads to the case."""

from typing import Any

import pytest
from django.test import Client

from redress.rules.access import Role, Verb
from redress.rules.actions.restrict import Restrict
from tests import builders
from tests.web.desk.conftest import TODAY, address, browser_of, opened, received
from tests.web.desk.pages import words_of


def references(page: Client, text: str) -> list[str]:
    rows = page.get(address("find"), {"find": text}).context["rows"]
    return [row.line.reference for row in rows]


def shown(page: Client, text: str) -> str:
    return words_of(page.get(address("find"), {"find": text}).content.decode())


@pytest.mark.parametrize("path", ["", "worklist", "find", "receive", "case/MOD-000001"])
def test_the_box_is_on_every_page(page: Client, desk: builders.Desk, path: str) -> None:
    received(desk)
    assert page.get(address(path)).content.decode().count('id="find"') == 1


def test_by_part_of_a_name_and_straight_to_a_reference(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    assert references(page, "ose elm") == [ref]
    answer = page.get(address("find?find=mod-000001"))
    assert answer["Location"] == address(f"case/{ref}")


def test_nothing_like_it_says_so_and_nothing_typed_says_what_can_be(page: Client) -> None:
    assert "No case has “Nobody”, or anything like it" in shown(page, "Nobody")
    assert "Type a reference, a part of a name" in shown(page, "")
    for strange in ("%00", "%F0%9F%98%80", "x" * 5000, "<script>"):
        assert page.get(address(f"find?find={strange}")).status_code == 200


def test_a_slip_of_the_finger_is_forgiven_and_said(page: Client, desk: builders.Desk) -> None:
    ref = received(desk)
    assert references(page, "mray oesi") == [ref]
    assert "No case has exactly these words. These come close." in shown(page, "mray oesi")
    assert "come close" not in shown(page, "mary osei")


def test_it_stays_with_its_landlord(page: Client, desk: builders.Desk) -> None:
    other = builders.landlord("harrow", "HAR")
    builders.Desk(other, builders.user(other, Role.COMPLAINTS_OFFICER)).receive(TODAY)
    for text in ("leak", "laek", "HAR-000001"):
        assert references(page, text) == []


def test_a_restricted_case_is_as_one_that_is_not_there(page: Client, desk: builders.Desk) -> None:
    head = builders.user(desk.landlord, Role.HEAD_OF_SERVICE, name="Eve Hall")
    secret = received(desk, category="bribery")
    given = Restrict(people=((head.id or 0, head.name),), reason="About a director.")
    builders.Desk(desk.landlord, head).does(secret, Verb.RESTRICT, given, TODAY)
    for text in (secret, "bribery", "bribrey", "mary osei", "mayr", "kitchen", "07700900123"):
        assert references(page, text) == []
        there = shown(page, text).replace(text, "")
        assert there == shown(page, "zzzzzz").replace("zzzzzz", "")
    assert references(browser_of(head), "bribrey") == [secret]


def test_the_same_number_of_queries_however_many_cases(
    page: Client, desk: builders.Desk, django_assert_max_num_queries: Any
) -> None:
    for _ in range(30):
        received(desk)
    for text in ("mary osei elm walk leak repairs", "mray osie elm wlak leek rpeairs"):
        with django_assert_max_num_queries(25):
            page.get(address("find"), {"find": text})
