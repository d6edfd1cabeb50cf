"""Promise something to the resident, or set a colleague a task, at any time."""

from dataclasses import dataclass
from datetime import date

from redress.rules.calendar import LAST
from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import ActionFacts, CaseFacts
from redress.rules.record import NewEvent, plain


@dataclass(frozen=True, kw_only=True)
class Promise:
    """What will be done, by whom and by when; whether the resident agreed (None: not asked).

    `internal` makes it a task among colleagues, which no letter names.
    """

    what: str
    owner: str
    due_on: date
    agreed: bool | None = None
    internal: bool = False


def decide(case: CaseFacts, given: Promise, context: Context) -> Decision | Refused:
    """Put the promise on the case, to be kept after the answer as before it (Code 6.6, 7.3).

    Refuses one without words, owner or a day from today on. A promise that the resident has not
    agreed to goes on the record and is no bar: remedies should be agreed (Code 7.3).
    """
    checks = Checks(context.policy(case))
    whole = bool(given.what.strip() and given.owner.strip())
    checks.must(whole, "action_incomplete", "Code 7.3", "what")
    checks.must(given.due_on >= context.today, "action_in_past", "Code 7.3", "due_on")
    checks.must(given.due_on <= LAST, "date_not_known", "Code 7.3", "due_on")
    checks.should(given.internal or given.agreed is True, "not_agreed_yet", "Code 7.3", "agreed")
    if checks.refused:
        return Refused(tuple(checks.refused))
    number = max((action.number for action in case.actions), default=0) + 1
    new = ActionFacts(
        number,
        case.stage.number,
        given.what.strip(),
        given.owner.strip(),
        given.due_on,
        agreed=given.agreed,
        internal=given.internal,
    )
    patch = {"actions": [plain(new)]}
    if given.internal:
        return Decision((NewEvent("task_set", patch),))
    return Decision((NewEvent("promised", patch),), warnings=tuple(checks.warned))
