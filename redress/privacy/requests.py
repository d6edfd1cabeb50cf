"""The register of subject access requests: noting one, that its file was made, that it was sent."""

from datetime import date, datetime

from django.db import transaction

from redress.cases.models import Case
from redress.people.models import Landlord, Resident
from redress.privacy.models import DataRequest
from redress.rules.access import Actor
from redress.rules.decision import NotKept, Reason
from redress.rules.subject_access import due_on

MOST = 200


@transaction.atomic
def note(resident: Resident, asked_on: date, by: Actor, at: datetime, today: date) -> DataRequest:
    """Note a request; the same of one day is noted once. Raises NotKept for a day ahead."""
    if asked_on > today:
        raise NotKept((Reason("date_out_of_range", "UK GDPR art. 12(3)", "asked_on"),))
    Resident.objects.select_for_update().get(pk=resident.pk)  # one at a time
    there = DataRequest.objects.filter(resident=resident, asked_on=asked_on).first()
    return there or DataRequest.objects.create(
        landlord_id=resident.landlord_id,
        resident=resident,
        asked_on=asked_on,
        due_on=due_on(asked_on),
        noted_at=at,
        noted_by=by.name,
    )


def of_resident(resident: Resident) -> list[DataRequest]:
    """The requests of one person, the latest first."""
    return list(DataRequest.objects.filter(resident=resident).order_by("-asked_on"))


def register(landlord: Landlord) -> list[tuple[DataRequest, str]]:
    """The landlord's requests, those still to be answered first by their day, each with the
    reference of a case of the person. Two queries."""
    rows = DataRequest.objects.filter(landlord=landlord).select_related("resident")
    found = list(rows.order_by("sent_on", "due_on")[:MOST])
    found.sort(key=lambda row: (row.sent_on is not None, row.due_on))
    people = [row.resident_id for row in found]
    cases = Case.objects.filter(resident__in=people, guarded=False).order_by("pk")
    known = dict(cases.values_list("resident", "reference"))
    return [(row, known.get(row.resident_id, "")) for row in found]


def made(resident: Resident, digest: str, by: Actor, at: datetime) -> None:
    """Note that the file of what is asked for was made."""
    rows = DataRequest.objects.filter(resident=resident, sent_on=None)
    rows.update(made_at=at, made_by=by.name, digest=digest)


def sent(resident: Resident, number: int, on: date) -> None:
    """Note that a request was answered, once."""
    DataRequest.objects.filter(resident=resident, pk=number, sent_on=None).update(sent_on=on)
