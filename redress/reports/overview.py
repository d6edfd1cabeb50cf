"""What a senior lead looks at: what comes in, what is late and why, themes, near misses, promises.

Each thing is read once: the stages of a year, the complaints of fifteen months, the open work, the
open promises, and the promises of two quarters; all by an index, and nothing grows with the store.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Count

from redress.cases.models import Action, Stage
from redress.cases.promises import Kept, kept
from redress.ombudsman.reading import Owed, near_misses
from redress.people.models import Landlord
from redress.reports.open_work import Work, open_work
from redress.reports.theme_rows import causes_of, themes_of
from redress.rules.facts import Kind, LateReason
from redress.rules.periods import Length, Period
from redress.rules.themes import Sort, Theme, Verdict, Windows

MONTHS, WEEKS = 12, 12
MOST = 12  # themes, places, contractors shown of each


@dataclass(frozen=True)
class Came:
    """How many complaints came in a month or a week, at each stage."""

    period: Period
    stage_1: int
    stage_2: int
    running: bool  # it is not over yet

    @property
    def all(self) -> int:
        """Both stages."""
        return self.stage_1 + self.stage_2


@dataclass(frozen=True)
class Slipping:
    """Promises that are overdue, of one service: how many, and how many were put off before."""

    service: str
    overdue: int
    put_off: int


@dataclass(frozen=True)
class Overview:
    """One landlord, on a day."""

    landlord: Landlord
    today: date

    @cached_property
    def months(self) -> tuple[Came, ...]:
        """The last twelve months, the one that runs among them, the earliest first."""
        return self._came(_last(Length.MONTH, MONTHS, self.today))

    @cached_property
    def weeks(self) -> tuple[Came, ...]:
        """The last twelve weeks, the one that runs among them."""
        return self._came(_last(Length.WEEK, WEEKS, self.today))

    @cached_property
    def work(self) -> list[Work]:
        """What is open, the first due first."""
        return open_work(self.landlord)

    @property
    def late(self) -> list[Work]:
        """What is open and late."""
        return [each for each in self.work if each.late(self.today)]

    @property
    def late_by_service(self) -> list[tuple[str, int, int]]:
        """Each service with something open: how much of it is late, and how much is open."""
        late = Counter(each.service for each in self.late)
        whole = Counter(each.service for each in self.work)
        return sorted(
            ((name, late[name], number) for name, number in whole.items()),
            key=lambda each: (-each[1], -each[2], each[0]),
        )

    @property
    def near_misses(self) -> list[Work]:
        """What could become a finding of complaint handling failure, the longest past first."""
        found = [each for each in self.work if each.near_miss(self.today)]
        return sorted(found, key=lambda each: (each.code_due or self.today, each.reference))

    @cached_property
    def waits(self) -> list[Owed]:
        """What an Ombudsman waits for and is late or due within seven days: next comes a complaint
        handling failure order."""
        found = near_misses(self.landlord, self.today)
        return [replace(each, case="") if each.guarded else each for each in found]

    @property
    def year(self) -> Period:
        """From the first day of the twelve months to this one."""
        return Period.parse(f"{self.months[0].period.start}..{self.today}")

    @cached_property
    def why_late(self) -> list[tuple[LateReason, int]]:
        """Why answers were late, of what came in during the twelve months, the most first."""
        rows = Stage.objects.filter(landlord=self.landlord, number__in=(1, 2))
        rows = rows.filter(received_on__range=(self.year.start, self.year.end))
        rows = rows.filter(late_reason__isnull=False, case__merged_into="")
        counts = Counter(rows.order_by().values_list("late_reason", flat=True))
        return [(LateReason(str(name)), number) for name, number in counts.most_common()]

    @cached_property
    def themes(self) -> list[Theme]:
        """What the numbers say of each theme, to yesterday."""
        return themes_of(self.landlord, self.windows)

    @cached_property
    def causes(self) -> list[Theme]:
        """What the numbers say of each cause of what was upheld, to yesterday."""
        return causes_of(self.landlord, self.windows)[:MOST]

    @property
    def windows(self) -> Windows:
        """The months that themes are looked for in."""
        return Windows(self.today - timedelta(days=1))

    @property
    def rising(self) -> list[Theme]:
        """The themes that rise."""
        every = (*self.themes, *self.causes)
        return [each for each in every if each.verdict is Verdict.RISING]

    @property
    def recent(self) -> Period:
        """The last three months, in which a rise is looked for."""
        return Period.parse(f"{self.windows.recent}..{self.windows.end}")

    def of_sort(self, *sorts: Sort) -> list[Theme]:
        """The themes of these sorts: every rising one, and the largest."""
        found = [each for each in self.themes if each.count.sort in sorts]
        return found[: max(MOST, sum(each.verdict is Verdict.RISING for each in found))]

    @cached_property
    def slipping(self) -> list[Slipping]:
        """Overdue promises to residents by service, the most first."""
        late = Action.objects.filter(
            landlord=self.landlord, done_on__isnull=True, due_on__lt=self.today, internal=False
        )
        rows = late.order_by().values_list("case__service", "moves")
        overdue: Counter[str] = Counter()
        put_off: Counter[str] = Counter()
        for service, moves in rows:
            overdue[service] += 1
            put_off[service] += bool(moves)
        return [Slipping(name, number, put_off[name]) for name, number in overdue.most_common()]

    @cached_property
    def quarters(self) -> list[tuple[Period, Kept]]:
        """The last two whole quarters, and how the promises due in them were kept."""
        last = Period.of(Length.QUARTER, self.today).previous
        return [(each, kept(self.landlord, each.start, each.end)) for each in (last.previous, last)]

    @cached_property
    def _received(self) -> Counter[tuple[date, int]]:
        """How many complaints came on each day of the twelve months, at each stage; one query."""
        first = min(_last(Length.MONTH, MONTHS, self.today)[0].start,
                    _last(Length.WEEK, WEEKS, self.today)[0].start)  # fmt: skip
        rows = Stage.objects.filter(landlord=self.landlord, number__in=(1, 2))
        rows = rows.filter(received_on__range=(first, self.today))
        rows = rows.filter(case__kind=Kind.COMPLAINT.value, case__merged_into="")
        counted = rows.order_by().values_list("received_on", "number").annotate(many=Count("pk"))
        return Counter({(day, stage): many for day, stage, many in counted})

    def _came(self, periods: Iterable[Period]) -> tuple[Came, ...]:
        found = []
        for each in periods:
            counts: Counter[int] = Counter()
            for (day, stage), number in self._received.items():
                counts[stage] += number * each.holds(day)
            running = each.end >= self.today
            found.append(Came(each, counts[1], counts[2], running))
        return tuple(found)


def _last(length: Length, number: int, today: date) -> list[Period]:
    periods = [Period.of(length, today)]
    while len(periods) < number:
        periods.append(periods[-1].previous)
    return periods[::-1]
