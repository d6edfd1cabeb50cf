"""The teams of a landlord: added, renamed, and people put into them."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Q

from redress.people import admin_log
from redress.people.models import Landlord, Membership, Organisation, Team
from redress.rules.access import Actor


class TeamRefused(Exception):
    """The team cannot be so: `reason` is "taken", or "shared" with another landlord."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def teams(landlord: Landlord) -> list[Team]:
    """The teams of the landlord's own organisation, and those in which its staff are; each with
    `people`, how many of its staff are in it."""
    ours = Q(organisation__name=landlord.name) | Q(membership__landlord=landlord)
    there = Count("membership__user", Q(membership__landlord=landlord), distinct=True)
    found = Team.objects.filter(ours).annotate(people=there).select_related("organisation")
    return list(found.distinct().order_by("organisation__name", "name"))


def team_of(landlord: Landlord, number: int) -> Team | None:
    """One of them, by its number."""
    return next((team for team in teams(landlord) if team.pk == number), None)


def add(landlord: Landlord, by: Actor, name: str, at: datetime) -> Team:
    """A new team of the landlord's own organisation. Raises `TeamRefused` for a name it has."""
    with transaction.atomic():
        Landlord.objects.select_for_update().get(pk=landlord.pk)
        organisation, _ = Organisation.objects.get_or_create(name=landlord.name)
        team, made = Team.objects.get_or_create(organisation=organisation, name=name)
        if not made:
            raise TeamRefused("taken")
        admin_log.note(landlord, by, "team_added", name, at)
        return team


def rename(landlord: Landlord, by: Actor, team: Team, name: str, at: datetime) -> bool:
    """Give a team another name; False where it has it. Raises `TeamRefused` for a name taken, and
    for a team in which another landlord of the site has people too."""
    with transaction.atomic():
        Landlord.objects.select_for_update().get(pk=landlord.pk)
        if team.name == name:
            return False
        if Membership.objects.filter(team=team).exclude(landlord=landlord).exists():
            raise TeamRefused("shared")
        others = Team.objects.filter(organisation=team.organisation, name=name)
        if others.exclude(pk=team.pk).exists():
            raise TeamRefused("taken")
        Team.objects.filter(pk=team.pk).update(name=name)
        admin_log.note(landlord, by, "team_renamed", team.name, at, **{"is": name})
        return True


def put_in(
    landlord: Landlord, by: Actor, team: Team, people: Collection[int], at: datetime
) -> list[str]:
    """Put members of staff, by number, into a team in place of the one they are in; gives the
    names of those who moved. Numbers of nobody here are passed over."""
    with transaction.atomic():
        Landlord.objects.select_for_update().get(pk=landlord.pk)
        held = Membership.objects.filter(landlord=landlord, user__in=people)
        moved = held.filter(Q(team__isnull=True) | ~Q(team=team))
        names = list(moved.order_by("user__name").values_list("user__name", flat=True).distinct())
        held.update(team=team)
        for name in names:
            admin_log.note(landlord, by, "team_joined", name, at, team=team.name)
        return names
