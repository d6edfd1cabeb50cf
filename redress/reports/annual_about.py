"""What the annual report is about: whose, of when, by which policy; what the Code asks of it."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from redress.reports.annual import AnnualReport
from redress.reports.paper import NOBODY, Exhibit, Grid, Section
from redress.rules.figures import BESIDE
from redress.rules.policy import Policy
from redress.rules.policy_files import code_nearest
from redress.rules.policy_rows import code_rows, rows
from redress.rules.statements import numbered
from redress.rules.words import listed

TIMED = (
    *("Acknowledge, stage 1", "Respond, stage 1", "Extend, stage 1", "Time to ask for stage 2"),
    *("Acknowledge, stage 2", "Respond, stage 2", "Extend, stage 2"),
)
SILENT = "–"

# What Code 8.1 asks of the report: the letter, our words for it, and where it is written.
ASKED = (
    ("8.1a", "The self-assessment against the Code"),
    ("8.1b", "An analysis of how complaints were handled, in figures and in words"),
    ("8.1b refused", "The types of complaints that were refused"),
    ("8.1c", "Findings of the Ombudsman that the Code was not kept to"),
    ("8.1d", "Service improvements made from what complaints taught"),
    ("8.1e", "The Ombudsman’s own annual report about the landlord, where there is one"),
    ("8.1f", "Other reports or publications of the Ombudsman about the landlord’s work"),
)
ALSO = {"refused": ("8.1b refused",)}  # what a section answers besides its provisions


def introduction(report: AnnualReport) -> Section:
    """Whose report it is, what it counts, and what it is compared with."""
    first, last = (_day(day) for day in (report.year.start, report.until))
    return Section(
        id="introduction",
        title="About this report",
        sentences=(
            f"This report is about the complaints and enquiries that {report.name} received from "
            f"{first} to {last}: stage 1 and stage 2 complaints, and enquiries from Members of "
            "Parliament and councillors.",
            *_running(report),
            *_homes(report),
            *_beside(report),
            *_compared(report),
        ),
    )


def _homes(report: AnnualReport) -> Iterator[str]:
    if report.homes:
        yield f"{report.name} lets {report.homes:,} homes to tenants."


def _beside(report: AnnualReport) -> Iterator[str]:
    counts = {group: report.figures.tally(group).received for group in BESIDE}
    told = [numbered(number, group) for group, number in counts.items() if number]
    if told:
        yield f"Counted apart from complaints and enquiries: {listed(told)}."


def _running(report: AnnualReport) -> Iterator[str]:
    if report.running:
        yield (
            f"{report.year.label} is not over: its numbers still grow, and are not compared with "
            "those of whole years."
        )


def _compared(report: AnnualReport) -> Iterator[str]:
    if report.earlier and not report.running:
        yield f"It is compared with {listed(sorted(report.earlier, reverse=True))}."


def timescales(report: AnnualReport) -> Section | None:
    """The promises in force in the year beside the Code's limits; None where no policy is known."""
    if not report.policies:
        return None
    code = code_nearest(report.year.end)
    asked = code_rows(code)
    promised = [{row.label: row.says for row in rows(policy)} for policy in report.policies]
    grid = Grid(
        caption=f"What was promised, and what the Code in force from {_day(code.starts)} asks",
        head=("", *(f"From {_day(policy.starts)}" for policy in report.policies), "The Code"),
        rows=tuple(
            (label, *(each.get(label, SILENT) for each in promised), asked.get(label, SILENT))
            for label in TIMED
        ),
        words=True,
        open_because=NOBODY,
    )
    return Section(
        id="timescales",
        title="Timescales",
        exhibits=(Exhibit(None, (grid,)),),
        sentences=tuple(_what_changed(report.policies)),
    )


def _what_changed(policies: Iterable[Policy]) -> Iterator[str]:
    for before, after in pairwise(policies):
        was, now = ({row.label: row.says for row in rows(each)} for each in (before, after))
        for label in TIMED:
            if was.get(label) != now.get(label):
                yield (
                    f"{label}: from {_day(after.starts)} it is {now.get(label, SILENT)}; "
                    f"before, it was {was.get(label, SILENT)}."
                )


def asked_by_the_code(found: Iterable[Section]) -> Section:
    """A list of what Code 8.1 asks of the report: where each is, and what is missing."""
    sections = list(found)
    answered = {
        letter: section.title
        for section in reversed(sections)
        for letter in (*section.provisions, *ALSO.get(section.id, ()))
    }
    grid = Grid(
        caption="What Code 8.1 asks of this report, and where it is",
        head=("Provision", "What it asks", "Where it is"),
        rows=tuple(
            (letter.removesuffix(" refused"), asks, answered.get(letter, "Missing"))
            for letter, asks in ASKED
        ),
        words=True,
        open_because=NOBODY,
    )
    missing = [letter for letter, _ in ASKED if letter not in answered]
    said = (
        "Everything that Code 8.1 asks for is in this report."
        if not missing
        else f"{len(missing)} of {len(ASKED)} parts that Code 8.1 asks for are missing still."
    )
    return Section("asked", "What the Code asks of this report", (Exhibit(None, (grid,)),), (said,))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
