"""Who is at a case: "Amina Khan is also here".

A person has one row a case, which says when their page was last heard of. The rows of cases that
they have left are cleared when they next open a form, so the table does not grow.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from redress.cases.models import Case, Presence
from redress.rules.access import Actor

HERE = timedelta(minutes=1)  # since the last sign of life


@dataclass(frozen=True)
class Here:
    """Somebody at the case. `doing` is the action whose form they have open, empty for none."""

    name: str
    doing: str


def note(case: Case, actor: Actor, at: datetime, doing: str = "") -> None:
    """The person has a page of the case open. Only people who sign in are kept."""
    if actor.id is None:
        return
    landlord = case.landlord_id
    one = Presence(landlord_id=landlord, case=case, user_id=actor.id, doing=doing, seen_at=at)
    Presence.objects.bulk_create(
        [one],
        update_conflicts=True,
        unique_fields=["case", "user"],
        update_fields=["doing", "seen_at"],
    )


def clear(actor: Actor, at: datetime) -> None:
    """Forget the cases that the person has left."""
    Presence.objects.filter(user=actor.id, seen_at__lt=at - HERE).delete()


def others(case: Case, actor: Actor, at: datetime) -> list[Here]:
    """Who else is here, by name."""
    rows = Presence.objects.filter(case=case, seen_at__gte=at - HERE).exclude(user=actor.id)
    found = rows.order_by("user__name").values_list("user__name", "doing")
    return [Here(*each) for each in found]
