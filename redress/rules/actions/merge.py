"""Merge a complaint into another about the same matter."""

from dataclasses import dataclass

from redress.rules.access import Verb
from redress.rules.actions.take_in import TakeIn
from redress.rules.decision import Also, Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts, LinkFacts, State, Tie
from redress.rules.record import NewEvent, plain

BEFORE_THE_ANSWER = (State.STAGE_1_RECEIVED, State.STAGE_1_LOGGED, State.STAGE_1_OPEN)


@dataclass(frozen=True, kw_only=True)
class Merge:
    """The reference of the case that stays, why, and how the resident was told.

    `found` is that case as it stands, which `cases.perform` looks up.
    """

    other: str
    why: str
    told: str
    found: CaseFacts | None = None


def decide(case: CaseFacts, given: Merge, context: Context) -> Decision | Refused:
    """Close this complaint and answer it in the other, with all its issues (Code 6.8).

    The other must have been received first, so that no clock is lengthened (Code 6.2, 6.3), must
    come from the same resident, and must not be answered. Its reference and this one both stay.
    """
    checks, into = Checks(context.policy(case)), given.found
    there = into is not None and into.reference != case.reference
    checks.must(there, "no_such_case", "Code 6.8", "other")
    checks.must(bool(given.why.strip()), "why_missing", "Code 6.8", "why")
    checks.must(bool(given.told.strip()), "told_missing", "Code 6.8", "told")
    if into is not None and there:
        older = into.received_on <= case.received_on
        checks.must(older, "merge_into_the_older", "Code 6.2", "other")
        same = into.resident == case.resident
        checks.must(same, "not_the_same_resident", "Code 6.8", "other")
        running = into.state in BEFORE_THE_ANSWER
        checks.must(running, "answered_already", "Code 6.8", "other")
        hidden = case.restricted and not into.restricted
        checks.must(not hidden, "restricted_into_open", "", "other")
    if checks.refused or into is None:
        return Refused(tuple(checks.refused))
    link = LinkFacts(into.reference, Tie.MERGED_INTO, given.why.strip())
    links = [each for each in case.links if each.reference != into.reference]
    patch = {
        "case": {"state": State.CLOSED.value, "links": plain([*links, link])},
        "stages": [{"number": case.stage.number, "ended_on": context.today.isoformat()}],
    }
    note = {"other": into.reference, "why": given.why.strip(), "told": given.told.strip()}
    also = Also(into.reference, Verb.TAKE_IN, TakeIn(merged=case))
    return Decision((NewEvent("merged", patch, note),), also=(also,))
