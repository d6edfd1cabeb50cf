"""What a worker does to a message: take it up, record that it is handed over, record the answer.

Each step is one statement that names the state and the token it needs, so that of two workers, or
of a worker and somebody at the desk, one goes ahead and the other learns that it may not.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Q, QuerySet

from redress.cases.models import Message
from redress.cases.models.message import columns_for
from redress.rules.sending import MessageState, Way, wait_after

WITH = ("landlord", "letter", "case__landlord", "case__resident__home")
LEASE = timedelta(minutes=2)
AGAIN_AFTER = timedelta(minutes=5)  # a message to staff whose answer was not heard
MOST_STALLS = 3
STALLED = "The worker stopped each time it prepared this message. Look at what it says."
UNHEARD = "The worker stopped after handing this over and before it heard the answer."
LATE = {MessageState.HANDED_OVER.value, MessageState.IN_DOUBT.value}
WAITING, HANDED_OVER, ACCEPTED, FAILED, IN_DOUBT, _ = (state.value for state in MessageState)


class Outcome(StrEnum):
    """What came of handing a message over."""

    ACCEPTED = "accepted"
    LATER = "later"  # refused for the moment
    REFUSED = "refused"  # refused for good
    UNHEARD = "unheard"  # handed over, and no answer came
    TAKEN = "taken"  # it was no longer ours to hand over


@dataclass(frozen=True)
class Answer:
    """What came of it, and what the other side said."""

    outcome: Outcome
    said: str = ""


def take_up(
    now: datetime, most: int, *, emails_of: Iterable[int], post_of: Iterable[int] = ()
) -> list[Message]:
    """Messages that are due, held for us for a while, the longest due first; none twice.

    Those of landlords for whom there is a carrier: other post a person posts, and other e-mail
    waits. A message that a worker took up and came to nothing with is taken up alone: it may be
    what stopped it.
    """
    due = _due(now, emails_of, post_of)
    with transaction.atomic():
        left = _locked(due.filter(held_until__lte=now).order_by("not_before", "id"), 1)
        found = left or _locked(due.filter(held_until=None).order_by("not_before", "id"), most)
        stalls = 1 if left else 0
        _held([message.pk for message in found], now, stalls)
    for message in found:
        message.token += 1
        message.stalls += stalls
    return [message for message in found if not _given_up(message, now)]


def anything_due(now: datetime, *, emails_of: Iterable[int], post_of: Iterable[int] = ()) -> bool:
    """Whether there is something to take up, or to find in doubt."""
    due = _due(now, emails_of, post_of).filter(Q(held_until=None) | Q(held_until__lte=now))
    return due.exists() or _left(now).exists()


def _due(now: datetime, emails_of: Iterable[int], post_of: Iterable[int]) -> QuerySet[Message]:
    ours = Q(way=Way.EMAIL.value, landlord__in=list(emails_of))
    ours |= Q(way=Way.POST.value, landlord__in=list(post_of))
    return Message.objects.filter(ours, state=WAITING, not_before__lte=now)


def _left(now: datetime) -> QuerySet[Message]:
    """Messages whose worker stopped after handing them over."""
    return Message.objects.filter(state=HANDED_OVER, held_until__lte=now)


def _locked(rows: QuerySet[Message], most: int) -> list[Message]:
    if connection.features.has_select_for_update_skip_locked:
        rows = rows.select_for_update(skip_locked=True, of=("self",))
    return list(rows.select_related(*WITH)[:most])


def _held(numbers: list[int], now: datetime, stalls: int) -> None:
    Message.objects.filter(pk__in=numbers).update(
        token=F("token") + 1, stalls=F("stalls") + stalls, held_until=now + LEASE
    )


def _given_up(message: Message, now: datetime) -> bool:
    """Whether it has stopped its worker too often; then it is put before a person."""
    if message.stalls < MOST_STALLS:
        return False
    return _change(message, {WAITING}, state=FAILED, settled_at=now, answer=STALLED)


def put_back(messages: Iterable[Message]) -> None:
    """Let go of messages that were taken up and not tried."""
    for message in messages:
        _change(message, {WAITING}, held_until=None)


def hand_over(message: Message, carrier: str, now: datetime) -> bool:
    """Record, before it leaves, that it does; False where it was cancelled or is another's now."""
    return _change(
        message,
        {WAITING},
        state=HANDED_OVER,
        carrier=carrier,
        handed_at=now,
        held_until=now + LEASE,
        attempts=F("attempts") + 1,
    )


def settle(message: Message, answer: Answer, now: datetime) -> bool:
    """Record what came of it; False where the message has gone on without us.

    A late answer for a message that is in doubt and that nobody has touched since ends the doubt.
    """
    said = answer.said[:1000]
    match answer.outcome:
        case Outcome.ACCEPTED:
            return _change(message, {WAITING, *LATE}, state=ACCEPTED, settled_at=now, answer=said)
        case Outcome.REFUSED:
            return _change(message, {WAITING, *LATE}, state=FAILED, settled_at=now, answer=said)
        case Outcome.LATER:
            return _later(message, said, now)
        case Outcome.UNHEARD:
            return _doubted(message, {HANDED_OVER}, said, now)
        case Outcome.TAKEN:
            return False


def _later(message: Message, said: str, now: datetime) -> bool:
    """Try again after a growing wait, and give up after four hours of waits."""
    message.refresh_from_db(fields=["attempts", "state"])
    attempts = message.attempts + (1 if message.state == WAITING else 0)
    wait = wait_after(attempts)
    change: dict[str, Any] = {"attempts": attempts, "answer": said, "held_until": None}
    if wait is None:
        change |= {"state": FAILED, "settled_at": now}
    else:
        change |= {"state": WAITING, "not_before": now + wait, "stalls": 0}
    return _change(message, {WAITING, *LATE}, **change)


def _doubted(message: Message, states: set[str], said: str, now: datetime) -> bool:
    """A letter is put before a person. Any other message is sent once more, as the same one; a
    code or link that is then in doubt again has failed, for whoever waits asks for a new one."""
    change: dict[str, Any] = {"doubts": F("doubts") + 1, "answer": said, "held_until": None}
    if message.letter_id is None and message.doubts == 0:
        change |= {"state": WAITING, "not_before": now + AGAIN_AFTER}
    elif message.secret:
        change |= {"state": FAILED, "settled_at": now}
    else:
        change |= {"state": IN_DOUBT}
    return _change(message, states, **change)


def sweep(now: datetime) -> int:
    """Put in doubt what was left between the hand-over and its answer; gives how many."""
    return sum(_doubted(message, {HANDED_OVER}, UNHEARD, now) for message in _left(now))


def returned(message_id: str, said: str, now: datetime) -> bool:
    """A message that had been accepted came back: it has failed. False where none has this id."""
    known = Message.objects.filter(message_id=message_id, way=Way.EMAIL.value)
    came = known.filter(state__in=[ACCEPTED, *LATE])
    change = columns_for(FAILED, settled_at=now, answer=said[:1000], token=F("token") + 1)
    return came.update(**change) == 1


def doubtful(carrier: str) -> list[Message]:
    """Messages in doubt that this carrier may be asked about."""
    rows = Message.objects.filter(state=IN_DOUBT, carrier=carrier)
    return list(rows.select_related(*WITH).order_by("id")[:100])


def _change(message: Message, states: set[str], **columns: Any) -> bool:
    ours = Message.objects.filter(pk=message.pk, token=message.token, state__in=states)
    if "state" in columns:
        columns = columns_for(**columns)
    return ours.update(**columns) == 1
