"""Refusing stage 2: on the same few grounds, for the whole complaint (Code 5.11)."""

from dataclasses import replace
from typing import Any

import pytest

from redress.rules.access import Absent, Actor, Role, Verb
from redress.rules.actions.receive import NewIssue
from redress.rules.actions.sign import Sign
from redress.rules.facts import Settled, State
from redress.rules.policy import Guard
from tests.rules.inputs import DEFINED, refusal
from tests.rules.inputs import on as day
from tests.rules.story import AMINA, BEN, reach, warning

OLD = NewIssue(summary="Leak", occurred_on=day("Wed 30 Apr 2025"), aware_on=day("Wed 30 Apr 2025"))
FAY = Actor(55, "Fay Hill", frozenset({Role.DIRECTOR}))
GUS = Actor(56, "Gus Orr", frozenset({Role.TEAM_LEADER}))
NEW = NewIssue(summary="Mould", occurred_on=day("Fri 1 Aug 2025"), aware_on=day("Fri 1 Aug 2025"))


def test_it_ends_stage_2_and_leaves_stage_1_answered() -> None:
    story = reach(State.STAGE_2_REQUESTED)
    story.refusing(refusal(), "Thu 21 May", BEN)
    one, two = story.facts.stages
    assert story.facts.state is State.ESCALATION_REFUSED
    assert (two.ended_on, two.responded_on, two.outcome) == (day("Thu 21 May"), None, None)
    assert one.ended_on == day("Mon 18 May")
    assert [issue.excluded_ground for issue in story.facts.issues] == [""]


def test_the_letter_has_ground_and_reasons() -> None:
    story = reach(State.STAGE_2_REQUESTED)
    (letter,) = story.refusing(refusal(), "Thu 21 May", BEN).letters
    assert (letter.kind, letter.stage) == ("escalation_refusal", 2)
    assert letter.facts["reasons"].startswith("The county court")
    assert "court" in letter.facts["ground"]


@pytest.mark.parametrize(
    ("others", "reason"),
    [
        ({"ground": "rent"}, ("no_such_ground", "Code 2.2")),
        ({"ground": "too_old"}, ("within_twelve_months", "Code 2.3")),
        ({"reasons": ""}, ("reasons_missing", "Code 2.4")),
        ({"discretion": ""}, ("discretion_missing", "Code 2.3")),
    ],
)
def test_it_needs_all_that_a_refusal_needs(others: dict[str, Any], reason: tuple[str, str]) -> None:
    story = reach(State.STAGE_2_REQUESTED)
    given = refusal(**others)
    assert story.refuses(Verb.REFUSE_ESCALATION, given, "Thu 21 May", BEN) == [reason]


def test_no_merit_is_no_ground_at_tower_hamlets_homes() -> None:
    """T23 against Code 5.11, 6.18."""
    story = reach(State.STAGE_2_REQUESTED, "tower-hamlets-homes")
    given = refusal(ground="no_merit")
    refused = story.refuses(Verb.REFUSE_ESCALATION, given, "Thu 21 May", BEN)
    assert ("ground_not_in_code", "Code 2.2") in refused


def test_a_late_request_is_no_ground() -> None:
    """The landlord's window: Code 5.11, 6.10."""
    story = reach(State.STAGE_2_REQUESTED, "tower-hamlets-homes")
    for ground in ("window_passed", "escalation_window"):
        refused = story.refuses(Verb.REFUSE_ESCALATION, refusal(ground=ground), "Thu 21 May", BEN)
        assert refused == [("no_such_ground", "Code 2.2")]


def test_naming_the_old_issue_does_not_refuse_the_recent_one() -> None:
    """Stage 2 is refused whole: all its issues must be too old."""
    story = reach(State.STAGE_2_REQUESTED, issues=(OLD, NEW))
    given = refusal(ground="too_old", issues=(1,))
    assert story.refuses(Verb.REFUSE_ESCALATION, given, "Thu 21 May", BEN) == [
        ("within_twelve_months", "Code 2.3")
    ]


@pytest.mark.parametrize(
    ("guard", "others", "code"),
    [
        (Guard.REFUSAL_REASONS, {"reasons": ""}, "reasons_missing"),
        (Guard.REFUSAL_DISCRETION, {"discretion": ""}, "discretion_missing"),
        (Guard.REFUSAL_APPROVAL, {}, "approver_missing"),
        (Guard.REFUSAL_GROUND, {"ground": "too_old"}, "within_twelve_months"),
    ],
)
def test_where_the_policy_warns_it_goes_ahead_and_says_so(
    guard: Guard, others: dict[str, Any], code: str
) -> None:
    story = reach(State.STAGE_2_REQUESTED, book=warning(guard))
    given = refusal(**others)
    warned = story.warns(Verb.REFUSE_ESCALATION, given, "Thu 21 May", BEN)
    assert [warning for warning, _ in warned] == [code]
    issued = story.last and (story.last.would or story.last)
    assert issued and all(issued.letters[0].facts.values())


def test_once_acknowledged_stage_2_is_decided_not_refused() -> None:
    story = reach(State.STAGE_2_OPEN)
    assert story.refuses(Verb.REFUSE_ESCALATION, refusal(), "Wed 27 May", BEN) == [("not_now", "")]


def test_nobody_who_considered_stage_1_refuses_stage_2_or_approves_it() -> None:
    """Amina answered stage 1. Code 6.13 keeps her from deciding on stage 2, either way."""
    story = reach(State.STAGE_2_REQUESTED)
    verb, apart = Verb.REFUSE_ESCALATION, [("considered_stage_1", "Code 6.13")]
    assert story.refuses(verb, refusal(), "Thu 21 May", AMINA) == apart
    story.does(verb, refusal(), "Thu 21 May", BEN)
    assert story.refuses(Verb.SIGN, Sign(number=1), "Thu 21 May", AMINA) == apart
    covering = replace(FAY, covers=(Absent(AMINA.id or 0, AMINA.name, AMINA.roles),))
    story.does(Verb.SIGN, Sign(number=1), "Thu 21 May", covering)  # a decider in her own right
    assert story.facts.state is State.ESCALATION_REFUSED


def test_nobody_approves_it_for_one_who_considered_stage_1() -> None:
    """Together, 5.4: one of the team agrees. Amina is of it, and answered stage 1."""
    story = reach(State.STAGE_2_REQUESTED, "together")
    story.does(Verb.REFUSE_ESCALATION, refusal(), "Thu 21 May", FAY)
    number = len(story.facts.submissions)
    leader = replace(GUS, covers=(Absent(AMINA.id or 0, AMINA.name, AMINA.roles),))
    refused = story.refuses(Verb.SIGN, Sign(number=number), "Thu 21 May", leader)
    assert refused == [("considered_stage_1", "Code 6.13")]
    story.does(Verb.SIGN, Sign(number=number), "Thu 21 May", BEN)
    assert story.facts.state is State.ESCALATION_REFUSED


def test_taking_stage_2_up_lays_a_refusal_that_waits_aside() -> None:
    story = reach(State.STAGE_2_REQUESTED)
    story.does(Verb.REFUSE_ESCALATION, refusal(), "Thu 21 May", BEN)
    story.does(Verb.ACKNOWLEDGE, DEFINED, "Tue 26 May", BEN)
    assert (story.facts.waiting, story.facts.submissions[0].settled) == (None, Settled.OVERTAKEN)
