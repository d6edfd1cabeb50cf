"""Finding a resident while they speak."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from redress.people.lookup import find_residents, index, resident_of
from redress.people.models import Home, Landlord, Resident
from redress.people.register import add_resident, register_resident
from tests import builders


@pytest.fixture
def landlord(db: None) -> Landlord:
    return builders.landlord()


@pytest.fixture
def mary(landlord: Landlord) -> Resident:
    home = Home.objects.create(
        landlord=landlord, address="4 Elm Walk", postcode="E1 4AA", uprn="100012345678"
    )
    return add_resident(
        landlord, name="Mary Åsa O’Sei", home=home, phone="(020) 7946 0018", email="m@example.org"
    )


@pytest.mark.parametrize(
    "typed",
    [
        "mary", "MARY", "asa", "o'sei", "mar as", "elm walk", "4 elm", "e14aa", "E1 4AA", "e1 4aa",
        "02079460018", "020 7946 0018", "0207 946", "100012345678", "mary elm", "m@example.org",
    ],
)  # fmt: skip
def test_by_name_phone_address_postcode_and_uprn(
    landlord: Landlord, mary: Resident, typed: str
) -> None:
    add_resident(landlord, name="Tom Bradley")
    assert find_residents(landlord, typed) == [mary]


@pytest.mark.parametrize(
    "typed", ["", "   ", "mary bradley", "maryx", "elm 5", "'", "*%_", "x" * 5_000, "🏠"]
)
def test_nothing_else_finds_her(landlord: Landlord, mary: Resident, typed: str) -> None:
    assert find_residents(landlord, typed) == []


def test_only_of_this_landlord(landlord: Landlord, mary: Resident) -> None:
    other = builders.landlord("harrow", "HAR")
    assert find_residents(other, "mary") == []
    assert resident_of(other, str(mary.pk)) is None
    assert resident_of(landlord, str(mary.pk)) == mary


@pytest.mark.parametrize("number", ["", "x", "-1", "1.5", "9" * 40, "٣", "0"])
def test_a_number_that_is_none(landlord: Landlord, number: str) -> None:
    assert resident_of(landlord, number) is None


def test_whoever_registers_is_found_and_whoever_moves_is_found_anew(landlord: Landlord) -> None:
    tom = register_resident(landlord, name="Tom Bradley", address="9 Mill Court")
    assert find_residents(landlord, "brad mill") == [tom]
    tom.name = "Tom Holt"
    tom.save()
    index(tom)
    assert find_residents(landlord, "bradley") == []
    assert find_residents(landlord, "holt") == [tom]


def test_at_most_eight_by_name_and_no_query_a_resident(landlord: Landlord) -> None:
    def count(typed: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert len(find_residents(landlord, typed)) <= 8
        return len(queries)

    add_resident(landlord, name="Ann Lee")
    few = count("ann lee")
    for number in range(20):
        add_resident(landlord, name=f"Ann Lee {number:02}")
    assert count("ann lee") == few
    assert [each.name for each in find_residents(landlord, "ann")][:2] == ["Ann Lee", "Ann Lee 00"]


def test_words_that_too_many_have_still_find_whoever_has_them_all(
    landlord: Landlord, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("redress.people.lookup.MANY", 2)
    for number in range(5):
        add_resident(landlord, name=f"Ann Lee {number}")
    add_resident(landlord, name="Zoe Ann Lee")
    assert [each.name for each in find_residents(landlord, "zoe ann lee")] == ["Zoe Ann Lee"]
    assert len(find_residents(landlord, "ann lee")) == 6


def test_how_to_reach_them_is_kept_and_what_is_not_said_stays(landlord: Landlord) -> None:
    tom = register_resident(landlord, name="Tom", write_by="post", large_print=True)
    register_resident(landlord, name="Tom", language="Polish")
    tom.refresh_from_db()
    assert (tom.write_by, tom.large_print, tom.language) == ("post", True, "Polish")
