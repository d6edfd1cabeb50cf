"""Residents as they say who they are: the same details are the same resident, and only those."""

from typing import Any

import pytest

from redress.people.models import Home, Landlord, Resident
from redress.people.register import register_resident
from redress.rules.facts import Tenure
from tests import builders

MARY: dict[str, Any] = {
    "name": "Mary Osei",
    "email": "mary@example.org",
    "phone": "07700 900123",
    "address": "4 Elm Walk",
    "postcode": "E1 4AA",
    "tenure": Tenure.TENANT,
    "needs": "Large print",
}


@pytest.fixture
def landlord(db: None) -> Landlord:
    return builders.landlord()


def test_everything_said_is_kept(landlord: Landlord) -> None:
    mary = Resident.objects.get(pk=register_resident(landlord, **MARY).pk)
    assert (mary.name, mary.email, mary.phone) == ("Mary Osei", "mary@example.org", "07700 900123")
    assert mary.home is not None
    assert (mary.home.address, mary.home.postcode) == ("4 Elm Walk", "E1 4AA")
    assert (mary.tenure, mary.needs, mary.landlord) == ("tenant", "Large print", landlord)


def test_the_same_details_are_the_same_resident_and_home(landlord: Landlord) -> None:
    first, second = register_resident(landlord, **MARY), register_resident(landlord, **MARY)
    assert first == second
    assert (Resident.objects.count(), Home.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    "other",
    [
        {"name": "Mary O."},
        {"email": ""},
        {"phone": "1"},
        {"needs": ""},
        {"tenure": Tenure.LEASEHOLDER},
        {"tenure": None},
    ],
)
def test_any_difference_is_another_resident_of_the_same_home(
    landlord: Landlord, other: dict[str, Any]
) -> None:
    first, second = register_resident(landlord, **MARY), register_resident(landlord, **MARY | other)
    assert first != second
    assert first.home == second.home


def test_another_address_is_another_home(landlord: Landlord) -> None:
    register_resident(landlord, **MARY)
    register_resident(landlord, **MARY | {"address": "5 Elm Walk"})
    assert (Resident.objects.count(), Home.objects.count()) == (2, 2)


def test_no_address_is_no_home(landlord: Landlord) -> None:
    assert register_resident(landlord, name="Mary Osei").home is None
    assert register_resident(landlord, name="Mary Osei", postcode="E1 4AA").home is not None


def test_landlords_share_nobody(landlord: Landlord) -> None:
    other = builders.landlord("harrow", "HAR")
    mine, theirs = register_resident(landlord, **MARY), register_resident(other, **MARY)
    assert mine != theirs
    assert mine.home != theirs.home
    assert theirs.home is not None
    assert theirs.home.landlord == other


def test_a_home_the_housing_system_knows_twice_is_the_first(landlord: Landlord) -> None:
    first = Home.objects.create(landlord=landlord, address="4 Elm Walk", postcode="E1 4AA")
    Home.objects.create(landlord=landlord, address="4 Elm Walk", postcode="E1 4AA", uprn="1")
    assert register_resident(landlord, **MARY).home == first
