"""The overview: what it counts, where each number leads, and how many queries it takes."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.test import Client

from redress.ombudsman import store
from redress.people.models import Landlord, User
from redress.reports.overview import Overview
from redress.rules.access import Role, Verb
from redress.rules.actions.restrict import Restrict
from redress.rules.ombudsman import Asks, Body, Duty, Entry
from redress.rules.themes import Sort
from tests import builders
from tests.web.reader import sound

pytestmark = pytest.mark.usefixtures("frozen")  # Tuesday 12 May 2026
PAGE = "/code-model/oversight/overview"
TODAY = date(2026, 5, 12)


@pytest.fixture
def reader(landlord: Landlord, client: Client) -> Client:
    lead = builders.user(landlord, Role.SENIOR_LEAD, name="Ines Moreau")
    client.force_login(User.objects.get(pk=lead.id))
    return client


@pytest.fixture
def desk(landlord: Landlord) -> builders.Desk:
    """Seven complaints about lifts this spring, one the year before; one is about repairs."""
    desk = builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))
    for days in (4, 10, 20, 30, 40, 50, 60, 400):
        on = TODAY - timedelta(days=days)
        desk.receive(on, recorded=TODAY, service="Estates", category="lifts")
    desk.receive(TODAY - timedelta(days=2), recorded=TODAY)
    return desk


def test_what_came_in_by_month_and_week(landlord: Landlord, desk: builders.Desk) -> None:
    seen = Overview(landlord, TODAY)
    months = {each.period.text: each.all for each in seen.months}
    assert len(months) == 12 and list(months)[-1] == "2026-05"
    assert {text: number for text, number in months.items() if number} == {
        "2026-03": 2, "2026-04": 3, "2026-05": 3,
    }  # fmt: skip
    weeks = {each.period.text: each.all for each in seen.weeks}
    assert len(weeks) == 12 and weeks["2026-W19"] == 2
    assert [each.running for each in seen.weeks] == [False] * 11 + [True]


def test_a_theme_that_rises_and_where_it_leads(reader: Client, desk: builders.Desk) -> None:
    """Beside the lifts, two complaints about leaks in each month of the year before."""
    for nth in range(24):
        desk.receive(TODAY - timedelta(days=100 + 15 * nth), recorded=TODAY)
    page = sound(reader.get(PAGE))
    assert "2 rising themes" in page.words  # the category and its service
    assert "lifts category 7 in the last 3 months 0.2 usual 1 a year before Rising" in page.words
    links = {a.words: a.attrs["href"] for a in page.all("a")}
    assert "figure-list/received?period=2026-02-12..2026-05-11" in links["lifts"]
    assert "Received: 7 " in sound(reader.get(links["lifts"])).words  # as many as it says
    month = sound(reader.get(links["April 2026"])).words
    assert "April 2026" in month


def test_every_number_leads_somewhere(reader: Client, desk: builders.Desk) -> None:
    main = [a.attrs["href"] for a in sound(reader.get(PAGE)).all("a")]
    inside = {at for at in main if at.startswith("/code-model/")}
    assert len(inside) > 15
    for at in inside:
        assert reader.get(at).status_code == 200, at


def test_places_are_some_streets_and_no_nearer(landlord: Landlord, desk: builders.Desk) -> None:
    person = builders.resident(landlord)
    desk.receive(TODAY, resident=person.pk, recorded=TODAY)
    desk.receive(TODAY - timedelta(days=1), resident=person.pk, recorded=TODAY)
    names = [each.count.name for each in Overview(landlord, TODAY).of_sort(Sort.PLACE)]
    assert names == ["E1 4"]


def test_near_misses_and_what_only_some_may_see(reader: Client, desk: builders.Desk) -> None:
    page = sound(reader.get(PAGE))
    assert "5 near misses" in page.words
    named = Restrict(people=((desk.actor.id or 0, desk.actor.name),), reason="Staff")
    desk.does("MOD-000007", Verb.RESTRICT, named, TODAY)
    page = sound(reader.get(PAGE))
    assert "And 1 more" in page.words
    assert "MOD-000007" not in page.words and "MOD-000008" in page.words


def test_what_the_ombudsman_waits_for_is_a_near_miss(
    landlord: Landlord, reader: Client, desk: builders.Desk
) -> None:
    entry = Entry(body=Body.HOUSING, reference="202600123", received_on=TODAY)
    asked = Duty(Asks.INFORMATION, "Send the repairs log", TODAY, TODAY + timedelta(days=3))
    with transaction.atomic():
        row = store.keep(landlord, entry, desk.actor, builders.at(TODAY), TODAY)
        store.keep_duty(row, asked, desk.actor, builders.at(TODAY), TODAY)
    words = sound(reader.get(PAGE)).words
    assert "6 near misses" in words
    assert "Send the repairs log request for information 202600123 Fri 15 May 2026" in words


def test_of_nothing_it_says_that_nothing_is(reader: Client) -> None:
    words = sound(reader.get(PAGE)).words
    for said in ("No promise is overdue", "No case is past the Code’s limit", "Nothing is open"):
        assert said in words


def test_late_answers_without_a_reason_on_record_are_not_passed_over(reader: Client) -> None:
    seen = sound(reader.get(PAGE))
    assert "Reasons on record why answers were late" in seen.words
    every = next(a for a in seen.all("a") if "All late answers" in a.words)
    page = sound(reader.get(every.attrs["href"]))
    assert "Answered late" in page.words


def test_the_queries_are_few_and_as_many_for_more_cases(
    reader: Client, desk: builders.Desk, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(17):  # type: ignore[operator]
        reader.get(PAGE)
    for days in range(20):
        desk.receive(TODAY - timedelta(days=days), recorded=TODAY)
    with django_assert_max_num_queries(17):  # type: ignore[operator]
        reader.get(PAGE)


def test_it_brings_nothing_inline(reader: Client, desk: builders.Desk) -> None:
    html = reader.get(PAGE).content.decode()
    assert "<style" not in html and " style=" not in html and "<script>" not in html


@pytest.mark.parametrize(
    ("roles", "home"),
    [
        ((Role.SENIOR_LEAD,), "/code-model/oversight/overview"),
        ((Role.MEMBER_RESPONSIBLE,), "/code-model/oversight/overview"),
        ((Role.SENIOR_LEAD, Role.COMPLAINTS_OFFICER), "/code-model/desk/"),
        ((Role.AUDITOR,), "/code-model/desk/"),
    ],
)
def test_it_is_where_who_leads_begins(
    landlord: Landlord, client: Client, roles: tuple[Role, ...], home: str
) -> None:
    client.force_login(User.objects.get(pk=builders.user(landlord, *roles, name="Ola").id))
    assert client.get("/your-landlords")["Location"] == home
