"""Read out a code to somebody who rings, by which they can follow the complaint."""

from dataclasses import dataclass

from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.record import NewEvent


@dataclass(frozen=True, kw_only=True)
class ReadOutCode:
    """To whom, and how it was made sure who they are ("Date of birth and first line of address").
    The code itself is no part of the record."""

    to: str
    how: str


def decide(case: CaseFacts, given: ReadOutCode, context: Context) -> Decision | Refused:
    """Note that a code was read out (UK GDPR article 32: only to whom it belongs). Refuses without
    whom, and without how they were known."""
    checks = Checks(context.policy(case))
    checks.must(bool(given.to.strip()), "code_for_nobody", where="to")
    checks.must(bool(given.how.strip()), "not_checked", where="how")
    if checks.refused:
        return Refused(tuple(checks.refused))
    note = {"to": given.to.strip(), "how": given.how.strip()}
    return Decision((NewEvent("code_read_out", {}, note),))
