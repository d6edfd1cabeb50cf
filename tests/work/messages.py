"""Messages to send, and a clock that stands still until it is moved."""

from datetime import UTC, datetime, timedelta
from typing import Any

from redress.cases.models import Letter, Message
from redress.people.models import Landlord
from redress.rules.access import Role
from redress.rules.facts import State
from tests import builders

START = datetime(2026, 5, 6, 10, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def goes(self, **span: float) -> None:
        self.now += timedelta(**span)


def staff_mail(landlord: Landlord, to: str = "ben@example.org", **others: Any) -> Message:
    """A message to staff that is due."""
    number = Message.objects.count()
    values = {
        "kind": "asked",
        "way": "email",
        "to_name": "Ben Ford",
        "to_address": to,
        "subject": "Please comment",
        "text": "By Friday, please.",
        "message_id": f"{number:032x}",
        "created_at": START,
        "not_before": START,
    }
    return Message.objects.create(landlord=landlord, **(values | others))


def letter_mail(landlord: Landlord, to: str = "mary@example.org", **others: Any) -> Message:
    """A letter that is due, of a case made by real actions."""
    letter = Letter.objects.filter(landlord=landlord).first() or _letter(landlord)
    values = {"kind": letter.kind, "letter": letter, "case": letter.case, "text": ""}
    return staff_mail(landlord, to, subject=letter.subject, **(values | others))


def _letter(landlord: Landlord) -> Letter:
    office = builders.Office(
        landlord,
        builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER, name="A")),
        builders.Desk(landlord, builders.user(landlord, Role.STAGE_2_REVIEWER, name="B")),
    )
    reference = office.reach(State.STAGE_1_OPEN, resident=None)
    return Letter.objects.get(case__reference=reference, number=1)
