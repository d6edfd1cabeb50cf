"""One invented row of Harrow's cases while it is being made."""

from dataclasses import dataclass, field
from datetime import date

from redress.rules.facts import Tenure
from redress.rules.figures import Group, Scope


@dataclass
class Draft:
    """A row to be: first what the published totals fix, then what is invented around it.

    `scope` is the smallest scope that holds the row: tenants, leaseholders or everyone else.
    `first` is the row of stage 1 from which a row of stage 2 follows.
    """

    group: Group
    scope: Scope
    answer: str  # on_time, late, overdue, or "" where nothing is due
    outcome: str
    tenure: Tenure = Tenure.TENANT
    first: "Draft | None" = None
    reference: str = ""
    service: str = ""
    category: str = ""
    channel: str = ""
    petition: bool = False
    received: date = field(default=date.min)
    acknowledged: date | None = None
    due: date | None = None
    extended_to: date | None = None
    responded: date | None = None

    def row(self) -> dict[str, str]:
        """The row in the columns of an import."""
        complaint = self.group in (Group.STAGE_1, Group.STAGE_2)
        case = self.first or self  # what belongs to the case is the same at both stages
        return {
            "reference": case.reference,
            "kind": "complaint" if complaint else self.group.value,
            "stage": self.group.value[-1] if complaint else "",
            "received": self.received.isoformat(),
            "acknowledged": _iso(self.acknowledged),
            "due": _iso(self.due),
            "extended_to": _iso(self.extended_to),
            "responded": _iso(self.responded),
            "outcome": self.outcome,
            "tenure": case.tenure.value,
            "service_area": case.service,
            "category": case.category,
            "channel": case.channel,
            "petition": "yes" if case.petition else "no",
        }


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
