"""What holds of the clocks whatever the dates, and 100,000 histories worked out by hand."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from hypothesis import given
from hypothesis import strategies as st

from redress.rules import clocks
from redress.rules.calendar import Calendar, Division, calendar_for
from redress.rules.facts import DeadlineFacts, Skipped
from redress.rules.policy import Stage, Start
from tests.rules import bank_holidays_by_hand as by_hand
from tests.rules.stages_by_hand import CODE_1, CODE_2, stage

CODE = {1: CODE_1, 2: CODE_2}
FIRST_DAY, DAYS = date(2012, 1, 1), 6_900  # to November 2030


@dataclass(frozen=True)
class Landlord:
    """A policy of made-up numbers: None for an acknowledgement that is not promised."""

    division: Division
    closed: frozenset[date]
    acknowledge: int | None
    respond: int
    extension: int
    start: Start

    @cached_property
    def holidays(self) -> frozenset[date]:
        return by_hand.bank_holidays(self.division.value)

    @cached_property
    def days_off(self) -> frozenset[date]:
        return self.holidays | self.closed

    @cached_property
    def stage(self) -> Stage:
        days = None if self.acknowledge is None else f"{self.acknowledge} working days"
        return stage(
            days, f"{self.respond} working days", f"{self.extension} working days", self.start
        )

    @cached_property
    def calendar(self) -> Calendar:
        return calendar_for(
            self.division, tuple(Skipped(day, "closed") for day in sorted(self.closed))
        )


def landlords(chance: random.Random, many: int) -> list[Landlord]:
    return [
        Landlord(
            division=chance.choice(list(Division)),
            closed=frozenset(
                FIRST_DAY + timedelta(days=day) for day in chance.sample(range(DAYS), 80)
            ),
            acknowledge=chance.choice([None, 1, 2, 3, 5, 7]),
            respond=chance.randint(5, 25),
            extension=chance.randint(1, 20),
            start=chance.choice(list(Start)),
        )
        for _ in range(many)
    ]


LANDLORDS = st.sampled_from(landlords(random.Random(5), 12))
RECEIVED = st.dates(FIRST_DAY, FIRST_DAY + timedelta(days=DAYS - 200))
LATER = st.integers(min_value=0, max_value=60)
NUMBER = st.sampled_from([1, 2])


def respond(
    landlord: Landlord, number: int, received: date, acknowledged: date | None
) -> DeadlineFacts:
    return clocks.respond(
        received,
        acknowledged,
        stage=number,
        stage_policy=landlord.stage,
        code_stage=CODE[number],
        calendar=landlord.calendar,
    )


def code_date(deadline: DeadlineFacts) -> date:
    assert deadline.code
    return deadline.code.date


@given(LANDLORDS, NUMBER, RECEIVED, LATER, LATER)
def test_acknowledging_later_never_makes_the_limit_earlier(
    landlord: Landlord, number: int, received: date, one: int, other: int
) -> None:
    early, late = (received + timedelta(days=days) for days in sorted((one, other)))
    first = respond(landlord, number, received, early)
    assert code_date(first) <= code_date(respond(landlord, number, received, late))


@given(LANDLORDS, NUMBER, RECEIVED, LATER)
def test_the_limit_is_never_later_than_15_or_25_working_days_from_receipt(
    landlord: Landlord, number: int, received: date, days: int
) -> None:
    """The outer limits that follow from Code 6.2 with 6.3, and 6.11 with 6.14."""
    outer = landlord.calendar.code.add(received, {1: 15, 2: 25}[number])
    deadline = respond(landlord, number, received, received + timedelta(days=days))
    assert code_date(deadline) <= outer
    assert code_date(respond(landlord, number, received, None)) == outer


@given(LANDLORDS, NUMBER, RECEIVED, LATER)
def test_the_literal_reading_is_never_the_earlier(
    landlord: Landlord, number: int, received: date, days: int
) -> None:
    deadline = respond(landlord, number, received, received + timedelta(days=days))
    assert deadline.code_literal
    assert code_date(deadline) <= deadline.code_literal.date


@given(LANDLORDS, NUMBER, RECEIVED, LATER)
def test_the_code_limit_knows_nothing_of_the_landlord(
    landlord: Landlord, number: int, received: date, days: int
) -> None:
    other = Landlord(landlord.division, frozenset(), None, 9, 9, Start.RECEIVED)
    acknowledged = received + timedelta(days=days)
    ours, theirs = (respond(each, number, received, acknowledged) for each in (landlord, other))
    assert (ours.code, ours.code_literal) == (theirs.code, theirs.code_literal)


@given(LANDLORDS, NUMBER, RECEIVED, LATER)
def test_the_days_skipped_and_the_days_counted_make_up_every_answer(
    landlord: Landlord, number: int, received: date, days: int
) -> None:
    deadline = respond(landlord, number, received, received + timedelta(days=days))
    for answer in (deadline.promise, deadline.code, deadline.code_literal):
        assert answer
        whole = (answer.date - answer.counted_from).days
        assert whole - len(answer.skipped) == answer.span.amount


@given(LANDLORDS, NUMBER, RECEIVED, LATER, LATER)
def test_an_extension_stays_between_the_limit_and_the_furthest_date(
    landlord: Landlord, number: int, received: date, told: int, further: int
) -> None:
    deadline = respond(landlord, number, received, None)
    furthest = clocks.furthest(
        deadline,
        stage_policy=landlord.stage,
        code_stage=CODE[number],
        calendar=landlord.calendar,
    )
    told_on = received + timedelta(days=told)
    assert furthest.code
    limit, cap = code_date(deadline), furthest.code.date
    new = clocks.extended(limit, cap, told_on=told_on, new_date=told_on + timedelta(days=further))
    assert limit <= new <= cap


# The same by hand. Nothing below this line calls the calendar or the clocks but `ask`.


def expect(landlord: Landlord, number: int, received: date, made: date | None) -> Iterator[date]:
    """Code and promise: acknowledge, respond, furthest; then the literal reading."""
    holidays, closed = landlord.holidays, landlord.days_off
    code_days = {1: 10, 2: 20}[number]
    code_ack = by_hand.add(received, 5, holidays)
    start = made if made is not None and made < code_ack else code_ack
    code_due = by_hand.add(start, code_days, holidays)
    own_ack = code_ack
    if landlord.acknowledge is not None:
        own_ack = by_hand.add(received, landlord.acknowledge, closed)
    if landlord.start is Start.RECEIVED:
        start = received
    else:
        start = made if made is not None and made < own_ack else own_ack
    own_due = by_hand.add(start, landlord.respond, closed)
    yield from (code_ack, code_due, by_hand.add(code_due, code_days, holidays))
    yield from (own_ack, own_due, by_hand.add(own_due, landlord.extension, closed))
    yield by_hand.add(code_ack if made is None else made, code_days, holidays)


def ask(landlord: Landlord, number: int, received: date, made: date | None) -> Iterator[date]:
    policy, code, calendar = landlord.stage, CODE[number], landlord.calendar
    acknowledge = clocks.acknowledge(
        received, stage=number, stage_policy=policy, code_stage=code, calendar=calendar
    )
    response = clocks.respond(
        received,
        made,
        stage=number,
        stage_policy=policy,
        code_stage=code,
        calendar=calendar,
    )
    furthest = clocks.furthest(response, stage_policy=policy, code_stage=code, calendar=calendar)
    own_ack = acknowledge.promise or acknowledge.code
    assert (acknowledge.promise is None) == (landlord.acknowledge is None)
    for answer in (
        *(acknowledge.code, response.code, furthest.code),
        *(own_ack, response.promise, furthest.promise),
        response.code_literal,
    ):
        assert answer
        yield answer.date


def test_100_000_histories_worked_out_by_hand() -> None:
    chance = random.Random(20_261_123)
    many = landlords(chance, 40)
    for _ in range(100_000):
        landlord, number = chance.choice(many), chance.choice((1, 2))
        received = FIRST_DAY + timedelta(days=chance.randrange(DAYS - 200))
        made = chance.choice((None, received + timedelta(days=chance.randrange(20))))
        case = (landlord, number, received, made)
        assert list(ask(*case)) == list(expect(*case)), case
