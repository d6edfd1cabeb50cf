"""The register in the tables: numbers, history, sources, and whether the cause fell."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from redress.cases import lessons
from redress.cases.models import Case, Issue
from redress.learning import reading, store
from redress.learning.models import ImprovementEntry
from redress.learning.reading import Show
from redress.rules.access import Role, Verb
from redress.rules.before_after import Verdict
from redress.rules.decision import NotKept
from redress.rules.facts import State
from redress.rules.improvements import Status
from tests import builders
from tests.rules.inputs import learned
from tests.rules.test_improvements import AGREED, DONE, NEW, SAID

NOW = builders.at(date(2026, 5, 20))


@pytest.fixture
def office(db: None) -> builders.Office:
    return builders.office()


def upheld(office: builders.Office) -> Case:
    reference = office.reach(State.STAGE_1_ANSWERED, resident=builders.resident(office.landlord).pk)
    office.one.does(reference, Verb.LEARN, learned(), date(2026, 5, 19))
    return Case.objects.get(reference=reference)


def test_they_are_numbered_by_landlord_and_keep_who_changed_what(office: builders.Office) -> None:
    by = office.one.actor
    one = store.add(office.landlord, NEW, by, NOW)
    two = store.add(office.landlord, AGREED, by, NOW)
    other = store.add(builders.landlord("harrow", "HAR"), NEW, by, NOW)
    assert [each.number for each in (one, two, other)] == [1, 2, 1]
    store.change(one, AGREED, by, NOW)
    store.change(one, AGREED, by, NOW)  # says the same
    last, first = reading.history_of(one)
    assert (first.what, last.what) == ("added", "changed")
    assert last.details["status"] == ["proposed", "agreed"]
    rows, more = reading.register(office.landlord, Show.OPEN)
    assert ([each.number for each in rows], more) == ([1, 2], "")
    assert reading.register(office.landlord, Show.OPEN, cause="contractor") == ([], "")


def test_what_may_not_stand_is_refused_and_nothing_kept(office: builders.Office) -> None:
    with pytest.raises(NotKept):
        store.add(office.landlord, replace(NEW, what=""), office.one.actor, NOW)
    assert reading.register(office.landlord, Show.OPEN) == ([], "")


def test_a_lesson_that_asks_for_more_waits_for_the_register(office: builders.Office) -> None:
    case, by = upheld(office), office.one.actor
    assert [each.reference for each in reading.asked_for(office.landlord, by)] == [case.reference]
    row = store.add(office.landlord, NEW, by, NOW, [(case, 1)])
    store.link(row, case, 1, by, NOW)
    assert reading.asked_for(office.landlord, by) == []
    assert reading.one(row).sources == 1
    assert [each.lesson for each in reading.sources_of(row, by)] == [learned().lesson]
    assert reading.improvements_of(case) == {1: [1]}


def test_published_words_name_nobody_it_came_from(office: builders.Office) -> None:
    case, by = upheld(office), office.one.actor
    row = store.add(office.landlord, NEW, by, NOW, [(case, 1)])
    with pytest.raises(NotKept, match="names_somebody"):
        store.change(row, replace(SAID, you_said="Mary Osei told us."), by, NOW)
    store.change(row, SAID, by, NOW)
    found = reading.changed(office.landlord, date(2026, 4, 1), date(2027, 3, 31))
    assert [each.entry.we_did for each in found.published] == [SAID.we_did]
    assert found.open == found.dropped == ()


def test_a_case_kept_from_somebody_is_not_among_what_led_to_it(office: builders.Office) -> None:
    case, by = upheld(office), office.one.actor
    row = store.add(office.landlord, NEW, by, NOW, [(case, 1)])
    Case.objects.filter(pk=case.pk).update(restricted=True, guarded=True)
    assert reading.sources_of(row, by) == []
    assert reading.one(row).sources == 1


def test_the_history_is_only_added_to(office: builders.Office) -> None:
    store.add(office.landlord, NEW, office.one.actor, NOW)
    for wrong in (
        lambda: ImprovementEntry.objects.update(by_name="Nobody"),
        lambda: ImprovementEntry.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            wrong()


def test_whether_the_cause_fell(office: builders.Office) -> None:
    """Eight before and none after: each an issue with its cause, laid on days by hand."""
    case, landlord = upheld(office), office.landlord
    first = Issue.objects.get(case=case)
    done = date(2026, 1, 31)
    for n in range(2, 10):
        day = done - timedelta(days=3 * n)
        Issue.objects.create(
            landlord=landlord,
            case=case,
            number=n,
            summary="A leak",
            findings=first.findings,
            upheld_on=day,
            cause="hand_over",
            learned_on=day,
        )
    Case.objects.filter(pk=case.pk).update(received_on=date(2025, 1, 1))
    case.stages.update(received_on=date(2025, 1, 1))
    Issue.objects.filter(pk=first.pk).update(upheld_on=date(2026, 2, 1), learned_on=None)
    entry = replace(DONE, done_on=done, service="Repairs", cause="hand_over")
    Issue.objects.filter(pk=first.pk).update(cause="")
    found = reading.helped(landlord, entry, date(2026, 5, 20))
    assert found is not None
    assert (found.found.before, found.found.after) == (8, 0)
    assert found.found.verdict is Verdict.TOO_FEW  # 8 in a year, none in 109 days
    assert found.leaves_out.startswith("1 of the 9 issues")
    other = reading.helped(landlord, replace(entry, service="Estates"), date(2026, 5, 20))
    assert other is not None
    assert other.found.before == 0
    assert reading.helped(landlord, NEW, date(2026, 5, 20)) is None


def test_counts_of_a_period_are_those_of_its_issues(office: builders.Office) -> None:
    upheld(office)
    office.reach(State.STAGE_1_ANSWERED)
    found = lessons.counted(office.landlord, date(2026, 5, 1), date(2026, 5, 31))
    assert (found.upheld, found.learned, found.wider) == (2, 1, 1)
    assert found.causes == (("hand_over", 1),)
    none = lessons.counted(office.landlord, date(2026, 6, 1), date(2026, 6, 30))
    assert (none.upheld, none.causes) == (0, ())


def test_lists_are_read_by_their_indexes(office: builders.Office) -> None:
    if connection.vendor != "sqlite":
        return
    rows = Issue.objects.filter(lessons.OWED, landlord=office.landlord).order_by("upheld_on", "id")
    assert "lessons_owed" in rows.explain()


def test_a_dropped_one_comes_up_again(office: builders.Office) -> None:
    by = office.one.actor
    row = store.add(office.landlord, NEW, by, NOW)
    store.change(row, replace(NEW, status=Status.DROPPED, dropped_why="Too dear."), by, NOW)
    (dropped,), _ = reading.register(office.landlord, Show.DROPPED)
    assert dropped.entry.dropped_why == "Too dear."
    store.change(row, NEW, by, NOW)
    assert [each.number for each in reading.register(office.landlord, Show.OPEN)[0]] == [1]


def test_the_senior_lead_keeps_the_register(office: builders.Office) -> None:
    lead = builders.user(office.landlord, Role.SENIOR_LEAD, name="Ines Moreau")
    assert store.add(office.landlord, NEW, lead, NOW).number == 1
