"""Refusing stage 2, on the grounds of the exclusions only."""

from django.test import Client

from redress.rules.access import Actor, Role
from redress.rules.facts import State
from tests import builders
from tests.web.desk.conftest import RECEIVED, address, browser_of, case_of, parts
from tests.web.desk.pages import errors_of, send, sent_by, words_of


def test_it_is_refused_with_the_way_to_the_ombudsman(
    page: Client, desk: builders.Desk, reviewer: Actor, escalated: str
) -> None:
    at = address(f"case/{escalated}/refuse-escalation")
    given = {"ground": "claim_filed", "reasons": "A claim was filed.", "discretion": "None."}
    given |= parts("claim_filed_on", RECEIVED) | {"claim_shown_by": "The claim form"}
    other = builders.user(desk.landlord, Role.COMPLAINTS_OFFICER, name="Dan Hill")
    assert send(browser_of(other), at, **given).status_code == 302
    assert "considered stage 1" in words_of(page.get(f"{at[:-17]}sign").content.decode())
    second = browser_of(reviewer)
    shown = second.get(f"{at[:-17]}sign").content.decode()
    assert "What is refused Stage 2" in words_of(shown)
    assert second.post(f"{at[:-17]}sign", sent_by(shown)).status_code == 302
    assert case_of(desk, escalated).state is State.ESCALATION_REFUSED
    letter = words_of(page.get(address(f"case/{escalated}/letters/4")).content.decode())
    assert "Housing Ombudsman" in letter and "A claim was filed." in letter


def test_all_that_is_missing_is_said_at_once(
    page: Client, desk: builders.Desk, escalated: str
) -> None:
    answer = send(page, address(f"case/{escalated}/refuse-escalation"))
    assert len(errors_of(answer.content.decode())) >= 3
