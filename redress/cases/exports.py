"""One case as a row of a file."""

from typing import Any

from redress.cases.models import Case
from redress.rules.facts import Kind, State, Tenure

# What a file says of a case, and the heading of its column.
COLUMNS = {
    "reference": "Reference",
    "resident": "Resident",
    "place": "Address",
    "kind": "Kind",
    "state": "Stage",
    "service": "Service",
    "category": "Category",
    "tenure": "Tenure",
    "channel": "Came in by",
    "handler": "Handler",
    "received_on": "Received",
    "next_due": "Due next",
    "left": "Time left",
    "risks": "Risks",
    "tags": "Tags",
}


def record(row: Case) -> dict[str, Any]:
    """The values of a row by column, dates as dates; `left` is for who knows the day."""
    resident, home = row.resident, row.resident.home if row.resident else None
    return {
        "reference": row.reference,
        "resident": resident.name if resident else "",
        "place": ", ".join(filter(None, (home.address, home.postcode))) if home else "",
        "kind": Kind(row.kind),
        "state": State(row.state),
        "service": row.service,
        "category": row.category,
        "tenure": Tenure(row.tenure) if row.tenure else None,
        "channel": row.channel.replace("_", " "),
        "handler": row.handler.name if row.handler else "",
        "received_on": row.received_on,
        "next_due": row.next_due,
        "risks": tuple(row.risks),
        "tags": tuple(row.tags),
    }
