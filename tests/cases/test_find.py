"""Searching: every case that has the words is found, the newest first, at a cost that stays."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from redress.cases import queries
from redress.cases.queries import find
from redress.people.models import Home, Landlord, Resident
from redress.rules.access import Role
from tests import builders

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)
PEOPLE = ("Mary Osei", "José Peña", "Mary Ann Smith", "Ade Smithson", "Mary Smith")


@pytest.fixture
def landlord() -> Landlord:
    return builders.landlord()


@pytest.fixture
def desk(landlord: Landlord) -> builders.Desk:
    return builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))


def received(desk: builders.Desk, *names: str, **others: object) -> list[str]:
    """A complaint of each of these people, a day apart; their references."""
    made = []
    for number, name in enumerate(names):
        home = Home.objects.create(
            landlord=desk.landlord, address=f"{number + 1} Elm Walk", postcode="HA1 4AA"
        )
        person = Resident.objects.create(
            landlord=desk.landlord, name=name, home=home, phone="(020) 7946 0000"
        )
        day = DAY + timedelta(days=number)
        made.append(desk.receive(day, resident=person.pk, **others))
    return made


def found(landlord: Landlord, text: str) -> list[str]:
    return [line.resident for line in find(landlord, text)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("mary", ["Mary Smith", "Mary Ann Smith", "Mary Osei"]),
        ("SMITH", ["Mary Smith", "Ade Smithson", "Mary Ann Smith"]),
        ("mary smith", ["Mary Smith", "Mary Ann Smith"]),
        ("smith mary", ["Mary Smith", "Mary Ann Smith"]),
        ("smiths", ["Ade Smithson"]),
        ("mary zz", []),
        ("pena jose", ["José Peña"]),
        ("elm 3", ["Mary Ann Smith"]),
        ("MOD-000004", ["Ade Smithson"]),
        ("mod 000 004", ["Ade Smithson"]),
        ("mod000004", ["Ade Smithson"]),
        ("", []),
        ("?!", []),
        ("\U0010ffff", []),
    ],
)
def test_cases_with_every_word_or_its_beginning_newest_first(
    landlord: Landlord, desk: builders.Desk, text: str, people: list[str]
) -> None:
    received(desk, *PEOPLE)
    assert found(landlord, text) == people


@pytest.mark.parametrize("text", ["ha14aa", "HA1 4AA", "ha1 4 aa", "020 7946 0000", "02079460000"])
def test_postcodes_and_numbers_are_found_with_blanks_or_without(
    landlord: Landlord, desk: builders.Desk, text: str
) -> None:
    received(desk, "Mary Osei")
    assert found(landlord, text) == ["Mary Osei"]


@pytest.mark.parametrize("many", [0, 1, 2, 3, 100])
def test_the_answer_is_the_same_however_common_a_word_counts_as(
    landlord: Landlord, desk: builders.Desk, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    received(desk, *PEOPLE)
    monkeypatch.setattr(queries, "MANY", many)
    assert found(landlord, "mary smith") == ["Mary Smith", "Mary Ann Smith"]
    assert found(landlord, "mary osei") == ["Mary Osei"]  # the oldest of all
    assert found(landlord, "elm") == list(reversed(PEOPLE))


def test_the_newest_are_kept_where_there_are_more_than_a_page(
    landlord: Landlord, desk: builders.Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "PAGE", 2)
    received(desk, *PEOPLE)
    for many in (1, 100):
        monkeypatch.setattr(queries, "MANY", many)
        assert found(landlord, "elm walk") == ["Mary Smith", "Ade Smithson"]


def test_another_landlords_cases_are_never_found(landlord: Landlord, desk: builders.Desk) -> None:
    other = builders.landlord("harrow", "HAR")
    officer = builders.user(other, Role.COMPLAINTS_OFFICER, name="Ben Ford")
    received(builders.Desk(other, officer), "Mary Osei")
    received(desk, "Ade Smithson")
    assert found(landlord, "mary osei") == []
    assert found(landlord, "elm") == ["Ade Smithson"]


def plan_of(text: str, landlord: Landlord) -> list[str]:
    """How SQLite would go about each query of a search."""
    with CaptureQueriesContext(connection) as captured:
        find(landlord, text)
    steps = []
    with connection.cursor() as cursor:
        for query in captured.captured_queries:
            cursor.execute("EXPLAIN QUERY PLAN " + query["sql"])
            steps += [row[3] for row in cursor.fetchall()]
    return steps


@pytest.mark.parametrize("many", [0, 100])
def test_no_search_walks_a_whole_table(
    landlord: Landlord, desk: builders.Desk, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    if connection.vendor != "sqlite":
        return  # its plans follow what it counted, and it counts no test's rows
    received(desk, *PEOPLE)
    monkeypatch.setattr(queries, "MANY", many)
    steps = plan_of("mary smith", landlord)
    assert [step for step in steps if step.startswith("SCAN") and step != "SCAN subquery"] == []
    assert [step for step in steps if "SEARCH cases_case" in step and "landlord_id=?)" in step] == (
        [] if many else ["SEARCH cases_case USING COVERING INDEX case_by_received (landlord_id=?)"]
    )


def test_the_list_of_what_is_not_due_has_an_index_of_its_own(landlord: Landlord) -> None:
    with CaptureQueriesContext(connection) as captured:
        queries.unscheduled(landlord)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("EXPLAIN QUERY PLAN " + captured.captured_queries[0]["sql"])
            assert "USING INDEX nothing_due" in cursor.fetchone()[3]


def test_postgresql_compares_words_by_code_point() -> None:
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT collname FROM pg_attribute JOIN pg_collation ON attcollation = pg_collation.oid"
            " WHERE attrelid = 'cases_searchword'::regclass AND attname = 'word'"
        )
        assert cursor.fetchone() == ("C",)
