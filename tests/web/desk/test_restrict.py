"""Restricting a case, opening one, and declaring a conflict, on the pages."""

import pytest
from django.test import Client

from redress.people.models import Landlord
from redress.rules.access import Actor, Role
from tests import builders
from tests.web.desk.conftest import address, browser_of, case_of, opened
from tests.web.desk.pages import errors_of, send, words_of


@pytest.fixture
def hana(landlord: Landlord) -> Actor:
    return builders.user(landlord, Role.HANDLER, name="Hana Ali")


@pytest.fixture
def restricted(page: Client, desk: builders.Desk, hana: Actor) -> str:
    """A case that the officer kept to Hana Ali and herself."""
    ref = opened(desk)
    answer = send(
        page, address(f"case/{ref}/restrict"), people=[str(hana.id)], reason="About a colleague."
    )
    assert answer.status_code == 302
    return ref


def test_the_case_says_so_to_those_who_see_it(
    restricted: str, page: Client, hana: Actor, desk: builders.Desk
) -> None:
    assert case_of(desk, restricted).named == tuple(sorted({desk.actor.id or 0, hana.id or 0}))
    for browser in (page, browser_of(hana)):
        said = words_of(browser.get(address(f"case/{restricted}")).content.decode())
        assert "Only people who were named may see this case." in said


def test_to_others_there_is_no_such_case(restricted: str, landlord: Landlord) -> None:
    ivor = browser_of(builders.user(landlord, Role.HANDLER, Role.STAGE_2_REVIEWER, name="Ivor"))
    for rest in ("", "/respond", "/restrict", "/open-restricted", "/letters/1"):
        assert ivor.get(address(f"case/{restricted}{rest}")).status_code == 404


class TestOpening:
    def test_a_head_of_service_is_asked_why_and_shown_nothing(
        self, restricted: str, landlord: Landlord
    ) -> None:
        head = browser_of(builders.user(landlord, Role.HEAD_OF_SERVICE, name="Carol Jones"))
        answer = head.get(address(f"case/{restricted}"))
        assert answer.headers["Location"] == address(f"case/{restricted}/open-restricted")
        shown = words_of(head.get(answer.headers["Location"]).content.decode())
        assert "Open a restricted case" in shown and restricted in shown
        for private in ("Mary", "Osei", "leak", "Repairs", "Amina"):
            assert private not in shown

    def test_the_reason_opens_it_and_stands_on_the_record(
        self, restricted: str, landlord: Landlord
    ) -> None:
        head = browser_of(builders.user(landlord, Role.HEAD_OF_SERVICE, name="Carol Jones"))
        at = address(f"case/{restricted}/open-restricted")
        assert errors_of(send(head, at, reason="").content.decode()) == [
            "There is no reason. Give the reason in a sentence. (Code 5.12)"
        ]
        answer = send(head, at, reason="The gas engineer is at the door.")
        assert answer.headers["Location"] == address(f"case/{restricted}")
        said = words_of(head.get(address(f"case/{restricted}")).content.decode())
        assert "Opened by somebody who was not named" in said
        assert "The gas engineer is at the door." in said


class TestConflict:
    def test_who_declares_one_is_sent_away_and_loses_the_case(
        self, desk: builders.Desk, hana: Actor
    ) -> None:
        ref, browser = opened(desk), browser_of(hana)
        at = address(f"case/{ref}/declare-conflict")
        answer = send(browser, at, person=str(hana.id), conflict="yes", about="My neighbour.")
        assert answer.headers["Location"] == address("worklist")
        assert browser.get(address(f"case/{ref}")).status_code == 404

    def test_a_handler_speaks_for_nobody_else(self, desk: builders.Desk, hana: Actor) -> None:
        at = address(f"case/{opened(desk)}/declare-conflict")
        answer = send(browser_of(hana), at, person=str(desk.actor.id), conflict="no")
        assert answer.status_code == 200 and errors_of(answer.content.decode())

    def test_none_is_on_the_record(self, desk: builders.Desk, hana: Actor) -> None:
        ref, browser = opened(desk), browser_of(hana)
        at = address(f"case/{ref}/declare-conflict")
        send(browser, at, person=str(hana.id), conflict="no")
        said = words_of(browser.get(address(f"case/{ref}")).content.decode())
        assert "Declared that there is no conflict of interest" in said
