"""The landlord's offer beside the Ombudsman's order, by hand; what is not known is in no sum."""

from dataclasses import replace
from datetime import date

import pytest

from redress.rules.facts_offers import Answer, OfferFacts
from redress.rules.offered_ordered import (
    Compared,
    compare,
    difference,
    in_words,
    is_compared,
    standing,
    totals,
)
from redress.rules.ombudsman import Asks, Body, Duty, Element, Entry, Found, Held, Status

DECIDED = date(2026, 6, 1)
ENTRY = Entry(
    body=Body.HOUSING,
    received_on=date(2026, 1, 5),
    status=Status.DETERMINED,
    decided_on=DECIDED,
    elements=(Element("The leak", Found.MALADMINISTRATION),),
)
CLEAR = replace(ENTRY, elements=(Element("The leak", Found.NO_MALADMINISTRATION),))
FIRST = OfferFacts(1, 1, date(2025, 10, 1), pounds=50)
SECOND = OfferFacts(2, 2, date(2025, 12, 1), pounds=100)
LATER = OfferFacts(3, 2, date(2026, 6, 2), pounds=900)  # the day after it was decided


def pays(pounds: int | None) -> Duty:
    return Duty(Asks.ORDER, "As ordered", DECIDED, date(2026, 6, 29), pounds=pounds)


@pytest.mark.parametrize(
    ("offers", "pounds"),
    [
        ((), 0),
        ((FIRST,), 50),
        ((FIRST, SECOND), 150),
        ((replace(FIRST, answer=Answer.REFUSED), SECOND), 100),  # the second took its place
        ((replace(FIRST, answer=Answer.REFUSED),), 50),  # refused, and nothing else was offered
        ((FIRST, SECOND, LATER), 150),
        ((replace(FIRST, pounds=None), SECOND), 100),  # an apology, then money
    ],
)
def test_what_was_offered_when_the_ombudsman_decided(
    offers: tuple[OfferFacts, ...], pounds: int
) -> None:
    assert compare(Held(ENTRY, (pays(250),)), offers) == Compared(pounds, 250)
    assert sum(each.pounds or 0 for each in standing(offers, DECIDED)) == pounds


@pytest.mark.parametrize(
    ("entry", "duties", "ordered"),
    [
        (ENTRY, (pays(250), pays(None), pays(100)), 350),
        (ENTRY, (pays(None),), 0),  # an apology alone
        (ENTRY, (), None),  # nobody put down what was ordered
        (CLEAR, (), 0),
        (ENTRY, (Duty(Asks.RECOMMENDATION, "Pay", None, None, pounds=80),), None),
    ],
)
def test_what_was_ordered(entry: Entry, duties: tuple[Duty, ...], ordered: int | None) -> None:
    assert compare(Held(entry, duties), (FIRST,)) == Compared(50, ordered)


def test_without_our_case_the_offer_is_not_known() -> None:
    found = compare(Held(ENTRY, (pays(250),)), None)
    assert (found.offered, found.ordered, found.more) == (None, 250, None)


def test_only_a_determined_case_is_compared() -> None:
    assert is_compared(Held(ENTRY))
    assert not is_compared(Held(replace(ENTRY, status=Status.OPEN, elements=())))


def test_the_sums_are_over_those_with_both_known_and_the_others_are_counted() -> None:
    found = totals([Compared(50, 250), Compared(100, 0), Compared(None, 400), Compared(70, None)])
    assert (found.cases, found.known, found.unknown) == (4, 2, 2)
    assert (found.offered, found.ordered, found.more, found.above) == (150, 250, 100, 1)
    assert in_words(found) == (
        "In 2 cases we offered £150 and £250 was ordered: £100 more than we offered. More was "
        "ordered than offered in 1 case. Of 2 cases it is not known."
    )


@pytest.mark.parametrize(
    ("cases", "words"),
    [
        ([], ""),
        ([Compared(None, 1)], "is not known in 1 case."),
        ([Compared(1_000, 1_000)], "£1,000 was ordered: as much as we offered."),
        ([Compared(1_200, 200)], "£1,000 less than we offered"),
    ],
)
def test_the_sentence(cases: list[Compared], words: str) -> None:
    said = in_words(totals(cases))
    assert words in said if words else said == ""


def test_the_difference_in_words() -> None:
    assert [difference(n) for n in (5, -5, 0)] == [
        "£5 more than we offered",
        "£5 less than we offered",
        "as much as we offered",
    ]
