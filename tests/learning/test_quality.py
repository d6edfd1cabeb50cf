"""Samples of responses in the tables: drawn once, checked by somebody else, told to the writer."""

from datetime import date

import pytest

from redress.cases.models import Case, Event, Message
from redress.learning import quality
from redress.learning.models import QualityCheck
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.classify import Classify
from redress.rules.decision import NotKept
from redress.rules.facts import State
from redress.rules.quality import POINTS, Mark
from tests import builders

START, END = date(2026, 5, 1), date(2026, 5, 31)
NOW = builders.at(date(2026, 6, 2))
GOOD = {point.key: Mark.YES for point in POINTS}


@pytest.fixture
def office(db: None) -> builders.Office:
    made = builders.office()
    for _ in range(3):
        reference = made.reach(State.STAGE_1_ANSWERED)
    sorted_so = Classify(category="grounds", service="Estates")
    made.one.does(reference, Verb.CLASSIFY, sorted_so, date(2026, 5, 19))
    return made


@pytest.fixture
def head(office: builders.Office) -> Actor:
    return builders.user(office.landlord, Role.HEAD_OF_SERVICE, name="Gail Head")


def refused(call: object) -> list[str]:
    with pytest.raises(NotKept) as found:
        call()  # type: ignore[operator]
    return [reason.code for reason in found.value.reasons]


def test_a_response_is_drawn_once(office: builders.Office, head: Actor) -> None:
    made = quality.draw(office.landlord, START, END, 2, head, NOW)
    assert (made.number, made.of, made.checks.count()) == (1, 3, 2)
    assert set(made.checks.values_list("service", flat=True)) == {"Repairs", "Estates"}
    assert quality.draw(office.landlord, START, END, 2, head, NOW).checks.count() == 1
    assert refused(lambda: quality.draw(office.landlord, START, END, 2, head, NOW)) == [
        "nothing_to_draw"
    ]


def test_it_is_drawn_again_from_its_seed(office: builders.Office, head: Actor) -> None:
    made = quality.draw(office.landlord, START, END, 2, head, NOW)
    drawn = list(made.checks.values_list("case", flat=True))
    QualityCheck.objects.all().delete()
    again = quality.draw(office.landlord, START, END, 2, head, NOW, seed=made.seed)
    assert list(again.checks.values_list("case", flat=True)) == drawn


def test_restricted_cases_and_other_days_are_left_out(office: builders.Office, head: Actor) -> None:
    Case.objects.filter(service="Estates").update(guarded=True)
    made = quality.draw(office.landlord, START, END, 10, head, NOW)
    assert set(made.checks.values_list("service", flat=True)) == {"Repairs"}
    late = date(2026, 6, 1)
    assert refused(lambda: quality.draw(office.landlord, late, late, 1, head, NOW)) == [
        "nothing_to_draw"
    ]


def test_days_and_sizes_that_cannot_be(office: builders.Office, head: Actor) -> None:
    assert refused(lambda: quality.draw(office.landlord, END, START, 0, head, NOW)) == [
        "date_out_of_range",
        "size_out_of_range",
    ]


def test_nobody_checks_their_own(office: builders.Office, head: Actor) -> None:
    made = quality.draw(office.landlord, START, END, 1, head, NOW)
    row = made.checks.get()
    assert row.wrote[0] == office.one.actor.id
    own = office.one.actor
    assert refused(lambda: quality.score(row, GOOD, "", own, NOW)) == ["own_response_checked"]


def test_feedback_goes_on_the_case_and_to_who_wrote_it(
    office: builders.Office, head: Actor
) -> None:
    made = quality.draw(office.landlord, START, END, 1, head, NOW)
    row = made.checks.get()
    marks = {**GOOD, "plain": Mark.PARTLY}
    quality.score(row, marks, "Shorter sentences, please.", head, NOW)
    event = Event.objects.get(case=row.case, name="fed_back")
    assert event.by_name == head.name
    assert Message.objects.filter(case=row.case, kind="feedback").count() == 1
    assert refused(lambda: quality.score(row, GOOD, "", head, NOW)) == ["checked_already"]
    (found,) = quality.checked_of(made)
    assert (found.marks["plain"], found.is_whole) == (Mark.PARTLY, True)
    assert [each.checked for each in quality.rounds(office.landlord)] == [1]
    period = quality.found_in(office.landlord, START, END)
    assert (period.drawn, len(period.checked)) == (1, 1)


def test_what_the_record_can_tell(office: builders.Office, head: Actor) -> None:
    row = quality.draw(office.landlord, START, END, 1, head, NOW).checks.get()
    letter = quality.letter_of(row)
    assert letter is not None
    told = quality.shown(row, letter)
    assert told["every_point"] == "1 of 1 issues have a finding."
    assert "part a" in told["stage"]
    assert "longest sentence" in told["plain"]
    assert "tone" not in told
    assert quality.shown(row, None) == {}


def test_another_landlords_responses_are_not_drawn(office: builders.Office, head: Actor) -> None:
    other = builders.landlord("harrow", "HAR")
    assert refused(lambda: quality.draw(other, START, END, 1, head, NOW)) == ["nothing_to_draw"]
