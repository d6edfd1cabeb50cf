"""Surveys given from outside, kept with their history, and TP09 from them."""

from datetime import date
from decimal import Decimal
from importlib import import_module

import pytest
from django.apps import apps
from django.db import DatabaseError, transaction

from redress.people.models import Landlord
from redress.rules.decision import NotKept
from redress.rules.survey import Counts, Of
from redress.rules.survey_rows import Survey
from redress.rules.unhappy import UnhappyRow
from redress.satisfaction import offering, reading, store
from redress.satisfaction.models import SurveyEntry, Unhappy
from tests import builders
from tests.builders import at

pytestmark = pytest.mark.django_db
YEAR = (date(2025, 4, 1), date(2026, 3, 31))
BY = builders.Actor(None, "Amina Khan")


def survey(name: str, on: date, satisfied: int, of: Of = Of.RENTED) -> Survey:
    """100 people who complained, of whom so many are satisfied."""
    counts = Counts(
        asked=1_000, answered=400, complained=100,
        satisfied=satisfied, neither=10, dissatisfied=90 - satisfied,
    )  # fmt: skip
    return Survey(name=name, held_from=on, held_to=on, lines={of: counts})


@pytest.fixture
def ours() -> Landlord:
    return builders.landlord()


def kept(ours: Landlord, given: Survey) -> int:
    return store.keep_survey(ours, given, BY, at(date(2026, 4, 1))).pk


def test_tp09_is_that_of_the_last_survey_of_the_period_beside_the_one_before_it(
    ours: Landlord,
) -> None:
    kept(ours, survey("2024", date(2024, 1, 9), 90))
    kept(ours, survey("2025", date(2025, 1, 9), 45))
    kept(ours, survey("Summer", date(2025, 7, 9), 10))
    kept(ours, survey("2026", date(2026, 1, 9), 40))
    kept(builders.landlord("harrow", "HAR"), survey("Theirs", date(2026, 2, 9), 1))
    [found] = reading.tp09(ours, *YEAR)
    assert (found.of, found.survey.name, found.found.percent) == (Of.RENTED, "2026", Decimal(40))
    assert found.before and found.before.name == "2025"
    assert found.change and found.change.points == Decimal("-5.0")
    assert reading.tp09(ours, date(2023, 4, 1), date(2024, 3, 31))[0].before is None
    assert reading.tp09(ours, date(2022, 4, 1), date(2023, 3, 31)) == []


def test_a_survey_is_read_as_it_was_given(ours: Landlord) -> None:
    given = Survey(
        name="January 2024",
        held_from=date(2024, 1, 1),
        held_to=date(2024, 1, 31),
        note="As published.",
        lines={Of.ALL: Counts(put_to=172, complained_percent=Decimal("32.0"))},
    )
    kept(ours, given)
    assert [each for _, each in reading.surveys_of(ours)] == [given]


def test_a_change_keeps_what_was_there_in_the_history(ours: Landlord) -> None:
    number = kept(ours, survey("2026", date(2026, 1, 9), 40))
    store.keep_survey(ours, survey("2026", date(2026, 1, 9), 41), BY, at(date(2026, 4, 2)), number)
    said = [entry.now["lines"]["rented"]["satisfied"] for entry in SurveyEntry.objects.all()]
    assert said == [40, 41]
    assert len(reading.surveys_of(ours)) == 1
    for change in (lambda: SurveyEntry.objects.all().delete(),
                   lambda: SurveyEntry.objects.update(by_name="Nobody")):  # fmt: skip
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()


def test_what_cannot_be_is_refused_and_nothing_is_kept(ours: Landlord) -> None:
    kept(ours, survey("2026", date(2026, 1, 9), 40))
    wrong = Survey(
        name="2026",
        held_from=date(2026, 2, 2),
        held_to=date(2026, 2, 1),
        lines={Of.ALL: Counts(complained=5, satisfied=6)},
    )
    with pytest.raises(NotKept) as refused:
        kept(ours, wrong)
    codes = [reason.code for reason in refused.value.reasons]
    assert codes == ["more_than_the_whole", "survey_there", "ends_before_it_begins"]
    assert SurveyEntry.objects.count() == 1


def test_a_file_given_twice_makes_each_survey_once(ours: Landlord) -> None:
    for _ in range(2):
        store.keep_surveys(ours, [survey("A", date(2026, 1, 9), 4)], BY, at(date(2026, 4, 1)))
    assert len(reading.surveys_of(ours)) == 1


def test_who_was_put_down_before_there_were_marks_is_known_again(ours: Landlord) -> None:
    said = UnhappyRow(date(2026, 5, 1), "Olive Grant", "olive@example.org", "Still broken")
    other = builders.landlord("harrow", "HAR")
    assert [offering.add(each, None, [said]) for each in (ours, ours, other)] == [1, 0, 1]
    settled = Unhappy.objects.create(landlord=ours, said_on=said.said_on, settled_on=said.said_on)
    marks = list(Unhappy.objects.order_by("pk").values_list("mark", flat=True))
    assert len(set(marks)) == 3 and "Olive" not in str(marks)
    Unhappy.objects.update(mark="")
    name = "redress.satisfaction.migrations.0003_known_again_by_a_mark"
    import_module(name).fill(apps, None)
    assert list(Unhappy.objects.order_by("pk").values_list("mark", flat=True)) == marks
    settled.refresh_from_db()
    assert settled.mark == ""
    assert offering.add(ours, None, [said]) == 0
