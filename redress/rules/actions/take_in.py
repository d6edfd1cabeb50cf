"""Take in a complaint that is merged into this one: the other side of a merger."""

from dataclasses import dataclass

from redress.rules.decision import Context, Decision
from redress.rules.facts import CaseFacts, IssueFacts, LinkFacts, Tie
from redress.rules.record import NewEvent, plain


@dataclass(frozen=True, kw_only=True)
class TakeIn:
    """The case that is merged into this one, as it stands."""

    merged: CaseFacts


def decide(case: CaseFacts, given: TakeIn, context: Context) -> Decision:
    """Add the issues and risks of the merged complaint, and the tie to it."""
    merged, first = given.merged, len(case.issues) + 1
    issues = [
        IssueFacts(number, issue.summary, issue.occurred_on, issue.aware_on, issue.responsible)
        for number, issue in enumerate(merged.issues_in, first)
    ]
    links = [each for each in case.links if each.reference != merged.reference]
    link = LinkFacts(merged.reference, Tie.MERGED_FROM)
    risks = [*case.risks, *(risk for risk in merged.risks if risk not in case.risks)]
    patch = {
        "case": {"links": plain([*links, link]), "risks": risks},
        "issues": plain(issues),
    }
    note = {"other": merged.reference, "issues": [issue.summary for issue in issues]}
    return Decision((NewEvent("merged_in", patch, note),))
