"""The round that tells the senior lead of what the Ombudsman asks and is overdue, and reminds
whoever handles our case of an answer that it asks for: once each."""

from datetime import datetime
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localdate

from redress.cases import outbox
from redress.ombudsman import reading, store
from redress.people.models import Landlord, Membership
from redress.rules.access import Role
from redress.rules.ombudsman import Body
from redress.rules.statements_ombudsman import ASKS, BODY
from redress.rules.words import long_date

SUBJECT = "Overdue: {what} of {body}"
TEXT = (
    "{what} of {body} was due by {due} and is not noted as done (their reference: {reference}). "
    "A complaint handling failure order may follow.\n\n{link}"
)
ANSWER = "An answer is asked for on {case}"
ANSWER_TEXT = (
    "We are asked by {body} for our answer on {case} by {due}. This day is in its letter, and it "
    "moves no other date.\n\n{link}"
)


def run(now: datetime) -> int:
    """Tell each senior lead, and remind handlers; gives how many e-mails were written. Nothing is
    noted as told where a landlord has no senior lead."""
    sent = 0
    for landlord in Landlord.objects.order_by("pk"):
        sent += sum(
            _chase(landlord, row, now) for row in reading.to_chase(landlord, localdate(now))
        )
        late = reading.overdue_untold(landlord, localdate(now))
        if not late:
            continue
        leads = Membership.objects.filter(
            landlord=landlord, role=Role.SENIOR_LEAD.value, user__is_active=True
        )
        people = [(lead.user.name, lead.user.email) for lead in leads.select_related("user")]
        sent += sum(_tell(landlord, number, each, people, now) for number, each in late)
    return sent


def _tell(
    landlord: Landlord,
    number: int,
    each: reading.Owed,
    people: list[tuple[str, str]],
    now: datetime,
) -> int:
    """No personal data: the page that the link leads to says more."""
    if not people:
        return 0
    what = ASKS[each.duty.asks][0].capitalize()
    due = long_date(each.duty.due_on) if each.duty.due_on else ""
    link = f"{settings.SITE_ADDRESS}/{landlord.slug}/oversight/ombudsman/{each.number}"
    said = {"what": what, "body": BODY[each.body]}
    text = TEXT.format(**said, due=due, reference=each.reference or "none", link=link)
    with transaction.atomic():
        if not store.told(number, localdate(now)):
            return 0
        for name, email in people:
            outbox.put_mail(
                landlord, "ombudsman_overdue", name, email, SUBJECT.format(**said), text, now
            )
    return len(people)


def _chase(landlord: Landlord, row: Any, now: datetime) -> int:
    """Remind the handler of our case, once."""
    case = row.case.case
    link = f"{settings.SITE_ADDRESS}/{landlord.slug}/desk/case/{quote(case.reference)}"
    said = {"case": case.reference, "body": BODY[Body(row.case.body)]}
    text = ANSWER_TEXT.format(**said, due=long_date(row.due_on), link=link)
    with transaction.atomic():
        if not store.chased(row.pk, localdate(now)):
            return 0
        to = (case.handler.name, case.handler.email)
        outbox.put_mail(landlord, "ombudsman_answer", *to, ANSWER.format(**said), text, now)
    return 1
