"""Acknowledge a complaint, or a request for stage 2, with its definition."""

from dataclasses import dataclass, replace
from datetime import date

from redress.rules import deadlines
from redress.rules.actions.respond import settled
from redress.rules.decision import Checks, Context, Decision, NewLetter, Refused
from redress.rules.facts import CaseFacts, Clock, Settled, StageFacts, State
from redress.rules.policy import Guard
from redress.rules.record import NewEvent, plain
from redress.rules.words import long_date

# What the letter says where a landlord's policy lets an acknowledgement go without its definition.
TO_AGREE = "We will ring you to agree this with you."


@dataclass(frozen=True, kw_only=True)
class Acknowledge:
    """The complaint definition: what we understand, and what the resident wants (Code 5.6).

    `not_responsible` says which parts are not the landlord's, or that there are none (Code 5.7);
    `not_ours` are the numbers of the issues that are not.
    """

    definition: str
    outcome_sought: str
    not_responsible: str
    not_ours: tuple[int, ...] = ()


def decide(case: CaseFacts, given: Acknowledge, context: Context) -> Decision | Refused:
    """Acknowledge today, with the definition, and set the response date from it.

    Code 6.2 and 6.11: within 5 working days; 6.3 and 6.14: the response counts from here, or from
    the day it was due where that is earlier. Refuses without an issue, definition, outcome sought
    and what we are not responsible for (Code 5.6, 5.7).
    """
    checks = _checks(case, given, context)
    if checks.refused:
        return Refused(tuple(checks.refused))
    stage = case.stage
    after = replace(
        stage,
        logged_on=stage.logged_on or context.today,
        acknowledged_on=context.today,
        definition=given.definition.strip(),
        outcome_sought=given.outcome_sought.strip(),
        not_responsible=given.not_responsible.strip(),
    )
    due = [
        deadline
        for deadline in deadlines.recomputed(case, after, context.policy(case), context.code(case))
        if deadline.clock is not Clock.ACKNOWLEDGE
    ]
    done = deadlines.met(case, stage.number, Clock.ACKNOWLEDGE, context.today)
    opened = State.STAGE_1_OPEN if stage.number == 1 else State.STAGE_2_OPEN
    patch = {
        "case": {"state": opened.value},
        "stages": [plain(after)],
        "issues": [
            {"number": issue.number, "responsible": issue.number not in given.not_ours}
            for issue in case.issues_in
        ],
        "deadlines": plain([*done, *due]),
    }
    if stage.number == 2 and case.waiting:  # it is taken up, so a refusal of it is past
        patch["submissions"] = settled(case, Settled.OVERTAKEN, context)
    respond_by = next(d.due_on for d in due if d.clock is Clock.RESPOND)
    letter = _letter(case, after, given, respond_by)
    return Decision((NewEvent("acknowledged", patch),), (letter,), tuple(checks.warned))


def _checks(case: CaseFacts, given: Acknowledge, context: Context) -> Checks:
    checks = Checks(context.policy(case))
    for name, provision in (
        ("definition", "Code 5.6"),
        ("outcome_sought", "Code 5.6"),
        ("not_responsible", "Code 5.7"),
    ):
        written = bool(getattr(given, name).strip())
        checks.must(written, f"{name}_missing", provision, name, Guard.DEFINITION)
    known = {issue.number for issue in case.issues_in}
    checks.must(bool(known), "issue_missing", "Code 5.6")  # an imported case may have none
    checks.must(set(given.not_ours) <= known, "no_such_issue", where="not_ours")
    return checks


def _letter(
    case: CaseFacts, stage: StageFacts, given: Acknowledge, respond_by: date | None
) -> NewLetter:
    ours = [issue.summary for issue in case.issues_in if issue.number not in given.not_ours]
    facts = {
        "definition": [stage.definition or TO_AGREE],
        "outcome_sought": stage.outcome_sought or TO_AGREE,
        "responsible": ours or ["None of this is ours to put right."],
        "not_responsible": stage.not_responsible or TO_AGREE,
        "respond_by": long_date(respond_by) if respond_by else "",
    }
    return NewLetter("acknowledgement", stage.number, facts)
