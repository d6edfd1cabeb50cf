"""Taking back one's last step: two clicks from the case."""

from datetime import timedelta

import pytest
from django.test import Client

from redress.rules.access import Actor
from redress.rules.facts import State
from redress.web import clock
from tests import builders
from tests.web.desk.conftest import TODAY, address, browser_of, case_of, logged, moment
from tests.web.desk.pages import errors_of, send, words_of

DEFINED = {
    "definition": "Your kitchen ceiling leaks and we did not come.",
    "outcome_sought": "Mend it.",
    "not_responsible": "There is nothing here that is not ours.",
}
OFFER = "Take it back"


@pytest.fixture
def acknowledged(page: Client, desk: builders.Desk) -> str:
    """A case whose acknowledgement the officer has just issued."""
    ref = logged(desk)
    send(page, address(f"case/{ref}/acknowledge"), **DEFINED)
    assert case_of(desk, ref).state is State.STAGE_1_OPEN
    return ref


def later(monkeypatch: pytest.MonkeyPatch, **delay: int) -> None:
    monkeypatch.setattr(clock, "now", lambda: moment(TODAY) + timedelta(**delay))


def test_the_case_offers_it_and_it_is_done(
    acknowledged: str, page: Client, desk: builders.Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch, seconds=20)
    shown = words_of(page.get(address(f"case/{acknowledged}")).content.decode())
    assert "Your last step: Acknowledged." in shown and OFFER in shown
    at = address(f"case/{acknowledged}/undo")
    assert "Acknowledged" in words_of(page.get(at).content.decode())
    assert send(page, at).headers["Location"] == address(f"case/{acknowledged}")
    assert case_of(desk, acknowledged).state is State.STAGE_1_LOGGED
    told = words_of(page.get(address(f"case/{acknowledged}")).content.decode())
    assert "Taken back before anything was sent" in told and OFFER not in told


def test_a_minute_later_it_is_no_longer_offered(
    acknowledged: str, page: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch, seconds=61)
    assert OFFER not in words_of(page.get(address(f"case/{acknowledged}")).content.decode())


def test_a_step_without_a_letter_is_offered_for_ten_minutes(
    page: Client, desk: builders.Desk, officer: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = logged(desk)
    send(page, address(f"case/{ref}/allocate"), handler=str(officer.id))
    for minutes, offered in ((9, True), (11, False)):
        later(monkeypatch, minutes=minutes)
        shown = words_of(page.get(address(f"case/{ref}")).content.decode())
        assert (OFFER in shown) == offered


def test_not_to_somebody_else(acknowledged: str, reviewer: Actor) -> None:
    browser = browser_of(reviewer)
    assert OFFER not in words_of(browser.get(address(f"case/{acknowledged}")).content.decode())
    answer = send(browser, address(f"case/{acknowledged}/undo"))
    assert errors_of(answer.content.decode()) == [
        "The last step was somebody else’s. Ask them to take it back."
    ]
