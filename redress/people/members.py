"""The directory of members: MPs and councillors of a landlord's area, and its election periods."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Q

from redress.people.models import ElectionPeriod, Landlord, Member


def in_office(landlord: Landlord, on: date) -> list[Member]:
    """Those in office on a day, by name."""
    since = Q(from_on=None) | Q(from_on__lte=on)
    until = Q(to_on=None) | Q(to_on__gte=on)
    return list(Member.objects.filter(since, until, landlord=landlord).order_by("name", "pk"))


def all_of(landlord: Landlord) -> list[Member]:
    """Everybody in the directory, by area and then by name."""
    return list(Member.objects.filter(landlord=landlord).order_by("area", "name", "pk"))


def one_of(landlord: Landlord, number: int) -> Member | None:
    """One of them by number; None for another landlord's."""
    return Member.objects.filter(landlord=landlord, pk=number).first()


def named_among(there: Sequence[Member], text: str) -> Member | None:
    """The one of these whom a text names: as the directory lists them, or by a name that only one
    of them has. None where it names nobody or several."""
    sought = " ".join(text.casefold().split())
    listed = [each for each in there if str(each).casefold() == sought]
    by_name = [each for each in there if each.name.casefold() == sought]
    found = listed or by_name
    return found[0] if len(found) == 1 else None


def of_ward(landlord: Landlord, ward: str, on: date) -> list[Member]:
    """The councillors in office for a ward; none where the ward is not known."""
    if not ward:
        return []
    return [each for each in in_office(landlord, on) if each.area.casefold() == ward.casefold()]


def keep(landlord: Landlord, changing: Member | None = None, **columns: Any) -> Member:
    """Add a member, or change who is there."""
    member = changing or Member(landlord=landlord)
    for name, value in columns.items():
        setattr(member, name, value)
    member.save()
    return member


def elections_of(landlord: Landlord) -> list[ElectionPeriod]:
    """The landlord's election periods, the newest first."""
    return list(ElectionPeriod.objects.filter(landlord=landlord).order_by("-from_on", "-pk"))


def election_on(landlord: Landlord, on: date) -> ElectionPeriod | None:
    """The election period that a day lies in, if any."""
    periods = ElectionPeriod.objects.filter(landlord=landlord, from_on__lte=on, to_on__gte=on)
    return periods.order_by("-from_on").first()


def add_election(landlord: Landlord, name: str, from_on: date, to_on: date) -> ElectionPeriod:
    """Put down an election period. Both days count."""
    return ElectionPeriod.objects.create(landlord=landlord, name=name, from_on=from_on, to_on=to_on)


def drop_election(landlord: Landlord, number: int) -> str:
    """Take an election period away; gives its name, empty where it is not there."""
    found = ElectionPeriod.objects.filter(landlord=landlord, pk=number).first()
    if found is None:
        return ""
    found.delete()
    return found.name
