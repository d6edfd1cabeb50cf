"""The figures of a period: chosen, filtered, compared; every number opens its list."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

import pytest
import time_machine
from django.test import Client

from redress.people.models import User
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.restrict import Restrict
from redress.rules.definitions import BY_SLUG
from redress.rules.facts import State
from tests import builders
from tests.web.reader import sound

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("june")]
PAGE = "/code-model/oversight/figures"
LIST = "/code-model/oversight/figure-list"
YEAR = "period=2026-27"


def client_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.id))
    return client


@pytest.fixture
def june() -> Iterator[None]:
    """Monday 1 June 2026."""
    with time_machine.travel(datetime(2026, 6, 1, 10, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def office() -> builders.Office:
    """Two complaints, one of them at stage 2, and a request: four rows, all of May 2026."""
    made = builders.office()
    for state in (State.STAGE_1_OPEN, State.STAGE_2_REQUESTED, State.REQUEST_OPEN):
        made.reach(state)
    return made


@pytest.fixture
def officer(office: builders.Office) -> Client:
    return client_of(office.one.actor)


def links(client: Client, address: str) -> list[tuple[str, str]]:
    """Each number of the page with the address of its list."""
    page = sound(client.get(address))
    return [(a.words, a.attrs["href"]) for a in page.all("a") if LIST in a.attrs.get("href", "")]


def test_every_number_is_a_link_to_a_list_that_adds_up_to_it(officer: Client) -> None:
    found = list(dict.fromkeys(links(officer, f"{PAGE}?{YEAR}&by=tenure")))
    assert len(found) > 60
    for words, address in found[::4]:
        number = re.match(r"£?([0-9,]+)", words)
        if number is None or "days" in words:
            continue
        rows = list(csv.reader(io.StringIO(officer.get(f"{address}&as=csv").getvalue().decode())))
        adds = sum(int(row[-1]) for row in rows[1:])
        assert adds == int(number[1].replace(",", "")), address


def test_rows_of_stages_and_the_kinds_chosen(officer: Client) -> None:
    assert sound(officer.get(f"{LIST}/received?{YEAR}")).one("h1").words == "Received: 3"
    page = sound(officer.get(f"{LIST}/received?{YEAR}&group=stage_2"))
    assert page.one("h1").words == "Received: 1"
    assert "÷" not in page.words


def test_the_list_names_the_cases_and_how_the_figure_is_worked_out(
    officer: Client, office: builders.Office
) -> None:
    page = sound(officer.get(f"{LIST}/escalated?{YEAR}"))
    assert "stage 1 complaints of which stage 2 was asked for ÷ stage 1" in page.words
    assert "/code-model/desk/case/MOD-000002" in [a.attrs["href"] for a in page.all("a")]
    assert "Mary Osei" not in page.words


def test_a_case_that_the_reader_may_not_open_is_counted_without_its_number(
    officer: Client, office: builders.Office
) -> None:
    someone = builders.user(office.landlord, Role.SENIOR_LEAD, name="Sam Reed")
    given = Restrict(people=[(office.one.actor.id or 0, "Amina Khan")], reason="About staff.")
    office.one.does("MOD-000001", Verb.RESTRICT, given, date(2026, 5, 11))
    page = sound(client_of(someone).get(f"{LIST}/received?{YEAR}"))
    assert page.one("h1").words == "Received: 3"
    assert "MOD-000001" not in page.words and "A case that you may not open" in page.words
    assert "MOD-000001" in sound(officer.get(f"{LIST}/received?{YEAR}")).words


def test_a_list_is_a_file_without_names(officer: Client) -> None:
    answer = officer.get(f"{LIST}/received?{YEAR}&as=csv")
    assert "figure-received-code-model-2026-06-01.csv" in answer["Content-Disposition"]
    text = answer.getvalue().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0][0] == "Reference" and len(rows) == 4
    assert "Osei" not in text
    sheet = officer.get(f"{LIST}/received?{YEAR}&as=xlsx")
    assert b"".join(sheet).startswith(b"PK")


@pytest.mark.parametrize(
    ("own", "heading"),
    [
        ("2026-05", "Figures: May 2026"),
        ("2026-Q1", "Figures: April to June 2026"),
        ("2026-05-01..2026-05-02", "Figures: 1 to 2 May 2026"),
    ],
)
def test_a_period_of_ones_own(officer: Client, own: str, heading: str) -> None:
    page = sound(officer.get(PAGE, {"period": "2025-26", "own": own}))
    assert page.one("h1").words == heading
    assert "Received" in page.words


def test_a_period_that_cannot_be_read_says_how_to_write_one_and_is_not_lost(
    officer: Client,
) -> None:
    page = sound(officer.get(PAGE, {"own": "last <week>"}))
    assert "is not a period; write a week as 2026-W48" in page.words
    assert page.one("input", name="own").attrs["value"] == "last <week>"


def test_filters_stay_in_the_address_and_can_be_taken_off(officer: Client) -> None:
    page = sound(officer.get(f"{PAGE}?{YEAR}&service=Repairs&by=category"))
    assert "Service: Repairs" in page.words
    numbers = [a.attrs["href"] for a in page.all("a") if LIST in a.attrs.get("href", "")]
    assert all("service=Repairs" in urlsplit(address).query for address in numbers)
    assert any("category=leak" in address for address in numbers)


def test_nothing_received_is_a_figure(officer: Client) -> None:
    page = sound(officer.get(f"{PAGE}?period=2025-26"))
    assert "Nothing like this was received" in page.words
    assert sound(officer.get(f"{LIST}/received?period=2025-26")).one("h1").words == "Received: 0"


@pytest.mark.parametrize(
    "address",
    [
        f"{PAGE}?by=mood",
        f"{PAGE}?group=everyone",
        f"{LIST}/mood",
        f"{LIST}/received?period=soon",
        f"{LIST}/received?page=0",
        f"{LIST}/received?page=99",
        f"{LIST}/received?page=x",
    ],
)
def test_what_there_is_none_of_has_no_page(officer: Client, address: str) -> None:
    assert officer.get(address).status_code == 404


def test_another_landlords_people_read_nothing(office: builders.Office) -> None:
    other = builders.landlord("harrow", "HAR")
    stranger = client_of(builders.user(other, Role.COMPLAINTS_OFFICER, name="Ola Berg"))
    assert stranger.get(PAGE).status_code == 403
    assert stranger.get(f"{LIST}/received").status_code == 403


def test_meanings_are_there_to_read(officer: Client) -> None:
    words = sound(officer.get(f"{PAGE}?{YEAR}")).words
    assert all(each.formula in words for each in BY_SLUG.values())
