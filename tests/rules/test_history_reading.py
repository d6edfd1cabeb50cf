"""A history read from plain values, and every wrong key named."""

from datetime import date
from typing import Any

import pytest

from redress.rules.calendar import Division
from redress.rules.facts import Clock
from redress.rules.history import Event, History, What
from redress.rules.history_reading import HistoryError, read_history
from redress.rules.policy_files import PolicyError
from redress.rules.spans import Span, Unit

RECEIVED = {"date": "2024-06-03", "what": "received"}


def read(*events: object, **keys: Any) -> History:
    return read_history({"events": list(events) or [RECEIVED], "code": "2024-04-01", **keys})


def test_an_event_with_everything() -> None:
    line = {
        "date": "2024-06-17",
        "what": "extended",
        "to": "2024-06-26",
        "reason": True,
        "ombudsman_details": False,
        "by": "A. Khan",
    }
    assert read(RECEIVED, line).events[1] == Event(
        date(2024, 6, 17), What.EXTENDED, date(2024, 6, 26), True, False, "A. Khan"
    )


def test_what_is_left_out() -> None:
    history = read_history({"events": [RECEIVED]})
    terms = history.terms[1]
    assert terms.calendar.division is Division.ENGLAND_AND_WALES
    assert terms.promised == frozenset()
    assert terms.code.respond.span == Span(10, Unit.WORKING_DAYS)
    assert history.terms[2].code.respond.span == Span(20, Unit.WORKING_DAYS)
    assert history.notes == ()


def test_promises_in_words() -> None:
    promise = {"acknowledge": "48 hours", "stage_1": "2 weeks", "stage_2": None}
    history = read(promise=promise)
    assert history.terms[1].promised == {Clock.ACKNOWLEDGE, Clock.RESPOND}
    assert history.terms[2].promised == {Clock.ACKNOWLEDGE}
    assert history.terms[1].promise.respond.span == Span(2, Unit.WEEKS)


def test_each_stage_has_the_policy_of_the_day_it_began() -> None:
    """Harrow changed its stage 1 time from 15 to 10 working days on 1 April 2023."""
    received = {"date": "2023-03-20", "what": "received"}
    asked = {"date": "2023-05-02", "what": "escalated"}
    assert read(received, landlord="harrow").terms[1].promise.respond.span.amount == 15
    assert read(RECEIVED, landlord="harrow").terms[1].promise.respond.span.amount == 10
    second = read(received, asked, landlord="harrow").terms[2].promise
    assert second.respond.clause == "Appendix B 6.14"


def test_promises_given_go_before_a_landlords_policy() -> None:
    history = read(landlord="together", promise={"stage_2": "12 working days"})
    assert history.terms[2].promise.respond.span.amount == 12


def test_what_is_older_than_its_terms_is_noted() -> None:
    old = {"date": "2020-06-03", "what": "received"}
    history = read_history({"events": [old], "landlord": "together"})
    assert history.notes == (
        "judged by code/2024-04-01, which is later than 2020-06-03",
        "judged by together/2021-02-01, which is later than 2020-06-03",
    )


def test_what_is_not_read_is_noted() -> None:
    history = read({**RECEIVED, "day": "Monday"}, remark="x", source="y")
    assert history.notes == (
        "'remark' is not a key and was not read",
        "event 1: 'day' is not a key and was not read",
    )


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        (None, "nothing is not a history"),
        ("received", "'received' is not a history"),
        ({}, "events: is missing or empty"),
        ({"events": []}, "events: is missing or empty"),
        ({"events": {}}, "events: is missing or empty"),
        ({"events": [RECEIVED, "x"]}, "event 2: 'x' is not an event"),
        ({"events": [{"date": "2024-06-03"}]}, "event 1: what: '' is not one of received,"),
        ({"events": [{"date": "2024-06-03", "what": "paused"}]}, "event 1: what: 'paused'"),
        ({"events": [{"what": "received"}]}, "event 1: date: is missing"),
        ({"events": [{**RECEIVED, "date": "2024-02-30"}]}, "event 1: date: '2024-02-30' does not"),
        ({"events": [{**RECEIVED, "date": "3/6/2024"}]}, "event 1: date: '3/6/2024' is not a date"),
        ({"events": [{**RECEIVED, "date": 2024}]}, "event 1: date: a number is not a text"),
        ({"events": [{**RECEIVED, "to": "soon"}]}, "event 1: to: 'soon' is not a date"),
        ({"events": [{**RECEIVED, "reason": "yes"}]}, "event 1: reason: 'yes' is not true or"),
        ({"events": [{**RECEIVED, "reason": 1}]}, "event 1: reason: a number is not true or"),
        ({"events": [{**RECEIVED, "by": ["A"]}]}, "event 1: by: a list is not a text"),
        ({"events": [RECEIVED], "calendar": "wales"}, "calendar: 'wales' is not one of england"),
        ({"events": [RECEIVED], "code": "2024"}, "code: '2024' is not a date"),
        ({"events": [RECEIVED], "landlord": "hereford"}, "landlord: 'hereford' has no policy here"),
        ({"events": [RECEIVED], "promise": "10 days"}, "promise: may have the keys acknowledge"),
        ({"events": [RECEIVED], "promise": {"stage_3": "1 week"}}, "promise: may have the keys"),
        (
            {"events": [RECEIVED], "promise": {"stage_1": "10 days"}},
            'promise: stage_1: "10 days" is not a length of time',
        ),
    ],
)
def test_every_fault_names_its_key(given: object, fault: str) -> None:
    with pytest.raises(HistoryError) as refused:
        read_history(given)
    assert str(refused.value).startswith(fault)


def test_an_edition_of_the_code_that_is_not_kept_is_refused() -> None:
    with pytest.raises(PolicyError, match="2020-07-07"):
        read_history({"events": [RECEIVED], "code": "2020-07-07"})


def test_a_long_wrong_value_is_not_repeated_whole() -> None:
    with pytest.raises(HistoryError) as refused:
        read({**RECEIVED, "date": "🏚\x00" * 500_000})
    assert len(str(refused.value)) < 300
    assert "\x00" not in str(refused.value)
