"""Whose turn a round is: each is run once when it is due, whatever number of nodes there are."""

import logging
from datetime import datetime, time, timedelta

from django.db.models import F, Q
from django.utils.timezone import localtime

from redress.cases.models import Round as Row
from redress.rules.calendar import Division, calendar_for
from redress.work.rounds import ROUNDS, Round
from redress.work.sending import Clock

LEASE = timedelta(minutes=10)
MOST_STALLS = 3
STALLED = "It never ended, three times running. It is left out until it is next due."
OPENS, CLOSES = time(9), time(17)
log = logging.getLogger("redress.work")


def begin(now: datetime, rounds: tuple[Round, ...] = ROUNDS) -> None:
    """Give every round its row; a new one is due at once."""
    Row.objects.bulk_create(
        [Row(name=each.name, due_at=now) for each in rounds], ignore_conflicts=True
    )


def due(now: datetime, rounds: tuple[Round, ...] = ROUNDS) -> list[Round]:
    """The rounds that are due and that nobody runs, those for office hours only within them."""
    free = Q(held_until=None) | Q(held_until__lte=now)
    names = set(Row.objects.filter(free, due_at__lte=now).values_list("name", flat=True))
    return [each for each in rounds if each.name in names and _open(each, now)]


def _open(each: Round, now: datetime) -> bool:
    return not each.office_hours or in_office_hours(now)


def in_office_hours(now: datetime) -> bool:
    """From 9 to 5 on a working day, by the clock in England."""
    here = localtime(now)
    working = calendar_for(Division.ENGLAND_AND_WALES).is_working_day(here.date())
    return working and OPENS <= here.time() < CLOSES


def run(each: Round, clock: Clock) -> bool:
    """Run a round, if it is still due and nobody else has taken it. A round that fails is said to
    have failed, with the reason, and does not keep the others from their turn."""
    token = _taken(each, clock())
    if token is None:
        return False
    did, problem = 0, ""
    try:
        did = each.run(clock())
    except Exception as error:
        log.exception("the round %s failed", each.name)
        problem = f"{type(error).__name__}: {error}"[:500]
    _ended(each, token, clock(), did, problem)
    return True


def _taken(each: Round, now: datetime) -> int | None:
    """The token under which the round is ours; None where it is not."""
    row = Row.objects.get(name=each.name)
    stalls = row.stalls + 1 if row.held_until else 0
    ours = Row.objects.filter(pk=row.pk, token=row.token, due_at__lte=now)
    ours = ours.filter(Q(held_until=None) | Q(held_until__lte=now))
    taken = ours.update(token=F("token") + 1, held_until=now + LEASE, began_at=now, stalls=stalls)
    if taken and stalls >= MOST_STALLS:
        _ended(each, row.token + 1, now, 0, STALLED)
        return None
    return row.token + 1 if taken else None


def _ended(each: Round, token: int, now: datetime, did: int, problem: str) -> None:
    """Write down how it went, if it is still ours. Times that were missed are not made up for."""
    row = Row.objects.get(name=each.name)
    missed = max((now - row.due_at) // each.every, 0)
    Row.objects.filter(pk=row.pk, token=token).update(
        due_at=row.due_at + (missed + 1) * each.every,
        held_until=None,
        ended_at=now,
        did=did,
        problem=problem,
        stalls=0,
    )
