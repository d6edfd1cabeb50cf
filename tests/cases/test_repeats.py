"""Cases at hand while a contact is written down."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from redress.cases.models import Case
from redress.cases.repeats import Near, near
from redress.people.models import Home, Landlord, Resident
from redress.people.register import add_resident
from redress.rules.access import Actor, Role
from redress.rules.facts import State
from tests import builders

TODAY = date(2026, 9, 1)
TEXT = "The kitchen ceiling is leaking once more"


@pytest.fixture
def office(db: None) -> builders.Office:
    return builders.office()


@pytest.fixture
def mary(office: builders.Office) -> Resident:
    return builders.resident(office.landlord)


def asked(
    office: builders.Office, resident: Resident | None, text: str = TEXT, **others: object
) -> list[Near]:
    given: dict[str, object] = {"postcode": "", "today": TODAY, **others}
    actor = given.pop("actor", office.one.actor)
    return near(actor, office.landlord, resident=resident, text=text, **given)  # type: ignore[arg-type]


def neighbour(landlord: Landlord, address: str = "6 Elm Walk") -> Resident:
    home = Home.objects.create(landlord=landlord, address=address, postcode="E1 4AA")
    return add_resident(landlord, name="Tom Bradley", home=home)


def test_an_open_case_of_the_resident_whatever_its_words(
    office: builders.Office, mary: Resident
) -> None:
    ref = office.reach(State.STAGE_1_OPEN, resident=mary.pk)
    (found,) = asked(office, mary, "Something else entirely")
    assert (found.reference, found.whose, found.is_open) == (ref, "This resident", True)
    assert found.likeness is None and not found.failed_remedy


def test_the_same_matter_answered_within_12_months_may_be_a_remedy_that_failed(
    office: builders.Office, mary: Resident
) -> None:
    office.reach(State.CLOSED, resident=mary.pk)  # answered on 18 May 2026
    (found,) = asked(office, mary)
    assert found.failed_remedy and found.answered_on == date(2026, 5, 18)
    assert found.likeness and set(found.likeness.words) == {"kitchen", "ceiling", "leaking"}
    assert asked(office, mary, "The lift is dirty") == []
    assert len(asked(office, mary, today=date(2027, 5, 18))) == 1
    assert asked(office, mary, today=date(2027, 5, 20)) == []


def test_the_home_and_the_block(office: builders.Office, mary: Resident) -> None:
    flatmate = add_resident(office.landlord, name="Ann Osei", home=mary.home)
    one = office.reach(State.STAGE_1_OPEN, resident=flatmate.pk)
    two = office.reach(State.STAGE_1_OPEN, resident=neighbour(office.landlord).pk)
    whose = {found.reference: found.whose for found in asked(office, mary)}
    assert whose == {one: "This home", two: "This block"}
    # somebody new gives a postcode
    assert {f.reference for f in asked(office, None, postcode="E1 4AA")} == {one, two}
    assert asked(office, None, postcode="E1 4AB") == []
    assert asked(office, None) == []


def test_another_landlord_has_a_block_of_the_same_postcode(
    office: builders.Office, mary: Resident
) -> None:
    other = builders.office("harrow", "HAR")
    other.reach(State.STAGE_1_OPEN, resident=builders.resident(other.landlord).pk)
    assert asked(office, mary) == []
    assert asked(office, None, postcode="E1 4AA") == []


def test_a_case_that_is_restricted_to_others_leaves_no_trace(
    office: builders.Office, mary: Resident
) -> None:
    office.reach(State.STAGE_1_OPEN, resident=mary.pk)
    Case.objects.update(restricted=True, guarded=True)
    assert asked(office, mary) == []


def test_who_may_not_read_cases_learns_that_one_is_there_and_no_word_of_it(
    office: builders.Office, mary: Resident
) -> None:
    logger: Actor = builders.user(office.landlord, Role.LOGGER, name="George Lee")
    ref = office.reach(State.STAGE_1_OPEN, resident=mary.pk)
    office.reach(State.STAGE_1_OPEN, resident=neighbour(office.landlord).pk)
    (found,) = asked(office, mary, actor=logger)
    assert (found.reference, found.about, found.likeness) == (ref, "", None)
    assert asked(office, None, postcode="E1 4AA", actor=logger) == []


def test_two_queries_however_many_cases(office: builders.Office, mary: Resident) -> None:
    counts = []
    for _ in range(2):
        office.reach(State.STAGE_1_RECEIVED, resident=mary.pk)
        office.reach(State.STAGE_1_RECEIVED, resident=neighbour(office.landlord).pk)
        with CaptureQueriesContext(connection) as queries:
            asked(office, mary)
        counts.append(len(queries))
    assert counts == [2, 2]
