"""A new issue: joined where related, unanswered and not delaying; else a complaint of its own."""

from typing import Any

import pytest

from redress.rules.access import Verb
from redress.rules.actions.add_issue import AddIssue
from redress.rules.actions.receive import NewIssue
from redress.rules.facts import Clock, State, Tenure
from tests.rules.inputs import new_issue, on
from tests.rules.story import MARY, Story, reach

BEFORE = [State.STAGE_1_RECEIVED, State.STAGE_1_LOGGED, State.STAGE_1_OPEN]
AFTER = [
    State.STAGE_1_ANSWERED,
    State.STAGE_2_REQUESTED,
    State.STAGE_2_OPEN,
    State.STAGE_2_ANSWERED,
]


@pytest.mark.parametrize("state", BEFORE)
@pytest.mark.parametrize("related", [True, False])
@pytest.mark.parametrize("would_delay", [True, False])
def test_code_6_8_in_all_four_combinations(state: State, related: bool, would_delay: bool) -> None:
    story = reach(state)
    given = new_issue("Tue 5 May", related=related, would_delay=would_delay)
    decision = story.does(Verb.ADD_ISSUE, given, "Thu 7 May")
    joined = related and not would_delay
    assert (decision.new_case is None) == joined
    assert len(story.facts.issues) == (2 if joined else 1)
    assert decision.events[0].name == ("issue_joined" if joined else "issue_split")
    assert story.facts.state is state


@pytest.mark.parametrize("state", AFTER)
def test_after_the_stage_1_answer_it_is_always_a_new_complaint(state: State) -> None:
    story = reach(state)
    decision = story.does(Verb.ADD_ISSUE, new_issue(story.today), story.today)
    assert decision.new_case is not None
    assert len(story.facts.issues) == 1


def test_a_joined_issue_is_the_next_one_with_its_dates() -> None:
    story = reach(State.STAGE_1_OPEN)
    issue = NewIssue(summary=" Mould ", occurred_on=on("Wed 1 Apr"), aware_on=on("Mon 4 May"))
    story.does(Verb.ADD_ISSUE, new_issue("Tue 5 May", issue=issue), "Tue 5 May")
    new = story.facts.issues[1]
    assert (new.number, new.summary, new.findings, new.excluded_ground) == (2, "Mould", (), "")
    assert (new.occurred_on, new.aware_on) == (on("Wed 1 Apr"), on("Mon 4 May"))


def test_joining_moves_no_date() -> None:
    story = reach(State.STAGE_1_OPEN)
    before = story.facts.deadlines
    story.does(Verb.ADD_ISSUE, new_issue("Mon 18 May"), "Mon 18 May")
    assert story.facts.deadlines == before


def test_a_joined_issue_needs_its_finding_too() -> None:
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.ADD_ISSUE, new_issue("Tue 5 May"), "Tue 5 May")
    assert [issue.number for issue in story.facts.issues_in] == [1, 2]


def test_the_new_complaint_is_received_on_the_day_it_was_raised() -> None:
    """Its clock counts from there, not from the day someone typed it."""
    story = reach(State.STAGE_1_ANSWERED, tenure=Tenure.TENANT, resident=7)
    given = new_issue("Wed 20 May", channel="letter")
    new = story.does(Verb.ADD_ISSUE, given, "Thu 21 May").new_case
    assert (new.received_on, new.channel, new.split_from) == (
        on("Wed 20 May"),
        "letter",
        "MOD-000001",
    )
    assert (new.tenure, new.resident, new.service) == (Tenure.TENANT, 7, "Repairs")
    other = Story()
    other.does(Verb.RECEIVE, new, "Thu 21 May")
    assert other.clock(1, Clock.ACKNOWLEDGE).due_on == on("Thu 28 May")
    assert [i.summary for i in other.facts.issues] == ["The bathroom ceiling leaks too"]


def test_the_record_says_why() -> None:
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.ADD_ISSUE, new_issue("Tue 5 May", related=False, why=" Other flat. "),
               "Tue 5 May")  # fmt: skip
    assert story.events[-1].note == {
        "raised_on": "2026-05-05",
        "why": "Other flat.",
        "issue": "The bathroom ceiling leaks too",
    }


@pytest.mark.parametrize(
    ("others", "code"),
    [
        ({"issue": NewIssue(summary=" ")}, "issue_missing"),
        ({"why": ""}, "why_missing"),
        ({"raised_on": on("Fri 8 May")}, "date_out_of_range"),
        ({"raised_on": on("Thu 30 Apr")}, "date_out_of_range"),
    ],
)
def test_what_is_refused(others: dict[str, Any], code: str) -> None:
    given: AddIssue = new_issue("Tue 5 May", **others)
    assert reach(State.STAGE_1_OPEN).refuses(Verb.ADD_ISSUE, given, "Thu 7 May") == [
        (code, "Code 6.8")
    ]


def test_a_resident_writes_to_us_and_staff_decide_where_it_belongs() -> None:
    story = reach(State.STAGE_1_OPEN)
    assert story.refuses(Verb.ADD_ISSUE, new_issue("Tue 5 May"), "Tue 5 May", MARY) == [
        ("not_permitted", "")
    ]
