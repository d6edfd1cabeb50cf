"""The staff of a landlord: who they are, which roles they hold, and when they were trained."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from redress.people import admin_log
from redress.people.models import Landlord, Membership, Organisation, Team, Training, User
from redress.rules.access import Actor, Role
from redress.rules.appointed import Gap, gaps


class LastAdministrator(Exception):
    """Without this person nobody could administer the landlord's site."""


@dataclass
class Person:
    """A member of staff, as they stand to one landlord."""

    user: User
    roles: list[Role] = field(default_factory=list)
    team: Team | None = None
    training: Training | None = None

    def refresher_overdue(self, today: date) -> bool:
        """Whether they should have been trained again by now."""
        return self.training is not None and self.training.refresher_due < today


def people(landlord: Landlord) -> list[Person]:
    """Everybody who holds a role, by name; those whose account is closed are among them."""
    return _read(landlord, Membership.objects.filter(landlord=landlord))


def person_of(landlord: Landlord, number: int) -> Person | None:
    """One member of staff by the user's number; None for whoever holds no role here."""
    found = _read(landlord, Membership.objects.filter(landlord=landlord, user=number))
    return found[0] if found else None


def _read(landlord: Landlord, rows: object) -> list[Person]:
    held = rows.select_related("user", "team__organisation")  # type: ignore[attr-defined]
    found: dict[int, Person] = {}
    for row in held.order_by("user__name", "user_id"):
        person = found.setdefault(row.user_id, Person(row.user, team=row.team))
        person.roles.append(Role(row.role))
    for training in Training.objects.filter(landlord=landlord, user__in=found):
        found[training.user_id].training = training
    for person in found.values():
        person.roles.sort(key=list(Role).index)
    return list(found.values())


def unfilled(landlord: Landlord) -> tuple[Gap, ...]:
    """Whom the Code asks the landlord to appoint and nobody with an open account is."""
    held = Membership.objects.filter(landlord=landlord, user__is_active=True)
    return gaps({Role(role) for role in held.values_list("role", flat=True).distinct()})


def set_roles(
    landlord: Landlord, by: Actor, person: Person, roles: Collection[Role], team: Team, at: datetime
) -> bool:
    """Give somebody just these roles, in this team; False where nothing changes.

    Raises `LastAdministrator`. With no roles at all they hold none here any more.
    """
    with transaction.atomic():
        Landlord.objects.select_for_update().get(pk=landlord.pk)
        if Role.ADMINISTRATOR not in roles:
            _another_administers(landlord, person.user)
        was = set(person.roles)
        ours = Membership.objects.filter(landlord=landlord, user=person.user)
        if was == set(roles) and person.team == team:
            return False
        ours.exclude(role__in=[role.value for role in roles]).delete()
        ours.update(team=team)
        Membership.objects.bulk_create(
            Membership(landlord=landlord, user=person.user, team=team, role=role.value)
            for role in roles
            if role not in was
        )
        told = {"was": _words(was), "is": _words(roles), "team": str(team)}
        admin_log.note(landlord, by, "roles", person.user.name, at, **told)
        return True


def _another_administers(landlord: Landlord, leaving: User) -> None:
    there = Membership.objects.filter(
        landlord=landlord, role=Role.ADMINISTRATOR.value, user__is_active=True
    )
    if there.filter(user=leaving).exists() and not there.exclude(user=leaving).exists():
        raise LastAdministrator


def drop(landlord: Landlord, user: User) -> None:
    """Take every role here from somebody, and close the account that nobody else needs.

    Inside a transaction, with the landlord's row locked. Raises `LastAdministrator`.
    """
    _another_administers(landlord, user)
    Membership.objects.filter(landlord=landlord, user=user).delete()
    if not Membership.objects.filter(user=user).exists():
        User.objects.filter(pk=user.pk).update(is_active=False)


def team_named(organisation: str, team: str) -> Team:
    """The team of that name in the organisation of that name, made where they are not there."""
    found, _ = Organisation.objects.get_or_create(name=organisation)
    return Team.objects.get_or_create(organisation=found, name=team)[0]


def train(
    landlord: Landlord, by: Actor, person: Person, trained_on: date, due: date, at: datetime
) -> None:
    """Note that somebody was trained, and when they are to be again."""
    with transaction.atomic():
        Training.objects.update_or_create(
            user=person.user,
            landlord=landlord,
            defaults={"trained_on": trained_on, "refresher_due": due},
        )
        told = {"trained_on": trained_on.isoformat(), "refresher_due": due.isoformat()}
        admin_log.note(landlord, by, "trained", person.user.name, at, **told)


def refreshers(landlord: Landlord) -> dict[int, date]:
    """When each of the staff whose training is noted is to be trained again, by number."""
    return dict(Training.objects.filter(landlord=landlord).values_list("user_id", "refresher_due"))


def refresher_due(landlord: Landlord, person: int) -> date | None:
    """When somebody, by number, is to be trained again; None where no training is noted.

    A landlord that notes nobody's training here is not told so of each: then it is never.
    """
    noted = refreshers(landlord)
    return noted.get(person) if noted else date.max


def _words(roles: Collection[Role]) -> list[str]:
    return [role.value for role in Role if role in roles]
