"""Which self-assessments a landlord owes, and noting what makes one due."""

from dataclasses import fields
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from redress.assessment.models import Assessment, Circumstance
from redress.cases.book import versions
from redress.people import admin_log
from redress.people.models import Landlord
from redress.rules.access import Actor
from redress.rules.assessment import Body, Trigger
from redress.rules.assessment_change import WHY
from redress.rules.assessment_due import Due, Made, Noted, assessment_due
from redress.rules.figures_year import Year
from redress.rules.policy_files import codes

NAMES = [field.name for field in fields(Noted)]


def owed(landlord: Landlord, today: date) -> tuple[Due, ...]:
    """Why the landlord owes a self-assessment today, and by when: empty where it owes none. What
    the other ombudsman's Code wants is not known here, and settles nothing of this one."""
    made = Assessment.objects.filter(landlord=landlord, body=Body.HOUSING_OMBUDSMAN.value)
    return assessment_due(
        [_made(row) for row in made],
        noted_of(landlord),
        versions(landlord),
        landlord.homes,
        codes()[0].starts,
        today,
    )


def noted_of(landlord: Landlord) -> list[Noted]:
    """What was noted, in the order of its days."""
    return [_noted(row) for row in Circumstance.objects.filter(landlord=landlord)]


@transaction.atomic
def note_circumstance(landlord: Landlord, noted: Noted, by: Actor, at: datetime) -> None:
    """Keep something that happened. What was noted of the same day is told anew, with its steps."""
    values = {name: getattr(noted, name) for name in NAMES}
    key = {"landlord": landlord, "trigger": values.pop("trigger").value, "on": values.pop("on")}
    said = {"noted_at": at, "noted_by": by.name}
    Landlord.objects.select_for_update().get(pk=landlord.pk)  # one at a time
    if Circumstance.objects.filter(**key, **values).exists():
        return  # sent twice
    if not Circumstance.objects.filter(**key).update(**values, **said):
        Circumstance.objects.create(**key, **values, **said)
    admin_log.note(landlord, by, "circumstance", WHY[noted.trigger][0], at, said=noted.what)


def _made(row: Assessment) -> Made:
    return Made(Year.parse(row.year), localdate(row.made_at), row.approved_on)


def _noted(row: Circumstance) -> Noted:
    values = {name: getattr(row, name) for name in NAMES}
    return Noted(**{**values, "trigger": Trigger(row.trigger)})
