"""Messages on cases that wait for somebody, over all cases of a landlord, closed ones too."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Count, Q, QuerySet

from redress.cases.access import visible
from redress.cases.models import Incoming
from redress.cases.models.incoming import OPEN
from redress.people.models import Landlord
from redress.rules.access import Actor
from redress.rules.facts_incoming import Asks, Sender

PAGE = 50
LONGEST_NUMBER = 19  # digits that a row's number may have


class Show(StrEnum):
    """Which messages."""

    UNANSWERED = "unanswered"
    STAGE_2 = "stage-2"


WHICH = {
    Show.UNANSWERED: Q(answered_on__isnull=True),
    Show.STAGE_2: Q(stage_2=Asks.OPEN.value),
}


@dataclass(frozen=True)
class Waiting:
    """One message that waits, and its case in a few words."""

    reference: str
    number: int
    received_on: date
    channel: str
    sender: Sender
    name: str
    text: str
    may_ask: bool
    handler: str


def waiting(
    landlord: Landlord, actor: Actor, show: Show, after: str = "", *, mine: bool = False
) -> tuple[list[Waiting], str]:
    """A page of what waits on cases this person may see, the longest first; with the mark to give
    for the next page, empty on the last. A mark that is not ours starts anew."""
    rows = _rows(landlord, actor, mine).filter(WHICH[show])
    rows = rows.select_related("case__handler").order_by("received_on", "id")
    day, _, number = after.partition(".")
    try:
        mark = date.fromisoformat(day), int(number[:LONGEST_NUMBER])
        rows = rows.filter(Q(received_on__gt=mark[0]) | Q(received_on=mark[0], id__gt=mark[1]))
    except ValueError:
        pass  # no mark: the first page, as the docstring says
    found = list(rows[: PAGE + 1])
    more = f"{found[PAGE - 1].received_on}.{found[PAGE - 1].pk}" if len(found) > PAGE else ""
    return [_waiting(row) for row in found[:PAGE]], more


def counts(landlord: Landlord, actor: Actor, *, mine: bool = False) -> dict[Show, int]:
    """How many of each wait. One query, over what waits alone."""
    counted = {f"n{n}": Count("pk", filter=which) for n, which in enumerate(WHICH.values())}
    found = _rows(landlord, actor, mine).aggregate(**counted)
    return dict(zip(WHICH, found.values(), strict=True))


def _rows(landlord: Landlord, actor: Actor, mine: bool) -> QuerySet[Incoming]:
    """What is open, which an index holds and nothing else."""
    rows = Incoming.objects.filter(OPEN, visible(actor, "case__"), landlord=landlord)
    return rows.filter(case__handler=actor.id) if mine else rows


def _waiting(row: Incoming) -> Waiting:
    return Waiting(
        reference=row.case.reference,
        number=row.number,
        received_on=row.received_on,
        channel=row.channel,
        sender=Sender(row.sender),
        name=row.name,
        text=row.text[:200],
        may_ask=row.stage_2 == Asks.OPEN,
        handler=row.case.handler.name if row.case.handler else "",
    )
