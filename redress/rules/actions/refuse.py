"""Refuse to take a matter as a complaint: whole, or issue by issue."""

from dataclasses import dataclass, replace
from datetime import date

from redress.rules.actions import signpost
from redress.rules.decision import Checks, Context, Decision, NewLetter, Refused
from redress.rules.facts import CaseFacts, State
from redress.rules.grounds import AT_COURT, NEVER, TOO_OLD, grounds, too_old
from redress.rules.policy import Guard
from redress.rules.record import NewEvent, Patch
from redress.rules.words import NOT_WRITTEN


@dataclass(frozen=True, kw_only=True)
class Refuse:
    """The ground (a code of the policy's exclusions), reasons for *this* complaint, what was
    considered before refusing, and the second person who agreed.

    `issues` are the numbers of the issues refused; empty refuses the whole complaint. `turn_to`
    are names in the register of contacts: a second letter says how to reach them. Where the ground
    is a claim at court: the day the claim form and particulars were filed, and what shows it.
    """

    ground: str
    reasons: str
    discretion: str
    approved_by: int | None
    issues: tuple[int, ...] = ()
    turn_to: tuple[str, ...] = ()
    claim_filed_on: date | None = None
    claim_shown_by: str = ""


def decide(case: CaseFacts, given: Refuse, context: Context) -> Decision | Refused:
    """Refuse, with the right to take the decision to the Ombudsman in the letter (Code 2.4).

    Refuses without a ground of the policy (2.2), individual reasons (2.4, 2.5), discretion
    considered (2.3) and a second person's approval.
    """
    checks = refusal_checks(case, given, context)
    going = {issue.number for issue in case.issues_in}
    checks.must(set(given.issues) <= going, "no_such_issue", "Code 2.5", "issues")
    signpost.look_up(checks, given.turn_to, context.stationery(case), context.today)
    if checks.refused:
        return Refused(tuple(checks.refused))
    refused = set(given.issues) or going
    whole = going <= refused
    patch = {
        "issues": [{"number": n, "excluded_ground": given.ground} for n in sorted(refused)],
    }
    if whole:
        patch["case"] = {"state": State.REFUSED.value}  # type: ignore[assignment]
        patch["stages"] = [_ended(1, given, context)]
    note: dict[str, object] = {
        "ground": given.ground,
        "reasons": given.reasons.strip(),
        "discretion": given.discretion.strip(),
        "approved_by": given.approved_by,
        "whole": whole,
        **_claim(given),
    }
    facts = {
        "issues": [i.summary for i in case.issues if i.number in refused] or [case.description],
        "ground": grounds(context.policy(case))[given.ground],
        "reasons": given.reasons.strip() or NOT_WRITTEN,
        "discretion": given.discretion.strip() or NOT_WRITTEN,
    }
    letters = [NewLetter("refusal", 1, facts)]
    if given.turn_to:
        note["turn_to"] = list(given.turn_to)
        letters.append(_signpost(case, given, whole, context))
    return Decision((NewEvent("refused", patch, note),), tuple(letters), tuple(checks.warned))


def _claim(given: Refuse) -> Patch:
    if given.claim_filed_on is None:
        return {}
    return {"filed": given.claim_filed_on.isoformat(), "shown_by": given.claim_shown_by.strip()}


def _signpost(case: CaseFacts, given: Refuse, whole: bool, context: Context) -> NewLetter:
    """Where to turn with what is refused; the rest of the complaint, if any, goes on."""
    matter = "\n".join(
        f"- {issue.summary}" for issue in case.issues_in if whole or issue.number in given.issues
    )
    state = State.REFUSED if whole else case.state
    return signpost.letter_to(
        replace(case, state=state), matter or case.description, given.turn_to, context
    )


def _ended(number: int, given: Refuse, context: Context) -> Patch:
    return {
        "number": number,
        "ended_on": context.today.isoformat(),
        "refused_ground": given.ground,
    }


def refusal_checks(case: CaseFacts, given: Refuse, context: Context) -> Checks:
    """The guards that both kinds of refusal share (Code 2.1 to 2.5, 5.11)."""
    policy = context.policy(case)
    checks = Checks(policy)
    checks.must(given.ground in grounds(policy), "no_such_ground", "Code 2.2", "ground")
    allowed = given.ground not in NEVER
    checks.must(allowed, "ground_not_in_code", "Code 2.2", "ground", Guard.REFUSAL_GROUND)
    if given.ground == TOO_OLD:
        old = too_old(case, given.issues, context.code(case))
        checks.must(old, "within_twelve_months", "Code 2.3", "ground", Guard.REFUSAL_GROUND)
    if given.ground in AT_COURT:
        filed = given.claim_filed_on is not None and given.claim_filed_on <= context.today
        shown = filed and bool(given.claim_shown_by.strip())
        where = "claim_shown_by" if filed else "claim_filed_on"
        checks.must(shown, "claim_not_shown", "Code 2.2", where, Guard.REFUSAL_GROUND)
    individual = bool(given.reasons.strip())
    checks.must(individual, "reasons_missing", "Code 2.4", "reasons", Guard.REFUSAL_REASONS)
    considered = bool(given.discretion.strip())
    checks.must(
        considered, "discretion_missing", "Code 2.3", "discretion", Guard.REFUSAL_DISCRETION
    )
    second = given.approved_by not in (None, context.actor.id)
    checks.must(second, "approver_missing", "Code 2.5", "approved_by", Guard.REFUSAL_APPROVAL)
    return checks
