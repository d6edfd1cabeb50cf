"""Annual report: the regulator's measures CH01 and CH02."""

from redress.reports import tsm
from redress.reports.annual import AnnualReport
from redress.reports.paper import Section


def section(report: AnnualReport) -> Section | None:
    """Both measures with their formulas filled in."""
    details = report.details
    if details is None:
        return None
    parts = (tsm.ch01(details.tsm), tsm.ch02(details.tsm))
    return Section(
        "measures",
        "Tenant satisfaction measures CH01 and CH02",
        tuple(exhibit for part in parts for exhibit in part.exhibits),
        tuple(sentence for part in parts for sentence in part.sentences),
    )
