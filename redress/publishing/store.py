"""Drafting, approving and publishing an edition: each in one transaction, each refused with why."""

from datetime import date, datetime

from django.db import transaction

from redress.people.models import Landlord
from redress.publishing.models import AnnualSubmission, Edition, EditionFile
from redress.publishing.reading import digest_of, stage_of
from redress.publishing.reports import PublicReport, keep_run, public_report
from redress.publishing.site import Asked, files_of
from redress.rules.access import Actor
from redress.rules.decision import Reason
from redress.rules.figures_year import Year
from redress.rules.publishing import Given, check_approve, check_draft, check_drop, check_publish


class NotDone(Exception):
    """It was refused: `reasons` says why."""

    def __init__(self, reasons: tuple[Reason, ...]) -> None:
        self.reasons = reasons
        super().__init__(", ".join(reason.code for reason in reasons))


def draft(
    landlord: Landlord, year: Year, given: Given, by: Actor, at: datetime, today: date
) -> Edition:
    """A new draft of a year's edition from the cases as they stand today; one that is there already
    is made anew, and what was approved of it with it. Raises NotDone. The report is read before the
    transaction that keeps it, at one moment of its own."""
    return _draft(landlord, year, given, by, at, today, public_report(landlord, year, today))


@transaction.atomic
def _draft(
    landlord: Landlord,
    year: Year,
    given: Given,
    by: Actor,
    at: datetime,
    today: date,
    found: PublicReport | None,
) -> Edition:
    Landlord.objects.select_for_update().get(pk=landlord.pk)  # one at a time
    of_year = Edition.objects.filter(landlord=landlord, year=year.label)
    before = of_year.exclude(published_at=None).count()
    if by.id is None:
        raise ValueError("an edition is drafted by a person, so that another can approve it")
    if reasons := check_draft(given, before=bool(before), begins=year.start, today=today):
        raise NotDone(reasons)
    for there in of_year.filter(published_at=None):
        _drop(there)
    asked = Asked(year, today, before + 1, given)
    files = files_of(landlord, asked, found.paper if found else None)
    made = Edition.objects.create(
        landlord=landlord,
        year=year.label,
        number=asked.number,
        as_at=today,
        drafted_at=at,
        drafted_by_id=by.id,
        run=keep_run(landlord, year, found, by.name, at) if found else None,
        digest=digest_of({each.path: each.digest for each in files}),
        **{name: _tidy(value) for name, value in vars(given).items()},
    )
    EditionFile.objects.bulk_create(
        EditionFile(
            landlord=landlord,
            edition=made,
            path=each.path,
            kind=each.kind,
            content=each.content,
            digest=each.digest,
        )
        for each in files
    )
    return made


@transaction.atomic
def approve(edition: Edition, digest: str, by: Actor, at: datetime) -> None:
    """Note that somebody else approved it, as its files are: `digest` is that of what they looked
    at. Raises NotDone, also where it was drafted anew since then."""
    row = _as_looked_at(edition, digest)
    if reasons := check_approve(stage_of(row), by.id):
        raise NotDone(reasons)
    Edition.objects.filter(pk=row.pk).update(approved_at=at, approved_by=by.id)


@transaction.atomic
def publish(edition: Edition, digest: str, by: Actor, at: datetime) -> None:
    """Publish it: from now on everybody can read it, and nobody can change it. `digest` is that of
    what was looked at. Raises NotDone, also where it was drafted anew since then."""
    row = _as_looked_at(edition, digest)
    if reasons := check_publish(stage_of(row)):
        raise NotDone(reasons)
    Edition.objects.filter(pk=row.pk).update(published_at=at, published_by=by.id)


@transaction.atomic
def drop(edition: Edition) -> None:
    """Throw a draft away. Raises NotDone for one that is published."""
    row = Edition.objects.select_for_update().filter(pk=edition.pk).first()
    if row is None:
        return  # sent twice
    if reasons := check_drop(stage_of(row)):
        raise NotDone(reasons)
    _drop(row)


def _as_looked_at(edition: Edition, digest: str) -> Edition:
    """The row under lock, if it is still what somebody looked at."""
    row = Edition.objects.select_for_update().filter(pk=edition.pk).first()
    if row is None or row.digest != digest:
        raise NotDone((Reason("drafted_anew"),))
    return row


def _drop(row: Edition) -> None:
    row.files.all().delete()
    row.delete()


@transaction.atomic
def note_submission(edition: Edition, on: date, by: Actor, at: datetime) -> None:
    """Keep the day on which the documents of an edition went to the Ombudsman, each day once."""
    Landlord.objects.select_for_update().get(pk=edition.landlord_id)  # one at a time
    if not edition.submissions.filter(sent_on=on).exists():
        AnnualSubmission.objects.create(
            landlord_id=edition.landlord_id,
            edition=edition,
            sent_on=on,
            noted_at=at,
            noted_by=by.name,
        )


def _tidy(value: object) -> object:
    return value.strip() if isinstance(value, str) else value
