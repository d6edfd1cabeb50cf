"""Small numbers in the words of an edition that people typed."""

from dataclasses import replace
from datetime import date

from redress.assessment import store as assessments
from redress.assessment.imports import import_form
from redress.publishing.store import draft
from redress.publishing.typed import small_in
from redress.reports import narrative
from redress.reports.annual import KIND
from redress.rules.access import Actor
from tests.publishing.conftest import AT, RESPONSE, TODAY, YEAR, House
from tests.rules.forms import text

ANN = Actor(None, "Ann")


def test_what_was_typed_anywhere_in_it_is_read_as_it_will_be_published(house: House) -> None:
    form = text(p6_2="6.2\tIn five days.\tNo\tA log of 3 residents.\tTwo cases were late.").encode()
    made = import_form(house.landlord, YEAR, "f.txt", form, ANN, AT).assessment
    said = "Cabinet heard one tenant."
    assessments.approve(made, "Cabinet", date(2026, 8, 2), said, ANN, AT, TODAY)
    narrative.write(house.landlord, KIND, YEAR.label, "outlook", "Four people asked.", ANN, AT)
    given = replace(RESPONSE, response="The board met a single family.", correction="")
    edition = draft(house.landlord, YEAR, given, house.officer, AT, TODAY)
    narrative.write(house.landlord, KIND, YEAR.label, "outlook", "Two people left.", ANN, AT)
    found = [(each.where, *each.numbers) for each in small_in(edition)]
    assert found == [
        ("Self-assessment and the governing body’s response", "one tenant"),
        ("What comes next", "Four people"),
        ("Self-assessment, 6.2", "3 residents"),
        ("Self-assessment, 6.2", "Two cases"),
        ("The governing body’s response to the report", "a single family"),
    ]


def test_computed_sentences_and_tables_are_not_searched(house: House) -> None:
    """One case of the year is told in the report's tables and sentences, as the Code asks."""
    assert small_in(house.draft()) == ()
