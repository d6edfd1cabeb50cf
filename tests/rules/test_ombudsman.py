"""Cases at the Ombudsman: how what is asked stands, what is refused, and sentences that add up."""

from dataclasses import replace
from datetime import date

import pytest

from redress.demo.ombudsman import harrow
from redress.rules import statements_ombudsman as said
from redress.rules.ombudsman import (
    Asks,
    Body,
    Duty,
    Element,
    Entry,
    Found,
    Held,
    Kept,
    Status,
    check,
    check_duty,
    is_before_promise,
    is_near_miss,
    year_of,
)

TODAY = date(2026, 6, 15)
GIVEN, DUE = date(2026, 5, 1), date(2026, 6, 1)
LEAK = Element("The leak", Found.MALADMINISTRATION)
LATE = Element("The answer was late", Found.SERVICE_FAILURE, handling=True)
ENTRY = Entry(body=Body.HOUSING, reference="202600001", received_on=GIVEN)
DETERMINED = replace(
    ENTRY, status=Status.DETERMINED, decided_on=DUE, elements=(LEAK, LATE), reasons=("A", "B")
)


def order(**parts: object) -> Duty:
    return replace(Duty(Asks.ORDER, "Apologise", GIVEN, DUE), **parts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("duty", "kept"),
    [
        (order(), Kept.OVERDUE),
        (order(due_on=TODAY), Kept.SOON),
        (order(due_on=date(2026, 6, 22)), Kept.SOON),
        (order(due_on=date(2026, 6, 23)), Kept.OPEN),
        (order(due_on=None), Kept.OPEN),
        (order(done=True, done_on=DUE), Kept.IN_TIME),
        (order(done=True, done_on=date(2026, 6, 2)), Kept.LATE),
        (order(done=True), Kept.DONE),
        (order(done=True, done_on=DUE, due_on=None), Kept.DONE),
        (order(done=None), Kept.NOT_KNOWN),
    ],
)
def test_how_what_is_asked_stands(duty: Duty, kept: Kept) -> None:
    assert duty.kept(TODAY) is kept


@pytest.mark.parametrize(
    ("asks", "due_on", "threatens"),
    [
        (Asks.ORDER, DUE, True),
        (Asks.INFORMATION, date(2026, 6, 20), True),
        (Asks.ANSWER, date(2026, 6, 14), True),
        (Asks.ANSWER, date(2026, 7, 14), False),
        (Asks.RECOMMENDATION, DUE, False),  # nobody is ordered by one
    ],
)
def test_where_a_failure_order_threatens(asks: Asks, due_on: date, threatens: bool) -> None:
    assert is_near_miss(order(asks=asks, due_on=due_on), TODAY) == threatens
    assert not is_near_miss(order(asks=asks, due_on=due_on, done=True, proof="x"), TODAY)


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        (ENTRY, []),
        (DETERMINED, []),
        (replace(ENTRY, received_on=None), ["received_missing"]),
        (replace(ENTRY, received_on=None, year="2023-24"), []),
        (replace(ENTRY, received_on=date(2026, 6, 16)), ["date_ahead"]),
        (replace(DETERMINED, decided_on=date(2026, 4, 1)), ["decided_before_received"]),
        (replace(DETERMINED, elements=()), ["finding_missing"]),
        (replace(ENTRY, elements=(LEAK,)), ["not_determined"]),
        (replace(DETERMINED, decided_on=None), ["decided_missing"]),
    ],
)
def test_a_case_that_cannot_be_is_refused(entry: Entry, codes: list[str]) -> None:
    assert [reason.code for reason in check(entry, TODAY)] == codes


@pytest.mark.parametrize(
    ("duty", "codes"),
    [
        (order(), []),
        (order(what=" "), ["duty_untold"]),
        (order(due_on=date(2026, 4, 1)), ["due_before_given"]),
        (order(done=True, done_on=date(2026, 7, 1), proof="x"), ["date_ahead"]),
        (order(done=True), ["proof_missing"]),
        (order(asks=Asks.RECOMMENDATION, done=True), []),
        (order(done=None), []),
    ],
)
def test_what_is_done_is_shown_by_something(duty: Duty, codes: list[str]) -> None:
    assert [reason.code for reason in check_duty(duty, TODAY)] == codes


def test_the_sentences_of_a_year() -> None:
    duties = (
        order(done=True, done_on=DUE, pounds=200),
        order(done=True, done_on=TODAY),
        order(),
        order(asks=Asks.FAILURE_ORDER, due_on=None),
    )
    open_one = replace(ENTRY, reference="2", body=Body.LGSCO, reasons=("A",))
    year = year_of([Held(DETERMINED, duties), Held(open_one)], TODAY)
    assert said.received(year, "2026-27") == (
        "2 cases came to an Ombudsman in 2026-27: 1 to the Housing Ombudsman and 1 to the Local "
        "Government and Social Care Ombudsman."
    )
    assert said.outcomes(year, Body.HOUSING) == (
        "At the Housing Ombudsman, of 1 case: 1 determined."
    )
    assert said.determined(year) == (
        "1 case was determined, with a failing of ours. Findings, one for each part of a "
        "complaint: maladministration 1 and service failure 1."
    )
    assert said.handling(year) == (
        "Findings that we did not keep to the Complaint Handling Code: 1 on how a complaint was "
        "handled, and 1 complaint handling failure order."
    )
    assert said.asked(year, Asks.ORDER) == "3 orders: 1 done in time, 1 done late and 1 overdue."
    assert said.compensation(year) == (
        "Compensation ordered or recommended: £200 in 1 case of the Housing Ombudsman."
    )
    assert said.several(year) == ("There are 3 reasons for 2 cases: a case may have several.")
    none = year_of([], TODAY)
    assert said.received(none, "2026-27") == "No case came to an Ombudsman in 2026-27."
    assert not any((said.determined(none), said.handling(none), said.compensation(none)))


def test_harrows_cases_add_up_to_what_harrow_published() -> None:
    """R17 and R18 of its report for 2023-24: 24 reasons for 22 cases, and outcomes as printed."""
    year = year_of((Held(entry) for entry in harrow()), TODAY)
    assert year.cases == {Body.HOUSING: 22, Body.LGSCO: 5}
    assert year.statuses[Body.HOUSING] == {
        Status.REMEDIED: 4, Status.DETERMINED: 4, Status.REFERRED_BACK: 8, Status.OPEN: 5,
        Status.OUTSIDE: 1,
    }  # fmt: skip
    assert year.statuses[Body.LGSCO] == {
        Status.DETERMINED: 1, Status.OPEN: 1, Status.CLOSED_EARLY: 3,
    }  # fmt: skip
    assert (year.findings[Found.MALADMINISTRATION], year.findings[Found.SERVICE_FAILURE]) == (3, 1)
    assert year.findings[Found.FAULT_AND_INJUSTICE] == 2
    assert year.reasons == {
        "Anti-social behaviour": 4, "Repairs": 11, "Major works": 2, "Staff conduct": 2,
        "Complaint handling": 2, "Service charges": 1, "Communal area": 2,
    }  # fmt: skip
    assert said.several(year) == (
        "There are 24 reasons for 22 cases and 24 services for 22 cases: a case may have several."
    )
    both = sum(len(entry.services) == 2 for entry in harrow())
    assert (both, year.services["Asset Management"], year.services["Resident Services"]) == (
        *(2, 15),
        9,
    )
    assert all(check(entry, TODAY) == () for entry in harrow())


@pytest.mark.parametrize(
    ("parts", "codes"),
    [
        ({}, []),
        ({"due_on": None}, ["due_missing"]),  # its letter gives one, and nobody works it out
        ({"due_on": None, "done": None}, []),  # an old one, of which little is known
        ({"asks": Asks.ORDER}, ["stage_of_no_answer"]),
    ],
)
def test_an_answer_asked_for_before_the_procedure_has_ended_has_the_day_of_its_letter(
    parts: dict[str, object], codes: list[str]
) -> None:
    duty = order(**({"asks": Asks.ANSWER, "stage": 2} | parts))
    assert [reason.code for reason in check_duty(duty, TODAY)] == codes


@pytest.mark.parametrize(
    ("promised", "before"), [(None, False), (DUE, False), (GIVEN, False), (TODAY, True)]
)
def test_whether_it_is_wanted_before_the_day_that_was_promised(
    promised: date | None, before: bool
) -> None:
    assert is_before_promise(order(asks=Asks.ANSWER, stage=2), promised) is before
