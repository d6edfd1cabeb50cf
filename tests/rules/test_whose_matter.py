"""Which Ombudsman or tribunal: the cases of the reference, by hand, and laws over all answers."""

from itertools import product

import pytest

from redress.rules.reading import grade, sentences
from redress.rules.whose_matter import (
    COMMISSIONER,
    HOUSING,
    LGSCO,
    TRIBUNAL,
    WORDS,
    LandlordIs,
    Matter,
    Person,
    whose,
)

COUNCIL, ASSOCIATION = LandlordIs
TENANT, LEASEHOLDER, OTHER = Person
M = Matter


@pytest.mark.parametrize(
    ("matter", "landlord", "person", "bodies", "clear"),
    [
        (M.LANDLORD, COUNCIL, TENANT, (HOUSING,), True),
        (M.LANDLORD, ASSOCIATION, LEASEHOLDER, (HOUSING,), True),
        (M.LANDLORD, COUNCIL, OTHER, (HOUSING, LGSCO), False),
        (M.LANDLORD, ASSOCIATION, OTHER, (HOUSING,), False),
        (M.ASB_LANDLORD, COUNCIL, TENANT, (HOUSING,), True),
        (M.ASB_POWERS, COUNCIL, TENANT, (HOUSING, LGSCO), False),
        (M.ASB_POWERS, COUNCIL, OTHER, (LGSCO,), False),
        (M.ADAPTATIONS, COUNCIL, TENANT, (HOUSING, LGSCO), False),
        (M.BENEFIT_ARREARS, ASSOCIATION, TENANT, (HOUSING, LGSCO), False),
        (M.SUPPORTED, ASSOCIATION, TENANT, (HOUSING, LGSCO), False),
        (M.TEMPORARY, COUNCIL, OTHER, (HOUSING, LGSCO), False),
        (M.HOMELESSNESS, COUNCIL, OTHER, (LGSCO,), True),
        (M.ALLOCATIONS, COUNCIL, TENANT, (LGSCO,), True),
        (M.ALLOCATIONS, ASSOCIATION, TENANT, (HOUSING, LGSCO), False),
        (M.RIGHT_TO_BUY, COUNCIL, TENANT, (LGSCO,), True),
        (M.PLANNING, COUNCIL, TENANT, (LGSCO,), True),
        (M.CHARGE_AMOUNT, COUNCIL, LEASEHOLDER, (TRIBUNAL,), True),
        (M.CHARGE_CONSULTATION, ASSOCIATION, LEASEHOLDER, (TRIBUNAL,), True),
        (M.CHARGE_HANDLING, COUNCIL, LEASEHOLDER, (HOUSING,), True),
        (M.PERSONAL_DATA, COUNCIL, TENANT, (COMMISSIONER,), True),
    ],
)
def test_each_matter(
    matter: Matter, landlord: LandlordIs, person: Person, bodies: tuple[str, ...], clear: bool
) -> None:
    found = whose([matter], landlord, person)
    assert (found.bodies, found.parts[0].clear) == (bodies, clear)


def test_a_service_charge_is_split_and_not_refused_whole() -> None:
    found = whose([M.CHARGE_HANDLING, M.CHARGE_AMOUNT], COUNCIL, LEASEHOLDER)
    assert [part.bodies for part in found.parts] == [(TRIBUNAL,), (HOUSING,)]
    assert "section 27A" in found.parts[0].source and "Code 2.5" in found.parts[1].source
    assert any("more than one part" in said for said in found.tell)


def test_a_resident_of_an_association_goes_to_the_council_first() -> None:
    said = whose([M.HOMELESSNESS], ASSOCIATION, TENANT).tell
    assert "We are not the council. Complain to the council about what it did." in said
    assert said != whose([M.HOMELESSNESS], COUNCIL, TENANT).tell


def test_two_clear_parts_are_asked_about_apart() -> None:
    said = whose([M.LANDLORD, M.HOMELESSNESS], COUNCIL, TENANT).tell
    assert "Ask each of the two Ombudsmen about its own part." in said
    assert not any("look at it together" in one for one in said)
    assert any("look at it together" in one for one in whose([M.SUPPORTED], COUNCIL, TENANT).tell)


def test_nothing_named_is_no_answer() -> None:
    with pytest.raises(ValueError, match="what it is about"):
        whose([], COUNCIL, TENANT)


def test_every_answer_has_a_body_a_reason_its_source_and_words_that_promise_nothing() -> None:
    assert WORDS.keys() == set(Matter)
    for matter, landlord, person in product(Matter, LandlordIs, Person):
        found = whose([matter], landlord, person)
        (part,) = found.parts
        assert part.bodies and part.why and part.source and found.bodies == part.bodies
        assert found.tell[-1].startswith("We do not decide for them")
        assert all(len(one.split()) <= 25 for said in found.tell for one in sentences(said))


def test_what_is_told_is_easy_to_say() -> None:
    said = " ".join(whose(Matter, ASSOCIATION, LEASEHOLDER).tell)
    assert grade(said) <= 8
