"""Everything an edition of the public site is made of, from one fixed run of the figures."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from redress.assessment.approved import Approved, approved_of
from redress.cases.book import book_of
from redress.people.models import Landlord
from redress.publishing import assessed, plainly
from redress.publishing.render import SiteFile, assets, page
from redress.publishing.reports import FILES, lessons, performance
from redress.reports.paper import Report
from redress.reports.paper_html import body
from redress.rules.figures_year import Year
from redress.rules.publishing import Given
from redress.rules.words import long_date

# Each page with its words in the menu and on the first page.
PAGES = (
    ("complain.html", "How to complain", "Who can complain, how, and what happens then."),
    ("policy.html", "Our policy", "What we promise, in plain words."),
    ("performance.html", "How we did", "How many complained, how long we took, what we found."),
    ("report.html", "Annual report", "All of the year, to read, print and keep."),
    ("self-assessment.html", "Self-assessment", "How we keep to the Complaint Handling Code."),
    ("response.html", "Governing body", "What it says to the report and the self-assessment."),
    ("lessons.html", "You said, we did", "What complaints taught us, and what we changed."),
    ("data.html", "The data", "Every figure as a file, to count with."),
)  # fmt: skip
ABOUT = "Complaints"
FIRST = "index.html"
WHAT = {
    "report.pdf": "The annual report as PDF, for screen readers too",
    "report.docx": "The annual report as a Word file",
    "report.csv": "The tables of the report",
    "report.json": "The whole report as data",
    "self-assessment.csv": "The answers of the self-assessment",
    "self-assessment.json": "The same as data",
}


@dataclass(frozen=True)
class Asked:
    """What an edition is made of: a year, the day at whose end its figures stand, its place among
    the editions of the year, and what is told beside the figures."""

    year: Year
    as_at: date
    number: int
    given: Given


def files_of(landlord: Landlord, asked: Asked, report: Report | None) -> tuple[SiteFile, ...]:
    """Every file of the edition; `report` is None where no case of the year is held. The same
    report, policy and answers give the same bytes, but for the Word file, whose package holds the
    moment it was packed."""
    found = approved_of(landlord.slug, asked.year)
    data = [*_report_files(report), *_assessment_files(found)]
    context = _context(landlord, asked, report, found, data)
    pages = [page(FIRST, context, "home.html")]
    pages += [page(path, context | {"title": words}) for path, words, _ in PAGES]
    files = (*pages, *data, *assets())
    return (*files, SiteFile("digests.txt", digests(files).encode()))


def digests(files: tuple[SiteFile, ...]) -> str:
    """The digest of each file, a line each, as sha256sum writes and checks them."""
    lines = (f"{each.digest}  {each.path}\n" for each in sorted(files, key=lambda f: f.path))
    return "".join(lines)


def _report_files(report: Report | None) -> list[SiteFile]:
    return [SiteFile(path, made(report)) for path, made in FILES.items()] if report else []


def _assessment_files(found: Approved | None) -> list[SiteFile]:
    if found is None:
        return []
    ways = {"csv": assessed.to_csv, "json": assessed.to_json}
    return [SiteFile(f"self-assessment.{name}", to(found).encode()) for name, to in ways.items()]


def _context(
    landlord: Landlord,
    asked: Asked,
    report: Report | None,
    found: Approved | None,
    data: list[SiteFile],
) -> dict[str, Any]:
    """What the pages show: ready texts, so that nothing is worked out in a template."""
    given = asked.given
    return {
        **common(landlord),
        **_of_policy(landlord, asked.as_at),
        **_of_report(report, data),
        "title": f"Complaints in {asked.year.label}",
        "year": asked.year.label,
        "stood": f"Figures as they stood at the end of {long_date(asked.as_at)}.",
        "edition": f"{asked.year.label}, edition {asked.number}",
        "nav": [(FIRST, "Start"), *((path, words) for path, words, _ in PAGES)],
        "cards": PAGES,
        "correction": given.correction.strip(),
        "response": given.response.strip(),
        "response_by": given.response_by.strip(),
        "response_on": long_date(given.response_on) if given.response_on else "",
        "assessment": found,
        "approved_on": long_date(found.approved_on) if found else "",
        "files": [(each.path, WHAT[each.path], _size(each)) for each in data],
    }


def common(landlord: Landlord) -> dict[str, Any]:
    """What stands on every page, of an edition or about all of them."""
    return {
        "name": landlord.name,
        "about": ABOUT,
        "contact": landlord.contact,
        "demonstration": landlord.demonstration,
    }


def _of_policy(landlord: Landlord, day: date) -> dict[str, Any]:
    book = book_of(landlord)
    policy = book.in_force(landlord.slug, day)
    shown = plainly.sections(policy, book, day)
    return {
        "sections": shown,
        "how": plainly.how_to_complain(shown),
        "paper": policy.title,
        "since": long_date(policy.starts),
        "ombudsman": plainly.ombudsman(book, landlord.slug, day),
        "complain_at": f"{settings.SITE_ADDRESS}/{landlord.slug}/complain",
    }


def _of_report(report: Report | None, data: list[SiteFile]) -> dict[str, Any]:
    if report is None:
        return {}
    return {
        "key": report.key,
        "performance": body(performance(report)),
        "report": body(report),
        "lessons": body(lessons(report)) if lessons(report).sections else "",
        "forms": [(path, words) for path, words in FORMS if path in {each.path for each in data}],
    }


FORMS = (("report.pdf", "PDF"), ("report.docx", "a Word file"))


def _size(each: SiteFile) -> str:
    return f"{max(1, round(len(each.content) / 1000)):,} kB"
