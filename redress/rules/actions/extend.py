"""Extend the time for a response, and tell the resident in writing."""

from dataclasses import dataclass, replace
from datetime import date

from redress.rules.calendar import LAST
from redress.rules.clocks import furthest
from redress.rules.decision import Checks, Context, Decision, NewLetter, Refused, calendar_of
from redress.rules.facts import CaseFacts, Clock, DeadlineFacts, Due, ExtensionFacts
from redress.rules.policy import Beyond, Extension, Guard
from redress.rules.record import NewEvent, plain
from redress.rules.words import NOT_WRITTEN, long_date


@dataclass(frozen=True, kw_only=True)
class Extend:
    """The new date and why. `ombudsman_details` says that the letter carries them.

    `agreed` is the resident's answer, None where not asked. Beyond the Code's cap `good_reason`
    and `approved_by` (a person other than the one who asks) are needed.
    """

    new_date: date
    reason: str
    ombudsman_details: bool = True
    agreed: bool | None = None
    good_reason: str = ""
    approved_by: int | None = None


def decide(case: CaseFacts, given: Extend, context: Context) -> Decision | Refused:
    """Move the response date. Code 6.4 and 6.15: decided by the landlord, told before the date is
    reached with reason and new date, at most 10 or 20 working days without good reason; 6.5 and
    6.16: always with the Ombudsman's details. What the landlord's own policy asks besides, such as
    the resident's agreement, is noted and bars nothing unless the policy says so.
    """
    deadline = case.deadline(case.stage.number, Clock.RESPOND)
    if deadline is None or deadline.due_on is None:
        raise ValueError("a stage being looked into has a response date")
    checks = _checks(case, given, deadline, context)
    if checks.refused:
        return Refused(tuple(checks.refused))
    told = ExtensionFacts(
        told_on=context.today,
        new_date=given.new_date,
        reason=given.reason.strip(),
        ombudsman_details=given.ombudsman_details,
        agreed=given.agreed,
        good_reason=given.good_reason.strip(),
        approved_by=given.approved_by,
    )
    stage = case.stage
    patch = {
        "stages": [{"number": stage.number, "extensions": plain([*stage.extensions, told])}],
        "deadlines": [plain(replace(deadline, extended_to=given.new_date))],
    }
    facts = {
        "stage_name": f"stage {stage.number}",
        "old_date": long_date(deadline.due_on),
        "new_date": long_date(given.new_date),
        "reason": told.reason or NOT_WRITTEN,
    }
    letter = NewLetter("extension", stage.number, facts)
    return Decision((NewEvent("extended", patch),), (letter,), tuple(checks.warned))


def _checks(case: CaseFacts, given: Extend, deadline: DeadlineFacts, context: Context) -> Checks:
    policy, number = context.policy(case), case.stage.number
    checks = Checks(policy)
    extend, details = ("Code 6.4", "Code 6.5") if number == 1 else ("Code 6.15", "Code 6.16")
    due = deadline.due_on or context.today
    checks.must(
        bool(given.reason.strip()), "reason_missing", extend, "reason", Guard.EXTENSION_REASON
    )
    checks.must(given.new_date > due, "not_later", extend, "new_date")
    checks.must(given.new_date <= LAST, "date_not_known", extend, "new_date")
    checks.must(context.today <= due, "date_has_passed", extend, "", Guard.EXTENSION_IN_TIME)
    checks.must(
        given.ombudsman_details,
        "ombudsman_details_missing",
        details,
        "ombudsman_details",
        Guard.OMBUDSMAN_DETAILS,
    )
    promised = policy.stage(number)
    caps = furthest(
        deadline,
        stage_policy=promised,
        code_stage=context.code(case).stage(number),
        calendar=calendar_of(policy),
    )
    proper = bool(given.good_reason.strip()) and given.approved_by not in (None, context.actor.id)
    within = caps.code is None or given.new_date <= caps.code.date
    checks.must(within or proper, "over_the_cap", extend, "good_reason", Guard.EXTENSION_CAP)
    _own_words(checks, given, promised.extension, caps.promise, proper)
    return checks


def _own_words(
    checks: Checks, given: Extend, own: Extension, cap: Due | None, proper: bool
) -> None:
    """What the landlord's own policy asks of an extension, or of one beyond its own cap."""
    beyond = cap is not None and given.new_date > cap.date
    asks = own.needs_agreement or (beyond and own.beyond is Beyond.AGREEMENT)
    agreed = given.agreed is True or not asks
    checks.must(agreed, "not_agreed", own.clause, "agreed", Guard.EXTENSION_AGREEMENT)
    unreasoned = beyond and own.beyond is Beyond.GOOD_REASON and not proper
    checks.should(not unreasoned, "over_the_cap", own.clause, "good_reason")
