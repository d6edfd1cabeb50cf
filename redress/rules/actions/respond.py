"""Respond at stage 1 or stage 2: a finding with reasons on every issue, in writing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from redress.rules import deadlines, evidence, offers, sign_off
from redress.rules.calendar import LAST
from redress.rules.decision import Checks, Context, Decision, NewLetter, Refused
from redress.rules.facts import (
    ActionFacts,
    CaseFacts,
    Clock,
    Finding,
    FindingFacts,
    LateReason,
    Settled,
    StageFacts,
    State,
)
from redress.rules.facts_offers import Remedy
from redress.rules.offers import SORRY, Offered
from redress.rules.policy import Guard
from redress.rules.record import NewEvent, plain
from redress.rules.words import FINDING, long_date

DECISION = {
    Finding.UPHELD: "We uphold your complaint. We got this wrong and we are sorry.",
    Finding.PARTLY_UPHELD: "We uphold part of your complaint. We are sorry for what we got wrong.",
    Finding.NOT_UPHELD: "We do not uphold your complaint.",
}
DECIDED = tuple(DECISION)
NOTHING_WRONG = "We found nothing that we need to put right."


@dataclass(frozen=True, kw_only=True)
class IssueFinding:
    """The decision on one issue, and why, with the policy or law it rests on."""

    issue: int
    finding: Finding
    reasons: str


@dataclass(frozen=True, kw_only=True)
class NewAction:
    """Something still to be done: what, by whom, by when (Code 6.6, 7.3)."""

    what: str
    owner: str
    due_on: date


@dataclass(frozen=True, kw_only=True)
class Respond:
    """The response. The people are users' numbers; whoever sends it counts as having drafted it
    unless `drafted_by` says otherwise. `remedies` are sentences; empty where an apology is enough
    or nothing went wrong. `no_comment_reason` says why an adverse finding goes out before the
    resident has had the chance to comment that the landlord's policy promises.
    `kinds` are of the eight of Code 7.1, `impact` what the fault meant for the resident (7.2).
    `compensation` is money promised, in whole pounds, by the day `pay_by`. `quick` says that no
    investigation was needed and that the resident agrees, which may decide who signs.
    `late_reason` and `late_note` say why it goes after its date, and `no_evidence_reason` why it
    goes without evidence that its category asks for; they are not in the letter.
    """

    findings: tuple[IssueFinding, ...]
    remedies: tuple[str, ...] = ()
    actions: tuple[NewAction, ...] = ()
    compensation: int | None = None
    kinds: tuple[Remedy, ...] = ()
    impact: str = ""
    pay_by: date | None = None
    quick: bool = False
    drafted_by: int | None = None
    approved_by: int | None = None
    checked_by: int | None = None
    no_comment_reason: str = ""
    late_reason: LateReason | None = None
    late_note: str = ""
    no_evidence_reason: str = ""

    @property
    def offered(self) -> Offered:
        """What it offers to put things right."""
        return Offered(
            kinds=self.kinds,
            words=self.remedies,
            impact=self.impact,
            pounds=self.compensation,
            pay_by=self.pay_by,
        )


def decide(case: CaseFacts, given: Respond, context: Context) -> Decision | Refused:
    """Send the response when the answer is known; actions stay open after it (Code 6.6, 6.17).

    Refuses without a finding and reasons on every issue (6.7, 6.18, 5.12), with an action without
    owner or date (7.3), at stage 2 by anyone who considered stage 1 (6.13), and by anyone whose
    signature is not the one that the landlord's policy asks for: theirs goes by `submit`. Where
    the policy promises it, an adverse finding waits for the resident's comment, or says why not.
    """
    checks = checks_of(case, given, context)
    need = signature(case, given, context)
    signed = need is None or sign_off.may_sign(context.actor, need)
    checks.must(signed, "needs_signature", need.clause if need else "", "", Guard.SIGN_OFF)
    if checks.refused:
        return Refused(tuple(checks.refused))
    if need and signed and given.approved_by is None:
        given = replace(given, approved_by=context.actor.id)
    return replace(issue(case, given, context), warnings=tuple(checks.warned))


def signature(case: CaseFacts, given: Respond, context: Context) -> sign_off.Needed | None:
    """The signature that this response needs, if any."""
    policy, pounds = context.policy(case), given.compensation or 0
    return sign_off.needed(policy, case, context.today, quick=given.quick, pounds=pounds)


def issue(case: CaseFacts, given: Respond, context: Context) -> Decision:
    """The response as it goes, everything about it having been checked."""
    late = deadlines.missed(case, Clock.RESPOND, context.today)
    stage = replace(
        case.stage,
        responded_on=context.today,
        ended_on=context.today,
        outcome=overall([finding.finding for finding in given.findings]),
        drafted_by=given.drafted_by or context.actor.id,
        approved_by=given.approved_by,
        checked_by=given.checked_by,
        compensation=given.compensation,
        late_reason=given.late_reason if late else None,
        late_note=given.late_note.strip() if late else "",
    )
    promised = [
        ActionFacts(number, stage.number, new.what.strip(), new.owner.strip(), new.due_on)
        for number, new in enumerate(given.actions, len(case.actions) + 1)
    ]
    done = list(deadlines.met(case, stage.number, Clock.RESPOND, context.today))
    done += deadlines.met(case, stage.number, Clock.UPDATE, context.today)
    if stage.number == 1:
        done += deadlines.escalation_window(context.policy(case), context.today)
    answered = State.STAGE_1_ANSWERED if stage.number == 1 else State.STAGE_2_ANSWERED
    patch = {
        "case": {"state": answered.value},
        "stages": [plain(stage)],
        "issues": [_found(case, finding) for finding in given.findings],
        "deadlines": plain(done),
        "actions": plain(promised),
        "submissions": settled(case, Settled.OVERTAKEN, context),
        "offers": _offers(case, given, context),
    }
    event = NewEvent("responded", patch, _note(case, given))
    letter = _letter(case, stage, given, promised)
    return Decision((event,), (letter,))


def settled(
    case: CaseFacts, how: Settled, context: Context, comment: str = ""
) -> list[dict[str, object]]:
    """The patch entry that says what became of the text that waits for a signature, if one does."""
    if case.waiting is None:
        return []
    now = {
        "number": case.waiting.number,
        "settled": how,
        "settled_on": context.today,
        "settled_by": context.actor.id,
        "comment": comment.strip(),
    }
    return [plain(now)]


def overall(findings: Sequence[Finding]) -> Finding:
    """The outcome of a stage: what all its issues agree on, otherwise partly upheld."""
    return findings[0] if len(set(findings)) == 1 else Finding.PARTLY_UPHELD


def checks_of(case: CaseFacts, given: Respond, context: Context) -> Checks:
    """What stands against this response, but for the signature it needs."""
    checks = Checks(context.policy(case))
    points = "Code 6.7" if case.stage.number == 1 else "Code 6.18"
    wanted = {issue.number for issue in case.issues_in}
    found = [finding.issue for finding in given.findings]
    complete = bool(wanted) and wanted <= set(found)
    guard = Guard.FINDINGS if found else None  # a stage always has an outcome (5.12)
    checks.must(complete, "finding_missing", points, "findings", guard)
    each_once = set(found) <= wanted and len(found) == len(set(found))
    checks.must(each_once, "no_such_issue", points, "findings")
    decided = all(finding.finding in DECIDED for finding in given.findings)
    checks.must(decided, "not_a_finding", "Code 5.12", "findings")
    reasoned = all(finding.reasons.strip() for finding in given.findings)
    checks.must(reasoned, "reasons_missing", points, "findings", Guard.FINDINGS)
    for action in given.actions:
        whole = bool(action.what.strip() and action.owner.strip())
        checks.must(whole, "action_incomplete", "Code 7.3", "actions")
        checks.must(action.due_on >= context.today, "action_in_past", "Code 7.3", "actions")
        checks.must(action.due_on <= LAST, "date_not_known", "Code 7.3", "actions")
    offers.check(checks, given.offered, context.today)
    followed = not given.compensation or bool(given.impact.strip())
    checks.should(followed, "impact_missing", "Code 7.2", "impact")
    _comment_given(checks, case, given, context)
    _late_said(checks, case, given, context)
    checks.must(not (case.waiting and case.waiting.is_refusal), "refusal_waits", "Code 2.5")
    if case.stage.number == 2:
        people = {context.actor.id, given.drafted_by, given.approved_by, given.checked_by}
        apart = not people & case.considered_stage_1
        checks.must(apart, "considered_stage_1", "Code 6.13", "", Guard.SEPARATE_PEOPLE)
    return checks


def _late_said(checks: Checks, case: CaseFacts, given: Respond, context: Context) -> None:
    """Why it is late: a reason of the list, and words where the list has none (Code 5.12)."""
    if not deadlines.missed(case, Clock.RESPOND, context.today):
        return
    said = given.late_reason is not None
    checks.must(said, "late_reason_missing", "Code 5.12", "late_reason", Guard.LATE_REASON)
    told = given.late_reason is not LateReason.OTHER or bool(given.late_note.strip())
    checks.must(told, "late_note_missing", "Code 5.12", "late_note", Guard.LATE_REASON)


def _comment_given(checks: Checks, case: CaseFacts, given: Respond, context: Context) -> None:
    """The chance to comment on adverse findings (Herefordshire, 3 Stage 1 and 3 Stage 2).

    A finding is adverse where it does not uphold all that the resident said.
    """
    promised = context.policy(case).stage(case.stage.number)
    adverse = any(finding.finding is not Finding.UPHELD for finding in given.findings)
    if not (promised.comment_on_adverse_findings and adverse) or given.no_comment_reason.strip():
        return
    where = promised.response_clause, "no_comment_reason", Guard.ADVERSE_COMMENT
    clock = case.deadline(case.stage.number, Clock.FINDINGS_COMMENT)
    checks.must(clock is not None, "comment_not_offered", *where)
    if clock and clock.due_on and not clock.met_on:
        checks.must(context.today > clock.due_on, "comment_time_runs", *where)


def _note(case: CaseFacts, given: Respond) -> dict[str, object]:
    """What the event keeps besides the patch: also which evidence it went without, and why."""
    why, lacking = given.no_comment_reason.strip(), evidence.missing(case)
    without: dict[str, object] = {}
    if lacking:
        without = {"evidence_missing": list(lacking), "so": given.no_evidence_reason.strip()}
    return {"remedies": offers.sentences(given.offered), **without} | (
        {"no_comment_reason": why} if why else {}
    )


def _offers(case: CaseFacts, given: Respond, context: Context) -> list[object]:
    offered = given.offered
    return [plain(offers.offer(case, offered, context.today))] if offered.is_something else []


def _found(case: CaseFacts, given: IssueFinding) -> dict[str, object]:
    issue = next(issue for issue in case.issues if issue.number == given.issue)
    new = FindingFacts(case.stage.number, given.finding, given.reasons.strip())
    return {"number": issue.number, "findings": plain([*issue.findings, new])}


def _letter(
    case: CaseFacts, stage: StageFacts, given: Respond, promised: list[ActionFacts]
) -> NewLetter:
    summaries = {issue.number: issue.summary for issue in case.issues}
    outcome = overall([finding.finding for finding in given.findings])
    facts: dict[str, object] = {
        "stage_name": f"stage {stage.number}",
        "definition": [stage.definition] if stage.definition else list(summaries.values()),
        "decision_summary": DECISION[outcome],
        "decisions": [
            f"{summaries[f.issue].rstrip('.')}: {FINDING[f.finding]}. {f.reasons.strip()}"
            for f in given.findings
        ],
        "remedies": offers.sentences(given.offered)
        or [NOTHING_WRONG if outcome is Finding.NOT_UPHELD else SORRY],
        "actions": [f"{a.what} – {a.owner}, by {long_date(a.due_on)}" for a in promised]
        or ["There is nothing left for us to do."],
    }
    return NewLetter(f"stage_{stage.number}_response", stage.number, facts)
