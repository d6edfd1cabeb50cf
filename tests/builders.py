"""Builders that do real actions, so that a state is reached as it would be in use."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from redress.cases.access import actor_of
from redress.cases.perform import Done, perform, receive
from redress.people.models import Home, Landlord, Membership, Resident, User
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.receive import NewIssue, Receive
from redress.rules.decision import Refused


def at(day: date, hour: int = 10) -> datetime:
    """A moment on a day."""
    return datetime.combine(day, time(hour), tzinfo=UTC)


def landlord(slug: str = "code-model", prefix: str = "MOD") -> Landlord:
    """A landlord with a policy of that name."""
    return Landlord.objects.create(
        slug=slug, name=slug.title(), reference_prefix=prefix, contact="phone 020 7946 0000"
    )


def user(of: Landlord, *roles: Role, name: str = "Amina Khan") -> Actor:
    """Somebody who holds these roles for the landlord."""
    email = f"{name.replace(' ', '.').lower()}.{of.slug}@example.org"
    made = User.objects.filter(email=email).first() or User.objects.create_user(email, name, "x")
    for role in roles:
        Membership.objects.create(user=made, landlord=of, role=role.value)
    return actor_of(made, of)


def resident(of: Landlord, name: str = "Mary Osei") -> Resident:
    """A tenant with a home."""
    home = Home.objects.create(landlord=of, address="4 Elm Walk", postcode="E1 4AA")
    return Resident.objects.create(
        landlord=of, name=name, home=home, phone="07700 900123", email="mary@example.org"
    )


def contact(received_on: date, **others: Any) -> Receive:
    """What a resident says about a leak, received on a day."""
    given: dict[str, Any] = {
        "landlord": "",
        "reference": "",
        "received_on": received_on,
        "description": "The kitchen ceiling leaks and nobody comes.",
        "channel": "phone",
        "outcome_sought": "Mend it.",
        "service": "Repairs",
        "category": "leak",
        "issues": (NewIssue(summary="The kitchen ceiling leaks"),),
    }
    return Receive(**(given | others))


@dataclass
class Desk:
    """A landlord's desk: does things to cases and fails where an action is refused."""

    landlord: Landlord
    actor: Actor

    def receive(self, on: date, **others: Any) -> str:
        """Receive a complaint; gives its reference."""
        recorded = others.pop("recorded", on)
        made = receive(self.actor, self.landlord, contact(on, **others), at=at(recorded))
        assert isinstance(made, Done), made
        return made.reference

    def does(self, reference: str, verb: Verb, given: Any, on: date) -> Done:
        """Do one thing on a day; a refusal is a failed test."""
        answer = perform(self.actor, self.landlord, reference, verb, given, at=at(on))
        assert isinstance(answer, Done), answer
        return answer

    def refused(self, reference: str, verb: Verb, given: Any, on: date) -> list[str]:
        """The codes of the reasons for which an action is refused."""
        answer = perform(self.actor, self.landlord, reference, verb, given, at=at(on))
        assert isinstance(answer, Refused), answer
        return [reason.code for reason in answer.reasons]
