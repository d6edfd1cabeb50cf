"""Sentences on cases at the Ombudsman, from the same counts as the tables (Code 8.1 c to f)."""

from collections.abc import Mapping

from redress.rules.ombudsman import FAILINGS, Asks, Body, Found, Kept, Status, Year
from redress.rules.words import counted, listed, was

BODY: Mapping[Body, str] = {
    Body.HOUSING: "the Housing Ombudsman",
    Body.LGSCO: "the Local Government and Social Care Ombudsman",
    Body.BOTH: "both Ombudsmen",
}
STATUS: Mapping[Status, str] = {
    Status.OPEN: "open",
    Status.DETERMINED: "determined",
    Status.REFERRED_BACK: "referred back to our own procedure",
    Status.OUTSIDE: "outside its jurisdiction",
    Status.REMEDIED: "closed after our own remedy",
    Status.CLOSED_EARLY: "closed after a first enquiry",
    Status.WITHDRAWN: "withdrawn",
}
FOUND: Mapping[Found, str] = {
    Found.SEVERE_MALADMINISTRATION: "severe maladministration",
    Found.MALADMINISTRATION: "maladministration",
    Found.SERVICE_FAILURE: "service failure",
    Found.REASONABLE_REDRESS: "reasonable redress",
    Found.NO_MALADMINISTRATION: "no maladministration",
    Found.OUTSIDE_JURISDICTION: "outside jurisdiction",
    Found.FAULT_AND_INJUSTICE: "fault causing injustice",
    Found.FAULT: "fault without injustice",
    Found.NO_FAULT: "no fault",
}
ASKS: Mapping[Asks, tuple[str, str]] = {
    Asks.ANSWER: ("request to answer a complaint", "requests to answer a complaint"),
    Asks.INFORMATION: ("request for information", "requests for information"),
    Asks.ORDER: ("order", "orders"),
    Asks.RECOMMENDATION: ("recommendation", "recommendations"),
    Asks.AGREED: ("agreed remedy", "agreed remedies"),
    Asks.FAILURE_ORDER: ("complaint handling failure order", "complaint handling failure orders"),
}
KEPT: Mapping[Kept, str] = {
    Kept.IN_TIME: "done in time",
    Kept.LATE: "done late",
    Kept.DONE: "done on a day not known",
    Kept.OVERDUE: "overdue",
    Kept.SOON: "due within seven days",
    Kept.OPEN: "not yet due",
    Kept.NOT_KNOWN: "not known whether done",
}


def received(year: Year, when: str) -> str:
    """How many cases came to each Ombudsman; says so where none did."""
    if not year.received:
        return f"No case came to an Ombudsman in {when}."
    parts = [f"{number:,} to {BODY[body]}" for body, number in _in_order(year.cases, Body)]
    number = counted(year.received, "case")
    return f"{number} came to an Ombudsman in {when}: {listed(parts)}."


def outcomes(year: Year, body: Body) -> str:
    """Where the cases of one Ombudsman stand; "" where there were none."""
    stands = year.statuses.get(body)
    if not stands:
        return ""
    parts = [f"{number:,} {STATUS[status]}" for status, number in _in_order(stands, Status)]
    number = counted(sum(stands.values()), "case")
    return f"At {BODY[body]}, of {number}: {listed(parts)}."


def determined(year: Year) -> str:
    """What was found in those determined, and in how many of them a failing (Code 8.1c)."""
    if not year.determined:
        return "None of them was determined." if year.received else ""
    parts = [f"{FOUND[found]} {number:,}" for found, number in _in_order(year.findings, Found)]
    failing = (
        ("with a failing of ours" if year.with_failing else "with no failing of ours")
        if year.determined == 1
        else f"{year.with_failing:,} of them with a failing of ours"
    )
    return (
        f"{counted(year.determined, 'case')} {was(year.determined)} determined, "
        f"{failing}. Findings, one for each part of a "
        f"complaint: {listed(parts)}."
    )


def handling(year: Year) -> str:
    """Findings that we did not keep to the Code itself (8.1c)."""
    failings = sum(number for found, number in year.handling.items() if found in FAILINGS)
    orders = year.asked(Asks.FAILURE_ORDER)
    if not year.received:
        return ""
    return (
        f"Findings that we did not keep to the Complaint Handling Code: {failings:,} on how a "
        f"complaint was handled, and {_asked(orders, Asks.FAILURE_ORDER)}."
    )


def several(year: Year) -> str:
    """Says that reasons or services are more than the cases of which they are known; "" where they
    are not."""
    pairs = (
        ("reasons", year.reasons, year.with_reasons),
        ("services", year.services, year.with_services),
    )
    said = [
        f"{sum(counts.values()):,} {what} for {counted(cases, 'case')}"
        for what, counts, cases in pairs
        if sum(counts.values()) > cases
    ]
    return f"There are {listed(said)}: a case may have several." if said else ""


def asked(year: Year, asks: Asks) -> str:
    """How many orders (or recommendations) there were and how many were done in time; "" where
    there were none."""
    number = year.asked(asks)
    if not number:
        return ""
    parts = [f"{many:,} {KEPT[kept]}" for kept, many in _in_order(year.duties[asks], Kept)]
    return f"{_asked(number, asks)}: {listed(parts)}."


def compensation(year: Year) -> str:
    """What each Ombudsman ordered or recommended in money; "" where nothing was."""
    parts = [
        f"£{pounds:,} in {counted(year.compensated[body], 'case')} of {BODY[body]}"
        for body, pounds in _in_order(year.pounds, Body)
    ]
    return f"Compensation ordered or recommended: {listed(parts)}." if parts else ""


def _asked(number: int, asks: Asks) -> str:
    return counted(number, *ASKS[asks])


def _in_order(counts: Mapping, kinds: type) -> list:  # type: ignore[type-arg]
    """Those that there are, in the order of their kinds."""
    return [(kind, counts[kind]) for kind in kinds if counts.get(kind)]  # type: ignore[attr-defined]
