"""What an extension does to a date (Code 6.4, 6.5, 6.15, 6.16): one for figures and measures."""

from collections.abc import Iterable, Iterator
from datetime import date

from redress.rules.facts import ExtensionFacts


def moved(due: date, extensions: Iterable[ExtensionFacts], held: date | None = None) -> date:
    """A date after its extensions: one told when the date was past moves nothing (Code 6.4, 6.15,
    the Ombudsman's page for residents). `held` is the new date that an old system holds alone."""
    for each in extensions:
        if each.told_on <= due:
            due = max(due, each.new_date)
    return max(due, held) if held else due


def in_time(due: date | None, extensions: Iterable[ExtensionFacts]) -> Iterator[bool]:
    """Of each extension, whether it was told before the date it moved was past."""
    for each in extensions:
        yield due is None or each.told_on <= due
        due = each.new_date
