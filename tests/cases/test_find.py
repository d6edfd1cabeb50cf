"""Searching: every case that has the words is found, the newest first, at a cost that stays."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from redress.cases import search
from redress.cases.search import find
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


def found(desk: builders.Desk, text: str) -> list[str]:
    """The residents of the cases found by their words as typed."""
    answer = find(desk.actor, desk.landlord, text)
    return [] if answer.alike else [line.resident for line in answer.lines]


def references(desk: builders.Desk, text: str) -> list[str]:
    answer = find(desk.actor, desk.landlord, text)
    return [] if answer.alike else [line.reference for line in answer.lines]


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
    assert found(desk, text) == people


@pytest.mark.parametrize("text", ["ha14aa", "HA1 4AA", "ha1 4 aa", "020 7946 0000", "02079460000"])
def test_postcodes_and_numbers_are_found_with_blanks_or_without(
    landlord: Landlord, desk: builders.Desk, text: str
) -> None:
    received(desk, "Mary Osei")
    assert found(desk, text) == ["Mary Osei"]


@pytest.mark.parametrize("many", [0, 1, 2, 3, 100])
def test_the_answer_is_the_same_however_common_a_word_counts_as(
    landlord: Landlord, desk: builders.Desk, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    received(desk, *PEOPLE)
    monkeypatch.setattr(search, "MANY", many)
    assert found(desk, "mary smith") == ["Mary Smith", "Mary Ann Smith"]
    assert found(desk, "mary osei") == ["Mary Osei"]  # the oldest of all
    assert found(desk, "elm") == list(reversed(PEOPLE))


def test_the_newest_are_kept_where_there_are_more_than_a_page(
    landlord: Landlord, desk: builders.Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MOST", 2)
    received(desk, *PEOPLE)
    for many in (1, 100):
        monkeypatch.setattr(search, "MANY", many)
        assert found(desk, "elm walk") == ["Mary Smith", "Ade Smithson"]


def test_another_landlords_cases_are_never_found(landlord: Landlord, desk: builders.Desk) -> None:
    other = builders.landlord("harrow", "HAR")
    officer = builders.user(other, Role.COMPLAINTS_OFFICER, name="Ben Ford")
    received(builders.Desk(other, officer), "Mary Osei")
    received(desk, "Ade Smithson")
    assert found(desk, "mary osei") == []
    assert found(desk, "elm") == ["Ade Smithson"]


def plan_of(text: str, desk: builders.Desk) -> list[str]:
    """How SQLite would go about each query of a search."""
    with CaptureQueriesContext(connection) as captured:
        find(desk.actor, desk.landlord, text)
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
    monkeypatch.setattr(search, "MANY", many)
    steps = plan_of("mary smith", desk)
    assert [step for step in steps if step.startswith("SCAN") and step != "SCAN subquery"] == []
    walks = [step for step in steps if "SEARCH cases_case" in step and "landlord_id=?)" in step]
    assert walks == (
        [] if many else ["SEARCH cases_case USING COVERING INDEX case_by_received (landlord_id=?)"]
    )


def test_postgresql_compares_words_by_code_point() -> None:
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT collname FROM pg_attribute JOIN pg_collation ON attcollation = pg_collation.oid"
            " WHERE attrelid = 'cases_searchword'::regclass AND attname = 'word'"
        )
        assert cursor.fetchone() == ("C",)


class TestTyped:
    @pytest.fixture
    def office(self) -> builders.Office:
        office = builders.office()
        people = [builders.resident(office.landlord, name) for name in ("Mary Osei", "Zoë Müller")]
        home = people[1].home
        assert home
        home.address, home.postcode = "12 Oak Court", "SW1A 2BB"
        home.save()
        people[1].phone, people[1].email = "020 7946 0958", "zoe@example.com"
        people[1].save()
        office.one.receive(DAY, resident=people[0].pk)
        office.one.receive(
            DAY, resident=people[1].pk, service="Heating and hot water", category="boiler"
        )
        return office

    @pytest.mark.parametrize(
        "typed",
        [
            "Mary", "mary osei", "OSEI MARY", "os", "mar os",  # words and beginnings of words
            "E1 4AA", "e14aa", "e1", "E1 4AA osei",  # postcode with and without its space
            "07700 900123", "07700900123", "07700 900 123", "0770090",  # phone however it is spaced
            "MOD-000001", "mod000001", "mod 000001", "000001",  # reference with and without dash
            "elm walk", "4 elm", "mary@example.org",
        ],
    )  # fmt: skip
    def test_what_is_typed_for_the_first(self, office: builders.Office, typed: str) -> None:
        assert references(office.one, typed) == ["MOD-000001"]

    @pytest.mark.parametrize(
        "typed",
        ["Zoë", "zoe", "muller", "MÜLLER", "sw1a2bb", "SW1A 2BB", "sw1a", "02079460958",
         "020 7946 0958", "boiler", "heating water", "oak court", "12 oak", "MOD-000002"],
    )  # fmt: skip
    def test_what_is_typed_for_the_second(self, office: builders.Office, typed: str) -> None:
        assert references(office.one, typed) == ["MOD-000002"]

    @pytest.mark.parametrize(
        "typed",
        ["", "   ", "-", "%", "_", "mary müller", "seo", "ary", "e2", "000003", "'; DROP TABLE",
         "👩", "\u200b", "x" * 5_000, "mary\x00"],
    )  # fmt: skip
    def test_what_finds_nothing(self, office: builders.Office, typed: str) -> None:
        """A word inside a word is not its beginning; all words must be there."""
        found = references(office.one, typed)
        assert found == (["MOD-000001"] if typed == "mary\x00" else [])

    def test_what_fits_both_shows_the_newest_first(self, office: builders.Office) -> None:
        assert references(office.one, "mod") == ["MOD-000002", "MOD-000001"]

    def test_a_line_says_who_where_and_what(self, office: builders.Office) -> None:
        (line,) = find(office.one.actor, office.landlord, "zoe").lines
        assert (line.resident, line.place, line.about) == ("Zoë Müller", "12 Oak Court", "boiler")

    def test_no_more_than_a_page(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(search, "MOST", 3)
        office = builders.office()
        made = [office.one.receive(DAY) for _ in range(5)]
        assert references(office.one, "repairs") == made[:1:-1]
