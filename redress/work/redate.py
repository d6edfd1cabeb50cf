"""The round that dates open cases anew after the days that count have changed, in batches.

Each case is one action with its own line on the record. A case done twice is done once, for the
action refuses where no date moves; so the round goes on where it, or another, was stopped.
"""

from datetime import datetime

from redress.cases.models import Case, Redating
from redress.cases.perform import Done, perform
from redress.rules.access import SYSTEM, Verb
from redress.rules.actions.redate import Redate

BATCH = 200  # cases of each change, in one run


def run(now: datetime) -> int:
    """Go on with every change that is not done; gives how many cases got other dates."""
    todo = Redating.objects.filter(done_at__isnull=True).select_related("landlord").order_by("pk")
    return sum(_go_on(each, now) for each in todo)


def _go_on(work: Redating, now: datetime) -> int:
    rows = Case.objects.filter(landlord=work.landlord, open_due__isnull=False, pk__gt=work.after)
    batch = list(rows.order_by("pk").values_list("pk", "reference")[:BATCH])
    given, moved = Redate(reason=work.reason), 0
    for number, reference in batch:
        done = perform(SYSTEM, work.landlord, reference, Verb.REDATE, given, at=now)
        moved += isinstance(done, Done)
        work.after = number
    work.moved += moved
    work.done_at = now if len(batch) < BATCH else None
    work.save(update_fields=["after", "moved", "done_at"])
    return moved
