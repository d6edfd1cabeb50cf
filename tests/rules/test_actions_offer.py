"""Offering to put things right at any stage (Code 5.13, 7.1 to 7.3), and limits on money."""

from datetime import date

import pytest

from redress.rules.access import Actor, Role, Verb
from redress.rules.decision import Book
from redress.rules.facts import State
from redress.rules.facts_offers import Remedy
from redress.rules.policy_files import policies_of
from redress.rules.policy_parts import Authority
from redress.rules.stages import ENDED, OPEN
from tests.rules.inputs import offer, on
from tests.rules.story import book_of, reach

PAID_BY = on("Fri 26 Jun")


@pytest.mark.parametrize("state", [*OPEN, *ENDED])
def test_something_can_be_offered_in_every_state_that_is_not_closed(state: State) -> None:
    story = reach(state)
    made = story.does(Verb.OFFER, offer(pounds=50, pay_by=date(2026, 7, 1)), story.today)
    (kept,) = story.facts.offers
    assert (kept.stage, kept.offered_on) == (story.facts.stage.number, story.today)
    assert kept.kinds == (Remedy.APOLOGY, Remedy.MONEY)  # money need not be ticked
    assert (story.facts.state, made.letters[0].kind) == (state, "offer")


def test_the_letter_says_what_it_meant_and_all_that_is_offered() -> None:
    story = reach(State.STAGE_1_OPEN)
    given = offer(
        kinds=(Remedy.APOLOGY, Remedy.RECORD),
        words=(" We take the missed visit off your record. ", ""),
        pounds=1150,
        pay_by=PAID_BY,
    )
    facts = story.does(Verb.OFFER, given, "Thu 7 May").letters[0].facts
    assert facts["impact"] == "You slept in a damp room."
    assert facts["offer"] == [
        "We say sorry for what we got wrong.",
        "We take the missed visit off your record.",
        "We will pay you £1,150 by Friday 26 June 2026.",
    ]


@pytest.mark.parametrize(
    ("change", "reasons"),
    [
        ({"kinds": ()}, [("offer_empty", "Code 7.3")]),
        ({"impact": " "}, [("impact_missing", "Code 7.2")]),
        ({"kinds": (Remedy.MONEY,)}, [("amount_missing", "Code 7.3")]),
        ({"kinds": (Remedy.CHANGE,)}, [("remedy_words_missing", "Code 7.3")]),
        ({"pounds": 50}, [("pay_by_missing", "Code 7.3")]),
        ({"pounds": 50, "pay_by": on("Wed 6 May")}, [("action_in_past", "Code 7.3")]),
        ({"pounds": 50, "pay_by": date(9000, 1, 1)}, [("date_not_known", "Code 7.3")]),
    ],
)
def test_what_is_refused(change: dict[str, object], reasons: list[tuple[str, str]]) -> None:
    assert reach(State.STAGE_1_OPEN).refuses(Verb.OFFER, offer(**change), "Thu 7 May") == reasons


def limits() -> Book:
    """A policy under which a handler may promise £100 and a head of service anything."""
    authority = (
        Authority(role=Role.HANDLER, pounds=100, clause="Policy 12"),
        Authority(role=Role.HEAD_OF_SERVICE, pounds=None, clause="Policy 12"),
    )
    return book_of(policies_of("code-model")[-1].model_copy(update={"authority": authority}))


@pytest.mark.parametrize(
    ("role", "pounds", "may"),
    [
        (Role.HANDLER, 100, True),
        (Role.HANDLER, 101, False),
        (Role.HEAD_OF_SERVICE, 5000, True),
        (Role.TEAM_LEADER, 1, False),  # not in the table
    ],
)
def test_nobody_offers_more_money_than_their_role_may(role: Role, pounds: int, may: bool) -> None:
    story = reach(State.STAGE_1_OPEN, book=limits())
    by = Actor(88, "Pat Lee", frozenset({role}))
    given = offer(pounds=pounds, pay_by=PAID_BY)
    if may:
        story.does(Verb.OFFER, given, "Thu 7 May", by)
        return
    assert story.refuses(Verb.OFFER, given, "Thu 7 May", by) == [("amount_too_high", "Policy 12")]
