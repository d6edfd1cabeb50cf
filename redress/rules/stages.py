"""The stages of a case: one transition table, and the one way to decide an action.

`TRANSITIONS` says in which state an action may happen and where it may lead. `decide` looks there,
then at `access.PERMISSIONS`, then asks the action's own file in `rules.actions`.
`tools/draw_states.py` draws the table for the documentation.
"""

from typing import Any

from redress.rules import actions, awaiting, incoming, outgoing
from redress.rules.access import Verb, may
from redress.rules.calendar import UnknownDay
from redress.rules.decision import Context, Decision, Reason, Refused
from redress.rules.facts import CaseFacts, State
from redress.rules.policy_files import NoneInForce
from redress.rules.record import evolve

S = State
STAGE_1_RUNNING = (S.STAGE_1_RECEIVED, S.STAGE_1_LOGGED, S.STAGE_1_OPEN)
STAGE_2_RUNNING = (S.STAGE_2_REQUESTED, S.STAGE_2_OPEN)
RUNNING = (*STAGE_1_RUNNING, *STAGE_2_RUNNING)
ANSWERED = (S.STAGE_1_ANSWERED, S.STAGE_2_ANSWERED)
OPEN = (S.REQUEST_OPEN, S.REQUEST_ANSWERED, *RUNNING, *ANSWERED)
ENDED = (S.REFUSED, S.ESCALATION_REFUSED, S.WITHDRAWN)

# How somebody behaves limits their contact at most, and moves no case (Code 5.11, 5.14).
CONDUCT = (
    Verb.RECORD_BEHAVIOUR,
    Verb.WARN,
    Verb.RESTRICT_CONTACT,
    Verb.APPROVE_RESTRICTION,
    Verb.REVIEW_RESTRICTION,
    Verb.END_RESTRICTION,
)

# What may start a case: there is no state before it.
STARTS = (S.REQUEST_OPEN, S.STAGE_1_RECEIVED)

# (where the case stands, what is done) -> where it may stand afterwards
TRANSITIONS: dict[tuple[State, Verb], tuple[State, ...]] = {
    (S.REQUEST_OPEN, Verb.ANSWER_REQUEST): (S.REQUEST_ANSWERED,),
    (S.REQUEST_OPEN, Verb.RAISE_COMPLAINT): (S.STAGE_1_RECEIVED,),  # Code 1.5
    (S.REQUEST_ANSWERED, Verb.RAISE_COMPLAINT): (S.STAGE_1_RECEIVED,),
    (S.STAGE_1_RECEIVED, Verb.LOG): (S.STAGE_1_LOGGED,),
    (S.STAGE_1_LOGGED, Verb.ACKNOWLEDGE): (S.STAGE_1_OPEN,),  # Code 6.2
    (S.STAGE_1_OPEN, Verb.EXTEND): (S.STAGE_1_OPEN,),  # Code 6.4
    (S.STAGE_1_OPEN, Verb.RESPOND): (S.STAGE_1_ANSWERED,),  # Code 6.3
    (S.STAGE_1_OPEN, Verb.SHARE_FINDINGS): (S.STAGE_1_OPEN,),  # Code 5.8
    (S.STAGE_1_OPEN, Verb.RECORD_FINDINGS_COMMENT): (S.STAGE_1_OPEN,),
    (S.STAGE_1_ANSWERED, Verb.ESCALATE): (S.STAGE_2_REQUESTED,),  # Code 6.10
    (S.CLOSED, Verb.ESCALATE): (S.STAGE_2_REQUESTED,),  # closing never shuts out stage 2
    # A refusal waits for a second person, who approves it as one signs (Code 2.5, 5.11).
    (S.STAGE_2_REQUESTED, Verb.REFUSE_ESCALATION): (S.ESCALATION_REFUSED, S.STAGE_2_REQUESTED),
    (S.STAGE_2_REQUESTED, Verb.SIGN): (S.ESCALATION_REFUSED,),
    (S.STAGE_2_REQUESTED, Verb.SEND_BACK): (S.STAGE_2_REQUESTED,),
    (S.STAGE_2_REQUESTED, Verb.ACKNOWLEDGE): (S.STAGE_2_OPEN,),  # Code 6.11
    (S.STAGE_2_OPEN, Verb.EXTEND): (S.STAGE_2_OPEN,),  # Code 6.15
    (S.STAGE_2_OPEN, Verb.SIGN): (S.STAGE_2_ANSWERED,),
    (S.STAGE_2_OPEN, Verb.RESPOND): (S.STAGE_2_ANSWERED,),  # Code 6.14
    (S.STAGE_2_OPEN, Verb.SHARE_FINDINGS): (S.STAGE_2_OPEN,),  # Code 5.8
    (S.STAGE_2_OPEN, Verb.RECORD_FINDINGS_COMMENT): (S.STAGE_2_OPEN,),
    (S.REFUSED, Verb.REOPEN): STAGE_1_RUNNING,  # the Ombudsman may say so: Code 2.4
    (S.ESCALATION_REFUSED, Verb.REOPEN): (S.STAGE_2_REQUESTED,),
    (S.WITHDRAWN, Verb.REOPEN): (S.REQUEST_OPEN, *RUNNING),
    (S.CLOSED, Verb.REOPEN): (S.REQUEST_OPEN, S.REQUEST_ANSWERED, *RUNNING, *ANSWERED),
    # A part may be refused and the rest go on (Code 2.5, 5.7).
    **{
        (state, verb): (S.REFUSED, state)
        for state in STAGE_1_RUNNING
        for verb in (Verb.REFUSE, Verb.SIGN)
    },
    # As RESPOND, by whom the policy names; or the refusal of a part.
    (S.STAGE_1_OPEN, Verb.SIGN): (S.STAGE_1_ANSWERED, S.REFUSED, S.STAGE_1_OPEN),
    **{(state, Verb.SEND_BACK): (state,) for state in STAGE_1_RUNNING},
    (S.STAGE_2_OPEN, Verb.SEND_BACK): (S.STAGE_2_OPEN,),
    **{(state, Verb.SUBMIT): (state,) for state in (S.STAGE_1_OPEN, S.STAGE_2_OPEN)},
    **{(state, Verb.WITHDRAW): (S.WITHDRAWN,) for state in RUNNING},
    **{(state, Verb.ASK_CLARIFICATION): (state,) for state in RUNNING},
    **{(state, Verb.SEND_UPDATE): (state,) for state in RUNNING},
    **{(state, Verb.ADD_ISSUE): (state,) for state in (*RUNNING, *ANSWERED)},
    **{(state, Verb.LINK): (state,) for state in State},
    **{(state, Verb.SPLIT): (state,) for state in STAGE_1_RUNNING},
    **{(state, Verb.MERGE): (S.CLOSED,) for state in STAGE_1_RUNNING},
    **{(state, Verb.TAKE_IN): (state,) for state in STAGE_1_RUNNING},
    **{(state, Verb.CORRECT_RECEIVED_DATE): (state,) for state in RUNNING},
    **{(state, Verb.CLASSIFY): (state,) for state in OPEN},
    **{(state, Verb.ALLOCATE): (state,) for state in OPEN},
    **{(state, Verb.WAIT): (state,) for state in OPEN},
    **{(state, Verb.CHASE): (state,) for state in (*OPEN, *ENDED)},
    **{(state, Verb.TAG): (state,) for state in State},
    **{(state, Verb.HAND_OVER): (state,) for state in (*OPEN, *ENDED)},
    **{(state, Verb.RECORD_CALL): (state,) for state in (*OPEN, *ENDED)},
    **{(state, Verb.NOTE_DOCUMENT): (state,) for state in (*OPEN, *ENDED)},
    **{(state, Verb.RECEIVE_MESSAGE): (state,) for state in State},  # whenever somebody writes
    **{(state, Verb.SETTLE_MESSAGE): (state,) for state in State},
    # The message was a request for stage 2 (Code 6.10).
    **{
        (state, Verb.SETTLE_MESSAGE): (state, S.STAGE_2_REQUESTED)
        for state in (S.STAGE_1_ANSWERED, S.CLOSED)
    },
    **{
        (state, verb): (state,)
        for state in (*OPEN, *ENDED)
        for verb in (Verb.NAME_REPRESENTATIVE, Verb.ADD_SIGNATORIES, Verb.OFFER_MEETING)
    },
    **{
        (state, verb): (state,)
        for state in State  # consent can be withdrawn at any time
        for verb in (Verb.RECORD_CONSENT, Verb.END_REPRESENTATIVE, Verb.TELL_OUTCOME)
    },
    **{(state, Verb.CHANGE_SIGNATORY): (state,) for state in State},
    **{(state, Verb.TICK_EVIDENCE): (state,) for state in OPEN},
    **{(state, Verb.UNDO): tuple(State) for state in State},
    **{(state, Verb.DECLARE_CONFLICT): (state,) for state in OPEN},
    **{(state, Verb.RESTRICT): (state,) for state in State},
    **{(state, Verb.OPEN_RESTRICTED): (state,) for state in State},
    **{(state, verb): (state,) for state in State for verb in (Verb.HOLD, Verb.RELEASE_HOLD)},
    **{(state, verb): (state,) for state in State for verb in CONDUCT},  # Code 5.14: contact alone
    **{(state, Verb.ASK_COMMENTS): (state,) for state in OPEN},
    **{(state, Verb.CHASE_COMMENTS): (state,) for state in OPEN},
    **{(state, Verb.COMMENT): (state,) for state in (*OPEN, *ENDED)},
    **{(state, Verb.WITHDRAW_COMMENTS): (state,) for state in (*OPEN, *ENDED)},
    **{(state, Verb.SIGNPOST): (state,) for state in (*OPEN, *ENDED)},
    **{(state, Verb.PROMISE): (state,) for state in (*OPEN, *ENDED)},
    **{(state, Verb.MOVE_ACTION): (state,) for state in (*OPEN, *ENDED)},
    **{(state, Verb.COMPLETE_ACTION): (state,) for state in (*OPEN, *ENDED)},
    **{(state, Verb.OFFER): (state,) for state in (*OPEN, *ENDED)},  # Code 5.13
    **{(state, Verb.MEDIATE): (state,) for state in (*OPEN, *ENDED)},
    **{(state, Verb.SETTLE_OFFER): (state,) for state in State},
    **{(state, Verb.AGREE_UPDATES): (state,) for state in (S.STAGE_1_OPEN, S.STAGE_2_OPEN)},
    **{(state, Verb.REDATE): (state,) for state in OPEN},
    **{(state, Verb.REMIND): (state,) for state in (*OPEN, *ENDED)},
    **{
        (state, verb): (state,)
        for state in (S.STAGE_1_OPEN, S.STAGE_2_OPEN)
        for verb in (Verb.ANSWER_DEFINITION, Verb.ANSWER_EXTENSION)
    },
    **{(state, Verb.SAY_NOT_DONE): (state,) for state in (*OPEN, *ENDED)},  # Code 6.6
    (S.CLOSED, Verb.SAY_NOT_DONE): (S.CLOSED, S.REQUEST_ANSWERED, *ANSWERED),
    (S.CLOSED, Verb.RATE): (S.CLOSED,),
    (S.CLOSED, Verb.ASK_SATISFACTION): (S.CLOSED,),
    **{(state, Verb.READ_OUT_CODE): (state,) for state in State},
    # A lesson needs an upheld finding, and is learned at any time after it (Code 9.1).
    **{(state, Verb.LEARN): (state,) for state in (*STAGE_2_RUNNING, *ANSWERED, *ENDED, S.CLOSED)},
    **{(state, Verb.FEED_BACK): (state,) for state in State},
    **{(state, Verb.CLOSE): (S.CLOSED,) for state in (S.REQUEST_ANSWERED, *ANSWERED, *ENDED)},
}


def possible(state: State) -> tuple[Verb, ...]:
    """What may happen to a case in this state, in the order of `Verb`."""
    return tuple(verb for verb in Verb if (state, verb) in TRANSITIONS)


def decide(verb: Verb, case: CaseFacts | None, given: Any, context: Context) -> Decision | Refused:
    """Whether and how an action changes a case.

    `case` is None for `receive` alone; `given` is the input that the action's file defines.
    Refuses with `not_permitted` (access), `erased`, `not_now` (the state), `date_not_known` (a date
    before the landlord's first policy, or outside the bank holidays known) or the action's own
    reasons.
    A letter is looked at too (`outgoing`): one with a gap left open is refused (`gap_open`).
    Raises ValueError for a decision that the table does not allow: a fault of ours, not a user's.
    """
    if not may(context.actor, verb):
        return Refused((Reason("not_permitted"),))
    if (verb is Verb.RECEIVE) != (case is None):
        return Refused((Reason("not_now"),))
    if case is not None and case.erased_on:
        return Refused((Reason("erased"),))
    targets = STARTS if case is None else TRANSITIONS.get((case.state, verb), ())
    if not targets:
        return Refused((Reason("not_now"),))
    try:
        answer = actions.DECIDE[verb](case, given, context)
    except (NoneInForce, UnknownDay):
        return Refused((Reason("date_not_known"),))
    if isinstance(answer, Decision):
        answer = incoming.with_letters(case, answer, context)
        answer = awaiting.come(case, answer, context)
        after = _check_target(verb, case, answer, targets)
        return outgoing.checked(answer, after, context.stationery(after), context.today)
    return answer


def _check_target(
    verb: Verb, case: CaseFacts | None, decision: Decision, targets: tuple[State, ...]
) -> CaseFacts:
    """The case afterwards, which must stand in one of these states."""
    after = case
    for event in decision.events:
        after = evolve(after, event.patch)
    if after is None or after.state not in targets:
        raise ValueError(f"{verb} may not lead to {after.state if after else None}")
    return after
