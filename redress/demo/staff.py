"""The demonstration's staff: invented people, with the roles each landlord's own policy names."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from django.contrib.auth.hashers import make_password
from django.utils.timezone import localdate

from redress.cases.access import actor_of
from redress.people.models import Landlord, Membership, Organisation, Team, Training, User
from redress.rules.access import Actor, Role

PASSWORD = "demonstration only"  # noqa: S105 shown on purpose: the demonstration holds nobody real

STAFF: tuple[tuple[str, str, Role], ...] = (
    ("officer", "Amina Khan", Role.COMPLAINTS_OFFICER),
    ("handler", "Ben Ford", Role.HANDLER),
    ("head", "Carol Jones", Role.HEAD_OF_SERVICE),
    ("reviewer", "David Mensah", Role.STAGE_2_REVIEWER),
    ("director", "Eleni Costa", Role.DIRECTOR),
    ("chief-executive", "Harriet Obi", Role.CHIEF_EXECUTIVE),
    ("member", "Councillor Farah Aziz", Role.MEMBER_RESPONSIBLE),
    ("board", "Councillor Grace Lamb", Role.BOARD_MEMBER),
    ("lead", "Ines Moreau", Role.SENIOR_LEAD),
    ("administrator", "Jo Whitfield", Role.ADMINISTRATOR),
    ("contact-centre", "George Lee", Role.LOGGER),
)
# Tower Hamlets' stage 2 is the council's (THH policy, Stage 2).
COUNCILS = ("reviewer", "chief-executive")
REVIEWED_BY = {"tower-hamlets-homes": "London Borough of Tower Hamlets"}


@dataclass(frozen=True)
class Staff:
    """The people of one landlord, by what they do there."""

    officer: Actor
    handler: Actor
    head: Actor
    reviewer: Actor
    chief: Actor


def email(part: str, landlord: Landlord) -> str:
    """The sign-in name of a demonstration user: "officer@harrow.example"."""
    return f"{part}@{landlord.slug}.example"


@cache
def _hashed() -> str:
    """The one password that everybody knows, hashed once: that is slow on purpose."""
    return make_password(PASSWORD)


def staff_of(landlord: Landlord) -> Staff:
    """The landlord's demonstration staff, made if they are not there yet."""
    actors = {}
    for part, name, role in STAFF:
        address = email(part, landlord)
        user, _ = User.objects.get_or_create(
            email=address, defaults={"name": name, "password": _hashed()}
        )
        employer = REVIEWED_BY.get(landlord.slug, landlord.name) if part in COUNCILS else None
        organisation, _ = Organisation.objects.get_or_create(name=employer or landlord.name)
        team, _ = Team.objects.get_or_create(organisation=organisation, name="Complaints")
        Membership.objects.get_or_create(
            user=user, landlord=landlord, role=role.value, defaults={"team": team}
        )
        trained = localdate() - timedelta(days=100)
        Training.objects.get_or_create(
            user=user,
            landlord=landlord,
            defaults={"trained_on": trained, "refresher_due": trained + timedelta(days=365)},
        )
        actors[part] = actor_of(user, landlord)
    named = ("officer", "handler", "head", "reviewer", "chief-executive")
    return Staff(*(actors[part] for part in named))
