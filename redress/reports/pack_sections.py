"""The sections that packs are made of, each under the name that `policies/packs.toml` calls it."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from redress.reports import annual_charts, annual_tables, pack_parts
from redress.reports.annual import STAGES
from redress.reports.annual_charts import heading
from redress.reports.gathered import Gathered
from redress.reports.open_work import Work
from redress.reports.paper import DARK, DOTTED, Bar, Chart, Exhibit, Grid, Section, parts
from redress.rules import statements
from redress.rules.definitions import BY_SLUG
from redress.rules.figures import TABLES, By, Figures, Group
from redress.rules.figures_numbers import Number
from redress.rules.figures_tally import Tally
from redress.rules.figures_words import amount, share
from redress.rules.newsletter import told
from redress.rules.themes import Sort, Theme, Verdict, says
from redress.rules.words import STATE, counted, short_date

SORTS = {
    Sort.CATEGORY: "category",
    Sort.SERVICE: "service",
    Sort.PLACE: "place",
    Sort.CONTRACTOR: "contractor",
    Sort.CAUSE: "cause",
}
SHORT = {
    Verdict.RISING: "Rising",
    Verdict.AS_ALL: "Up, as all is",
    Verdict.NO_SIGN: "No sign",
    Verdict.TOO_FEW: "Too few to tell",
    Verdict.NO_BASE: "Not known before",
}
MEASURED = (
    *("received", "escalated", "refused", "extended", "in_code_time"),
    *("working_days_median", "working_days_90th", "repeats", "compensation_promised"),
    *("satisfied", "satisfaction_not_known"),
)
MOST_THEMES = 12
MOST_CASES = 50
UNNAMED = "Not recorded"
HOW_THEMES = (
    "The last three months are held against the twelve before them. What is called rising stands "
    "out by an exact test, corrected for looking at many themes at once: of all that is called so, "
    "about 1 in 20 is chance. Fewer than 5 complaints never count as a rise."
)

Made = Section | tuple[Section, ...] | None


def sections_of(names: Iterable[str], of: Gathered) -> tuple[Section, ...]:
    """The sections of these names that have something to say, in this order."""
    found: list[Section] = []
    for name in names:
        made = SECTIONS[name](of) or ()
        found += made if isinstance(made, tuple) else [made]
    return tuple(found)


def received(of: Gathered) -> Section:
    """How many of each kind came in, beside the period before and the same a year before."""
    periods = {
        of.period.year_before.label: of.year_before,
        of.period.previous.label: of.before,
        of.period.label: of.now,
    }
    rows = [
        (heading(group), *(f"{figures.tally(group).received:,}" for figures in periods.values()))
        for group in (*TABLES, Group.ALL)
    ]
    grid = Grid("Received in each period", ("", *map(_upper, periods)), tuple(rows[:-1]), rows[-1])
    said = statements.received(of.now, of.period.label)
    return Section("received", "What came in", (Exhibit(_bars(periods), (grid,), (said,)),))


def answered(of: Gathered) -> Section:
    """How what came in was answered: by the promise and by the Code, by service."""
    return Section("answered", "How it was answered", tuple(_answered(of.now)))


def outcomes(of: Gathered) -> Section:
    """What was found, by service."""
    found = []
    for group in STAGES:
        whole, named = of.now.tally(group), _by_service(of.now, group)
        chart = annual_charts.outcomes(named, whole, group)
        grid = annual_tables.outcomes(f"{heading(group)} by service", named, whole, group)
        found.append(Exhibit(chart, (grid,), (statements.outcomes(whole, group),)))
    return Section("outcomes", "What was found", tuple(found))


def waiting(of: Gathered) -> Section:
    """What is open, late and due by the end of the week, by service."""
    late = [each for each in of.work if each.late(of.today)]
    soon = [each for each in of.work if _due_this_week(each, of)]
    misses = [each for each in of.work if each.near_miss(of.today)]
    counts = [Counter(each.service for each in some) for some in (of.work, late, soon, misses)]
    rows = tuple(
        (name or UNNAMED, *(f"{count[name]:,}" for count in counts)) for name in sorted(counts[0])
    )
    grid = Grid(
        "Waiting for an answer when this was made. Late: the next date to meet has passed",
        ("", "Open", "Late", "Due this week", "Past the Code’s limit"),
        rows,
        ("All", *(f"{count.total():,}" for count in counts)) if rows else (),
        empty="Nothing was waiting.",
    )
    return Section("waiting", "What waits for an answer", (Exhibit(None, (grid,)),))


def complex_cases(of: Gathered) -> Section:
    """Each open case with a risk, at stage 2 or marked as complex, a row each."""
    found = [each for each in of.work if each.complex]
    head = ("Case", "Service", "Stands at", "Why", "With", "Due")
    grid = _cases("Complex cases that are open", head, found, lambda each: (
        each.service or UNNAMED, STATE[each.state], _why(each), each.handler or "Nobody yet",
        short_date(each.due) if each.due else "No date",
    ))  # fmt: skip
    return Section("complex", "Complex cases", (Exhibit(None, (grid,), _left_out(found)),))


def near_misses(of: Gathered) -> Section:
    """Each open case that is past the Code's limit with no answer and no extension that holds."""
    found = [each for each in of.work if each.near_miss(of.today)]
    head = ("Case", "Service", "Stage", "Code’s limit", "Days past it", "With")
    grid = _cases("Past the Code’s limit", head, found, lambda each: (
        each.service or UNNAMED, str(each.stage), short_date(each.code_due or of.today),
        f"{(of.today - (each.code_due or of.today)).days:,}", each.handler or "Nobody yet",
    ))  # fmt: skip
    said = (
        "These could become a finding of complaint handling failure: the Code’s limit has passed "
        "with no answer and no extension that still holds (Code 6.3 to 6.5, 6.14 to 6.16).",
    )
    exhibits = (Exhibit(None, (grid,), _left_out(found)), pack_parts.waits(of))
    return Section("near-misses", "Near misses", exhibits, sentences=said)


def promises(of: Gathered) -> Section:
    """How the promises due in the period were kept (Code 7.3)."""
    due = of.kept
    words = f"Of {counted(due.due, 'promise')} due in {of.period.label}, {due.in_time:,} kept in "
    said = f"{words}time ({due.share}%); {due.put_off:,} had been put off before." if due.due else (
        f"No promise was due in {of.period.label}."
    )  # fmt: skip
    return Section("promises", "Promises", sentences=(said,))


def measures(of: Gathered) -> Section:
    """Figures by the one list of definitions, each with its formula and the period before."""
    whole = dict.fromkeys(filter(None, (BY_SLUG[slug].among for slug in MEASURED)))
    now, before = (of.measured(p, *MEASURED, *whole) for p in (of.period, of.period.previous))
    rows = tuple(
        (BY_SLUG[slug].name, _number(now[slug]), _number(before[slug]), BY_SLUG[slug].formula)
        for slug in MEASURED
    )
    grid = Grid(
        "Each figure, the period before, and how it is worked out",
        ("", _upper(of.period.label), _upper(of.period.previous.label), "Formula"),
        rows,
        words=True,
    )
    return Section("measures", "Measures", (Exhibit(None, (grid,)),))


def residents(of: Gathered) -> tuple[Section, ...]:
    """The page for residents: short, plain, and fit to be printed in a newsletter."""
    named = of.now.by(By.CATEGORY, Group.STAGE_1)
    parts = told(
        of.now.tally(Group.STAGE_1),
        of.now.tally(Group.STAGE_2),
        [(name, tally.received) for name, tally in named.items() if name],
        pack_parts.did(of),
    )
    return tuple(
        Section(f"residents-{n}", part.heading, sentences=part.sentences)
        for n, part in enumerate(parts, start=1)
    )


def _number(number: Number) -> str:
    part = share(number)
    return f"{amount(number)} ({part})" if part else amount(number)


def themes(of: Gathered) -> Section:
    """The themes that rise, and the largest beside them; then the causes of what was upheld."""
    days = f"the three months to {short_date(of.windows.end)}, beside the twelve months before"
    exhibits = [_themes(f"Complaints received in {days}", of.themes, HOW_THEMES)]
    if of.causes:
        exhibits.append(_themes(f"Causes of issues upheld in {days}", of.causes))
    rising = [each for each in (*of.themes, *of.causes) if each.verdict is Verdict.RISING]
    return Section("themes", "Themes", tuple(exhibits), sentences=(_rising(rising),))


def _themes(caption: str, found: Sequence[Theme], *how: str) -> Exhibit:
    rising = [each for each in found if each.verdict is Verdict.RISING]
    grid = Grid(
        caption,
        ("", "Last 3 months", "Usual for 3", "A year before", "So"),
        tuple(_theme(each) for each in found[: max(MOST_THEMES, len(rising))]),
        empty="No complaint was received in fifteen months.",
    )
    return Exhibit(None, (grid,), (*(f"{each.count.name}: {says(each)}" for each in rising), *how))


def _theme(each: Theme) -> tuple[str, ...]:
    count = each.count
    sort = f" ({SORTS[count.sort]})" if count.sort in SORTS else ""
    return (
        f"{count.name}{sort}",
        f"{count.recent:,}",
        f"{each.expected:.1f}",
        f"{count.year_ago:,}",
        SHORT[each.verdict],
    )


def _rising(rising: list[Theme]) -> str:
    if not rising:
        return "No theme stands out as rising."
    names = "; ".join(f"{each.count.name} ({each.count.recent:,})" for each in rising)
    return f"Rising: {names}."


def _answered(figures: Figures) -> Iterable[Exhibit]:
    for group in STAGES:
        whole, named = figures.tally(group), _by_service(figures, group)
        chart = annual_charts.answered(named, whole, group)
        grid = annual_tables.answers(f"{heading(group)} by service", named, whole, group)
        said = (statements.in_time(whole, group), statements.against_the_code(whole, group))
        yield Exhibit(chart, (grid,), tuple(filter(None, said)))


def _by_service(figures: Figures, group: Group) -> dict[str, Tally]:
    return {name or UNNAMED: tally for name, tally in figures.by(By.SERVICE, group).items()}


def _bars(periods: dict[str, Figures]) -> Chart | None:
    numbers = {label: figures.tally().received for label, figures in periods.items()}
    longest = max(numbers.values())
    if not longest:
        return None
    *_, last = numbers
    bars = tuple(
        Bar(
            name=_upper(label),
            value=f"{number:,}",
            words=f"{number:,} received",
            parts=parts([(number, DARK if label == last else DOTTED, "")], longest),
        )
        for label, number in numbers.items()
    )
    title = f"{numbers[last]:,} received in {last}"
    return Chart(title, bars, "Each bar is the number of complaints and enquiries received.")


def _due_this_week(each: Work, of: Gathered) -> bool:
    left = 6 - of.today.weekday()
    return each.due is not None and 0 <= (each.due - of.today).days <= left


def _cases(
    caption: str, head: tuple[str, ...], found: list[Work], row: Callable[[Work], tuple[str, ...]]
) -> Grid:
    """A row a case; what only some people may see is not named."""
    shown = [each for each in found if not each.guarded][:MOST_CASES]
    rows = tuple((each.reference, *row(each)) for each in shown)
    return Grid(caption, head, rows, words=True, empty="There was none when this was made.")


def _left_out(found: list[Work]) -> tuple[str, ...]:
    guarded = sum(each.guarded for each in found)
    more = len(found) - guarded - MOST_CASES
    later = (f"{counted(more, 'case')} more, due later.",) if more > 0 else ()
    return (*pack_parts.not_named(guarded), *later)


def _why(each: Work) -> str:
    risks = [risk.replace("_", " ") for risk in each.risks]
    stage_2 = ["stage 2"] if each.stage == 2 else []
    marked = ["marked as complex"] if "complex" in each.tags else []
    return _upper(", ".join((*risks, *stage_2, *marked)))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


SECTIONS: dict[str, Callable[[Gathered], Made]] = {
    "received": received,
    "answered": answered,
    "outcomes": outcomes,
    "waiting": waiting,
    "complex": complex_cases,
    "near-misses": near_misses,
    "promises": promises,
    "themes": themes,
    "ombudsman": pack_parts.ombudsman,
    "learning": pack_parts.learning,
    "return": pack_parts.monthly_return,
    "measures": measures,
    "residents": residents,
}
