"""Measures over stored cases: the same as over facts, one landlord's alone, in few queries."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from redress.assessment import rows
from redress.assessment.imports import import_form
from redress.assessment.kept import measures_of
from redress.assessment.reading import Assessed, Provided, assessed
from redress.assessment.rows import seen_cases
from redress.people.models import Resident
from redress.rules.access import Actor, Verb
from redress.rules.actions.extend import Extend
from redress.rules.facts import State
from redress.rules.figures_year import Year
from redress.rules.measures import Window, measure
from redress.rules.measures_table import MEASURES
from tests.builders import Office, office, resident
from tests.rules.forms import text
from tests.rules.inputs import on
from tests.rules.told import tell

pytestmark = pytest.mark.django_db
YEAR = Year(2026)
AS_AT = date(2026, 9, 1)
WINDOW = Window(YEAR.start, YEAR.end, AS_AT)
STATES = (State.STAGE_2_ANSWERED, State.REFUSED, State.ESCALATION_REFUSED, State.REQUEST_OPEN)


@pytest.mark.parametrize("state", STATES)
def test_a_stored_case_is_measured_as_its_facts_are(state: State) -> None:
    made = office()
    made.reach(state)
    told = measure([tell(state).seen()], WINDOW, MEASURES)
    stored = measures_of(made.landlord, WINDOW)
    assert {n: (m.should, m.did) for n, m in stored.items()} == {
        n: (m.should, m.did) for n, m in told.items()
    }


def extended(made: Office) -> str:
    reference = made.reach(State.STAGE_1_OPEN)
    given = Extend(new_date=on("Fri 29 May"), reason="The roofer is ill.")
    made.one.does(reference, Verb.EXTEND, given, on("Mon 18 May"))
    return reference


def provided(found: Assessed, number: str) -> Provided:
    return next(each for each in found.provisions if each.number == number)


def test_an_answer_beside_what_the_cases_show() -> None:
    made = office()
    reference = extended(made)
    at = datetime(2026, 8, 1, 10, tzinfo=UTC)
    import_form(made.landlord, YEAR, "form.txt", text().encode(), Actor(None, "Amina Khan"), at)
    found = assessed(made.landlord, YEAR, AS_AT)
    late, kept = provided(found, "6.3"), provided(found, "6.5")
    assert late.measure and (late.measure.should, late.measure.did) == (1, 0)
    assert late.measure.cases == (reference,)
    assert [flag.says for flag in late.flags] == ["It says yes, and 1 of 1 case did not."]
    assert kept.measure and (kept.measure.should, kept.measure.did) == (1, 1)
    assert provided(found, "1.2").measure is None  # nothing in the record measures it


def test_another_landlords_cases_and_answers_are_not_there() -> None:
    ours, theirs = office(), office("harrow", "HAR")
    extended(ours)
    at = datetime(2026, 8, 1, 10, tzinfo=UTC)
    import_form(ours.landlord, YEAR, "form.txt", text().encode(), Actor(None, "Amina Khan"), at)
    found = assessed(theirs.landlord, YEAR, AS_AT)
    assert found.assessment is None
    assert all(not each.measure or each.measure.should == 0 for each in found.provisions)


def test_adjustments_of_the_resident_are_seen() -> None:
    made = office()
    someone = resident(made.landlord)
    agreed = {
        "number": 1, "what": "Large print", "agreed_on": "2026-05-01", "agreed_by": "Amina Khan",
        "review_on": "2026-08-31",
    }  # fmt: skip
    Resident.objects.filter(pk=someone.pk).update(adjustments=[agreed])
    reference = made.reach(State.STAGE_1_OPEN, resident=someone.pk)
    assert measures_of(made.landlord, WINDOW)["5.10"].cases == (reference,)


def queries(made: Office) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert sum(1 for _ in seen_cases(made.landlord, WINDOW))
    return len(captured)


def test_cases_are_read_in_batches_with_as_many_queries_whatever_their_number(
    monkeypatch: Any,
) -> None:
    made = office()
    made.reach(State.STAGE_1_ANSWERED)
    one = queries(made)
    for _ in range(3):
        made.reach(State.STAGE_1_ANSWERED)
    assert queries(made) == one
    monkeypatch.setattr(rows, "BATCH", 2)
    assert [seen.case.reference for seen in seen_cases(made.landlord, WINDOW)] == [
        f"MOD-00000{number}" for number in (1, 2, 3, 4)
    ]
