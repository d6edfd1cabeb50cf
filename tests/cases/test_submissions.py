"""The same submission twice makes one case; and every case has a reference of its own."""

from datetime import date

import pytest

from redress.cases.models import Case, Event, Letter
from redress.cases.perform import Done, receive
from redress.rules.decision import Refused
from tests import builders

pytestmark = pytest.mark.django_db
MAY = date(2026, 5, 1)


def submit(office: builders.Office, key: str | None, **others: object) -> Done:
    given = builders.contact(MAY, **others)
    made = receive(office.one.actor, office.landlord, given, at=builders.at(MAY), submission=key)
    assert isinstance(made, Done)
    return made


def test_the_same_submission_twice_makes_one_case() -> None:
    office = builders.office()
    first, again = submit(office, "form-1"), submit(office, "form-1")
    assert (first.repeated, again.repeated) == (False, True)
    assert again.reference == first.reference and again.case == first.case
    assert (Case.objects.count(), Event.objects.count(), Letter.objects.count()) == (1, 1, 1)


def test_a_repeat_is_the_case_as_it_stands_now_whatever_it_says() -> None:
    office = builders.office()
    first = submit(office, "form-1")
    office.goes_on(first.reference, builders.story.STAGE_1[:1])
    again = submit(office, "form-1", description="Another text altogether.")
    assert again.case.state.value == "stage_1_logged"
    assert again.case.description == "The kitchen ceiling leaks and nobody comes."


@pytest.mark.parametrize("keys", [("form-1", "form-2"), (None, None), ("", "")])
def test_another_submission_or_none_makes_another_case(keys: tuple[str | None, ...]) -> None:
    office = builders.office()
    assert [submit(office, key).reference for key in keys] == ["MOD-000001", "MOD-000002"]


def test_two_landlords_may_get_the_same_key() -> None:
    one, other = builders.office(), builders.office("harrow", "HAR")
    assert submit(one, "form-1").reference == "MOD-000001"
    assert submit(other, "form-1").reference == "HAR-000001"


def test_a_refused_contact_uses_up_no_reference_and_no_key() -> None:
    office = builders.office()
    refused = receive(
        office.one.actor, office.landlord, builders.contact(MAY, description=" "),
        at=builders.at(MAY), submission="form-1",
    )  # fmt: skip
    assert isinstance(refused, Refused) and Case.objects.count() == 0
    assert submit(office, "form-1").reference == "MOD-000001"


def test_a_reference_an_old_system_used_is_passed_over() -> None:
    """An import may bring references that look like ours."""
    office = builders.office()
    first = submit(office, None)
    Case.objects.filter(reference=first.reference).update(reference="MOD-000002")
    assert [submit(office, None).reference for _ in range(2)] == ["MOD-000003", "MOD-000004"]


def test_the_reference_is_ours_to_give() -> None:
    made = submit(builders.office(), None, reference="X-1", landlord="harrow")
    assert (made.reference, made.case.landlord) == ("MOD-000001", "code-model")
