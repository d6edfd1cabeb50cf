"""Every state, verb and role, held against tables written by hand.

`HAPPENS` says what may be done in each state and where the plausible input of `story` leads: an
arrow to the next state, nothing where the case stays, `!` a reason that the verb itself gives.
`WHO` says who may do it. Neither is read from the code.
"""

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from redress.rules import actions, stages
from redress.rules.access import SYSTEM, Actor, Role, Verb
from redress.rules.decision import Decision, NewEvent, Reason, Refused
from redress.rules.facts import State
from redress.rules.record import evolve
from redress.rules.stages import TRANSITIONS, possible
from tests.rules.inputs import MENDING, plausible, received
from tests.rules.story import MARY, NOBODY, SAM, Story, answered, begun, reach

HAPPENS = """
start: receive>stage_1_received
request_open: answer_request>request_answered raise_complaint>stage_1_received
    signpost
    classify hand_over
    allocate record_call note_document complete_action!no_such_action
request_answered: raise_complaint>stage_1_received allocate record_call note_document
    signpost
    classify hand_over
    complete_action!no_such_action close>closed
stage_1_received: log>stage_1_logged allocate record_call note_document add_issue refuse
    ask_clarification send_update signpost
    classify hand_over
    complete_action!no_such_action correct_received_date withdraw>withdrawn
stage_1_logged: acknowledge>stage_1_open allocate record_call note_document add_issue refuse
    ask_clarification send_update signpost
    classify hand_over
    complete_action!no_such_action correct_received_date withdraw>withdrawn
stage_1_open: extend submit
    respond>stage_1_answered allocate record_call note_document add_issue
    ask_clarification send_update signpost share_findings
    record_findings_comment!findings_not_shared
    classify hand_over
    refuse
    complete_action!no_such_action correct_received_date withdraw>withdrawn
stage_1_answered: escalate>stage_2_requested allocate record_call note_document add_issue
    signpost
    classify hand_over
    complete_action!no_such_action close>closed
stage_2_requested: acknowledge>stage_2_open refuse_escalation allocate
    ask_clarification send_update signpost
    classify hand_over
    record_call note_document add_issue complete_action!no_such_action correct_received_date
    withdraw>withdrawn
stage_2_open: extend submit
    respond>stage_2_answered allocate record_call note_document add_issue
    ask_clarification send_update signpost share_findings
    record_findings_comment!findings_not_shared
    classify hand_over
    complete_action!no_such_action correct_received_date withdraw>withdrawn
stage_2_answered: allocate record_call note_document add_issue complete_action!no_such_action
    signpost
    classify hand_over
    close>closed
refused: record_call note_document complete_action!no_such_action close>closed
    signpost
    hand_over
    reopen>stage_1_received
escalation_refused: record_call note_document complete_action!no_such_action close>closed
    signpost
    hand_over
    reopen>stage_2_requested
withdrawn: record_call note_document complete_action!no_such_action close>closed reopen>stage_1_open
    signpost
    hand_over
closed: escalate>stage_2_requested reopen>stage_1_answered
"""

# What happens alike in many states, a line each: verb, then the states ("!" as above).
EACH = " ".join(state.value for state in State)
RUNNING = "stage_1_received stage_1_logged stage_1_open stage_2_requested stage_2_open"
STAGE_1 = "stage_1_received stage_1_logged stage_1_open"
GOING = f"request_open request_answered {RUNNING} stage_1_answered stage_2_answered"
OVER = "refused escalation_refused withdrawn"
ALIKE = f"""
declare_conflict: {GOING}
restrict: {EACH}
open_restricted!not_restricted: {EACH}
hold: {EACH}
release_hold!not_held: {EACH}
undo!nothing_to_undo: {EACH}
ask_comments: {GOING}
chase_comments!no_such_request: {GOING}
comment!no_such_request: {GOING} {OVER}
withdraw_comments!no_such_request: {GOING} {OVER}
promise: {GOING} {OVER}
move_action!no_such_action: {GOING} {OVER}
remind!no_reminder_due: {GOING} {OVER}
redate!nothing_to_redate: {GOING}
sign!nothing_to_sign: {RUNNING}
send_back!nothing_to_sign: {RUNNING}
agree_updates: stage_1_open stage_2_open
link: {EACH}
split!nothing_would_stay: {STAGE_1}
record_behaviour: {EACH}
warn!nobody_to_warn,no_behaviour: {EACH}
restrict_contact!nobody_to_restrict,no_behaviour,not_warned: {EACH}
approve_restriction!no_proposal: {EACH}
review_restriction!no_restriction: {EACH}
end_restriction!no_restriction: {EACH}
chase!handler_missing: {GOING} {OVER}
tag: {EACH}
tick_evidence: {GOING}
learn: stage_1_answered stage_2_requested stage_2_open stage_2_answered escalation_refused closed
learn!nothing_upheld: refused withdrawn
feed_back!nobody_to_tell: {EACH}
feed_back: stage_1_answered stage_2_answered closed
wait: {GOING}
merge>closed: {STAGE_1}
take_in: {STAGE_1}
receive_message: {EACH}
settle_message!no_such_message: {EACH}
offer: {GOING} {OVER}
name_representative: {GOING} {OVER}
record_consent!no_such_representative: {EACH}
end_representative!no_such_representative: {EACH}
tell_outcome!no_such_representative: {EACH}
add_signatories: {GOING} {OVER}
change_signatory!no_such_signatory: {EACH}
offer_meeting!not_a_group: {GOING} {OVER}
mediate: {GOING} {OVER}
settle_offer!no_such_offer: {EACH}
answer_definition: stage_1_open stage_2_open
answer_extension!no_extension: stage_1_open stage_2_open
say_not_done!no_such_action: {EACH}
rate: closed
ask_satisfaction: closed
read_out_code: {EACH}
"""

EVERYONE = (
    "logger complaints_officer handler team_leader head_of_service stage_2_reviewer director "
    "chief_executive"
)
CASEWORK = EVERYONE.removeprefix("logger ")
DECIDERS = CASEWORK.replace("handler ", "")
WHO = {
    "receive": f"{EVERYONE} resident",
    "answer_request": CASEWORK,
    "raise_complaint": f"{EVERYONE} resident",
    "log": CASEWORK,
    "classify": CASEWORK,
    "hand_over": EVERYONE,
    "acknowledge": CASEWORK,
    "allocate": f"{DECIDERS} system",
    "record_call": EVERYONE,
    "note_document": f"{EVERYONE} system",
    "receive_message": f"{EVERYONE} resident",
    "settle_message": CASEWORK,
    "name_representative": CASEWORK,
    "record_consent": CASEWORK,
    "end_representative": CASEWORK,
    "tell_outcome": CASEWORK,
    "add_signatories": CASEWORK,
    "change_signatory": CASEWORK,
    "offer_meeting": CASEWORK,
    "declare_conflict": CASEWORK,
    "restrict": DECIDERS,
    "open_restricted": "complaints_officer head_of_service director",
    "hold": "complaints_officer head_of_service director",
    "release_hold": "complaints_officer head_of_service director",
    "record_behaviour": CASEWORK,
    "warn": CASEWORK,
    "restrict_contact": CASEWORK,
    "approve_restriction": DECIDERS,
    "review_restriction": DECIDERS,
    "end_restriction": DECIDERS,
    "ask_comments": CASEWORK,
    "comment": f"{CASEWORK} asked",
    "chase_comments": f"{CASEWORK} system",
    "withdraw_comments": CASEWORK,
    "mediate": f"{CASEWORK} resident",
    "offer": CASEWORK,
    "settle_offer": f"{CASEWORK} resident",
    "add_issue": CASEWORK,
    "ask_clarification": CASEWORK,
    "extend": CASEWORK,
    "send_update": CASEWORK,
    "share_findings": CASEWORK,
    "record_findings_comment": f"{CASEWORK} resident",
    "submit": CASEWORK,
    "sign": DECIDERS,
    "send_back": DECIDERS,
    "respond": CASEWORK,
    "escalate": f"{EVERYONE} resident",
    "refuse": DECIDERS,
    "refuse_escalation": DECIDERS,
    "signpost": CASEWORK,
    "complete_action": CASEWORK,
    "correct_received_date": "complaints_officer",
    "withdraw": f"{CASEWORK} resident",
    "close": CASEWORK,
    "reopen": DECIDERS,
    "undo": EVERYONE,
    "link": CASEWORK,
    "promise": CASEWORK,
    "move_action": CASEWORK,
    "agree_updates": f"{CASEWORK} resident",
    "answer_definition": "resident",
    "answer_extension": "resident",
    "say_not_done": "resident",
    "rate": f"{CASEWORK} resident",
    "ask_satisfaction": "system",
    "read_out_code": CASEWORK,
    "remind": "system",
    "redate": "system",
    "split": CASEWORK,
    "chase": CASEWORK,
    "tag": CASEWORK,
    "tick_evidence": CASEWORK,
    "learn": CASEWORK,
    "feed_back": DECIDERS,
    "wait": CASEWORK,
    "merge": CASEWORK,
    "take_in": CASEWORK,
}
NEVER = {
    "senior_lead",
    "board_member",
    "member_responsible",
    "auditor",
    "administrator",
    "nobody",
}  # read, or not even that
ACTORS = {
    "resident": MARY,
    "nobody": NOBODY,
    "system": SYSTEM,
    "asked": SAM,
    **{r.value: Actor(100 + n, r.value, frozenset({r})) for n, r in enumerate(Role)},
}


def read(table: str) -> dict[str, dict[str, str]]:
    """{state: {verb: ">where" or "!reason" or ""}}"""
    lines = table.strip().replace("\n    ", " ").splitlines()
    split = (line.split(": ") for line in lines)
    found = {state: dict(_entry(word) for word in words.split()) for state, words in split}
    for line in ALIKE.strip().splitlines():
        verb, states = line.split(": ")
        for state in states.split():
            found[state] |= dict([_entry(verb)])
    return found


def _entry(word: str) -> tuple[str, str]:
    at = min((word.find(mark) for mark in ">!" if mark in word), default=len(word))
    return word[:at], word[at:]


EXPECTED = read(HAPPENS)


@cache
def standing(state: str) -> Story:
    """A case in this state, or none for the start. Only ever read."""
    return Story() if state == "start" else reach(State(state))


def said(answer: Any, story: Story) -> str:
    """The answer in the words of the table."""
    if isinstance(answer, Refused):
        return "!" + ",".join(reason.code for reason in answer.reasons)
    after = story.case
    for event in answer.events:
        after = evolve(after, event.patch)
    assert after is not None
    stays = story.case is not None and after.state is story.case.state
    return "" if stays else f">{after.state}"


@pytest.mark.parametrize("verb", list(Verb))
@pytest.mark.parametrize("state", list(EXPECTED))
def test_every_state_verb_and_role_as_the_tables_have_it(state: str, verb: Verb) -> None:
    story, here = standing(state), EXPECTED[state]
    given = plausible(verb, story.case, story.today)
    for name, actor in ACTORS.items():
        permitted = name in WHO[verb].split()
        expected = here.get(verb, "!not_now") if permitted else "!not_permitted"
        assert said(story.tries(verb, given, story.today, actor), story) == expected, name


def test_the_tables_by_hand_name_every_state_verb_and_role() -> None:
    assert set(EXPECTED) == {"start", *(state.value for state in State)}
    assert set(WHO) == {verb.value for verb in Verb}
    assert {name for who in WHO.values() for name in who.split()} | NEVER == set(ACTORS)


def test_every_row_of_the_transition_table_is_in_the_table_by_hand() -> None:
    rows = {(state.value, verb.value) for state, verb in TRANSITIONS}
    by_hand = {(state, verb) for state, verbs in EXPECTED.items() for verb in verbs}
    assert rows == by_hand - {("start", "receive")}


# Taking back one's last step leads to wherever the case was: `test_actions_undo`.
FORWARD = {key: targets for key, targets in TRANSITIONS.items() if key[1] is not Verb.UNDO}


def test_the_table_leads_where_the_code_of_practice_allows_and_nowhere_else() -> None:
    runs = {">stage_1_received", ">stage_1_logged", ">stage_1_open"}
    # a waiting text is signed: `test_actions_sign`
    # (verb, state) -> all states it may lead to, for the verbs with more than one
    more = {
        ("refused", "reopen"): runs,
        # an old system's request may have been withdrawn
        ("withdrawn", "reopen"): runs | {">stage_2_requested", ">stage_2_open", ">request_open"},
        ("closed", "reopen"): runs
        | {">stage_2_requested", ">stage_2_open", ">stage_1_answered", ">stage_2_answered"}
        | {">request_open", ">request_answered"},
        **{(s[1:], "refuse"): {">refused", ""} for s in runs},
        # the message was a request for stage 2
        ("stage_1_answered", "settle_message"): {"", ">stage_2_requested"},
        ("closed", "settle_message"): {"", ">stage_2_requested"},
        **{(s[1:], "sign"): {">refused", ""} for s in runs},  # a refusal, or one of a part
        ("stage_1_open", "sign"): {">stage_1_answered", ">refused", ""},
        ("stage_2_requested", "refuse_escalation"): {">escalation_refused", ""},
        ("stage_2_requested", "sign"): {">escalation_refused"},
        # a promise that was not kept opens an answered case again (Code 6.6)
        ("closed", "say_not_done"): {"", ">request_answered", ">stage_1_answered"}
        | {">stage_2_answered"},
        ("stage_2_open", "sign"): {">stage_2_answered"},
    }
    for (state, verb), targets in FORWARD.items():
        found = {"" if target is state else f">{target}" for target in targets}
        here = EXPECTED[state][verb]
        assert found == more.get((state, verb), {"" if here.startswith("!") else here})


@pytest.mark.parametrize("state", [state for state in State if state.value.startswith("request")])
def test_no_case_ever_returns_to_being_a_request(state: State) -> None:
    """Once a complaint, always a complaint (Code 1.5): only an ended request is one again."""
    before = {s for (s, _), targets in FORWARD.items() if state in targets}
    ended = {State.CLOSED, State.WITHDRAWN}
    assert before <= {State.REQUEST_OPEN, State.REQUEST_ANSWERED} | ended


def test_nothing_leads_past_stage_2() -> None:
    """Code 5.3: no state follows the final response but being closed."""
    after = {t for (s, _), ts in FORWARD.items() if s is State.STAGE_2_ANSWERED for t in ts}
    assert after == {State.STAGE_2_ANSWERED, State.CLOSED}


@pytest.mark.parametrize("state", list(State))
def test_what_is_possible_is_what_the_table_by_hand_has(state: State) -> None:
    assert {verb.value for verb in possible(state)} == set(EXPECTED[state.value])


def test_every_state_but_closed_can_reach_closed() -> None:
    """Nothing gets stuck: from everywhere some way leads to the end."""
    ends = {State.CLOSED}
    for _ in State:
        ends |= {s for (s, _), targets in FORWARD.items() if ends & set(targets)}
    assert ends == set(State)


def test_a_case_is_received_once() -> None:
    story = begun()
    assert story.refuses(Verb.RECEIVE, received(), "Tue 5 May") == [("not_now", "")]
    assert Story().refuses(Verb.LOG, None, "Tue 5 May") == [("not_now", "")]


def test_permission_is_asked_before_the_state() -> None:
    """Who may not do a thing learns nothing of the case."""
    story = reach(State.CLOSED)
    given = plausible(Verb.LOG, story.case, story.today)
    assert story.refuses(Verb.LOG, given, story.today, NOBODY) == [("not_permitted", "")]


def test_an_action_is_completed_in_every_state_after_the_answer() -> None:
    for state in (State.STAGE_1_ANSWERED, State.STAGE_2_OPEN, State.STAGE_2_ANSWERED):
        story = answered(MENDING, state=state)
        given = plausible(Verb.COMPLETE_ACTION, story.case, story.today)
        story.does(Verb.COMPLETE_ACTION, given, story.today)
        assert story.facts.state is state


def test_a_decision_that_the_table_does_not_allow_is_our_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stray = Decision((NewEvent("logged", {"case": {"state": "closed"}}),))
    monkeypatch.setitem(actions.DECIDE, Verb.LOG, lambda case, given, context: stray)
    with pytest.raises(ValueError, match="log may not lead to closed"):
        begun().tries(Verb.LOG, None, "Fri 1 May")


@pytest.mark.parametrize("verb", list(Verb))
def test_every_verb_has_its_file_and_its_place(verb: Verb) -> None:
    assert actions.DECIDE[verb].__module__ == f"redress.rules.actions.{verb.value}"
    assert verb is Verb.RECEIVE or any(v is verb for _, v in TRANSITIONS)


def test_the_starts_are_where_the_first_contact_leads() -> None:
    assert set(stages.STARTS) == {State.REQUEST_OPEN, State.STAGE_1_RECEIVED}


def test_all_that_stands_in_the_way_is_said_at_once() -> None:
    story = reach(State.STAGE_1_LOGGED)
    empty = replace(plausible(Verb.ACKNOWLEDGE, story.case, story.today), definition=" ")
    answer = story.tries(Verb.ACKNOWLEDGE, replace(empty, outcome_sought=""), "Tue 5 May")
    assert answer.reasons == (
        Reason("definition_missing", "Code 5.6", "definition"),
        Reason("outcome_sought_missing", "Code 5.6", "outcome_sought"),
    )
