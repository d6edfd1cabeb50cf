"""The history of what a resident needs, in words."""

from collections.abc import Iterable
from typing import Any

from redress.people.models import NeedsEntry
from redress.people.needs import WHAT
from redress.rules.dates import read_date
from redress.rules.sending import Format, Never, Way
from redress.rules.words import FORMAT, NEVER, WAY, short_date
from redress.web.desk.story import Entry

LABELS = {
    "language": "Language",
    "interpreter": "Interpreter",
    "formats": "Letters",
    "format_other": "Another form",
    "write_by": "Write by",
    "never_by": "Never",
    "safe": "Safe",
    "unsafe": "Never, in words",
    "needs": "Also",
}
AGREED = {"what": "What", "review_on": "Next review", "why": "Why"}
ERASED = (("Content", "Erased at the end of its retention."),)


def told(line: NeedsEntry) -> Entry:
    """One line: what was done, when and by whom, and what was and is."""
    by = line.by_name or "Redress"
    if line.details is None:
        return Entry(line.pk, WHAT[line.what], line.at, by, ERASED)
    lines = _changed(line.details) if line.what == "needs" else _of_one(line.details)
    return Entry(line.pk, WHAT[line.what], line.at, by, tuple(lines))


def _changed(details: dict[str, Any]) -> Iterable[tuple[str, str]]:
    for name, (was, now) in details.items():
        before, after = _words(name, was), _words(name, now)
        yield LABELS[name], f"{after} (before: {before})" if before else after or "Nothing"


def _of_one(details: dict[str, Any]) -> Iterable[tuple[str, str]]:
    for name, label in AGREED.items():
        if said := details.get(name):
            yield label, short_date(read_date(said)) if name == "review_on" else said


def _words(name: str, value: Any) -> str:
    match name:
        case "formats":
            return ", ".join(FORMAT[Format(word)] for word in value)
        case "never_by":
            return ", ".join(NEVER[Never(word)] for word in value)
        case "write_by":
            return WAY[Way(value)].lower() if value else ""
        case _:
            return str(value)
