"""What is promised over all cases of a landlord: what is open, and how much was kept."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q

from redress.cases.access import visible
from redress.cases.models import Action, Case
from redress.people.models import Landlord
from redress.rules.access import Actor

PAGE = 50
LONGEST_NUMBER = 19  # digits that a row's number may have


@dataclass(frozen=True)
class Open:
    """A promise or task that is open, and its case in a few words."""

    reference: str
    number: int
    what: str
    owner: str
    due_on: date
    internal: bool
    put_off: int
    resident: str
    service: str


@dataclass(frozen=True)
class Kept:
    """Promises that fell due in a period: all of them, those done, done in time, and put off."""

    due: int
    done: int
    in_time: int
    put_off: int

    @property
    def share(self) -> int | None:
        """Per cent of those due that were done in time; None where none was due."""
        return round(100 * self.in_time / self.due) if self.due else None


def open_promises(landlord: Landlord, actor: Actor, after: str = "") -> tuple[list[Open], str]:
    """A page of what is open on cases this person may see, the first due first; with the mark for
    the next page, empty on the last. A mark that is not ours starts anew."""
    rows = (
        Action.objects.filter(visible(actor, "case__"), landlord=landlord, done_on__isnull=True)
        .select_related("case__resident")
        .order_by("due_on", "id")
    )
    day, _, number = after.partition(".")
    try:
        mark = date.fromisoformat(day), int(number[:LONGEST_NUMBER])
        rows = rows.filter(Q(due_on__gt=mark[0]) | Q(due_on=mark[0], id__gt=mark[1]))
    except ValueError:
        pass  # no mark: the first page, as the docstring says
    found = list(rows[: PAGE + 1])
    more = f"{found[PAGE - 1].due_on}.{found[PAGE - 1].pk}" if len(found) > PAGE else ""
    return [_open(row) for row in found[:PAGE]], more


def _open(row: Action) -> Open:
    case = row.case
    return Open(
        reference=case.reference,
        number=row.number,
        what=row.what,
        owner=row.owner,
        due_on=row.due_on,
        internal=row.internal,
        put_off=len(row.moves),
        resident=case.resident.name if case.resident else "No name given",
        service=case.service,
    )


def kept(landlord: Landlord, start: date, end: date) -> Kept:
    """How the promises that were due in the period, both days included, were kept (Code 7.3).

    A promise counts by the date it has now; `put_off` says how many had an earlier one. Tasks
    among colleagues are none. One query over the period alone.
    """
    rows = Action.objects.filter(landlord=landlord, due_on__range=(start, end), internal=False)
    done = Q(done_on__isnull=False)
    counted = rows.aggregate(
        due=Count("id"),
        done=Count("id", filter=done),
        in_time=Count("id", filter=done & Q(done_on__lte=F("due_on"))),
        put_off=Count("id", filter=~Q(moves=[])),
    )
    return Kept(**counted)


def due_soon(until: date) -> list[tuple[Landlord, str]]:
    """Every case of any landlord whose next date is not after that day and that somebody handles:
    for the round that reminds."""
    rows = Case.objects.filter(next_due__lte=until, handler__isnull=False)
    found = rows.select_related("landlord").only("landlord", "reference").order_by("id")
    return [(row.landlord, row.reference) for row in found.iterator(chunk_size=500)]
