"""A landlord with a case of last year and an approved self-assessment, and those who publish."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from redress.assessment import store as assessments
from redress.assessment.imports import import_form
from redress.people.models import Landlord
from redress.publishing.models import Edition
from redress.publishing.store import approve, draft, publish
from redress.rules.access import Actor, Role
from redress.rules.facts import State
from redress.rules.figures_year import Year
from redress.rules.publishing import Given
from tests import builders
from tests.rules.forms import text

YEAR = Year(2026)
AT = datetime(2026, 9, 1, 10, tzinfo=UTC)
TODAY = AT.date()
RESPONSE = Given(
    response="The board thanks all staff.", response_by="The board", response_on=date(2026, 8, 3)
)


@dataclass
class House:
    """A landlord, who drafts, and who approves."""

    landlord: Landlord
    officer: Actor
    lead: Actor

    def draft(self, given: Given = RESPONSE, at: datetime = AT) -> Edition:
        return draft(self.landlord, YEAR, given, self.officer, at, at.date())

    def published(self, given: Given = RESPONSE, at: datetime = AT) -> Edition:
        made = self.draft(given, at)
        approve(made, made.digest, self.lead, at)
        publish(made, made.digest, self.officer, at)
        made.refresh_from_db()
        return made


def assess(landlord: Landlord) -> None:
    """An approved self-assessment: one no, the rest yes."""
    by = Actor(None, "Ann")
    form = text(p6_2="6.2\tIn five days.\tNo\t\tNot yet.").encode()
    made = import_form(landlord, YEAR, "f.txt", form, by, AT).assessment
    assessments.approve(made, "Cabinet", date(2026, 8, 1), "Cabinet notes it.", by, AT, TODAY)


@pytest.fixture
def house(db: None) -> House:
    made = builders.office()
    made.reach(State.STAGE_2_ANSWERED)
    assess(made.landlord)
    return House(
        made.landlord,
        builders.user(made.landlord, Role.COMPLAINTS_OFFICER, name="Olga Officer"),
        builders.user(made.landlord, Role.SENIOR_LEAD, name="Lena Lead"),
    )
