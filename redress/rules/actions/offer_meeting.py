"""Record that the group was offered a meeting."""

from dataclasses import dataclass
from datetime import date

from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.record import NewEvent


@dataclass(frozen=True, kw_only=True)
class OfferMeeting:
    """On which day, how it was offered and to whom, and what they said, if they have."""

    on: date
    how: str
    answer: str = ""


def decide(case: CaseFacts, given: OfferMeeting, context: Context) -> Decision | Refused:
    """Keep it (THH policy, Petitions: happy to meet the petitioners as a group).

    Refuses a case that is no group's, a day outside the case's life, and not to say how.
    """
    checks = Checks(context.policy(case))
    checks.must(case.petition or case.group_complaint, "not_a_group", "Code 1.2")
    in_range = case.received_on <= given.on <= context.today
    checks.must(in_range, "date_out_of_range", "Code 5.12", "on")
    checks.must(bool(given.how.strip()), "offered_how_missing", "Code 5.12", "how")
    if checks.refused:
        return Refused(tuple(checks.refused))
    patch = {"case": {"meeting_offered_on": given.on.isoformat()}}
    note = {"how": given.how.strip(), "answer": given.answer.strip()}
    return Decision((NewEvent("meeting_offered", patch, note),))
