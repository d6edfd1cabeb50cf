"""The desk in tests: a landlord, its people signed in, and cases at each point of their life."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client

from redress.cases.access import get_case
from redress.cases.facts import facts_of
from redress.people.models import Landlord, User
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.acknowledge import Acknowledge
from redress.rules.actions.escalate import Escalate
from redress.rules.actions.log import Log
from redress.rules.actions.respond import IssueFinding, NewAction, Respond
from redress.rules.facts import CaseFacts, Finding
from redress.web import clock
from tests import builders

TODAY = date(2026, 5, 12)  # a Tuesday
RECEIVED, LOGGED, ACKNOWLEDGED = date(2026, 5, 1), date(2026, 5, 5), date(2026, 5, 6)


@pytest.fixture
def landlord(db: None) -> Landlord:
    return builders.landlord()


@pytest.fixture
def officer(landlord: Landlord) -> Actor:
    return builders.user(landlord, Role.COMPLAINTS_OFFICER)


@pytest.fixture
def reviewer(landlord: Landlord) -> Actor:
    return builders.user(landlord, Role.STAGE_2_REVIEWER, name="Ben Ford")


@pytest.fixture
def desk(landlord: Landlord, officer: Actor) -> builders.Desk:
    return builders.Desk(landlord, officer)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> Iterator[date]:
    """Every page is asked for on the same day."""
    monkeypatch.setattr(clock, "now", lambda: builders.at(TODAY))
    yield TODAY


def moment(day: date) -> datetime:
    """For a test that goes on to another day: `monkeypatch.setattr(clock, "now", …)`."""
    return builders.at(day)


def browser_of(actor: Actor) -> Client:
    """Somebody signed in."""
    client = Client()
    client.force_login(User.objects.get(pk=actor.id))
    return client


@pytest.fixture
def page(officer: Actor) -> Client:
    """The officer's browser."""
    return browser_of(officer)


def address(rest: str = "") -> str:
    """A page of the landlord's desk."""
    return f"/code-model/desk/{rest}"


def received(desk: builders.Desk, **others: Any) -> str:
    """A complaint that has just come in."""
    others.setdefault("resident", builders.resident(desk.landlord).pk)
    return desk.receive(RECEIVED, **others)


def logged(desk: builders.Desk, **others: Any) -> str:
    """One that waits for its acknowledgement."""
    reference = received(desk, **others)
    desk.does(reference, Verb.LOG, Log(service="Repairs", category="leak"), LOGGED)
    return reference


def opened(desk: builders.Desk, **others: Any) -> str:
    """One that is being looked into; its response is due on Wednesday 20 May 2026."""
    reference = logged(desk, **others)
    desk.does(reference, Verb.ACKNOWLEDGE, DEFINED, ACKNOWLEDGED)
    return reference


def answered(desk: builders.Desk, *actions: NewAction, **others: Any) -> str:
    """One that has its stage 1 response."""
    reference = opened(desk, **others)
    found = IssueFinding(issue=1, finding=Finding.UPHELD, reasons="We came late.")
    desk.does(reference, Verb.RESPOND, Respond(findings=(found,), actions=actions), TODAY)
    return reference


def case_of(desk: builders.Desk, reference: str) -> CaseFacts:
    """The case as it stands in the tables."""
    return facts_of(get_case(desk.actor, desk.landlord, reference))


@pytest.fixture
def escalated(desk: builders.Desk) -> str:
    """A case whose stage 1 the officer answered, and for which stage 2 is asked."""
    reference = answered(desk)
    asked = Escalate(requested_on=TODAY, channel="phone")
    desk.does(reference, Verb.ESCALATE, asked, TODAY)
    return reference


DEFINED = Acknowledge(
    definition="Your kitchen ceiling leaks and we did not come.",
    outcome_sought="Mend it.",
    not_responsible="There is nothing here that is not ours.",
)
MEND = NewAction(what="Mend the ceiling", owner="Repairs", due_on=date(2026, 6, 12))


def parts(name: str, day: date) -> dict[str, str]:
    """A date as a form sends it."""
    return {
        f"{name}_day": f"{day.day}",
        f"{name}_month": f"{day.month}",
        f"{name}_year": f"{day.year}",
    }
