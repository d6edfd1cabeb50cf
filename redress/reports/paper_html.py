"""A report as a page: figures set large, contents, sections of charts and tables.

`body` serves a page of the site; `to_html` is a whole page to save or print, which needs no other
file and runs no script.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.template import Context, Engine
from django.utils.safestring import SafeString

from redress.reports.paper import Report

TEMPLATES = Path(__file__).parent / "templates"
STYLES = (
    TEMPLATES / "reports" / "paper_page.css",  # of the whole page alone
    Path(__file__).parent / "static" / "reports" / "annual.css",  # the site links to it
)


def body(report: Report) -> SafeString:
    """The report as a part of a page: its headings begin at the second level."""
    return _render("reports/paper_body.html", {"report": report, "sections": report.numbered()})


def to_html(report: Report) -> str:
    """The report as a whole page. Its policy allows its own style sheet and nothing else."""
    style = "\n".join(path.read_text("utf-8") for path in STYLES)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    given = {"body": body(report), "style": SafeString(style), "style_digest": digest}
    return _render("reports/paper_page.html", {"report": report} | given)


def _render(template: str, context: dict[str, Any]) -> SafeString:
    return _engine().get_template(template).render(Context(context, use_l10n=False))


@cache
def _engine() -> Engine:
    return Engine(dirs=[str(TEMPLATES)], autoescape=True)
