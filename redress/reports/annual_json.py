"""The annual report as JSON, in the fixed shape that other programs read."""

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from redress.reports.annual import GROWING, STAGES, AnnualReport, Table
from redress.reports.annual_paper import paper_of
from redress.reports.paper_data import section_of
from redress.rules.claims_check import Checked, Remark
from redress.rules.figures import BESIDE, By, Figures, Group
from redress.rules.figures_shares import Share
from redress.rules.figures_tally import Tally


def to_json(report: AnnualReport) -> str:
    """The report as text, ending in a newline."""
    return json.dumps(data_of(report), ensure_ascii=False, indent=2) + "\n"


def data_of(report: AnnualReport) -> dict[str, Any]:
    """The report as plain values: dates in ISO form, percentages as numbers or None."""
    return {
        "landlord": report.slug,
        "name": report.name,
        "year": report.year.label,
        "from": report.year.start.isoformat(),
        "to": report.year.end.isoformat(),
        "as_at": report.figures.as_at.isoformat(),
        "tables": [table_of(table) for table in report.tables()],
        "received": _received(report.figures),
        "shares": [{"kind": group.value} | _share(share) for group, share in report.shares()],
        "growth": [each for group in GROWING for each in _growth(report, group)],
        "escalation_rate": _share(report.escalation()),
        "per_1000_homes": [_per_thousand(report, group) for group in STAGES],
        "by_service": _by(report.figures, By.SERVICE),
        "by_tenure": _by(report.figures, By.TENURE),
        "top_reasons": list(_top_reasons(report)),
        "sentences": report.headlines(),
        "note": report.published.note if report.published else "",
        "sections": [section_of(section) for section in paper_of(report).sections],
    } | _published(report.checked())


def table_of(table: Table) -> dict[str, Any]:
    """One table: the counts, then the shares with what they are shares of."""
    return (
        {"kind": table.group.value, "scope": table.scope.value}
        | counts_of(table.tally)
        | {
            "on_time_percent": _number(table.on_time.percent),
            "on_time_percent_is_of": table.on_time.of,
            "on_time_of_answered_percent": _number(table.on_time_of_answered.percent),
            "code_on_time": table.tally.code_on_time,
            "code_limited": table.tally.code_limited,
            "code_on_time_percent": _number(table.code_on_time.percent),
            "upheld_of_decided_percent": _number(table.upheld_of_decided.percent),
        }
    )


COUNTS = (
    "received",
    "on_time",
    "late",
    "overdue",
    "not_yet_due",
    "undated",
    "upheld",
    "partly_upheld",
    "not_upheld",
    "resolved",
    "withdrawn",
    "no_outcome",
)


def counts_of(tally: Tally) -> dict[str, int]:
    """The counts that a table prints."""
    return {name: getattr(tally, name) for name in COUNTS}


def _received(figures: Figures) -> dict[str, int]:
    groups = (Group.ALL, Group.MEMBER_ENQUIRIES, *BESIDE)
    return {group.value: figures.tally(group).received for group in groups}


def _growth(report: AnnualReport, group: Group) -> Iterable[dict[str, Any]]:
    for change in report.growth(group):
        yield {
            "kind": group.value,
            "since": change.since,
            "then": change.then,
            "now": change.now,
            "percent": _number(change.percent),
        }


def _per_thousand(report: AnnualReport, group: Group) -> dict[str, Any]:
    share = report.per_thousand_homes(group)
    return {
        "kind": group.value,
        "received_from_tenants": share.numerator,
        "homes": report.homes,
        "rate": _number(share.per_thousand),
    }


def _by(figures: Figures, what: By) -> list[dict[str, Any]]:
    return [
        {"kind": group.value, what.value: name} | counts_of(tally)
        for group in STAGES
        for name, tally in figures.by(what, group).items()
    ]


def _top_reasons(report: AnnualReport) -> Iterable[dict[str, Any]]:
    for group, service, reasons in report.top_reasons():
        yield {
            "kind": group.value,
            "service": service,
            "reasons": [{"category": name, "received": number} for name, number in reasons],
        }


def _published(checked: Checked | None) -> dict[str, Any]:
    """What a published report says that the figures do not, or say otherwise."""
    if checked is None:
        return {"published": None, "disagreements": [], "hidden": [], "unchecked": []}
    return {
        "published": checked.source,
        "disagreements": [_remark(remark) for remark in checked.disagreements],
        "hidden": [_remark(remark) for remark in checked.hidden],
        "unchecked": [each.model_dump() for each in checked.unchecked],
    }


def _remark(remark: Remark) -> dict[str, Any]:
    return {
        "id": remark.id,
        "fault": remark.fault.value,
        "where": remark.where,
        "says": remark.says,
        "stated": _number(remark.stated),
        "computed": _number(remark.computed),
        "sentence": remark.sentence,
    }


def _share(share: Share) -> dict[str, Any]:
    return {
        "numerator": share.numerator,
        "denominator": share.denominator,
        "of": share.of,
        "percent": _number(share.percent),
    }


def _number(value: Decimal | None) -> float | int | None:
    """As JSON prints it: whole numbers of counts without a point, percentages with one."""
    if value is None:
        return None
    return int(value) if value.as_tuple().exponent == 0 else float(value)
