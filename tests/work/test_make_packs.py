"""The round that makes packs, on real cases and real days."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError

from redress.cases.models import Message
from redress.people.models import Landlord
from redress.reports import packs
from redress.reports.models import Pack
from redress.rules.access import Role, Verb
from redress.rules.actions.allocate import Allocate
from redress.work import make_packs
from redress.work.rounds import ROUNDS
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def harrow(db: None) -> Landlord:
    """Harrow with a complaint that Hana Ali has, to be acknowledged by Friday 12 June 2026."""
    landlord = builders.landlord("harrow", "HAR")
    desk = builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))
    hana = builders.user(landlord, Role.HANDLER, name="Hana Ali")
    reference = desk.receive(date(2026, 6, 5))
    given = Allocate(handler=hana.id or 0, handler_name="Hana Ali")
    desk.does(reference, Verb.ALLOCATE, given, date(2026, 6, 5))
    return landlord


def made() -> list[tuple[str, str]]:
    return list(Pack.objects.order_by("pk").values_list("kind", "period"))


def run(day: date, hour: int = 10) -> int:
    return make_packs.run(builders.at(day, hour))


def test_each_is_made_once_on_its_day(harrow: Landlord) -> None:
    run(date(2026, 6, 8))  # a Monday: catches up with the month, the quarter and the year
    first = set(made())
    assert {kind for kind, _ in first} == {
        *("monday-figures", "complex-cases", "monthly-return", "learning-meeting"),
        *("board-pack", "newsletter", "year"),
    }
    assert run(date(2026, 6, 8), 14) == 0
    day = date(2026, 6, 9)
    while day <= date(2026, 7, 1):
        run(day)
        day += timedelta(days=1)
    later = made()[len(first) :]
    assert later == [
        ("complex-cases", "2026-W24"),
        ("monday-figures", "2026-W24"),
        ("complex-cases", "2026-W25"),
        ("monday-figures", "2026-W25"),
        ("complex-cases", "2026-W26"),
        ("monday-figures", "2026-W26"),
        ("monthly-return", "2026-06"),
        ("learning-meeting", "2026-06"),
        ("board-pack", "2026-Q1"),
        ("newsletter", "2026-Q1"),
    ]


def test_after_five_weeks_away_one_of_each_is_made(harrow: Landlord) -> None:
    run(date(2026, 6, 8))
    before = len(made())
    run(date(2026, 7, 15))
    kinds = [kind for kind, _ in made()[before:]]
    assert len(kinds) == len(set(kinds)) == 6
    assert ("monday-figures", "2026-W28") in made()


def test_handlers_are_told_on_monday_how_much_is_due(harrow: Landlord) -> None:
    run(date(2026, 6, 8))
    (mail,) = Message.objects.filter(kind="week-ahead")
    assert mail.to_name == "Hana Ali"
    assert "0 cases of yours are late, and 1 case falls due by Sunday." in mail.text
    assert "HAR-" not in mail.text
    run(date(2026, 6, 16))  # made on Tuesday, for the worker was off: nobody is reminded late
    assert Message.objects.filter(kind="week-ahead").count() == 1


def test_without_a_case_there_is_no_pack_and_without_a_promise_neither(db: None) -> None:
    builders.landlord("harrow", "HAR")
    assert run(date(2026, 6, 8)) == 0
    together = builders.landlord("together", "TOG")
    desk = builders.Desk(together, builders.user(together, Role.COMPLAINTS_OFFICER))
    desk.receive(date(2026, 6, 5))
    run(date(2026, 6, 8))
    assert made() == [("year", "2025-26")]


def test_it_is_one_of_the_rounds_in_office_hours() -> None:
    (found,) = [each for each in ROUNDS if each.run is make_packs.run]
    assert found.office_hours


def test_one_landlords_fault_is_told_and_stops_nobody_else(
    harrow: Landlord, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the database refuses is no pack that another node has made."""
    hereford = builders.landlord("herefordshire", "HER")
    builders.Desk(hereford, builders.user(hereford, Role.COMPLAINTS_OFFICER)).receive(
        date(2026, 6, 5)
    )
    real = packs.report_of

    def broken(landlord: Landlord, *given: Any) -> Any:
        if landlord == harrow and given[1].kind.kind == "board-pack":
            raise IntegrityError("a person that is gone")
        return real(landlord, *given)

    monkeypatch.setattr(packs, "report_of", broken)
    with pytest.raises(ExceptionGroup, match="harrow: board-pack"):
        run(date(2026, 6, 8))
    there = Pack.objects.values_list("landlord__slug", "kind")
    assert ("harrow", "board-pack") not in there
    assert ("harrow", "year") in there
    assert "herefordshire" in {slug for slug, _ in there}


def test_a_pack_that_another_node_made_meanwhile_is_no_fault(
    harrow: Landlord, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = packs.made_already
    run(date(2026, 6, 8))
    before, answers = made(), iter([False])
    monkeypatch.setattr(packs, "made_already", lambda *given: next(answers, asked(*given)))
    assert run(date(2026, 6, 8), 14) == 0
    assert made() == before


def test_a_reminder_that_fails_is_sent_with_the_pack_an_hour_later(
    harrow: Landlord, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = make_packs.remind_of_the_week

    def broken(*given: Any) -> int:
        raise OSError("the disk is full")

    monkeypatch.setattr(make_packs, "remind_of_the_week", broken)
    with pytest.raises(ExceptionGroup, match="harrow: monday-figures"):
        run(date(2026, 6, 8))
    assert "monday-figures" not in {kind for kind, _ in made()}
    monkeypatch.setattr(make_packs, "remind_of_the_week", real)
    assert run(date(2026, 6, 8), 11) == 1
    assert Message.objects.filter(kind="week-ahead").count() == 1
