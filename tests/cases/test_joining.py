"""Linking, splitting and merging on the record: both cases written, or neither."""

from datetime import date

import pytest

from redress.cases.facts import facts_of
from redress.cases.figure_rows import figure_rows
from redress.cases.models import Case
from redress.cases.verify import verify
from redress.rules.access import Role, Verb
from redress.rules.actions.link import Link
from redress.rules.actions.merge import Merge
from redress.rules.actions.receive import NewIssue
from redress.rules.actions.restrict import Restrict
from redress.rules.actions.split import Split
from redress.rules.facts import CaseFacts, State, Tie
from tests import builders

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 8)
WHOLE_YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def office() -> builders.Office:
    return builders.office()


@pytest.fixture
def two(office: builders.Office) -> tuple[str, str]:
    """Two complaints of one resident, the first received on 1 May and the second on 5 May."""
    person = builders.resident(office.landlord).pk
    days = (date(2026, 5, 1), date(2026, 5, 5))
    first, second = (office.one.receive(day, resident=person) for day in days)
    return first, second


def case(reference: str) -> CaseFacts:
    return facts_of(Case.objects.get(reference=reference))


def ties(reference: str) -> list[tuple[str, Tie]]:
    return [(link.reference, link.tie) for link in case(reference).links]


def test_a_link_shows_at_both_ends(office: builders.Office, two: tuple[str, str]) -> None:
    first, second = two
    office.one.does(second, Verb.LINK, Link(other=first, tie=Tie.REPEATS), DAY)
    assert ties(second) == [(first, Tie.REPEATS)]
    assert ties(first) == [(second, Tie.REPEATED_BY)]
    assert verify().faults == []


def test_no_link_to_what_one_may_not_see(office: builders.Office, two: tuple[str, str]) -> None:
    first, second = two
    other = builders.office("harrow", "HAR")
    theirs = other.one.receive(date(2026, 5, 1))
    named = ((office.two.actor.id or 0, "Ben"),)
    office.two.does(first, Verb.RESTRICT, Restrict(people=named, reason="Staff."), DAY)
    for reference in (theirs, first, "MOD-009999"):
        given = Link(other=reference, tie=Tie.RELATED)
        assert office.one.refused(second, Verb.LINK, given, DAY) == ["no_such_case"]
    assert ties(second) == []


def test_a_merger_writes_both_and_counts_once(
    office: builders.Office, two: tuple[str, str]
) -> None:
    first, second = two
    merge = Merge(other=first, why="The same leak.", told="By phone.")
    office.one.does(second, Verb.MERGE, merge, DAY)
    assert case(second).merged_into == first and case(second).state is State.CLOSED
    assert len(case(first).issues) == 2 and ties(first) == [(second, Tie.MERGED_FROM)]
    rows = list(figure_rows(office.landlord, *WHOLE_YEAR))
    assert [row.reference for row in rows] == [first]
    assert verify().faults == []


def test_what_is_refused_at_the_other_end_is_not_done_here(
    office: builders.Office, two: tuple[str, str]
) -> None:
    """The officer may link; an auditor, who reads, may do nothing at either end."""
    first, second = two
    auditor = builders.user(office.landlord, Role.AUDITOR, name="Ada")
    desk = builders.Desk(office.landlord, auditor)
    assert desk.refused(second, Verb.LINK, Link(other=first, tie=Tie.RELATED), DAY)
    merge = Merge(other=second, why="The same leak.", told="By phone.")
    assert office.one.refused(first, Verb.MERGE, merge, DAY) == ["merge_into_the_older"]
    assert ties(first) == ties(second) == []
    assert case(first).state is State.STAGE_1_RECEIVED


def test_a_split_makes_a_complaint_and_ties_the_two(office: builders.Office) -> None:
    issues = (NewIssue(summary="The roof leaks"), NewIssue(summary="The lift is loud"))
    old = office.one.receive(date(2026, 5, 1), issues=issues)
    done = office.one.does(old, Verb.SPLIT, Split(issues=(2,), why="Another service."), DAY)
    new = done.split
    assert case(new).received_on == date(2026, 5, 1)
    assert [issue.summary for issue in case(new).issues] == ["The lift is loud"]
    assert ties(old) == [(new, Tie.SPLIT_INTO)] and ties(new) == [(old, Tie.SPLIT_FROM)]
    assert [issue.number for issue in case(old).issues_in] == [1]
    assert verify().faults == []
