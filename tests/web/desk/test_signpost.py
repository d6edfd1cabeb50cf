"""Pointing to somebody else who can help."""

from datetime import date

import pytest
from django.test import Client

from redress.rules.access import Actor, Verb
from redress.rules.actions.receive import NewIssue
from redress.rules.actions.sign import Sign
from redress.web import clock
from tests import builders
from tests.web.desk.conftest import TODAY, address, moment, opened
from tests.web.desk.pages import errors_of, send, words_of


def test_the_letter_gives_the_details_of_the_day(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    at = address(f"case/{ref}/signpost")
    typed = {"matter": "How much the service charge is.", "turn_to": ["first-tier-tribunal"]}
    assert send(page, at, **typed).status_code == 302
    letter = words_of(page.get(address(f"case/{ref}/letters/3")).content.decode())
    assert "First-tier Tribunal (Property Chamber)" in letter
    assert "www.gov.uk/housing-tribunals" in letter
    assert "You need to ask them yourself." in letter


def test_what_is_missing(page: Client, desk: builders.Desk) -> None:
    errors = errors_of(send(page, address(f"case/{opened(desk)}/signpost")).content.decode())
    assert errors == [
        "Nothing says what it is about. Write which part of it is for somebody else. (Code 5.7)",
        "Nobody is named who can help. Choose at least one from the register of contacts. "
        "(Code 5.7)",
    ]


def test_details_past_their_date_say_so_and_are_not_sent(
    page: Client, desk: builders.Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = address(f"case/{opened(desk)}/signpost")
    monkeypatch.setattr(clock, "now", lambda: moment(date(2027, 12, 1)))
    assert "details not checked since Mon 23 Nov 2026" in words_of(page.get(at).content.decode())
    typed = {"matter": "The charge.", "turn_to": ["lgsco"]}
    (refused,) = errors_of(send(page, at, **typed).content.decode())
    assert refused.startswith("The contact details are past the day until which they were checked.")


def test_with_a_part_that_is_refused(page: Client, desk: builders.Desk, reviewer: Actor) -> None:
    two = (NewIssue(summary="The charge is too high"), NewIssue(summary="Nobody wrote back"))
    ref = opened(desk, issues=two)
    answer = send(
        page,
        address(f"case/{ref}/refuse"),
        ground="already_considered",
        reasons="We answered this before.",
        discretion="We asked for more.",
        issues=["1"],
        turn_to=["first-tier-tribunal"],
    )
    assert answer.status_code == 302
    builders.Desk(desk.landlord, reviewer).does(ref, Verb.SIGN, Sign(number=1), TODAY)
    letters = [
        words_of(page.get(address(f"case/{ref}/letters/{n}")).content.decode()) for n in (3, 4)
    ]
    assert "what we cannot look into" in letters[0] and "who can help you" in letters[1]
    assert "The charge is too high" in letters[1] and "Nobody wrote back" not in letters[1]
    assert "We go on with the rest of your complaint." in letters[1]
