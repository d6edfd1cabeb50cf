"""The annual report as a page: who may read it, which year is shown, what is said of none."""

from datetime import date

import pytest
from django.test import Client

from redress.people.models import Landlord, User
from redress.reports.years import years_held
from redress.rules.access import Role
from redress.rules.figures_year import Year
from tests import builders
from tests.web.reader import sound

pytestmark = pytest.mark.usefixtures("frozen")
PAGE = "/code-model/oversight/annual"


@pytest.fixture
def reader(landlord: Landlord, client: Client) -> Client:
    client.force_login(User.objects.get(pk=builders.user(landlord, Role.AUDITOR).id))
    return client


@pytest.fixture
def cases(landlord: Landlord) -> None:
    desk = builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER, name="Ben"))
    for day in (date(2024, 6, 3), date(2026, 3, 31), date(2026, 4, 1)):
        desk.receive(day)


@pytest.mark.usefixtures("cases")
def test_the_latest_year_is_shown_and_each_can_be_chosen(reader: Client) -> None:
    page = sound(reader.get(PAGE))
    assert page.one("h1").words == "Annual report 2026-27"
    years = [a for a in page.all("a") if a.attrs["href"].startswith("?year=")]
    assert [a.words for a in years] == ["2026-27", "2025-26", "2024-25"]
    assert [a.words for a in years if a.attrs.get("aria-current")] == ["2026-27"]
    older = sound(reader.get(f"{PAGE}?year=2024-25"))
    assert older.one("title").words == "Annual report 2024-25 – Code-Model"
    assert "1 April 2024 to 31 March 2025" in older.words
    captions = [caption.words for caption in older.all("caption")]
    assert any(caption.startswith("Received in 2024-25") for caption in captions)


@pytest.mark.usefixtures("cases")
def test_a_year_without_cases_says_so(reader: Client) -> None:
    assert "We hold no cases of 2019-20" in sound(reader.get(f"{PAGE}?year=2019-20")).words


def test_before_the_first_case_the_page_says_what_will_be_there(reader: Client) -> None:
    assert "as soon as there is a case" in sound(reader.get(PAGE)).words


@pytest.mark.parametrize("year", ["2023", "2023-25", "x", "9999-00", "0001-02", "%00", "1" * 5_000])
def test_what_is_no_year_has_no_page(reader: Client, year: str) -> None:
    response = reader.get(f"{PAGE}?year={year}")
    assert response.status_code == 404
    sound(response)


def test_the_report_brings_nothing_inline(reader: Client, cases: None) -> None:
    html = reader.get(PAGE).content.decode()
    assert "<style" not in html and " style=" not in html and "<script>" not in html


def test_the_years_held_run_from_the_first_case_to_the_last(landlord: Landlord) -> None:
    assert years_held(landlord) == []
    desk = builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))
    desk.receive(date(2025, 3, 31))
    assert years_held(landlord) == [Year(2024)]
    desk.receive(date(2026, 4, 1))
    assert years_held(landlord) == [Year(2026), Year(2025), Year(2024)]
    assert years_held(builders.landlord("harrow", "HAR")) == []
