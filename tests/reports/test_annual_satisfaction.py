"""The section of what residents say: everybody counted, and nobody to be guessed."""

from datetime import date, timedelta

from redress.demo.voices import HARROW
from redress.reports.annual_satisfaction import section, shown_services
from redress.rules.facts_followed import Kept, RatingFacts
from redress.rules.satisfaction import Contacted, voices
from redress.rules.survey import Of, satisfied
from redress.satisfaction.reading import Heard, Tp09

DAY = date(2026, 5, 20)


def rows(service: str, *marks: int) -> list[Contacted]:
    return [
        Contacted(service, DAY, DAY, DAY, rating=RatingFacts(1, DAY, mark, Kept.YES))
        for mark in marks
    ]


def heard(*contacted: Contacted, harrow: bool = False) -> Heard:
    whole, services = voices(contacted, DAY + timedelta(days=60))
    surveys = HARROW if harrow else ()
    found = tuple(
        Tp09(Of.ALL, each, each.lines[Of.ALL], satisfied(each.lines[Of.ALL]), None, None)
        for each in surveys[:1]
    )
    return Heard("2026-27", whole, services, found, surveys)


def test_nothing_asked_is_no_section() -> None:
    assert section(None) is None and section(heard()) is None


def test_what_few_people_of_a_service_said_is_not_shown_nor_to_be_worked_out() -> None:
    found = heard(*rows("A", *[5] * 12), *rows("B", *[1] * 11), *rows("C", 1, 5))
    assert shown_services(found.services) == {"A": True, "B": False, "C": False}
    made = section(found)
    assert made
    _, handled = made.exhibits[0].grids
    assert handled.rows == (
        ("A", "12", "0", "0", "100.0%"),
        ("B", "–", "–", "–", "–"),
        ("C", "–", "–", "–", "–"),
    )
    assert handled.total == ("All", "13", "0", "12", "52.0%")
    assert shown_services(heard(*rows("A", *[5] * 12)).services) == {"A": True}


def test_harrows_year_shows_what_is_known_and_says_what_is_not() -> None:
    made = section(heard(harrow=True))
    assert made
    tp09, given = made.exhibits
    assert tp09.grids[0].rows == (
        ("Residents", "55 (worked out)", "19.0%", "10.8% to 31.2%", "not known"),
    )
    assert given.grids[0].rows == (
        ("Quality checks, 2023-24", "not known", "715", *["not known"] * 3),
    )
    assert "Of how many complainants" in given.sentences[0]
