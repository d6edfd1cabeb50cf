"""Messages on a case: taken down, shown, answered, and asked whether they ask for stage 2."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from redress.people.models import Landlord
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.close import Close
from redress.rules.actions.receive_message import ReceiveMessage
from redress.rules.actions.restrict import Restrict
from redress.rules.facts import Kind, State
from redress.rules.facts_incoming import Asks
from redress.web import clock
from tests import builders
from tests.uploads.corpus import photo
from tests.web.desk.conftest import (
    TODAY,
    address,
    answered,
    browser_of,
    case_of,
    moment,
    opened,
    parts,
    received,
)
from tests.web.desk.pages import errors_of, fill, send, words_of

MARY = Actor(None, "Mary Osei", resident=True)


def comes_in(desk: builders.Desk, ref: str, text: str = "I am still cold.", **others: Any) -> None:
    """Mary writes by email."""
    given = ReceiveMessage(received_on=TODAY, channel="email", text=text, name="Mary Osei")
    builders.Desk(desk.landlord, MARY).does(ref, Verb.RECEIVE_MESSAGE, given, TODAY, **others)


def shown(page: Client, rest: str) -> str:
    return words_of(page.get(address(rest)).content.decode())


def numbers(page: Client, group: str = "everybodys") -> dict[str, Any]:
    counts = page.get(address()).context[group]
    return {each.words: each for each in counts if each.words.startswith("Messages")}


def press(page: Client, desk: builders.Desk, ref: str, settled_as: str, **typed: str) -> Any:
    """One click on the case, as its small form sends it."""
    seen = page.get(address(f"case/{ref}")).context["page"].seen
    sent = {"seen": seen, "number": "1", "settled_as": settled_as, **typed}
    return page.post(address(f"case/{ref}/settle-message"), sent)


@pytest.mark.usefixtures("shelf")
def test_a_scanned_letter_is_taken_down_with_its_day(page: Client, desk: builders.Desk) -> None:
    ref, day = opened(desk), date(2026, 5, 8)
    at = address(f"case/{ref}/receive-message")
    scan = SimpleUploadedFile("letter.jpg", photo(), "image/jpeg")
    typed = {"channel": "letter", "name": "Mary Osei", "text": "Please ring me."}
    sent = fill(page, at, **typed, **parts("received_on", day))
    assert page.post(at, {**sent, "attached": [scan]}).status_code == 302
    (kept,) = case_of(desk, ref).incoming
    assert (kept.received_on, kept.channel, kept.documents) == (day, "letter", (1,))
    said = shown(page, f"case/{ref}")
    assert "Mary Osei , Fri 8 May 2026, by letter not answered Please ring me." in said
    assert "Message received" in said


@pytest.mark.usefixtures("shelf")
def test_with_a_file_that_cannot_be_kept_nothing_is_kept_twice(
    page: Client, desk: builders.Desk
) -> None:
    ref = opened(desk)
    at = address(f"case/{ref}/receive-message")
    sent = fill(page, at, channel="letter", name="Mary Osei", text="Please ring me.")
    bad = SimpleUploadedFile("a.exe", b"MZ", "image/jpeg")
    answer = page.post(at, {**sent, "attached": [bad]})
    assert errors_of(answer.content.decode()) and case_of(desk, ref).incoming == ()
    assert "Please ring me." in answer.content.decode()


def test_what_waits_is_a_number_that_opens_its_list_closed_cases_too(
    page: Client, desk: builders.Desk, officer: Actor
) -> None:
    one, two = opened(desk), answered(desk)
    desk.does(two, Verb.CLOSE, Close(), TODAY)
    desk.does(one, Verb.ALLOCATE, Allocate(handler=officer.id or 0, handler_name="A"), TODAY)
    for ref in (one, two, two):
        comes_in(desk, ref)
    for group, waits in (("everybodys", (3, 2)), ("mine", (1, 0))):
        found = numbers(page, group)
        assert tuple(each.number for each in found.values()) == waits
        for each in found.values():
            assert len(page.get(each.address).context["rows"]) == each.number
    said = shown(page, "messages?show=stage-2")
    assert two in said and one not in said and "Stage 2?" in said
    assert page.get(address("messages?show=odd&after=x.y")).status_code == 200


def test_yes_is_one_click_and_stage_2_counts_from_the_day_it_came(
    page: Client, desk: builders.Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = answered(desk)
    comes_in(desk, ref)
    later = date(2026, 5, 26)
    monkeypatch.setattr(clock, "now", lambda: moment(later))
    said = shown(page, f"case/{ref}")
    assert "Is this a request for stage 2?" in said and "received on Tue 12 May 2026" in said
    assert press(page, desk, ref, "stage_2").status_code == 302
    case = case_of(desk, ref)
    assert (case.state, case.stage.received_on) == (State.STAGE_2_REQUESTED, TODAY)
    assert all(each.number == 0 for each in numbers(page).values())
    assert "It was a request for stage 2." in shown(page, f"case/{ref}")


def test_no_is_one_click_with_why_and_the_message_still_waits(
    page: Client, desk: builders.Desk
) -> None:
    ref = answered(desk)
    comes_in(desk, ref)
    answer = press(page, desk, ref, "not_stage_2")
    assert "(Code 5.12)" in errors_of(answer.content.decode())[0]
    assert press(page, desk, ref, "not_stage_2", why="She asks who rings.").status_code == 302
    (kept,) = case_of(desk, ref).incoming
    assert (kept.stage_2, kept.is_answered) == (Asks.NO, False)
    assert [each.number for each in numbers(page).values()] == [1, 0]
    send(page, address(f"case/{ref}/settle-message"), why="By phone, by Ben.")
    assert [each.number for each in numbers(page).values()] == [0, 0]
    assert "in another way: By phone, by Ben." in shown(page, f"case/{ref}")


def test_dissatisfied_on_a_request_somebody_is_to_offer_the_choice(
    page: Client, desk: builders.Desk
) -> None:
    ref = received(desk, kind=Kind.SERVICE_REQUEST)
    comes_in(desk, ref, "Nobody came and I am fed up.")
    said = shown(page, f"case/{ref}")
    assert "It says nobody came, fed up . Offer the resident the choice to complain" in said
    assert case_of(desk, ref).state is State.REQUEST_OPEN


def test_whose_case_is_hidden_has_its_messages_hidden(
    landlord: Landlord, page: Client, desk: builders.Desk, officer: Actor
) -> None:
    ref = opened(desk)
    comes_in(desk, ref)
    people = ((officer.id or 0, officer.name),)
    desk.does(ref, Verb.RESTRICT, Restrict(people=people, reason="About staff."), TODAY)
    assert len(page.get(address("messages")).context["rows"]) == 1
    handler = browser_of(builders.user(landlord, Role.TEAM_LEADER, name="Eve Hall"))
    assert handler.get(address("messages")).context["rows"] == []
    assert [each.number for each in numbers(handler).values()] == [0, 0]
    logger = browser_of(builders.user(landlord, Role.LOGGER, name="Lou"))
    assert logger.get(address("messages")).status_code == 403
    other = builders.landlord("harrow", "HAR")
    stranger = browser_of(builders.user(other, Role.COMPLAINTS_OFFICER, name="Other"))
    assert stranger.get(address("messages")).status_code == 403
