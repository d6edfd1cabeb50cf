"""Work out the open dates of a case again, once the days that count have changed."""

from collections.abc import Iterator
from dataclasses import dataclass

from redress.rules import deadlines
from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts, DeadlineFacts
from redress.rules.record import NewEvent, plain

DATES = ("promise", "code", "code_literal")


@dataclass(frozen=True, kw_only=True)
class Redate:
    """Why: which day is a bank holiday or closure now, or no longer."""

    reason: str


def decide(case: CaseFacts, given: Redate, context: Context) -> Decision | Refused:
    """Date the deadlines that are not met yet by the calendar as it is now, under the policy and
    the edition of the Code to which the stage is pinned.

    A met deadline keeps its dates, and so does a date agreed as an extension: the resident was
    told it. Refuses where no date moves, so that doing it twice is doing it once. No letter.
    """
    checks = Checks(context.policy(case))
    checks.must(bool(given.reason.strip()), "reason_missing", where="reason")
    moved = [new for new in _again(case, context) if _differs(case, new)]
    checks.must(bool(moved), "nothing_to_redate")
    if checks.refused:
        return Refused(tuple(checks.refused))
    note = {"reason": given.reason.strip(), "redated": list(_told(case, moved))}
    return Decision((NewEvent("redated", {"deadlines": plain(moved)}, note),))


def _again(case: CaseFacts, context: Context) -> Iterator[DeadlineFacts]:
    """The open deadlines of the latest stage or request, as they are by today's calendar."""
    policy, code, stage = context.policy(case), context.code(case), case.stage
    if stage.number:
        made = deadlines.recomputed(case, stage, policy, code)
        window = stage.number == 1 and stage.responded_on
        if window:
            made += deadlines.escalation_window(policy, window)
    else:
        made = deadlines.of_request(case.kind, stage.received_on, policy)
    for new in made:
        known = case.deadline(new.stage, new.clock)
        if known is not None and known.met_on is None:
            yield new


def _differs(case: CaseFacts, new: DeadlineFacts) -> bool:
    return any(_told(case, [new]))


def _told(case: CaseFacts, moved: list[DeadlineFacts]) -> Iterator[dict[str, str]]:
    """Each date that moves: of which clock, whose it is, what it was and is."""
    for new in moved:
        old = case.deadline(new.stage, new.clock)
        for whose in DATES:
            was, now = getattr(old, whose), getattr(new, whose)
            if was and now and was.date != now.date:
                told = {"clock": new.clock.value, "whose": whose}
                yield told | {"was": was.date.isoformat(), "is": now.date.isoformat()}
