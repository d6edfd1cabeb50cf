"""The annual report as a page: key figures, contents, sections of charts and tables, appendix.

`context_for` and `body` serve a page of the site; `to_html` is a whole page to save or print,
which needs no other file and runs no script.
"""

from base64 import b64encode
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.template import Context, Engine
from django.utils.safestring import SafeString

from redress.reports.annual import AnnualReport
from redress.reports.annual_key import key_figures
from redress.reports.annual_sections import sections
from redress.reports.annual_tables import appendix
from redress.rules.claims_check import Checked, Remark
from redress.rules.words import long_date

TEMPLATES = Path(__file__).parent / "templates"
STYLES = (
    TEMPLATES / "reports" / "annual_page.css",  # of the whole page alone
    Path(__file__).parent / "static" / "reports" / "annual.css",  # the site links to it
)
NOT_SHOWN = "The figures do not show where it comes from."


def context_for(report: AnnualReport) -> dict[str, Any]:
    """What `reports/annual_body.html` shows: ready texts, so that nothing is worked out there."""
    source = report.published
    return {
        "name": report.name,
        "year": report.year.label,
        "period": f"{_day(report.year.start)} to {_day(report.year.end)}",
        "as_at": long_date(report.figures.as_at),
        "notice": (source.notice or source.note) if source else "",
        "note": source.note if source and source.notice else "",
        "key_figures": key_figures(report),
        "sections": sections(report),
        "published": _published(report.checked()),
        "appendix": appendix(report),
    }


def body(report: AnnualReport) -> SafeString:
    """The report as a part of a page: its headings begin at the second level."""
    return _render("reports/annual_body.html", context_for(report))


def to_html(report: AnnualReport) -> str:
    """The report as a whole page. Its policy allows its own style sheet and nothing else."""
    style = "\n".join(path.read_text("utf-8") for path in STYLES)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    given = {"body": body(report), "style": SafeString(style), "style_digest": digest}
    return _render("reports/annual_page.html", context_for(report) | given)


def _render(template: str, context: dict[str, Any]) -> SafeString:
    return _engine().get_template(template).render(Context(context, use_l10n=False))


@cache
def _engine() -> Engine:
    return Engine(dirs=[str(TEMPLATES)], autoescape=True)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _published(checked: Checked | None) -> dict[str, Any] | None:
    """What a published report says otherwise, as rows: where, what it says, our figure, why."""
    if checked is None:
        return None
    return {
        "source": checked.source,
        "lists": [
            ("Where its text and the tables disagree", _rows(checked.disagreements)),
            ("Where its text agrees with the tables and hides something", _rows(checked.hidden)),
        ],
        "unchecked": [(each.where, each.says, each.why) for each in checked.unchecked],
    }


def _rows(remarks: tuple[Remark, ...]) -> list[tuple[str, str, str, str]]:
    return [(each.where, each.says, each.gives, each.why or NOT_SHOWN) for each in remarks]
