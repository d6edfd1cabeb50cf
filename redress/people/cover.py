"""Cover for absence: who signs for whom, and when.

Whoever is away gives the right to sign what waits for them to a colleague who may decide, from one
day to another. It passes on no further: the cover of a cover signs nothing. The record says for
whom it was signed.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction

from redress.people import admin_log
from redress.people.models import Cover, Landlord, Membership
from redress.rules.access import DECIDERS, Absent, Actor, Role

Days = tuple[date, date]  # the first and the last


class CoverRefused(Exception):
    """The cover cannot be: `reason` is the word for it, `field` what would mend it."""

    def __init__(self, reason: str, field: str) -> None:
        super().__init__(reason)
        self.reason, self.field = reason, field


@dataclass(frozen=True)
class Away:
    """One absence as a page shows it."""

    number: int
    covered_by: str
    from_on: date
    to_on: date


def with_covers(actor: Actor, landlord: Landlord, on: date) -> Actor:
    """The actor with those for whom they sign on this day: none where they may not decide."""
    if actor.id is None or not actor.roles & DECIDERS:
        return actor
    rows = Membership.objects.filter(
        landlord=landlord,
        user__is_active=True,
        user__absences__landlord=landlord,
        user__absences__covered_by=actor.id,
        user__absences__from_on__lte=on,
        user__absences__to_on__gte=on,
    )
    held: dict[tuple[int, str], set[Role]] = {}
    for number, name, role in rows.values_list("user_id", "user__name", "role"):
        held.setdefault((number, name), set()).add(Role(role))
    away = (Absent(*who, frozenset(roles)) for who, roles in sorted(held.items()))
    return replace(actor, covers=tuple(away))


def set_cover(actor: Actor, landlord: Landlord, by: int, from_on: date, to_on: date) -> None:
    """Have a colleague sign for the actor, both days included. The same twice is once.

    Raises CoverRefused for oneself, for somebody who may not decide for this landlord, for an end
    before the start.
    """
    if by == actor.id:
        raise CoverRefused("yourself", "covered_by")
    if to_on < from_on:
        raise CoverRefused("ends_before", "to_on")
    able = [role.value for role in DECIDERS]
    held = Membership.objects.filter(landlord=landlord, user=by, role__in=able)
    if not held.filter(user__is_active=True).exists():
        raise CoverRefused("may_not_decide", "covered_by")
    Cover.objects.get_or_create(
        landlord=landlord, absent_id=actor.id, covered_by_id=by, from_on=from_on, to_on=to_on
    )


def cover_for(
    landlord: Landlord,
    by: Actor,
    absent: Actor,
    covering: tuple[int, str],
    days: Days,
    at: datetime,
) -> None:
    """Have a colleague (number and name) sign for somebody who is away and cannot say so
    themselves. Written into the administration log. Raises CoverRefused, as `set_cover` does."""
    with transaction.atomic():
        Landlord.objects.select_for_update().get(pk=landlord.pk)
        before = Cover.objects.filter(landlord=landlord, absent=absent.id).count()
        set_cover(absent, landlord, covering[0], *days)
        if Cover.objects.filter(landlord=landlord, absent=absent.id).count() == before:
            return
        first, last = (day.isoformat() for day in days)
        told = {"to": covering[1], "starts": first, "until": last}
        admin_log.note(landlord, by, "cover_set", absent.name, at, **told)


def end_cover_of(landlord: Landlord, by: Actor, absent: Actor, number: int, at: datetime) -> None:
    """End or call off a cover of somebody else's absence, with a line in the log."""
    with transaction.atomic():
        rows = Cover.objects.filter(pk=number, landlord=landlord, absent=absent.id)
        if rows.delete()[0]:
            admin_log.note(landlord, by, "cover_ended", absent.name, at)


def end_cover(actor: Actor, landlord: Landlord, number: int) -> None:
    """End one of the actor's own absences, or call off one to come."""
    Cover.objects.filter(pk=number, landlord=landlord, absent=actor.id).delete()


def absences(actor: Actor, landlord: Landlord, today: date) -> list[Away]:
    """The actor's own absences that are not over, the first to come first."""
    rows = Cover.objects.filter(landlord=landlord, absent=actor.id, to_on__gte=today)
    found = rows.order_by("from_on", "pk").values_list("pk", "covered_by__name", "from_on", "to_on")
    return [Away(*each) for each in found]
