"""Change how somebody who signed wants to hear of it, or take their name off."""

from dataclasses import dataclass, replace

from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.facts_people import Wish
from redress.rules.record import NewEvent, plain


@dataclass(frozen=True, kw_only=True)
class ChangeSignatory:
    """Whom, how they want to hear of it, where; `leaves` takes their name off."""

    number: int
    wish: Wish
    address: str = ""
    email: str = ""
    leaves: bool = False


def decide(case: CaseFacts, given: ChangeSignatory, context: Context) -> Decision | Refused:
    """Keep it: the next letter goes by it. Refuses one who is not there or has left."""
    whom = next((each for each in case.signatories if each.number == given.number), None)
    checks = Checks(context.policy(case))
    there = whom is not None and whom.left_on is None
    checks.must(there, "no_such_signatory", "", "number")
    if whom is None or checks.refused:
        return Refused(tuple(checks.refused))
    after = replace(
        whom,
        wish=given.wish,
        address=given.address.strip(),
        email=given.email.strip(),
        left_on=context.today if given.leaves else None,
    )
    return Decision((NewEvent("signatory_changed", {"signatories": [plain(after)]}),))
