"""Returns: the regulator's measures on complaints and the monthly file, with their formulas."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse

from redress.reports import period_reports
from redress.reports.housemark import housemark
from redress.reports.tsm import NOT_KNOWN, RULE, SCOPE, percent, tsm
from redress.reports.years import years_held
from redress.rules.access import may_look_over
from redress.rules.figures_by import Filters
from redress.rules.periods import Length, Period
from redress.rules.tsm import WORDS, Measure, Of
from redress.web.oversight.attached import TYPES, attached
from redress.web.oversight.figures_asked import Address, capital, usual
from redress.web.pages import Visit, page

KINDS = (("xlsx", "Excel workbook"), ("pdf", "PDF"), ("docx", "Word file"))
MONTHS = 13  # that can be chosen


@dataclass(frozen=True)
class Line:
    """A measure with its numbers, its formulas, and the addresses of the lists behind it."""

    measure: Measure
    rate: str
    shares: list[tuple[str, str]]  # by each denominator: the percentage and the formula
    query: str


@page(needs=may_look_over)
def returns(visit: Visit) -> Any:
    """Both for the year and the month of the address; with `?file=tsm&as=csv` a file instead."""
    year = _asked(visit, "year", Length.YEAR) or _last_year(visit)
    month = _asked(visit, "month", Length.MONTH) or Period.of(Length.MONTH, visit.today).previous
    if what := visit.request.GET.get("file", ""):
        return _file(visit, what, {"tsm": year, "housemark": month})
    found = tsm(visit.landlord, year, visit.today)
    monthly = housemark(visit.landlord, month, visit.today)
    return visit.render(
        "oversight/returns.html",
        year=year,
        month=month,
        month_label=capital(month.label),
        years=_years(visit, year),
        months=_months(visit, month),
        found=found,
        lines=[_line(measure, year) for measure in found.measures.each],
        heads=[(WORDS[of], of is found.of) for of in Of],
        cells=[(cell, _query(cell.column.filters, month)) for cell in monthly.cells],
        rules=(RULE, SCOPE),
        not_known=NOT_KNOWN,
        kinds=KINDS,
    )


def _asked(visit: Visit, name: str, length: Length) -> Period | None:
    """The period in the address; one that is none, or of another length, has no page."""
    text = visit.request.GET.get(name, "")
    if not text:
        return None
    try:
        period = Period.parse(text)
    except ValueError as error:
        raise Http404 from error
    if period.length is not length:
        raise Http404
    return period


def _last_year(visit: Visit) -> Period:
    """The last financial year that is over, or the last of which there are cases."""
    period = usual(visit)
    return period.previous if period.holds(visit.today) else period


def _years(visit: Visit, chosen: Period) -> list[tuple[str, str]]:
    held = [year.label for year in years_held(visit.landlord) if year.start <= visit.today]
    return [(text, text) for text in dict.fromkeys([*held, chosen.text])]


def _months(visit: Visit, chosen: Period) -> list[tuple[str, str]]:
    month, found = Period.of(Length.MONTH, visit.today), {}
    for _ in range(MONTHS):
        found[month.text] = month.label
        month = month.previous
    return list({**found, chosen.text: chosen.label}.items())


def _line(measure: Measure, year: Period) -> Line:
    rate = str(measure.ch01) if measure.ch01 is not None else NOT_KNOWN
    shares = [(percent(measure.ch02(of)), measure.ch02_formula(of)) for of in Of]
    return Line(measure, rate, shares, _query(measure.filters, year))


def _query(filters: Filters, period: Period) -> str:
    return Address(period, filters, "service").to()


def _file(visit: Visit, what: str, periods: dict[str, Period]) -> HttpResponse:
    """One of the two as a file; its name says whose it is and of when."""
    form = visit.request.GET.get("as", "")
    if what not in periods or form not in TYPES:
        raise Http404
    period = periods[what]
    content = period_reports.made(what, visit.landlord, period, visit.today, form)
    return attached(content, form, f"{what}-{visit.landlord.slug}-{period.text}")
