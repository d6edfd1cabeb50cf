"""Builders that do real actions, so that a state is reached as it would be in use."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from redress.cases.access import actor_of
from redress.cases.facts import facts_of
from redress.cases.models import Case
from redress.cases.perform import Done, perform, receive
from redress.people.models import Home, Landlord, Membership, Resident, User
from redress.people.register import add_resident
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.receive import NewIssue, Receive
from redress.rules.actions.refuse import Refuse
from redress.rules.actions.respond import Respond, signature
from redress.rules.actions.sign import Sign
from redress.rules.actions.submit import Submit
from redress.rules.decision import Book, Context, Refused
from redress.rules.facts import Kind, State
from redress.rules.sign_off import may_sign
from tests.rules import inputs, story


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
    return add_resident(of, name=name, home=home, phone="07700 900123", email="mary@example.org")


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
    book: Book | None = None

    def receive(self, on: date, **others: Any) -> str:
        """Receive a complaint; gives its reference."""
        recorded = others.pop("recorded", on)
        given = contact(on, **others)
        made = receive(self.actor, self.landlord, given, at=at(recorded), book=self.book)
        assert isinstance(made, Done), made
        return made.reference

    def tries(
        self, reference: str, verb: Verb, given: Any, on: date, seen: int | None = None
    ) -> Done | Refused:
        """What comes of it."""
        return perform(
            self.actor, self.landlord, reference, verb, given, at=at(on), seen=seen, book=self.book
        )

    def does(self, reference: str, verb: Verb, given: Any, on: date) -> Done:
        """Do one thing on a day; a refusal is a failed test."""
        answer = self.tries(reference, verb, given, on)
        assert isinstance(answer, Done), answer
        return answer

    def refused(self, reference: str, verb: Verb, given: Any, on: date) -> list[str]:
        """The codes of the reasons for which an action is refused."""
        answer = self.tries(reference, verb, given, on)
        assert isinstance(answer, Refused), answer
        return [reason.code for reason in answer.reasons]


@dataclass
class Office:
    """A landlord with one officer for stage 1 and one reviewer for stage 2."""

    landlord: Landlord
    one: Desk
    two: Desk

    def reach(self, state: State, **others: Any) -> str:
        """Bring a new case to a state, by the same steps as in `tests.rules.story`; gives its
        reference. It is received on Friday 1 May 2026.
        """
        if state in (State.REQUEST_OPEN, State.REQUEST_ANSWERED):
            others = {"kind": Kind.SERVICE_REQUEST} | others
        reference = self.one.receive(date(2026, 5, 1), **others)
        self.goes_on(reference, story.PATHS[state])
        return reference

    def goes_on(self, reference: str, steps: list[story.Step]) -> None:
        """Take these steps with a case, each by whoever does that stage."""
        for verb, when, by in steps:
            case = facts_of(Case.objects.get(landlord=self.landlord, reference=reference))
            desk, day = self.two if by is story.BEN else self.one, inputs.on(when)
            given = inputs.plausible(verb, case, day)
            if verb is Verb.RESPOND:
                self.answers(desk, reference, given, day)
            elif verb in (Verb.REFUSE, Verb.REFUSE_ESCALATION):
                self.refuses(desk, reference, given, day)
            else:
                desk.does(reference, verb, given, day)

    def answers(self, desk: Desk, reference: str, given: Respond, day: date) -> None:
        """Respond, by way of a signature where the landlord's policy asks for one."""
        case = facts_of(Case.objects.get(landlord=self.landlord, reference=reference))
        need = signature(case, given, Context(desk.actor, day, self.one.book or Book()))
        if need is None or may_sign(desk.actor, need):
            desk.does(reference, Verb.RESPOND, given, day)
            return
        desk.does(reference, Verb.SUBMIT, Submit(response=given), day)
        self.signs(reference, day)

    def refuses(self, desk: Desk, reference: str, given: Refuse, day: date) -> None:
        """Refuse the complaint, or stage 2, by way of a second person who approves it."""
        case = facts_of(Case.objects.get(landlord=self.landlord, reference=reference))
        verb = Verb.REFUSE if case.stage.number == 1 else Verb.REFUSE_ESCALATION
        desk.does(reference, verb, given, day)
        self.signs(reference, day)

    def signs(self, reference: str, day: date) -> None:
        """Sign what waits."""
        case = facts_of(Case.objects.get(landlord=self.landlord, reference=reference))
        signer = story.CAROL if case.stage.number == 1 else story.ELENI
        person = user(self.landlord, *signer.roles, name=signer.name)
        sign = Sign(number=len(case.submissions))
        Desk(self.landlord, person, self.one.book).does(reference, Verb.SIGN, sign, day)


def office(slug: str = "code-model", prefix: str = "MOD", book: Book | None = None) -> Office:
    """A landlord of that name with its two people."""
    made = landlord(slug, prefix)
    officer = user(made, Role.COMPLAINTS_OFFICER)
    reviewer = user(made, Role.STAGE_2_REVIEWER, name="Ben Ford")
    return Office(made, Desk(made, officer, book), Desk(made, reviewer, book))
