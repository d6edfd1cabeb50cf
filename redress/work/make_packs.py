"""The round that makes the regular packs that are due, and reminds handlers beside them.

A landlord without a case gets none. After days off only the last one of each kind is made. A fault
with one pack keeps no other from being made, and that one is tried again.
"""

import logging
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from redress.cases.book import book_of
from redress.cases.models import Case
from redress.people.models import Landlord
from redress.reports import packs
from redress.reports.paper import Report
from redress.reports.reminders import remind_of_the_week
from redress.rules.decision import calendar_of
from redress.rules.packs import Due, Planned, latest, planned
from redress.rules.policy_files import NoneInForce
from redress.work.faults import Faults

log = logging.getLogger("redress.work")


def run(now: datetime) -> int:
    """Make everything that is due today; gives how many packs. ExceptionGroup with every fault,
    when all that can be made is made."""
    made, faults = 0, Faults()
    for landlord in Landlord.objects.order_by("pk"):
        with faults.noted(f"packs of {landlord.slug}"):
            for each, due in _due(landlord, localdate(now)):
                with faults.noted(f"{landlord.slug}: {due.kind.kind}"):
                    made += _made(landlord, each, due, now)
    faults.told()
    return made


def _due(landlord: Landlord, today: date) -> list[tuple[Planned, Due]]:
    try:
        policy = book_of(landlord).in_force(landlord.slug, today)
    except NoneInForce:
        return []
    calendar = calendar_of(policy)
    found = ((each, latest(each.kind, today, calendar)) for each in planned(policy))
    return [(each, due) for each, due in found if due.on >= policy.starts]


def _made(landlord: Landlord, each: Planned, due: Due, now: datetime) -> bool:
    if packs.made_already(landlord, due) or not Case.objects.filter(landlord=landlord).exists():
        return False
    report = packs.report_of(landlord, each, due, localdate(now))
    try:
        _keep(landlord, each, due, report, now)
    except IntegrityError:
        if not packs.made_already(landlord, due):
            raise
        log.info("the pack %s of %s was made by another node", due.kind.kind, due.period.text)
        return False
    return True


@transaction.atomic
def _keep(landlord: Landlord, each: Planned, due: Due, report: Report, now: datetime) -> None:
    """The pack with the reminders that go beside it: both, or neither until the next round."""
    packs.keep(landlord, each, due, report, now)
    if due.kind.reminds and due.on == localdate(now):
        remind_of_the_week(landlord, now, localdate(now))
