"""Requests that were answered or closed as such: were they complaints? (Code 1.3, 1.4, 1.5)"""

from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from redress.cases.access import visible
from redress.cases.models import Case
from redress.people.models import Landlord
from redress.rules.access import Actor
from redress.rules.dissatisfaction import words_of_dissatisfaction
from redress.rules.facts import Choice, Kind, State

PERIOD = timedelta(weeks=13)  # looked back, by the day they were received
MOST = 500  # the newest requests of the period that are read
ONE_IN = 10  # of those without such words, for a sample
OVER = (State.REQUEST_ANSWERED.value, State.CLOSED.value)


@dataclass(frozen=True)
class Closed:
    """A request that is over. `words` are those of dissatisfaction; one without is in the sample.

    `choice` is what they answered when asked whether they wanted to complain; None: nobody asked.
    """

    reference: str
    received_on: date
    service: str
    description: str
    words: tuple[str, ...]
    choice: Choice | None


def to_check(actor: Actor, landlord: Landlord, today: date) -> list[Closed]:
    """Requests of the last 13 weeks that are over and may have been complaints, then a sample of
    the others, which is another one each week: each part with the newest first. One query.
    """
    rows = Case.objects.filter(
        visible(actor),
        landlord=landlord,
        received_on__gte=today - PERIOD,
        kind=Kind.SERVICE_REQUEST.value,
        state__in=OVER,
    ).order_by("-received_on", "-id")[:MOST]
    found = [_closed(row) for row in rows]
    week = f"{today:%G-%V}"
    kept = [each for each in found if each.words or _in_sample(each.reference, week)]
    return sorted(kept, key=lambda each: not each.words)


def _closed(row: Case) -> Closed:
    choice = row.intake.get("choice")
    return Closed(
        reference=row.reference,
        received_on=row.received_on,
        service=row.service,
        description=row.description,
        words=words_of_dissatisfaction(row.description),
        choice=Choice(choice) if choice else None,
    )


def _in_sample(reference: str, week: str) -> bool:
    """One in ten, the same for everybody who looks in one week."""
    return int(sha256(f"{week} {reference}".encode()).hexdigest(), 16) % ONE_IN == 0
