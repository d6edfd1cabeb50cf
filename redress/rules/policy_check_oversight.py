"""Checks of what stands around the stages: outside bodies, conduct, records, reports, dates."""

from redress.rules.policy_choices import (
    AfterStage2,
    Answer,
    Approach,
    Audience,
    Effect,
    EndKind,
    Every,
    Member,
    Outcomes,
    Report,
    Safeguard,
)
from redress.rules.policy_finding import Findings, Judged, conflict, review

OFTEN_ENOUGH = (Every.WEEKLY, Every.MONTHLY, Every.SIX_WEEKLY, Every.QUARTERLY, Every.REGULAR)
NEEDED = {
    Safeguard.EVIDENCE: "5.14",
    Safeguard.REVIEW: "5.14",
    Safeguard.EQUALITY_CHECK: "5.15",
}
LOOK_FOR = "Keep evidence for each restriction, review it by a date, and weigh the Equality Act."


def after_stage_2(judged: Judged) -> Findings:
    """Code 3.7: the way to the Ombudsman. Direct since 1 October 2022, with no eight weeks."""
    policy = judged.policy
    if policy.after_stage_2 is AfterStage2.DESIGNATED_PERSON_OR_8_WEEKS:
        yield from conflict(
            ["3.7"],
            policy.after_stage_2_clause,
            "It sends residents to a designated person, or has them wait eight weeks.",
            "Say that they may go to the Ombudsman directly; both ended on 1 October 2022.",
        )


def conduct_and_complaint(judged: Judged) -> Findings:
    """Code 5.11, 5.14, 5.15: conduct may limit contact, not the complaint."""
    held = judged.policy.restrictions
    if held and set(held.effects) & {Effect.SUSPENDS_COMPLAINT, Effect.REFUSES_ESCALATION}:
        yield from conflict(
            ["5.11", "5.14", "5.15"],
            held.clause,
            "Because of conduct it may suspend a complaint or refuse to escalate it.",
            "Restrict contact where needed, and let the complaint go on.",
        )


def zero_tolerance(judged: Judged) -> Findings:
    """Code 5.14 and 5.15: evidence, review and the Equality Act in each case."""
    held = judged.policy.restrictions
    if held and held.approach is Approach.ZERO_TOLERANCE:
        says = "It meets abuse with zero tolerance, and tells no more than the decision."
        yield from conflict(["5.14", "5.15"], held.clause, says, LOOK_FOR)


def safeguards(judged: Judged) -> Findings:
    """Code 5.14 and 5.15, where the policy leaves them out or to a separate paper."""
    held = judged.policy.restrictions
    if held is None:
        clause, says = "Unacceptable behaviour", "It says nothing on unacceptable behaviour."
        yield from review(["5.14", "5.15"], clause, says, LOOK_FOR)
        return
    lacking = sorted({NEEDED[each] for each in NEEDED if each not in held.safeguards})
    if not lacking or held.approach is Approach.ZERO_TOLERANCE:
        return
    if held.elsewhere:
        says = f"It leaves the safeguards of a restriction to another paper: {held.elsewhere}."
        yield from review(lacking, held.clause, says, LOOK_FOR)
    else:
        says = "It does not ask for all the safeguards of a restriction."
        yield from conflict(lacking, held.clause, says, LOOK_FOR)


def outcomes(judged: Judged) -> Findings:
    """Code 5.12, 6.9 c, 9.1: an outcome at each stage, without which nothing is learned."""
    held = judged.policy.recording
    if held.outcomes is Outcomes.OFTEN_MISSING:
        yield from conflict(
            ["5.12", "6.9", "9.1"],
            held.clause,
            "Most complaints are closed without an outcome on record.",
            "Record a decision on every issue before a response is sent.",
        )
    elif held.outcomes is None:
        yield from review(
            ["5.12"],
            held.clause,
            "It does not say that the outcome of each stage is recorded.",
            "Say that it is.",
        )


def regular_updates(judged: Judged) -> Findings:
    """Code 9.7: the governing body and the Member Responsible get regular updates."""
    reports = judged.policy.reports
    change = "Update the governing body and the Member Responsible for Complaints each quarter."
    told = [each for each in reports if each.to is Audience.GOVERNING_BODY]
    if not reports:
        says = "It says nothing on reports."
        yield from review(["9.7"], "Reports", says, change)
    elif not any(each.every in OFTEN_ENOUGH for each in told):
        clauses = dict.fromkeys(each.clause for each in told or reports)
        whom = told or reports
        often = ", ".join(f"{each.named} ({each.every.replace('_', ' ')})" for each in whom)
        yield from conflict(["9.7"], "; ".join(clauses), f"It reports to: {often}.", change)


def annual_report(judged: Judged) -> Findings:
    """Code 8.1 and 8.2: a yearly report to the governing body, published with its answer."""
    reports = judged.policy.reports
    change = (
        "Take a yearly performance and improvement report to the governing body, and publish it"
        " with the self-assessment and the body's answer."
    )
    whole = any(
        each.report is Report.ANNUAL_REPORT
        and each.to is Audience.GOVERNING_BODY
        and each.published
        for each in reports
    )
    yearly = [each for each in reports if each.every is Every.ANNUAL]
    if whole:
        return
    if yearly:
        says = f"What it reports yearly goes to {yearly[0].named} and is not published."
        yield from conflict(["8.1", "8.2"], yearly[0].clause, says, change)
    else:
        says = "It promises no yearly report."
        yield from review(["8.1", "8.2"], "Reports", says, change)


def member_responsible(judged: Judged) -> Findings:
    """Code 9.5: a member of the governing body leads on complaints."""
    policy = judged.policy
    clause, change = policy.member_responsible_clause, "Appoint a member of the governing body."
    if policy.member_responsible is Member.OFFICER:
        says = "The Member Responsible for Complaints is an officer."
        yield from conflict(["9.5"], clause, says, change)
    elif policy.member_responsible is None:
        says = "It names no Member Responsible for Complaints."
        yield from review(["9.5"], clause, says, change)


def out_of_date(judged: Judged) -> Findings:
    """Code 8.1 a: the policy stays in line with the Code. One that by its own words ended before
    this edition began has not been kept up; one past a review date should be looked at.
    """
    policy = judged.policy
    until = policy.stated_until
    if until is None or until >= max(judged.on, judged.code.starts):
        return
    change = "Review the policy against the Code in force and publish the new version."
    if policy.stated_until_is is EndKind.END and until < judged.code.starts:
        says = f"It ended by its own words on {until:%d %B %Y}, before this edition of the Code."
        yield from conflict(["8.1"], "Cover", says, change)
    else:
        says = f"Its own last date, {until:%d %B %Y}, has passed; it is kept in force."
        yield from review(["8.1"], "Cover", says, change)


def self_assessment(judged: Judged) -> Findings:
    """The landlord's own answers that are not a plain yes."""
    for answer in judged.policy.self_assessment:
        make = conflict if answer.answer is Answer.NO else review
        change = "Bring the policy into line, and say in the self-assessment by when."
        yield from make([answer.provision], answer.clause, answer.says, change)


def contradictions(judged: Judged) -> Findings:
    """Two of the landlord's own papers that disagree."""
    for each in judged.policy.contradictions:
        change = f"Make the two papers agree; until then this file follows the {each.held}."
        yield from review([each.provision], each.clause, each.says, change)


CHECKS = (
    after_stage_2,
    conduct_and_complaint,
    zero_tolerance,
    safeguards,
    outcomes,
    regular_updates,
    annual_report,
    member_responsible,
    out_of_date,
    self_assessment,
    contradictions,
)
