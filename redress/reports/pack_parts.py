"""Sections of packs that other parts of the program fill: what was learned, and the return."""

from collections.abc import Iterable

from redress.cases import lessons
from redress.learning.reading import Improved, changed
from redress.reports import housemark
from redress.reports.gathered import Gathered
from redress.reports.paper import Exhibit, Grid, Section
from redress.rules import learning_statements as said
from redress.rules.causes import cause_in_words
from redress.rules.improvements import WORDS, Status
from redress.rules.words import short_date

HEAD = ("Improvement", "Where", "Who", "By", "How far")


def learning(of: Gathered) -> Section:
    """What was upheld and learned, why things went wrong, and what is changed (Code 9.1 to 9.3)."""
    start, end, slug = of.period.start, of.period.end, of.landlord.slug
    upheld = lessons.counted(of.landlord, start, end)
    named = [(cause_in_words(slug, key), number) for key, number in upheld.causes if key]
    found = changed(of.landlord, start, end)
    evaluated = sum(each.entry.status is Status.EVALUATED for each in found.done)
    sentences = (
        said.lessons(upheld.upheld, upheld.learned, upheld.wider),
        said.causes(named, upheld.learned),
        said.improvements(len(found.done), len(found.open), len(found.dropped), evaluated),
    )
    rows = tuple(_row(each, slug) for each in (*found.done, *found.open))
    grid = Grid("Improvements done in the period, and those under way", HEAD, rows, words=True)
    return Section(
        "learning",
        "What we learned and changed",
        (Exhibit(None, (grid,)),) if rows else (),
        sentences=tuple(filter(None, sentences)),
    )


def did(of: Gathered) -> list[str]:
    """ "You said, we did": what was done in the period and may be shown, in words for residents."""
    found = changed(of.landlord, of.period.start, of.period.end).published
    return [f"{each.entry.you_said} {each.entry.we_did}" for each in found]


def monthly_return(of: Gathered) -> Section:
    """The return of the period: each column with its value and our definition."""
    found = housemark.housemark(of.landlord, of.period, of.as_at)
    (section,) = housemark.report(found).sections
    return section


def _row(each: Improved, slug: str) -> tuple[str, ...]:
    entry = each.entry
    where: Iterable[str] = filter(
        None, (entry.service, cause_in_words(slug, entry.cause) if entry.cause else "")
    )
    due = entry.done_on or entry.due_on
    return (
        entry.what,
        ", ".join(where) or "Everywhere",
        entry.owner or "Nobody yet",
        short_date(due) if due else "No date",
        WORDS[entry.status],
    )
