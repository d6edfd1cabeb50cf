"""Changing the register of the Ombudsman's cases: each change with a line of its history."""

from dataclasses import fields
from datetime import date, datetime
from typing import Any

from django.db import transaction

from redress.cases.access import NoAccess, get_case
from redress.ombudsman.models import Duty as DutyRow
from redress.ombudsman.models import OmbudsmanCase, OmbudsmanEntry, YearLinks
from redress.ombudsman.reading import Links, duty_of, numbered
from redress.people.models import Landlord
from redress.rules.access import Actor
from redress.rules.decision import NotKept, Reason
from redress.rules.ombudsman import Duty, Entry, check, check_duty
from redress.rules.record import plain

DUTY = [field.name for field in fields(Duty)]


@transaction.atomic
def keep(
    landlord: Landlord,
    given: Entry,
    by: Actor,
    at: datetime,
    today: date,
    number: int | None = None,
    submission: str | None = None,
) -> OmbudsmanCase:
    """Keep a case: a new one, or in place of the one with this number. `submission` is the key of
    the form: the same key makes one row, however often. Raises NotKept where it cannot be, where
    the Ombudsman's reference is there already, or our case is not to be found."""
    Landlord.objects.select_for_update().get(pk=landlord.pk)  # one at a time
    rows = OmbudsmanCase.objects.filter(landlord=landlord)
    if submission and not number and (there := rows.filter(submission=submission).first()):
        return there
    reasons = list(check(given, today))
    same = rows.filter(body=given.body.value, reference=given.reference).exclude(pk=number or 0)
    if given.reference and same.exists():
        reasons.append(Reason("reference_there", "", "reference"))
    row = rows.filter(pk=number or 0).first()
    ours = row.case if row and row.case and row.case.reference == given.case else None
    if given.case and ours is None:
        try:
            ours = get_case(by, landlord, given.case)
        except NoAccess:
            reasons.append(Reason("no_such_case", "", "case"))
    if reasons:
        raise NotKept(tuple(reasons))
    was = plain(numbered(row).held.entry) if row else {}
    row = row or OmbudsmanCase(landlord=landlord, submission=submission)
    now = plain(given)
    columns = {**now, "case": ours, "received_on": given.received_on}
    for name, value in {**columns, "decided_on": given.decided_on}.items():
        setattr(row, name, value)
    row.save()
    changed = {name: [was.get(name), now[name]] for name in now if was.get(name) != now[name]}
    if changed:
        _note(row, by, at, "changed" if was else "added", changed)
    return row


@transaction.atomic
def keep_duty(
    case: OmbudsmanCase,
    given: Duty,
    by: Actor,
    at: datetime,
    today: date,
    number: int | None = None,
) -> DutyRow:
    """Keep what the Ombudsman asks: a new duty, or in place of one. The same of the same case twice
    is kept once. Raises NotKept."""
    OmbudsmanCase.objects.select_for_update().get(pk=case.pk)
    if reasons := check_duty(given, today):
        raise NotKept(reasons)
    rows, columns = DutyRow.objects.filter(case=case), {n: getattr(given, n) for n in DUTY}
    row = rows.filter(pk=number).first() if number else rows.filter(**columns).first()
    was = plain(duty_of(row)) if row else {}
    row = row or DutyRow(landlord_id=case.landlord_id, case=case)
    for name, value in columns.items():
        setattr(row, name, value)
    row.save()
    now = plain(given)
    changed = {name: [was.get(name), now[name]] for name in now if was.get(name) != now[name]}
    if changed:
        _note(case, by, at, "duty_changed" if was else "duty_added", {"of": now["what"], **changed})
    return row


@transaction.atomic
def keep_links(landlord: Landlord, given: Links, by: Actor, at: datetime) -> None:
    """Keep what belongs to a year (Code 8.1 e, f)."""
    Landlord.objects.select_for_update().get(pk=landlord.pk)
    row = YearLinks.objects.filter(landlord=landlord, year=given.year).first()
    row = row or YearLinks(landlord=landlord, year=given.year)
    row.report, row.note = given.report, given.note
    row.others = [{"title": title, "address": address} for title, address in given.others]
    row.save()
    OmbudsmanEntry.objects.create(
        landlord=landlord,
        at=at,
        by_id=by.id,
        by_name=by.name,
        what="links",
        details=plain(given),
    )


def note_evidence(
    landlord: Landlord, number: int, by: Actor, at: datetime, digest: str, holds: str
) -> None:
    """Note that the evidence pack of a case was made: the digest of its list of digests, so that
    the one that was sent can be known again, and what it holds."""
    row = OmbudsmanCase.objects.get(landlord=landlord, pk=number)
    _note(row, by, at, "evidence_made", {"holds": ["", holds], "digest": ["", digest]})


def row_of(landlord: Landlord, number: int) -> OmbudsmanCase | None:
    """A case of the register, by its number."""
    return OmbudsmanCase.objects.filter(landlord=landlord, pk=number).first()


def told(number: int, today: date) -> bool:
    """Keep that the senior lead was told of a duty; False where they were told before."""
    return bool(DutyRow.objects.filter(pk=number, told_on=None).update(told_on=today))


def chased(number: int, today: date) -> bool:
    """Keep that the handler was reminded of an answer; False where they were before."""
    return bool(DutyRow.objects.filter(pk=number, chased_on=None).update(chased_on=today))


def _note(row: OmbudsmanCase, by: Actor, at: datetime, what: str, details: dict[str, Any]) -> None:
    OmbudsmanEntry.objects.create(
        landlord_id=row.landlord_id,
        case=row,
        at=at,
        by_id=by.id,
        by_name=by.name,
        what=what,
        details=details,
    )
