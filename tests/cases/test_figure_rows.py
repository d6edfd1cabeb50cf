"""Rows of figures with all that a figure can ask for, made by real actions."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from redress.cases.figure_rows import figure_rows, whole_rows
from redress.people.models import Landlord
from redress.rules.access import Verb
from redress.rules.actions.complete_action import CompleteAction
from redress.rules.actions.extend import Extend
from redress.rules.actions.link import Link
from redress.rules.actions.offer import Offer
from redress.rules.actions.promise import Promise
from redress.rules.actions.settle_offer import Outcome, SettleOffer
from redress.rules.calendar import Division, calendar_for
from redress.rules.facts import State, Tie
from redress.rules.facts_offers import Remedy
from redress.rules.figures import FigureRow
from redress.rules.figures_numbers import measure
from redress.rules.offers import Offered
from tests import builders
from tests.rules.inputs import on

pytestmark = pytest.mark.django_db
ALL = (date(2000, 1, 1), date(2031, 1, 1))
CALENDAR = calendar_for(Division.ENGLAND_AND_WALES)


def rows(landlord: Landlord) -> list[FigureRow]:
    return list(whole_rows(landlord, *ALL, CALENDAR))


def numbers(landlord: Landlord, as_at: date = date(2027, 1, 1)) -> dict[str, Any]:
    """The figures that are not 0."""
    found = measure(rows(landlord), as_at)
    return {slug: int(number.value) for slug, number in found.items() if number.value}


def test_they_are_the_rows_of_the_tables_with_more() -> None:
    office = builders.office()
    for state in (State.STAGE_1_ANSWERED, State.STAGE_2_ANSWERED, State.REFUSED):
        office.reach(state)
    plain, whole = list(figure_rows(office.landlord, *ALL)), rows(office.landlord)
    names = ("reference", "kind", "stage", "received", "due_promise", "due_code", "responded")
    for one, other in zip(plain, whole, strict=True):
        assert all(getattr(one, name) == getattr(other, name) for name in (*names, "outcome"))


def test_findings_on_issues_and_days_taken() -> None:
    office = builders.office()
    office.reach(State.STAGE_1_ANSWERED)
    (row,) = rows(office.landlord)
    found = numbers(office.landlord)
    assert len(row.issues) == 1 and row.issues[0] is not None
    assert found["issues"] == 1 and "issues_no_finding" not in found
    assert row.responded is not None
    assert row.working_days == CALENDAR.count(row.received, row.responded)


def test_escalation_and_both_kinds_of_refusal() -> None:
    office = builders.office()
    for state in (State.STAGE_2_OPEN, State.REFUSED, State.ESCALATION_REFUSED):
        office.reach(state)
    found = numbers(office.landlord)
    assert (found["stage_1"], found["stage_2"], found["escalated"]) == (3, 2, 2)
    assert (found["refused"], found["complaints_refused"], found["escalations_refused"]) == (
        2,
        1,
        1,
    )
    assert {row.refused_ground for row in rows(office.landlord)} > {""}


def test_an_extension_with_what_was_told() -> None:
    office = builders.office()
    reference = office.reach(State.STAGE_1_OPEN)
    given = Extend(new_date=on("Fri 29 May"), reason="A survey is needed.", agreed=True)
    office.one.does(reference, Verb.EXTEND, given, on("Mon 11 May"))
    found = numbers(office.landlord)
    told = ("extended", "extensions", "extended_in_time", "extended_with_ombudsman")
    assert [found.get(slug) for slug in told] == [1, 1, 1, 1]


def test_a_repeat_is_the_later_one() -> None:
    office = builders.office()
    first, second = office.reach(State.STAGE_1_OPEN), office.reach(State.STAGE_1_OPEN)
    tied = Link(other=first, tie=Tie.REPEATS)
    office.one.does(second, Verb.LINK, tied, on("Tue 12 May"))
    assert [row.reference for row in rows(office.landlord) if row.repeat] == [second]


def test_promises_and_money_by_what_became_of_them() -> None:
    office = builders.office()
    reference = office.reach(State.STAGE_1_OPEN)
    day = on("Mon 11 May")
    for what in ("Mend the roof", "Paint the ceiling"):
        given = Promise(what=what, owner="Repairs", due_on=on("Fri 15 May"))
        office.one.does(reference, Verb.PROMISE, given, day)
    done = CompleteAction(number=1, done_on=on("Wed 13 May"), proof="Job 7")
    office.one.does(reference, Verb.COMPLETE_ACTION, done, on("Wed 13 May"))
    impact = "A wet kitchen for a month."
    offered = Offered(kinds=(Remedy.MONEY,), impact=impact, pounds=50, pay_by=on("Fri 29 May"))
    office.one.does(reference, Verb.OFFER, Offer(offered=offered), day)
    found = numbers(office.landlord, on("Mon 18 May"))
    promises = ("promises", "promises_kept", "promises_broken")
    assert [found[slug] for slug in promises] == [2, 1, 1]
    assert (found["compensation_promised"], found["compensation_unpaid"]) == (50, 50)
    for outcome in (Outcome.ACCEPTED, Outcome.PAID):
        settled = SettleOffer(number=1, outcome=outcome, on=on("Mon 18 May"), proof="BACS 7")
        office.one.does(reference, Verb.SETTLE_OFFER, settled, on("Mon 18 May"))
    assert numbers(office.landlord, on("Mon 18 May"))["compensation_paid"] == 50


def test_as_many_queries_for_many_cases_as_for_one() -> None:
    few, many = builders.office(), builders.office("harrow", "HAR")
    few.reach(State.STAGE_1_OPEN)
    for _ in range(4):
        many.reach(State.STAGE_1_OPEN)

    def asked(landlord: Landlord) -> int:
        with CaptureQueriesContext(connection) as captured:
            rows(landlord)
        return len(captured)

    assert asked(few.landlord) == asked(many.landlord) <= 6
