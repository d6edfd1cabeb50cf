"""Tick a kind of evidence: by a document, by a call or visit on the record, or as not needed."""

from dataclasses import dataclass
from datetime import date

from redress.rules import evidence
from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.facts_evidence import EvidenceFacts
from redress.rules.record import NewEvent, plain


@dataclass(frozen=True, kw_only=True)
class TickEvidence:
    """The kind, and one of three: the number of a document of the case, the day of a call, visit
    or note on its record, or why this evidence is not needed."""

    kind: str
    document: int | None = None
    contact_on: date | None = None
    not_needed: str = ""


def decide(case: CaseFacts, given: TickEvidence, context: Context) -> Decision | Refused:
    """Keep what stands for this kind of evidence (Code 5.8, 5.12); what stood there is replaced.

    Refuses a kind that there is not, none or more than one of the three, a document that is not on
    the case, and a day before the case or in the future.
    """
    checks = Checks(context.policy(case))
    checks.must(given.kind in evidence.lists().kinds, "no_such_evidence", "Code 5.8", "kind")
    why = given.not_needed.strip()
    pointed = [given.document is not None, given.contact_on is not None, bool(why)]
    checks.must(sum(pointed) == 1, "evidence_not_pointed", "Code 5.8", "not_needed")
    numbers = {document.number for document in case.documents}
    there = given.document is None or given.document in numbers
    checks.must(there, "evidence_not_there", "Code 5.12", "document")
    day = given.contact_on or context.today
    checks.must(case.received_on <= day <= context.today, "date_out_of_range", where="contact_on")
    if checks.refused:
        return Refused(tuple(checks.refused))
    new = EvidenceFacts(given.kind, context.today, given.document, given.contact_on, why)
    kept = [each for each in case.evidence if each.kind != given.kind]
    patch = {"case": {"evidence": plain([*kept, new])}}
    return Decision((NewEvent("evidence_ticked", patch, plain(new)),))
