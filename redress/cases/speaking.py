"""Who speaks for residents, over all cases of a landlord: consent that is waited for or has run
out, and the enquiries of members that are open."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from redress.cases.access import visible
from redress.cases.models import Case, Representative
from redress.people.models import Landlord
from redress.rules.access import Actor
from redress.rules.facts import Kind, Tie

MOST = 200
ENQUIRIES = (Kind.MP_ENQUIRY.value, Kind.COUNCILLOR_ENQUIRY.value)
NEVER_ANSWERED = Q(given_on=None, refused_on=None, withdrawn_on=None, ended_on=None)
STILL_GIVEN = Q(given_on__isnull=False, withdrawn_on=None, ended_on=None)


def waited_for(actor: Actor, landlord: Landlord) -> list[Representative]:
    """Consent that was asked for and not answered, the longest waited for first, at most 200."""
    asked = _open(actor, landlord).filter(NEVER_ANSWERED, asked_on__isnull=False)
    return list(asked.order_by("answer_by", "id")[:MOST])


def run_out(actor: Actor, landlord: Landlord, today: date) -> list[Representative]:
    """Consent whose last day has passed, on open cases, the latest first, at most 200."""
    ended = _open(actor, landlord).filter(STILL_GIVEN, until__lt=today)
    return list(ended.order_by("-until", "id")[:MOST])


def _open(actor: Actor, landlord: Landlord) -> QuerySet[Representative]:
    rows = Representative.objects.filter(visible(actor, "case__"), landlord=landlord)
    return rows.filter(case__open_due__isnull=False).select_related("case__resident")


@dataclass(frozen=True)
class Enquiry:
    """An open enquiry: who asks, about whose case, by when it is to be answered, and the complaint
    that it is about, where it is linked to one."""

    reference: str
    kind: Kind
    received_on: date
    due_on: date | None
    member: str
    resident: str
    complaint: str


def enquiries(actor: Actor, landlord: Landlord) -> list[Enquiry]:
    """The open enquiries of MPs and councillors, the first due first, at most 200."""
    rows = (
        Case.objects.filter(visible(actor), landlord=landlord, kind__in=ENQUIRIES)
        .filter(open_due__isnull=False)
        .select_related("resident")
        .prefetch_related("representatives")
        .order_by("open_due", "id")[:MOST]
    )
    return [_enquiry(row) for row in rows]


def _enquiry(row: Case) -> Enquiry:
    asking = [each.name for each in row.representatives.all() if each.ended_on is None]
    about = [link["reference"] for link in row.links if link["tie"] == Tie.ASKS_ABOUT.value]
    return Enquiry(
        row.reference,
        Kind(row.kind),
        row.received_on,
        row.next_due,
        asking[0] if asking else "",
        row.resident.name if row.resident else "",
        about[0] if about else "",
    )
