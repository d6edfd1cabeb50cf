"""What is owed next on a case, and by when: the one obvious button and the worklist's order."""

from dataclasses import dataclass
from datetime import date

from redress.rules.access import Verb
from redress.rules.facts import CaseFacts, Clock, State
from redress.rules.hazards import owed_hand_over
from redress.rules.learning import lessons_owed

S = State
# In each state: what to do next, and the clocks that say by when.
NEXT: dict[State, tuple[Verb, tuple[Clock, ...]]] = {
    S.REQUEST_OPEN: (Verb.ANSWER_REQUEST, (Clock.REQUEST,)),
    S.STAGE_1_RECEIVED: (Verb.LOG, (Clock.ACKNOWLEDGE, Clock.FIRST_CALL)),
    S.STAGE_1_LOGGED: (Verb.ACKNOWLEDGE, (Clock.ACKNOWLEDGE, Clock.FIRST_CALL)),
    S.STAGE_1_OPEN: (Verb.RESPOND, (Clock.RESPOND, Clock.FIRST_CALL, Clock.UPDATE)),
    S.STAGE_2_REQUESTED: (Verb.ACKNOWLEDGE, (Clock.ACKNOWLEDGE,)),
    S.STAGE_2_OPEN: (Verb.RESPOND, (Clock.RESPOND, Clock.UPDATE)),
}
FOR_CLOCK = {Clock.FIRST_CALL: Verb.RECORD_CALL, Clock.UPDATE: Verb.SEND_UPDATE}
CLOSING = (
    S.REQUEST_ANSWERED,
    S.STAGE_1_ANSWERED,
    S.STAGE_2_ANSWERED,
    S.REFUSED,
    S.ESCALATION_REFUSED,
    S.WITHDRAWN,
)


@dataclass(frozen=True)
class NextStep:
    """What to do, the date it is due (None where nothing sets one) and the clock that says so."""

    verb: Verb
    due_on: date | None = None
    clock: Clock | None = None


def next_step(case: CaseFacts) -> NextStep | None:
    """The next thing owed; None for a closed case.

    An answered case owes its promised actions (Code 6.6, 6.17), then what was learned from what
    was upheld (9.1), then nothing: it can be closed.
    While a stage runs, an action promised before comes first where it is due first (Code 7.3).
    A danger that nobody has handed over comes before everything, on the day it was told (6.1).
    """
    if case.state is not S.CLOSED and owed_hand_over(case):
        return NextStep(Verb.HAND_OVER, case.received_on, Clock.HAND_OVER)
    promised = _promised(case)
    if case.state in NEXT:
        verb, clocks = NEXT[case.state]
        if case.waiting:  # no call is owed before a signature
            verb, clocks = Verb.SIGN, clocks[:1]
        step = _earliest(case, verb, clocks)
        sooner = promised and _day(promised) < _day(step)
        return promised if sooner else step
    if case.state not in CLOSING:
        return None
    return promised or NextStep(Verb.LEARN if lessons_owed(case) else Verb.CLOSE)


def _promised(case: CaseFacts) -> NextStep | None:
    """What was promised and is due first: an open action, or money accepted and not paid."""
    owed = [(a.due_on, Verb.COMPLETE_ACTION) for a in case.actions if a.done_on is None]
    for offer in case.offers:
        day = offer.pay_by or offer.answered_on
        if offer.is_owed and day:
            owed.append((day, Verb.SETTLE_OFFER))
    if not owed:
        return None
    due_on, verb = min(owed)
    return NextStep(verb, due_on)


def _day(step: NextStep) -> date:
    return step.due_on or date.max


def _earliest(case: CaseFacts, verb: Verb, clocks: tuple[Clock, ...]) -> NextStep:
    dated = [
        (deadline.due_on, clocks.index(deadline.clock), deadline.clock)
        for deadline in case.deadlines
        if deadline.stage == case.stage.number
        and deadline.clock in clocks
        and deadline.met_on is None
        and deadline.due_on is not None
    ]
    if not dated:
        return NextStep(verb)
    due_on, _, clock = min(dated)
    return NextStep(FOR_CLOCK.get(clock, verb), due_on, clock)
