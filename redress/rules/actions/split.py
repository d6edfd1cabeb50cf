"""Split issues off a complaint: they become a complaint of their own, with the same dates."""

from collections.abc import Sequence
from dataclasses import dataclass

from redress.rules.actions.receive import NewIssue, Receive
from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.record import NewEvent


@dataclass(frozen=True, kw_only=True)
class Split:
    """The numbers of the issues that go, and why they are better answered apart."""

    issues: Sequence[int]
    why: str


def decide(case: CaseFacts, given: Split, context: Context) -> Decision | Refused:
    """Make a new complaint of these issues, received on the day this one was.

    Nothing is gained by splitting: the new complaint has the clocks of the old (Code 6.2, 6.8).
    Refuses where no issue would stay, for an issue that is not open here, and without a reason.
    """
    checks, gone = Checks(context.policy(case)), set(given.issues)
    there = {issue.number for issue in case.issues_in}
    checks.must(bool(gone) and gone <= there, "no_such_issue", "Code 6.8", "issues")
    checks.must(gone != there or not gone, "nothing_would_stay", "Code 6.8", "issues")
    checks.must(bool(given.why.strip()), "why_missing", "Code 6.8", "why")
    if checks.refused:
        return Refused(tuple(checks.refused))
    going = [issue for issue in case.issues if issue.number in gone]
    patch = {"issues": [{"number": issue.number, "split": True} for issue in going]}
    note = {"issues": [issue.summary for issue in going], "why": given.why.strip()}
    new = Receive(
        landlord=case.landlord,
        reference="",
        received_on=case.received_on,
        description="\n".join(issue.summary for issue in going),
        channel=case.channel,
        tenure=case.tenure,
        resident=case.resident,
        home=case.home,
        service=case.service,
        category=case.category,
        risks=case.risks,
        issues=tuple(
            NewIssue(summary=i.summary, occurred_on=i.occurred_on, aware_on=i.aware_on)
            for i in going
        ),
        split_from=case.reference,
    )
    return Decision((NewEvent("issues_split", patch, note),), new_case=new)
