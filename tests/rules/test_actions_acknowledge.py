"""Acknowledging: with the definition, within five working days, and late buys no time."""

from dataclasses import replace

import pytest

from redress.rules.access import Verb
from redress.rules.actions.acknowledge import Acknowledge
from redress.rules.actions.receive import NewIssue
from redress.rules.facts import Clock, State
from redress.rules.policy import Guard
from tests.rules.inputs import DEFINED, on, refusal
from tests.rules.story import BEN, Story, dates, reach, warning

MISSING = [
    ("definition", "Code 5.6"),
    ("outcome_sought", "Code 5.6"),
    ("not_responsible", "Code 5.7"),
]


def acknowledged(when: str, landlord: str = "code-model") -> Story:
    story = reach(State.STAGE_1_LOGGED, landlord)
    story.does(Verb.ACKNOWLEDGE, DEFINED, when)
    return story


def test_it_meets_its_deadline_and_starts_the_response() -> None:
    story = acknowledged("Tue 5 May")
    clock = story.clock(1, Clock.ACKNOWLEDGE)
    assert (clock.met_on, clock.due_on) == (on("Tue 5 May"), on("Mon 11 May"))
    # Code 6.3: 10 working days after 5 May
    assert dates(story.clock(1, Clock.RESPOND)) == (on("Tue 19 May"), on("Tue 19 May"))
    assert story.facts.state is State.STAGE_1_OPEN


def test_the_definition_is_kept_without_stray_blanks() -> None:
    story = reach(State.STAGE_1_LOGGED)
    given = Acknowledge(definition=" A leak. ", outcome_sought=" Mend. ", not_responsible=" None. ")
    story.does(Verb.ACKNOWLEDGE, given, "Tue 5 May")
    stage = story.facts.stage
    assert (stage.definition, stage.outcome_sought, stage.not_responsible) == (
        "A leak.",
        "Mend.",
        "None.",
    )


def test_a_late_acknowledgement_buys_no_time() -> None:
    """Due 11 May, made 14 May: the limit still counts from the 11th, the literal reading beside."""
    story = acknowledged("Thu 14 May")
    respond = story.clock(1, Clock.RESPOND)
    assert dates(respond) == (on("Tue 26 May"), on("Tue 26 May"))
    assert respond.code_literal and respond.code_literal.date == on("Fri 29 May")


def test_a_promise_of_two_days_that_is_missed_starts_the_promised_response_all_the_same() -> None:
    """THH: its own limit was 6 May, so its 10 days end on the 20th; the Code's from 8 May."""
    story = acknowledged("Fri 8 May", "tower-hamlets-homes")
    assert dates(story.clock(1, Clock.RESPOND)) == (on("Wed 20 May"), on("Fri 22 May"))


def test_a_first_call_still_owed_stays_owed() -> None:
    story = acknowledged("Tue 5 May", "tower-hamlets-homes")
    call = story.clock(1, Clock.FIRST_CALL)
    assert (call.due_on, call.met_on) == (on("Wed 6 May"), None)


def test_at_stage_2_the_same_with_twenty_days() -> None:
    story = reach(State.STAGE_2_REQUESTED)  # asked for on Wed 20 May
    assert dates(story.clock(2, Clock.ACKNOWLEDGE)) == (on("Thu 28 May"), on("Thu 28 May"))
    story.does(Verb.ACKNOWLEDGE, DEFINED, "Tue 26 May", BEN)
    assert story.clock(2, Clock.ACKNOWLEDGE).met_on == on("Tue 26 May")
    # Code 6.14: 20 working days after 26 May
    assert dates(story.clock(2, Clock.RESPOND)) == (on("Tue 23 Jun"), on("Tue 23 Jun"))
    assert (story.facts.state, story.facts.stage.logged_on) == (
        State.STAGE_2_OPEN,
        on("Tue 26 May"),
    )


def test_herefordshire_promises_no_stage_2_acknowledgement_and_the_code_limits_it() -> None:
    story = reach(State.STAGE_2_REQUESTED, "herefordshire")
    assert dates(story.clock(2, Clock.ACKNOWLEDGE)) == (None, on("Thu 28 May"))


@pytest.mark.parametrize(("name", "provision"), MISSING)
def test_each_part_of_the_definition_is_needed(name: str, provision: str) -> None:
    story = reach(State.STAGE_1_LOGGED)
    given = replace(DEFINED, **{name: " \t"})
    assert story.refuses(Verb.ACKNOWLEDGE, given, "Tue 5 May") == [(f"{name}_missing", provision)]


@pytest.mark.parametrize(("name", "provision"), MISSING)
def test_where_the_policy_warns_it_goes_ahead_and_says_so(name: str, provision: str) -> None:
    story = reach(State.STAGE_1_LOGGED, book=warning(Guard.DEFINITION))
    given = replace(DEFINED, **{name: ""})
    assert story.warns(Verb.ACKNOWLEDGE, given, "Tue 5 May") == [(f"{name}_missing", provision)]
    assert story.facts.state is State.STAGE_1_OPEN


def test_tower_hamlets_homes_cannot_send_its_generic_acknowledgement() -> None:
    """Its self-assessment 5.6 describes one; Code 5.6 and 6.2 do not allow it."""
    story = reach(State.STAGE_1_LOGGED, "tower-hamlets-homes")
    nothing = Acknowledge(definition="", outcome_sought="", not_responsible="")
    refused = story.refuses(Verb.ACKNOWLEDGE, nothing, "Tue 5 May")
    assert refused == [(f"{name}_missing", provision) for name, provision in MISSING]


def test_where_the_policy_warns_the_letter_says_what_is_still_to_be_agreed() -> None:
    story = reach(State.STAGE_1_LOGGED, book=warning(Guard.DEFINITION))
    nothing = Acknowledge(definition="", outcome_sought="", not_responsible="")
    facts = story.does(Verb.ACKNOWLEDGE, nothing, "Tue 5 May").letters[0].facts
    to_agree = "We will ring you to agree this with you."
    assert (facts["definition"], facts["outcome_sought"]) == ([to_agree], to_agree)


def test_what_is_not_ours_is_said_of_each_issue() -> None:
    story = reach(
        State.STAGE_1_LOGGED, issues=(NewIssue(summary="Leak"), NewIssue(summary="The water rate"))
    )
    decision = story.does(Verb.ACKNOWLEDGE, replace(DEFINED, not_ours=(2,)), "Tue 5 May")
    assert [issue.responsible for issue in story.facts.issues] == [True, False]
    assert decision.letters[0].facts["responsible"] == ["Leak"]


def test_an_issue_that_is_not_in_cannot_be_not_ours() -> None:
    story = reach(State.STAGE_1_LOGGED)
    given = replace(DEFINED, not_ours=(1, 2))
    assert story.refuses(Verb.ACKNOWLEDGE, given, "Tue 5 May") == [("no_such_issue", "")]


def test_an_issue_that_was_refused_is_neither_ours_nor_not() -> None:
    story = reach(
        State.STAGE_1_LOGGED, issues=(NewIssue(summary="Leak"), NewIssue(summary="Mould"))
    )
    story.refusing(refusal(issues=(2,)), "Fri 1 May")
    given = replace(DEFINED, not_ours=(2,))
    assert story.refuses(Verb.ACKNOWLEDGE, given, "Tue 5 May") == [("no_such_issue", "")]
    story.does(Verb.ACKNOWLEDGE, DEFINED, "Tue 5 May")
    assert [issue.responsible for issue in story.facts.issues] == [True, None]


def test_a_complaint_about_nothing_is_not_acknowledged() -> None:
    """An old system's stage 2 comes without issues: one is added first."""
    story = reach(State.STAGE_2_REQUESTED)
    story.case = replace(story.facts, issues=())
    assert story.refuses(Verb.ACKNOWLEDGE, DEFINED, "Tue 26 May", BEN) == [
        ("issue_missing", "Code 5.6")
    ]


def test_the_letter_gives_the_response_date() -> None:
    (letter,) = acknowledged("Tue 5 May").last.letters  # type: ignore[union-attr]
    assert (letter.kind, letter.facts["respond_by"]) == ("acknowledgement", "Tuesday 19 May 2026")
