"""Sections of packs that other parts of the program fill: what was learned, and the return."""

from collections.abc import Iterable

from redress.cases import lessons
from redress.learning.reading import Improved, changed
from redress.ombudsman.reading import Owed, at_ombudsman, near_misses, owed
from redress.reports import annual_ombudsman, housemark
from redress.reports.gathered import Gathered
from redress.reports.paper import Exhibit, Grid, Section
from redress.rules import learning_statements as said
from redress.rules import statements_ombudsman
from redress.rules.causes import cause_in_words
from redress.rules.improvements import WORDS, Status
from redress.rules.words import counted, short_date

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


def ombudsman(of: Gathered) -> Section:
    """Cases at the Ombudsman that came in the period, what was found, and what is asked of us and
    not done (Code 9.7 c and d)."""
    period = of.period
    year = at_ombudsman(of.landlord, period.start, period.end, period.label, of.today)
    told = annual_ombudsman.section(year)
    duties = _duties(
        "What an Ombudsman asks of us and is not done, the first due first",
        owed(of.landlord),
        of,
    )
    none = (statements_ombudsman.received(year.year, year.when),)
    return Section(
        annual_ombudsman.ID,
        "The Ombudsman",
        (*(told.exhibits if told else ()), duties),
        sentences=told.sentences if told else none,
    )


def waits(of: Gathered) -> Exhibit:
    """What an Ombudsman waits for and is late or due within seven days: next comes a complaint
    handling failure order."""
    found = near_misses(of.landlord, of.today)
    return _duties("The Ombudsman waits for these, late or due within seven days", found, of)


def did(of: Gathered) -> list[str]:
    """ "You said, we did": what was done in the period and may be shown, in words for residents."""
    found = changed(of.landlord, of.period.start, of.period.end).published
    return [f"{each.entry.you_said} {each.entry.we_did}" for each in found]


def monthly_return(of: Gathered) -> Section:
    """The return of the period: each column with its value and our definition."""
    found = housemark.housemark(of.landlord, of.period, of.as_at)
    (section,) = housemark.report(found).sections
    return section


def not_named(guarded: int) -> tuple[str, ...]:
    """The cases that only some people may see, counted; nothing where there are none."""
    if not guarded:
        return ()
    return (f"{counted(guarded, 'case')} more that only some people may see: not named.",)


def _duties(caption: str, found: list[Owed], of: Gathered) -> Exhibit:
    hidden = {each.number for each in found if each.guarded}
    grid = Grid(
        caption,
        ("Case", "What", "By", "Stands"),
        tuple(_duty(each, of) for each in found if not each.guarded),
        words=True,
        empty="Nothing else was owed." if hidden else "Nothing was owed when this was made.",
    )
    return Exhibit(None, (grid,), not_named(len(hidden)))


def _duty(each: Owed, of: Gathered) -> tuple[str, ...]:
    duty = each.duty
    asked = statements_ombudsman.ASKS[duty.asks][0]
    return (
        each.reference or each.case or "Not known",
        f"{asked[:1].upper()}{asked[1:]}: {duty.what}",
        short_date(duty.due_on) if duty.due_on else "No date",
        statements_ombudsman.KEPT[duty.kept(of.today)].capitalize(),
    )


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
