"""Evidence on a case: what stands for each kind that is expected."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class EvidenceFacts:
    """One kind of evidence, ticked on a day: the number of a document, the day of a call or visit
    on the record, or why it is not needed."""

    kind: str
    ticked_on: date
    document: int | None = None
    contact_on: date | None = None
    not_needed: str = ""
