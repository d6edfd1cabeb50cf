"""Mark what a case waits for, or that it has come. No date moves."""

from dataclasses import dataclass
from datetime import date

from redress.rules import awaiting
from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import Awaited, CaseFacts
from redress.rules.record import NewEvent, plain


@dataclass(frozen=True, kw_only=True)
class Wait:
    """What is waited for, since which day and why; `whom` is None where it has come, and `why`
    then says what came, if anything is to be said."""

    whom: Awaited | None
    since: date | None = None
    why: str = ""


def decide(case: CaseFacts, given: Wait, context: Context) -> Decision | Refused:
    """Set the mark, or take it off. Every date stays as it is: the Code has no pause (6.4, 6.15).

    Refuses a mark without a reason or with a day before the case or in the future, and taking off
    what is not there.
    """
    checks = Checks(context.policy(case))
    if given.whom is None:
        checks.must(case.awaits is not None, "nothing_awaited", where="whom")
        if checks.refused:
            return Refused(tuple(checks.refused))
        return Decision((awaiting.came(case, "by_hand", given.why.strip()),))
    since = given.since or context.today
    in_range = case.received_on <= since <= context.today
    checks.must(in_range, "date_out_of_range", where="since")
    checks.must(bool(given.why.strip()), "awaited_why_missing", "Code 5.12", "why")
    if checks.refused:
        return Refused(tuple(checks.refused))
    mark = {"awaits": given.whom, "awaits_since": since, "awaits_why": given.why.strip()}
    return Decision((NewEvent("waits", {"case": plain(mark)}),))
