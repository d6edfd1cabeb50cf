"""Close a case when nothing is owed any more."""

from dataclasses import dataclass

from redress.rules.decision import Checks, Context, Decision, NewLetter, Refused
from redress.rules.facts import CaseFacts, Kind, State
from redress.rules.learning import lessons_owed
from redress.rules.policy import Guard
from redress.rules.record import NewEvent


@dataclass(frozen=True, kw_only=True)
class Close:
    """Nothing is asked: what must be so is on the case already. `note` is free."""

    note: str = ""


def decide(case: CaseFacts, given: Close, context: Context) -> Decision | Refused:
    """Close. Answered is not closed: every promised action must be done first (Code 6.6, 6.17,
    7.3), money that was accepted must be paid, and every issue that was taken on must have its
    finding (Code 5.12). That nothing was learned from what was upheld is warned of, or refused
    where the landlord's policy sets the guard so (9.1).
    """
    checks = Checks(context.policy(case))
    owed = [action for action in case.actions if action.done_on is None]
    checks.must(not owed, "actions_open", "Code 7.3", "", Guard.NOTHING_OWED)
    unpaid = any(offer.is_owed for offer in case.offers)
    checks.must(not unpaid, "offer_unpaid", "Code 7.3", "", Guard.NOTHING_OWED)
    checks.must(not lessons_owed(case), "lesson_owed", "Code 9.1", "", Guard.LESSON)
    if checks.refused:
        return Refused(tuple(checks.refused))
    patch = {"case": {"state": State.CLOSED.value}}
    event = NewEvent("closed", patch, {"note": given.note.strip(), "from": case.state.value})
    answered = case.state in (State.STAGE_1_ANSWERED, State.STAGE_2_ANSWERED)
    if case.kind is not Kind.COMPLAINT or not answered:
        return Decision((event,), warnings=tuple(checks.warned))
    done = [a.what for a in case.actions if a.done_on and not a.internal]
    facts = {"what_was_done": done or ["We answered your complaint."]}
    letter = NewLetter("closing", case.stage.number, facts)
    return Decision((event,), (letter,), tuple(checks.warned))
