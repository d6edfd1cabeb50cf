"""Harrow's year as Redress counts it, beside the report that was published: figure by figure.

`python tools/compare_published.py` writes docs/reference/harrow-2023-24.md; with `--check` it
writes nothing and ends with 1 where the page differs.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from redress.demo import harrow  # noqa: E402
from redress.demo.harrow_totals import FACTS  # noqa: E402
from redress.reports.published import published  # noqa: E402
from redress.rules.case_rows import CaseRow, parse_row  # noqa: E402
from redress.rules.claims_check import Checked, Remark, check  # noqa: E402
from redress.rules.figures import TABLES, FigureRow, Figures, Scope, count  # noqa: E402
from redress.rules.figures_year import Year  # noqa: E402
from redress.rules.statements import noun  # noqa: E402

PAGE = ROOT / "docs" / "reference" / "harrow-2023-24.md"
AS_AT = date(2026, 11, 23)  # any day on which all of it is long over
YEARS = ("2023-24", "2022-23", "2021-22")
MEASURES = (
    "Received",
    "On time",
    "Late",
    "Overdue",
    "On time %",
    "Upheld",
    "Partly",
    "Not",
    "None",
)
COUNTS = (
    *("received", "on_time", "late", "overdue"),
    *("upheld", "partly_upheld", "not_upheld", "no_outcome"),
)
ON_TIME = {  # in percent, as printed: tenants, tenants and leaseholders, everyone
    "stage_1": ("79.5", "80.0", "81.1"),
    "stage_2": ("88.1", "89.4", "75.6"),
    "mp_enquiry": ("72.7", "72.1", "81.4"),
    "councillor_enquiry": ("70.5", "69.7", "80.3"),
    "other": ("100.0", "100.0", "100.0"),
}
HEAD = """# Harrow’s report of 2023-24, made again and held beside the published one

Written by `python tools/compare_published.py`; a test says whether it is up to date. The single
cases behind it are invented for the demonstration; the totals are the published ones. The report
itself: `redress report annual --landlord harrow --year 2023-24`, in five forms. Its text is held
against the same figures by `redress report check`.
"""


def main(words: Sequence[str] | None = None) -> int:
    """Writes the page, or checks it; 1 where the check finds it different."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; 1 where it differs")
    text = page()
    if parser.parse_args(words).check:
        same = PAGE.is_file() and PAGE.read_text("utf-8") == text
        if not same:
            print(f"{PAGE.relative_to(ROOT)} differs: run python tools/compare_published.py")
        return 0 if same else 1
    PAGE.write_text(text, "utf-8")
    return 0


def page() -> str:
    """The whole page."""
    years = figures()
    source = published("harrow", "2023-24")
    if source is None:
        raise SystemExit("what Harrow published is not kept in redress/reports/published")
    rows, equal, all_figures = tables(years["2023-24"])
    checked = check(source, years)
    parts = [
        HEAD,
        f"## Appendix A: {equal} of {all_figures} figures are equal\n",
        "A figure that differs would stand with the published one in brackets.\n",
        *table(("Table", *MEASURES), rows),
        *faults(checked),
        f"\nIts text gives {len(source.claims)} figures of the cases; the others agree.",
    ]
    return "\n".join(parts) + "\n"


def figures() -> dict[str, Figures]:
    """The figures of each year, straight from the demonstration's rows."""
    found = [
        row
        for line, fields in enumerate(harrow.rows(), start=2)
        if isinstance(row := parse_row(fields, line, AS_AT), CaseRow)
    ]
    return {label: count(_of(found, Year.parse(label)), AS_AT) for label in YEARS}


def _of(rows: Iterable[CaseRow], year: Year) -> Iterator[FigureRow]:
    for row in rows:
        if year.start <= row.received <= year.end:
            yield FigureRow(
                reference=row.reference,
                kind=row.kind,
                stage=row.stage,
                received=row.received,
                due_promise=row.due,
                extended_to=row.extended_to,
                responded=row.responded,
                outcome=row.outcome,
                tenure=row.tenure,
                service=row.service_area,
                category=row.category,
            )


def tables(year: Figures) -> tuple[list[list[str]], int, int]:
    """The fifteen tables, a row each, and how many of all figures are the published ones."""
    rows, equal, every = [], 0, 0
    for group in TABLES:
        for scope in Scope:
            tally = year.tally(group, scope)
            ours = [str(getattr(tally, name)) for name in COUNTS]
            ours.insert(4, str(tally.of_received(tally.on_time, noun(group)).percent))
            theirs = _published(group.value, scope)
            told = [a if a == b else f"{a} ({b})" for a, b in zip(ours, theirs, strict=True)]
            rows.append([f"{noun(group, scope)}", *told])
            equal += sum(a == b for a, b in zip(ours, theirs, strict=True))
            every += len(ours)
    return rows, equal, every


def _published(group: str, scope: Scope) -> list[str]:
    """A table as it was published."""
    counts = [str(each) for each in FACTS["tables"][group][scope.value]]
    return [*counts[:4], ON_TIME[group][list(Scope).index(scope)], *counts[4:]]


def faults(checked: Checked) -> Iterator[str]:
    """What its text says otherwise, what it hides, and what no figure can judge."""
    yield "\n## Where its text and its own tables disagree\n"
    yield from _remarks(checked.disagreements)
    yield "\n## Where its text agrees and hides something\n"
    yield from _remarks(checked.hidden)
    yield "\n## What no figure can judge\n"
    head = ("Section", "The text says", "Why it cannot be judged")
    yield from table(head, [[each.where, each.says, each.why] for each in checked.unchecked])


def _remarks(remarks: Iterable[Remark]) -> Iterator[str]:
    head = ("Section", "The text says", "What is wrong")
    yield from table(head, [[each.where, each.says, each.sentence] for each in remarks])


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table in Markdown."""
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '/') for cell in row)} |"


if __name__ == "__main__":
    sys.exit(main())
