"""The dates on a case's page: promise and Code limit, each with why."""

from datetime import date, timedelta

import pytest
from django.test import Client

from redress.cases import queries
from redress.cases.access import get_case
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.extend import Extend
from redress.rules.actions.log import Log
from redress.rules.actions.withdraw import Withdraw
from redress.rules.decision import Context
from redress.rules.facts import Clock
from redress.web.desk.clocks import ClockView, clock_views
from tests import builders
from tests.web.desk.conftest import (
    DEFINED,
    LOGGED,
    TODAY,
    address,
    answered,
    opened,
    received,
)
from tests.web.desk.pages import words_of


def clocks(desk: builders.Desk, reference: str, on: date = TODAY) -> dict[Clock, ClockView]:
    case = queries.case_page(get_case(desk.actor, desk.landlord, reference)).case
    return {view.clock: view for view in clock_views(case, Context(desk.actor, on))}


def test_why_this_date_names_start_span_clause_and_every_day_skipped(
    page: Client, desk: builders.Desk
) -> None:
    ref = received(desk)
    said = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert "5 working days counted from Fri 1 May 2026, which is day 0." in said
    assert "It rests on our policy, 5 Stage 1." in said
    assert "It rests on Code 6.2." in said
    for day in ("Sat 2 May 2026 Saturday", "Sun 3 May 2026 Sunday"):
        assert day in said
    assert "Mon 4 May 2026 Early May bank holiday" in said


def test_open_clocks_come_first_and_met_ones_say_how(desk: builders.Desk) -> None:
    views = clocks(desk, opened(desk))
    assert list(views) == [Clock.RESPOND, Clock.ACKNOWLEDGE]
    met = views[Clock.ACKNOWLEDGE]
    assert (met.met_on, met.left, met.tone, met.is_open) == (date(2026, 5, 6), "in time", "", False)
    assert views[Clock.RESPOND].left == "6 working days left"


def test_an_extension_moves_promise_and_code_limit(desk: builders.Desk) -> None:
    ref = opened(desk)
    told = Extend(new_date=date(2026, 5, 27), reason="The surveyor comes then.")
    desk.does(ref, Verb.EXTEND, told, TODAY)
    promise, code = clocks(desk, ref)[Clock.RESPOND].sides
    assert promise.date == code.date == date(2026, 5, 27)
    assert promise.due and promise.due.date == date(2026, 5, 20)


def test_an_extension_beyond_the_cap_moves_the_code_limit_only_with_good_reason(
    desk: builders.Desk, reviewer: Actor
) -> None:
    ref = opened(desk)
    far = date(2026, 6, 12)  # the cap is 10 working days after Wed 20 May: Thu 4 June
    told = Extend(new_date=far, reason="x", good_reason="Asbestos.", approved_by=reviewer.id)
    desk.does(ref, Verb.EXTEND, told, TODAY)
    assert clocks(desk, ref)[Clock.RESPOND].sides[1].date == far


def test_a_late_acknowledgement_shows_the_literal_reading_beside_the_limit(
    page: Client, desk: builders.Desk
) -> None:
    ref = received(desk)
    desk.does(ref, Verb.LOG, Log(service="Repairs", category="leak"), LOGGED)
    desk.does(ref, Verb.ACKNOWLEDGE, DEFINED, TODAY)  # due Mon 11 May: a day late
    view = clocks(desk, ref)[Clock.RESPOND]
    assert view.sides[1].due and view.sides[1].due.date == date(2026, 5, 26)
    assert view.sides[1].literal and view.sides[1].literal.date == date(2026, 5, 27)
    assert clocks(desk, ref)[Clock.ACKNOWLEDGE].left == "1 working day late"
    said = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert "a late acknowledgement buys no time" in said


def test_a_promise_read_otherwise_than_written_shows_both(db: None) -> None:
    """Tower Hamlets acknowledges within 48 hours, read as 2 working days."""
    landlord = builders.landlord("tower-hamlets-homes", "THH")
    desk = builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))
    ref = received(desk)
    promise, code = clocks(desk, ref)[Clock.ACKNOWLEDGE].sides
    assert promise.date == date(2026, 5, 6)  # Tue 5 and Wed 6 May, after the bank holiday
    assert promise.due and promise.due.as_written == date(2026, 5, 3)
    assert code.date == date(2026, 5, 11)


def test_no_promise_and_no_code_limit_are_said(db: None) -> None:
    landlord = builders.landlord("herefordshire", "HER")
    desk = builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))
    ref = answered(desk)
    window = clocks(desk, ref).get(Clock.ESCALATE)
    assert window and window.sides[1].due is None
    assert window.sides[1].none == "The Code sets no date for this."
    assert window.left == "a later request is taken all the same"


@pytest.mark.parametrize("days", [1, 30])
def test_a_clock_of_an_ended_stage_is_not_needed_any_more(desk: builders.Desk, days: int) -> None:
    ref = received(desk)
    desk.does(ref, Verb.WITHDRAW, Withdraw(how="She rang."), TODAY)
    view = clocks(desk, ref, TODAY + timedelta(days=days))[Clock.RESPOND]
    assert (view.left, view.is_open) == ("not needed any more", False)
