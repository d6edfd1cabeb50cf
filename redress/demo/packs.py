"""The packs that the demonstration's landlords would have by now, some of them opened."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from redress.cases.access import actor_of
from redress.cases.book import book_of
from redress.demo.staff import email
from redress.people.models import Landlord, User
from redress.reports import packs
from redress.reports.models import Pack
from redress.rules.calendar import Calendar
from redress.rules.decision import calendar_of
from redress.rules.packs import Due, Planned, latest, planned
from redress.rules.policy_choices import Every

LONDON = ZoneInfo("Europe/London")
READERS = {"lead": 3, "member": 2, "head": 2}  # each opens all but every third, or second


def make_packs(landlord: Landlord, today: date) -> None:
    """Make the last pack of each kind, and of the weekly ones the one before; note who opened
    them on the day after."""
    policy = book_of(landlord).in_force(landlord.slug, today)
    calendar = calendar_of(policy)
    dues = [(each, due) for each in planned(policy) for due in _dues(each, today, calendar)]
    made = [
        packs.make(landlord, each, due, _at(due.on, 9), due.on)
        for each, due in sorted(dues, key=lambda pair: pair[1].on)
    ]
    for part, skips in READERS.items():
        _open(landlord, today, part, [pack for n, pack in enumerate(made) if n % skips])


def _dues(each: Planned, today: date, calendar: Calendar) -> list[Due]:
    last = latest(each.kind, today, calendar)
    if each.kind.made is not Every.WEEKLY:
        return [last]
    return [latest(each.kind, last.on - timedelta(days=1), calendar), last]


def _open(landlord: Landlord, today: date, part: str, some: list[Pack]) -> None:
    actor = actor_of(User.objects.get(email=email(part, landlord)), landlord)
    for pack in some:
        on = pack.due_on + timedelta(days=1)
        if on <= today and pack.readers.filter(user=actor.id).exists():
            packs.opened(pack, actor, _at(on, 8))


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour, 5), tzinfo=LONDON)
