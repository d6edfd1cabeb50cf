"""Measures that are kept: read again while nothing changed, made anew after anything did."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from redress.assessment import kept
from redress.assessment.kept import measures_of
from redress.assessment.models import KeptMeasures
from redress.assessment.rows import seen_cases
from redress.people.models import Landlord, Resident
from redress.rules.access import Verb
from redress.rules.actions.tag import Tag
from redress.rules.facts import State
from redress.rules.figures_year import Year
from redress.rules.measures import Window, measure
from redress.rules.measures_table import MEASURES
from tests.builders import Office, office, resident
from tests.rules.inputs import on

pytestmark = pytest.mark.django_db
YEAR = Year(2026)
WINDOW = Window(YEAR.start, YEAR.end, date(2026, 9, 1))


@pytest.fixture
def made() -> Office:
    made = office()
    made.reach(State.STAGE_2_ANSWERED)
    return made


def reads(landlord: Landlord, window: Window = WINDOW) -> bool:
    """Whether the measures were made anew; they are always those of the cases as they are."""
    with CaptureQueriesContext(connection) as captured:
        found = measures_of(landlord, window)
    assert found == measure(seen_cases(landlord, window), window, MEASURES)
    return any('"cases_issue"' in each["sql"] for each in captured)


def test_a_second_look_reads_what_was_kept(made: Office) -> None:
    assert reads(made.landlord)
    assert not reads(made.landlord)
    assert KeptMeasures.objects.count() == 1


@pytest.mark.parametrize("what", ["a tag", "another case", "an adjustment", "a day", "the book"])
def test_whatever_changes_makes_them_anew(made: Office, what: str) -> None:
    person = resident(made.landlord)
    reference = made.reach(State.STAGE_1_OPEN, resident=person.pk)
    assert reads(made.landlord) and not reads(made.landlord)
    window = WINDOW
    match what:
        case "a tag":  # an event that no measure asks about changes the chain all the same
            made.one.does(reference, Verb.TAG, Tag(add=("roof",)), on("Mon 18 May"))
        case "another case":
            made.reach(State.REFUSED)
        case "an adjustment":
            agreed = {
                "number": 1, "what": "Large print", "agreed_on": "2026-05-01",
                "agreed_by": "Amina Khan", "review_on": "2026-08-31",
            }  # fmt: skip
            Resident.objects.filter(pk=person.pk).update(adjustments=[agreed])
        case "a day":
            window = replace(WINDOW, as_at=WINDOW.as_at + timedelta(days=1))
        case "the book":
            Landlord.objects.filter(pk=made.landlord.pk).update(book_version="another")
            made.landlord.refresh_from_db()
    assert reads(made.landlord, window) and not reads(made.landlord, window)
    assert KeptMeasures.objects.count() == 1  # one of a period, whatever was kept before


def test_another_text_of_the_rules_makes_them_anew(
    made: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert reads(made.landlord)
    monkeypatch.setattr(kept, "_sources", lambda: "another")
    assert reads(made.landlord)


def test_landlords_and_periods_do_not_mix(made: Office) -> None:
    other = office("harrow", "HAR")
    assert reads(made.landlord)
    measures_of(other.landlord, WINDOW)
    last = YEAR.earlier(1)
    measures_of(made.landlord, Window(last.start, last.end, WINDOW.as_at))
    assert not reads(made.landlord)
    assert KeptMeasures.objects.count() == 3
