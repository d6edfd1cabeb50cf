"""The overview of the senior lead: what comes in, what is late and why, what rises, what slips.

Each number opens the list behind it. Charts are drawn here; no script has a part in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse

from redress.reports import packs as kept
from redress.reports.overview import Came, Overview
from redress.reports.paper import DARK, DOTTED, STRIPED, WHITE, Bar, parts
from redress.rules.access import may_look_over, may_read_cases
from redress.rules.periods import Period
from redress.rules.statements_ombudsman import ASKS
from redress.rules.themes import Count, Sort, Theme, Verdict, is_sector, says
from redress.rules.words import LATE_REASON, counted
from redress.web.oversight.packs import Line, line_of, theirs
from redress.web.oversight.self_assessment import why_due
from redress.web.pages import Visit, page

MOST_MISSES = 20
UNNAMED = "No service named"
ABOUT = (Sort.ALL, Sort.CATEGORY, Sort.SERVICE)
LISTED = {
    Sort.CATEGORY: "category",
    Sort.SERVICE: "service",
    Sort.CONTRACTOR: "contractor",
    Sort.PLACE: "ward",
}
SORTS = {
    Sort.CATEGORY: "category",
    Sort.SERVICE: "service",
    Sort.PLACE: "place",
    Sort.CONTRACTOR: "contractor",
    Sort.CAUSE: "cause",
    Sort.ALL: "everything",
}


@dataclass(frozen=True)
class LinkedBar:
    """A bar, and the address of the list behind it; "" where there is none."""

    bar: Bar
    address: str


@dataclass(frozen=True)
class Bars:
    """A chart whose bars can be opened."""

    id: str
    title: str
    caption: str
    bars: tuple[LinkedBar, ...]
    key: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Number:
    """A figure set large, what it is, and where it leads."""

    figure: str
    words: str
    address: str


@dataclass(frozen=True)
class Row:
    """A theme as a line of a table."""

    name: str
    sort: str
    recent: int
    usual: str
    year_ago: int
    says: str
    rising: bool
    address: str


@page(needs=may_look_over)
def overview(visit: Visit) -> HttpResponse:
    """Everything at a glance. Who may read no case sees how many there are, and none of them."""
    seen = Overview(visit.landlord, visit.today)
    reads = may_read_cases(visit.actor)
    misses = [each for each in seen.near_misses if reads and not each.guarded]
    return visit.render(
        "oversight/overview.html",
        numbers=numbers(visit, seen),
        packs=latest_packs(visit),
        coming_in=[months(visit, seen), weeks(visit, seen)],
        late=late(visit, seen),
        why=[
            (LATE_REASON[each], number, received(visit, seen.year, late_reason=each.value))
            for each, number in seen.why_late
        ],
        every_late=listed(visit, "late", seen.year),
        about=[row(visit, seen, each) for each in seen.of_sort(*ABOUT)],
        places=[row(visit, seen, each) for each in seen.of_sort(Sort.PLACE)],
        contractors=[row(visit, seen, each) for each in seen.of_sort(Sort.CONTRACTOR)],
        causes=[row(visit, seen, each) for each in seen.causes],
        windows=seen.windows,
        misses=[
            (each, (visit.today - (each.code_due or visit.today)).days)
            for each in misses[:MOST_MISSES]
        ],
        more_misses=len(seen.near_misses) - len(misses[:MOST_MISSES]),
        waits=[(each, ASKS[each.duty.asks][0]) for each in seen.waits if reads],
        reads=reads,
        slipping=seen.slipping,
        quarters=seen.quarters,
        owed=why_due(visit),
    )


def numbers(visit: Visit, seen: Overview) -> list[Number]:
    """What to see first."""
    rising, misses = len(seen.rising), len(seen.near_misses) + len(seen.waits)
    overdue = sum(each.overdue for each in seen.slipping)
    promises = reverse("promises", args=[visit.landlord.slug])
    opened, late = worklist(visit), worklist(visit, due="late")
    if not may_read_cases(visit.actor):
        opened = late = "#late"
        promises = "#promises"
    return [
        Number(f"{len(seen.work):,}", "open", opened),
        Number(f"{len(seen.late):,}", "late", late),
        Number(f"{misses:,}", "near miss" if misses == 1 else "near misses", "#near-misses"),
        Number(f"{rising:,}", "rising theme" if rising == 1 else "rising themes", "#themes"),
        Number(f"{overdue:,}", "promise overdue" if overdue == 1 else "promises overdue", promises),
    ]


def latest_packs(visit: Visit) -> list[Line]:
    """The last pack of each kind."""
    kinds = theirs(visit)
    found = kept.latest_of(visit.landlord).values()
    return [line_of(each, visit.actor.id) for each in found if kinds is None or each.kind in kinds]


def months(visit: Visit, seen: Overview) -> Bars:
    """Complaints by month."""
    *_, before, last = seen.months
    title = f"{counted(before.all, 'complaint')} in {before.period.label}"
    title += f", {last.all:,} so far in {last.period.label}"
    return _came(visit, "months", title, "Complaints received, month by month.", seen.months)


def weeks(visit: Visit, seen: Overview) -> Bars:
    """Complaints by week."""
    *_, before, last = seen.weeks
    title = f"{counted(before.all, 'complaint')} last week, {last.all:,} so far this week"
    caption = "Complaints received, week by week, each by its Monday."
    return _came(visit, "weeks", title, caption, seen.weeks)


def late(visit: Visit, seen: Overview) -> Bars:
    """What is open, by service, the late part first."""
    whole = seen.late_by_service
    longest = max((number for _, _, number in whole), default=1)
    opens = may_read_cases(visit.actor)
    bars = tuple(
        LinkedBar(
            Bar(
                name=name or UNNAMED,
                value=f"{lates:,} late of {number:,}",
                words=f"{number:,} open, {lates:,} of them late",
                parts=parts([(lates, STRIPED, f"{lates:,}"), (number - lates, WHITE, "")], longest),
            ),
            worklist(visit, due="late" if lates else "", service=name) if name and opens else "",
        )
        for name, lates, number in whole
    )
    title = f"{counted(len(seen.late), 'open case')} of {len(seen.work):,} "
    title += "is late" if len(seen.late) == 1 else "are late"
    caption = "Each bar is what is open in a service. Late: the next date to meet has passed."
    return Bars("late", title, caption, bars, ((STRIPED, "Late"), (WHITE, "In time")))


def row(visit: Visit, seen: Overview, theme: Theme) -> Row:
    """A theme as a line."""
    count = theme.count
    return Row(
        name=count.name,
        sort=SORTS[count.sort],
        recent=count.recent,
        usual=f"{theme.expected:.1f}",
        year_ago=count.year_ago,
        says=says(theme),
        rising=theme.verdict is Verdict.RISING,
        address=behind(visit, seen, count),
    )


def behind(visit: Visit, seen: Overview, count: Count) -> str:
    """The complaints of a theme that came in the last three months; "" where figures do not know
    its sort."""
    if count.sort is Sort.ALL:
        return received(visit, seen.recent, group="stage_1")
    if count.sort not in LISTED or is_sector(count.name):
        return ""
    return received(visit, seen.recent, group="stage_1", **{LISTED[count.sort]: count.name})


def received(visit: Visit, period: Period, **filters: str) -> str:
    """The address of what was received in a period, with these filters."""
    return listed(visit, "received", period, **filters)


def listed(visit: Visit, figure: str, period: Period, **filters: str) -> str:
    """The address of the cases behind a figure of a period, with these filters."""
    query = urlencode({"period": period.text, **filters})
    return reverse("figure-list", args=[visit.landlord.slug, figure]) + f"?{query}"


def figures(visit: Visit, period: Period) -> str:
    """The address of a period's figures, from which each opens its list."""
    query = urlencode({"period": period.text, "by": "service"})
    return reverse("figures", args=[visit.landlord.slug]) + f"?{query}"


def worklist(visit: Visit, **filters: str) -> str:
    """The address of the list of cases with these filters."""
    query = urlencode({name: value for name, value in filters.items() if value})
    return reverse("worklist", args=[visit.landlord.slug]) + (f"?{query}" if query else "")


def _came(visit: Visit, name: str, title: str, caption: str, came: Sequence[Came]) -> Bars:
    longest = max(each.all for each in came) or 1
    bars = tuple(
        LinkedBar(
            Bar(
                name=_named(each),
                value=f"{each.all:,}",
                words=f"{each.stage_1:,} at stage 1, {each.stage_2:,} at stage 2",
                parts=parts(
                    [
                        (each.stage_1, DARK, f"{each.stage_1:,}"),
                        (each.stage_2, DOTTED, f"{each.stage_2:,}"),
                    ],
                    longest,
                ),
            ),
            figures(visit, each.period) if each.all else "",
        )
        for each in came
    )
    key = ((DARK, "Stage 1"), (DOTTED, "Stage 2"))
    return Bars(name, title, caption, bars, key)


def _named(each: Came) -> str:
    if each.period.days == 7:
        words = f"{each.period.start.day} {each.period.start:%b}"
    else:
        words = each.period.label
    return f"{words}, so far" if each.running else words
