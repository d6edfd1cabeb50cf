"""A new issue on a case: joined to the complaint, or split off as a complaint of its own."""

from dataclasses import dataclass
from datetime import date

from redress.rules.actions.receive import NewIssue, Receive
from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts, IssueFacts, State
from redress.rules.record import NewEvent, plain

BEFORE_THE_ANSWER = (State.STAGE_1_RECEIVED, State.STAGE_1_LOGGED, State.STAGE_1_OPEN)


@dataclass(frozen=True, kw_only=True)
class AddIssue:
    """The new issue, the day the resident raised it, and the two tests of Code 6.8."""

    issue: NewIssue
    raised_on: date
    related: bool
    would_delay: bool
    channel: str
    why: str


def decide(case: CaseFacts, given: AddIssue, context: Context) -> Decision | Refused:
    """Join the issue where it is related, stage 1 is not answered and it would not delay; else
    log a new complaint, received on the day it was raised (Code 6.8).
    """
    checks = Checks(context.policy(case))
    checks.must(bool(given.issue.summary.strip()), "issue_missing", "Code 6.8", "summary")
    checks.must(bool(given.why.strip()), "why_missing", "Code 6.8", "why")
    in_range = case.received_on <= given.raised_on <= context.today
    checks.must(in_range, "date_out_of_range", "Code 6.8", "raised_on")
    if checks.refused:
        return Refused(tuple(checks.refused))
    note = {"raised_on": given.raised_on.isoformat(), "why": given.why.strip()}
    if case.state in BEFORE_THE_ANSWER and given.related and not given.would_delay:
        return Decision((NewEvent("issue_joined", {"issues": [_issue(case, given)]}, note),))
    event = NewEvent("issue_split", {}, {**note, "issue": given.issue.summary.strip()})
    return Decision((event,), new_case=_new_complaint(case, given))


def _issue(case: CaseFacts, given: AddIssue) -> dict[str, object]:
    new = given.issue
    number = len(case.issues) + 1
    joined: dict[str, object] = plain(
        IssueFacts(number, new.summary.strip(), new.occurred_on, new.aware_on)
    )
    return joined


def _new_complaint(case: CaseFacts, given: AddIssue) -> Receive:
    return Receive(
        landlord=case.landlord,
        reference="",
        received_on=given.raised_on,
        description=given.issue.summary,
        channel=given.channel,
        tenure=case.tenure,
        resident=case.resident,
        home=case.home,
        service=case.service,
        category=case.category,
        issues=(given.issue,),
        split_from=case.reference,
    )
