"""The page of returns: the regulator's measures and the monthly file, and the homes they need."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client

from redress.people.homes import homes_on, note_homes
from redress.people.models import AdminEntry, Landlord, User
from redress.rules.access import Role
from redress.rules.facts import State, Tenure
from tests import builders
from tests.web.reader import sound

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("june")]
PAGE = "/code-model/oversight/returns"
HOMES = "/code-model/administration/homes"


@pytest.fixture
def june() -> Iterator[None]:
    """Monday 1 June 2026."""
    with time_machine.travel(datetime(2026, 6, 1, 10, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def office() -> builders.Office:
    """Two complaints of tenants, one of a shared owner; all of 1 May 2026."""
    made = builders.office()
    for state, tenure in (
        (State.STAGE_1_ANSWERED, Tenure.TENANT),
        (State.STAGE_1_OPEN, Tenure.TENANT),
        (State.STAGE_1_OPEN, Tenure.SHARED_OWNER),
    ):
        made.reach(state, tenure=tenure)
    return made


def client_of(landlord: Landlord, role: Role) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=builders.user(landlord, role, name=f"A {role}").id))
    return client


@pytest.fixture
def lead(office: builders.Office) -> Client:
    return client_of(office.landlord, Role.SENIOR_LEAD)


def test_each_measure_with_its_formula_and_its_lists(lead: Client, office: builders.Office) -> None:
    note_homes(office.landlord, "lcra", 400, date(2026, 3, 31), "Statistical data return")
    page = sound(lead.get(f"{PAGE}?year=2026-27"))
    assert "2 received ÷ 400 homes × 1,000 = 5.0" in page.words
    assert "1 in time ÷ 2 received × 100 = 50.0%" in page.words
    assert "1 in time ÷ 1 responded to × 100 = 100.0%" in page.words
    assert "Of received (our measure)" in page.words
    assert "1 received ÷ homes not known" in page.words and "Statistical data return" in page.words
    behind = [a.attrs["href"] for a in page.all("a") if "figure-list/received" in a.attrs["href"]]
    assert "tenure_group=lcra" in behind[0]
    assert sound(lead.get(behind[0])).one("h1").words == "Received: 2"


def test_both_files_are_a_click_away(lead: Client) -> None:
    page = sound(lead.get(PAGE))
    files = [a.attrs["href"] for a in page.all("a") if "as=csv" in a.attrs["href"]]
    assert [part for file in files for part in ("tsm", "housemark") if part in file] == [
        "tsm",
        "housemark",
    ]
    month = lead.get(PAGE + files[1])
    assert "housemark-code-model-2026-05.csv" in month["Content-Disposition"]
    head, line = csv.reader(io.StringIO(month.content.decode()))
    assert dict(zip(head, line, strict=True))["Stage 1 complaints received"] == "3"
    year = lead.get(f"{PAGE}?year=2026-27&file=tsm&as=csv")
    rows = list(csv.DictReader(io.StringIO(year.content.decode())))
    assert [row["received"] for row in rows] == ["2", "0", "1", "0"]


@pytest.mark.parametrize(
    "query", ["year=2026", "year=2026-05", "month=2026-27", "file=mood&as=csv", "file=tsm&as=exe"]
)
def test_what_there_is_none_of_has_no_page(lead: Client, query: str) -> None:
    assert lead.get(f"{PAGE}?{query}").status_code == 404


def test_homes_are_kept_with_where_they_come_from(office: builders.Office) -> None:
    client = client_of(office.landlord, Role.ADMINISTRATOR)
    day = {"counted_on_day": "31", "counted_on_month": "3", "counted_on_year": "2026"}
    given = {"group": "lcho", "homes": "120", "source": "Statistical data return", **day}
    for _ in range(2):
        assert client.post(HOMES, given).status_code == 302
    found = homes_on(office.landlord, "lcho", date(2026, 3, 31))
    assert found is not None and (found.number, found.counted_on) == (120, date(2026, 3, 31))
    assert "Statistical data return" in sound(client.get(HOMES)).words
    assert AdminEntry.objects.filter(what="homes_counted").exists()
    page = sound(client.post(HOMES, {**given, "homes": "many"}))
    assert page.one("input", name="homes").attrs["value"] == "many"


def test_homes_of_the_day_are_those_last_counted(office: builders.Office) -> None:
    landlord = office.landlord
    assert homes_on(landlord, "lcra", date(2026, 3, 31)) is None
    landlord.homes = 300
    own = homes_on(landlord, "lcra", date(2026, 3, 31))
    assert own is not None and (own.number, own.counted_on) == (300, None)
    assert homes_on(landlord, "lcho", date(2026, 3, 31)) is None
    for year, homes in ((2024, 100), (2026, 140)):
        note_homes(landlord, "lcra", homes, date(year, 3, 31), "Return")
    numbers = [homes_on(landlord, "lcra", date(year, 3, 31)) for year in (2023, 2025, 2027)]
    assert [found.number for found in numbers if found] == [100, 100, 140]
