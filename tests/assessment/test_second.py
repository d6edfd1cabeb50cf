"""The second Code: kept apart from the Housing Ombudsman's wherever a self-assessment is read."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from redress.assessment import store
from redress.assessment.approved import approved_of
from redress.assessment.due import owed
from redress.assessment.imports import Imported, import_form
from redress.assessment.models import Assessment, KeptMeasures
from redress.assessment.reading import assessed, assessed_second, latest
from redress.people.models import Landlord
from redress.rules.access import Actor
from redress.rules.assessment import Body, Trigger
from redress.rules.assessment_flags import FlagKind
from redress.rules.assessment_form import FormError
from redress.rules.figures_year import Year
from tests.builders import landlord, office
from tests.rules.forms import text as ours
from tests.rules.second_form import NUMBERS, text

pytestmark = pytest.mark.django_db
BY = Actor(None, "Amina Khan")
AT = datetime(2026, 8, 1, 10, tzinfo=UTC)
YEAR = Year(2026)
LGSCO = Body.LGSCO


def second(of: Landlord, content: str = text(), year: Year = YEAR) -> Imported:
    return import_form(of, year, "second.txt", content.encode(), BY, AT, LGSCO)


def first(of: Landlord) -> Imported:
    return import_form(of, YEAR, "first.txt", ours().encode(), BY, AT)


def approved(row: Assessment) -> None:
    store.approve(row, "Full Council", AT.date(), "Tales are good.", BY, AT, AT.date())


def test_its_provisions_and_wording_are_the_forms() -> None:
    made = second(landlord())
    assert (made.assessment.body, made.assessment.code) == ("lgsco", "lgsco")
    found = assessed_second(made.assessment.landlord, YEAR, LGSCO)
    assert tuple(each.number for each in found.provisions) == NUMBERS
    assert found.provisions[0].asks == "Say what a tall tale is."
    assert made.assessment.file.doubts and made.assessment.entries.get().what == "imported"


def test_nothing_of_the_housing_ombudsmans_code_is_held_against_it() -> None:
    made = office()  # whose policy and cases the first would be held against
    second(made.landlord)
    found = assessed_second(made.landlord, YEAR, LGSCO)
    assert {each.measure for each in found.provisions} == {None}
    kinds = {each.number: [flag.kind for flag in each.flags] for each in found.provisions}
    assert kinds == {
        "1.1": [], "1.2": [FlagKind.NO_EVIDENCE], "2.1": [], "6.2": [],
        "10.1": [FlagKind.NO_DATE],
    }  # fmt: skip
    assert not KeptMeasures.objects.exists()


def test_each_is_counted_and_found_apart() -> None:
    of = landlord()
    rows = [first(of).assessment, second(of).assessment]
    assert [row.number for row in rows] == [1, 1]
    assert (latest(of, YEAR), latest(of, YEAR, LGSCO)) == tuple(rows)
    assert second(of).known and second(of, text("1.1\tA\tNo\tB\tC")).assessment.number == 2
    assert latest(of, YEAR) == rows[0]
    assert len(assessed(of, YEAR, AT.date()).provisions) == 72
    assert "10.1" not in store.answers_of(of, YEAR)
    with pytest.raises(IntegrityError), transaction.atomic():
        Assessment.objects.filter(pk=rows[0].pk).update(body="another")


def test_the_first_given_as_the_second_by_mistake_is_doubted_and_can_be_mended() -> None:
    of = landlord()
    assert "is it the form of the other?" in second(of, ours()).form.doubts[0].says
    assert first(of).assessment == latest(of, YEAR)


def test_one_file_does_not_answer_both() -> None:
    of = landlord()
    first(of)
    with pytest.raises(FormError, match="against the Housing Ombudsman’s Code"):
        second(of, ours())
    assert Assessment.objects.count() == 1


def test_the_housing_ombudsmans_form_stays_held_against_its_72() -> None:
    with pytest.raises(FormError, match="69 provisions are missing"):
        import_form(landlord(), YEAR, "second.txt", text().encode(), BY, AT)


def test_where_there_is_only_the_second_nothing_else_sees_it() -> None:
    of = landlord()
    approved(second(of).assessment)
    assert latest(of, YEAR) is None and approved_of(of.slug, YEAR) is None
    assert store.years_of(of) == [] and store.years_of(of, LGSCO) == ["2026-27"]
    assert {each.row for each in assessed(of, YEAR, AT.date()).provisions} == {None}
    begun = store.begin(of, YEAR, Trigger.ANNUAL, BY, AT)
    assert (begun.body, begun.answers.count()) == ("housing_ombudsman", 72)
    assert begun.answers.exclude(evidence="").count() == 0  # nothing was copied over


def test_an_approved_second_settles_nothing_that_is_owed() -> None:
    of = landlord()
    before = owed(of, date(2026, 9, 1))
    approved(second(of).assessment)
    assert before and owed(of, date(2026, 9, 1)) == before


def test_a_new_one_goes_on_from_the_last_of_its_own_code() -> None:
    of = landlord()
    first(of)
    with pytest.raises(LookupError):
        store.begin(of, YEAR, Trigger.ANNUAL, BY, AT, LGSCO)
    made = second(of).assessment
    assert store.begin(of, YEAR, Trigger.ANNUAL, BY, AT, LGSCO) == made  # the draft
    later = store.begin(of, Year(2027), Trigger.ANNUAL, BY, AT, LGSCO)
    assert (later.code, later.answers.count()) == ("lgsco", 5)
    assert later.answers.get(number="2.1").wording == "Laugh at the end."


def test_another_landlord_has_none() -> None:
    second(landlord())
    other = landlord("harrow", "HAR")
    assert assessed_second(other, YEAR, LGSCO).provisions == ()
    assert not store.may_begin(other, YEAR, LGSCO)
