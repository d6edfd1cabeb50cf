"""Refuse to take a matter as a complaint: whole, or issue by issue.

Whoever writes a refusal sends it to a second person, who approves it (`sign`): only then the letter
goes and the complaint stands refused. Where the policy asks for nobody it goes at once.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from redress.rules import sign_off
from redress.rules.actions import signpost
from redress.rules.actions.respond import settled
from redress.rules.decision import Checks, Context, Decision, NewLetter, Reason, Refused
from redress.rules.facts import CaseFacts, Settled, State, SubmissionFacts, Submitted
from redress.rules.grounds import AT_COURT, NEVER, TOO_OLD, grounds, too_old
from redress.rules.policy import Guard, Mode
from redress.rules.record import NewEvent, Patch, plain
from redress.rules.words import NOT_WRITTEN


@dataclass(frozen=True, kw_only=True)
class Refuse:
    """The ground (a code of the policy's exclusions), reasons for *this* complaint, and what was
    considered before refusing.

    `issues` are the numbers of the issues refused; empty refuses the whole complaint. `turn_to`
    are names in the register of contacts: a second letter says how to reach them. Where the ground
    is a claim at court: the day the claim form and particulars were filed, and what shows it.
    """

    ground: str
    reasons: str
    discretion: str
    issues: tuple[int, ...] = ()
    turn_to: tuple[str, ...] = ()
    claim_filed_on: date | None = None
    claim_shown_by: str = ""


def decide(case: CaseFacts, given: Refuse, context: Context) -> Decision | Refused:
    """Send a refusal to be approved by a second person (Code 2.5). No date moves, none is met.

    Refuses without a ground of the policy (2.2), individual reasons (2.4, 2.5) or discretion
    considered (2.3), and while a response waits for its signature.
    """
    return to_be_approved(Submitted.REFUSAL, case, given, context, checks_of, issue)


def checks_of(case: CaseFacts, given: Refuse, context: Context) -> Checks:
    """What stands against this refusal, whoever writes or approves it."""
    checks = refusal_checks(case, given, context)
    going = {issue.number for issue in case.issues_in}
    checks.must(set(given.issues) <= going, "no_such_issue", "Code 2.5", "issues")
    signpost.look_up(checks, given.turn_to, context.stationery(case), context.today)
    return checks


def issue(case: CaseFacts, given: Refuse, context: Context, wrote: int | None) -> Decision:
    """The refusal as it goes, everything about it having been checked, with the right to take the
    decision to the Ombudsman in its letter (Code 2.4)."""
    going = {issue.number for issue in case.issues_in}
    refused = set(given.issues) or going
    whole = going <= refused
    patch: Patch = {
        "submissions": settled(case, Settled.SIGNED, context),
        "issues": [{"number": n, "excluded_ground": given.ground} for n in sorted(refused)],
    }
    if whole:
        patch["case"] = {"state": State.REFUSED.value}
        patch["stages"] = [_ended(1, given, context)]
    note: dict[str, object] = {"whole": whole, **note_of(given, context, wrote), **_claim(given)}
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
    return Decision((NewEvent("refused", patch, note),), tuple(letters))


def note_of(given: Refuse, context: Context, wrote: int | None) -> dict[str, object]:
    """What the record keeps of a refusal that goes: who wrote it, and who else approved it."""
    return {
        "ground": given.ground,
        "reasons": given.reasons.strip(),
        "discretion": given.discretion.strip(),
        "drafted_by": wrote,
        "approved_by": context.actor.id if context.actor.id != wrote else None,
    }


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
    answers = case.waiting is not None and not case.waiting.is_refusal
    checks.must(not answers, "response_waits")
    return checks


def to_be_approved(
    kind: Submitted,
    case: CaseFacts,
    given: Refuse,
    context: Context,
    checks_of: Callable[[CaseFacts, Refuse, Context], Checks],
    issue: Callable[[CaseFacts, Refuse, Context, int | None], Decision],
) -> Decision | Refused:
    """The refusal put before a second person; what waits already is replaced. Where the policy's
    guard only warns, it goes at once and the record says that nobody else approved it."""
    checks = checks_of(case, given, context)
    if checks.refused:
        return Refused(tuple(checks.refused))
    would = issue(case, given, context, context.actor.id)
    if context.policy(case).guard(Guard.REFUSAL_APPROVAL) is Mode.WARN:
        alone = Reason("approver_missing", "Code 2.5")
        return replace(would, warnings=(*checks.warned, alone))
    need = sign_off.second_person(context.policy(case), case, context.actor)
    new = SubmissionFacts(
        number=len(case.submissions) + 1,
        kind=kind,
        stage=case.stage.number,
        submitted_by=context.actor.id,
        submitted_on=context.today,
        response=plain(given),
        signer=need.who.value if need.who else "",
        clause=need.clause,
    )
    patch: Patch = {"submissions": [*settled(case, Settled.REPLACED, context), plain(new)]}
    roles = [role.value for role in sign_off.named_in(need.roles)]
    event = NewEvent("refusal_submitted", patch, {"roles": roles, "ground": given.ground})
    return Decision((event,), warnings=tuple(checks.warned), would=would)
