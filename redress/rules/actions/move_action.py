"""Put a promised action off, and tell the resident."""

from dataclasses import dataclass
from datetime import date

from redress.rules.calendar import LAST
from redress.rules.decision import Checks, Context, Decision, NewLetter, Refused
from redress.rules.facts import ActionFacts, CaseFacts, MoveFacts
from redress.rules.record import NewEvent, plain
from redress.rules.words import long_date

NOTHING_LEFT = "There is nothing left for us to do."


@dataclass(frozen=True, kw_only=True)
class MoveAction:
    """Which action, its new date, and why it slips, in words for the resident."""

    number: int
    due_on: date
    why: str


def decide(case: CaseFacts, given: MoveAction, context: Context) -> Decision | Refused:
    """Give the action a new date, keep the old one with the reason, and write to the resident.

    A promise that slips is told, never let lie (Code 6.6, 6.17). A task among colleagues moves
    without a letter. Refuses without a reason, and a date that has passed or is the same.
    """
    checks = Checks(context.policy(case))
    action = next((a for a in case.actions if a.number == given.number and not a.done_on), None)
    checks.must(action is not None, "no_such_action", "Code 7.3", "number")
    checks.must(bool(given.why.strip()), "reason_missing", "Code 6.6", "why")
    checks.must(given.due_on >= context.today, "action_in_past", "Code 7.3", "due_on")
    checks.must(given.due_on <= LAST, "date_not_known", "Code 7.3", "due_on")
    same = action is not None and action.due_on == given.due_on
    checks.must(not same, "same_date", "Code 7.3", "due_on")
    if checks.refused or action is None:
        return Refused(tuple(checks.refused))
    moved = MoveFacts(context.today, action.due_on, given.why.strip())
    entry = {
        "number": action.number,
        "due_on": given.due_on,
        "moves": [*action.moves, moved],
    }
    note = {"what": action.what, "was": action.due_on, "why": given.why.strip()}
    event = NewEvent("action_moved", {"actions": [plain(entry)]}, plain(note))
    if action.internal:
        return Decision((event,))
    what = action.what.rstrip(".")
    news = (
        f"{what}. We said we would do this by {long_date(action.due_on)}. "
        f"We will now do it by {long_date(given.due_on)}.\n\n{given.why.strip()}"
    )
    others = [a for a in case.actions if a.number != action.number]
    new = [f"{what} – {action.owner}, by {long_date(given.due_on)}"]
    return Decision((event,), (news_letter(case, news, new + still_to_do(others)),))


def still_to_do(actions: list[ActionFacts]) -> list[str]:
    """What is promised and not done, in sentences for the resident."""
    owed = [action for action in actions if not action.done_on and not action.internal]
    return [f"{a.what} – {a.owner}, by {long_date(a.due_on)}" for a in owed]


def news_letter(case: CaseFacts, news: str, left: list[str]) -> NewLetter:
    """The letter that tells the resident what is new of the things promised."""
    facts = {"news": [news], "still_to_do": left or [NOTHING_LEFT]}
    return NewLetter("action_update", case.stage.number, facts)
