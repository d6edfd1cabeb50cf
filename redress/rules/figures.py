"""The figures of a period, counted in one pass from plain rows.

A row is one stage of one case. Rows are counted into cells of equal rows; every table, share,
sentence and comparison is made from those same cells, so that none can contradict another.
"""

from dataclasses import dataclass
from datetime import date

from redress.rules.facts import Finding, Kind, Tenure


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One stage of one case, as figures count it.

    `stage` is 1 or 2 for a complaint and 0 for any other kind. `received` is the day the stage
    began (stage 2: the day escalation was asked for). `due_promise` is the date the old system
    held, or the landlord's promise for a case of Redress's own, before any extension;
    `extended_to` is the last date the resident was told. `due_code` is the Code limit (Code 6.3,
    6.14), None where the Code sets none. `tenure` is as it was on receipt, None where unknown.
    """

    reference: str
    kind: Kind
    stage: int
    received: date
    due_promise: date | None = None
    due_code: date | None = None
    extended_to: date | None = None
    responded: date | None = None
    outcome: Finding | None = None
    tenure: Tenure | None = None
    service: str = ""
    category: str = ""
    channel: str = ""
    petition: bool = False
