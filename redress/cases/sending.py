"""What the desk sees of the outbox, and what a person may do to a message that needs one."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from itertools import chain
from typing import Any

from django.db.models import F, Q, QuerySet

from redress.cases.access import visible
from redress.cases.models import Case, Letter, Message
from redress.cases.models.message import columns_for
from redress.cases.outbox import address_by, reach_of
from redress.people.models import Landlord
from redress.rules.access import Actor
from redress.rules.sending import MessageState, Reach, Way, ways_to

MOST = 200
WAITING, HANDED_OVER, ACCEPTED, FAILED, IN_DOUBT, CANCELLED = (s.value for s in MessageState)
STUCK = [FAILED, IN_DOUBT]


class Show(StrEnum):
    """The lists of messages."""

    STUCK = "stuck"
    POST = "post"
    HAND = "hand"
    WAITING = "waiting"
    SENT = "sent"


SHOWN: dict[Show, Q] = {
    Show.STUCK: Q(state__in=STUCK),
    Show.POST: Q(state=WAITING, way=Way.POST.value),
    Show.HAND: Q(state=WAITING, way=Way.HAND.value),
    Show.WAITING: Q(state__in=[WAITING, HANDED_OVER], way=Way.EMAIL.value),
}


def listed(actor: Actor, landlord: Landlord, show: Show) -> list[Message]:
    """The messages of a list that this person may see, at most 200: the newest of what was sent,
    the oldest of the others."""
    rows = _messages(actor, landlord)
    if show is not Show.SENT:
        return list(rows.filter(SHOWN[show]).order_by("id")[:MOST])
    # A state at a time the newest are read from the index; of both together, all ever sent.
    each = (rows.filter(state=s).order_by("-id")[:MOST] for s in (ACCEPTED, CANCELLED))
    return sorted(chain(*each), key=lambda message: -message.pk)[:MOST]


def message_of(actor: Actor, landlord: Landlord, number: int) -> Message | None:
    """One message that this person may see."""
    return _messages(actor, landlord).filter(pk=number).first()


def _messages(actor: Actor, landlord: Landlord) -> QuerySet[Message]:
    rows = Message.objects.filter(landlord=landlord).filter(visible(actor, "case__"))
    return rows.select_related("landlord", "letter", "case__resident__home")


def of_case(row: Case) -> tuple[Message, ...]:
    """All messages of a case, in the order in which they were written."""
    return tuple(row.messages.order_by("id"))


def letters_out(row: Case, representative: int | None, now: datetime) -> list[Letter]:
    """The letters of a case to its resident, or to the representative of this number, the newest
    first: on their way, and neither taken back nor still held."""
    out = {
        message.letter_id
        for message in of_case(row)
        if (message.to_representative, message.to_signatory) == (representative, None)
        and message.state != CANCELLED
        and (message.attempts or message.not_before <= now)
    }
    return [letter for letter in row.letters.order_by("-number") if letter.pk in out]


def other_ways(message: Message) -> tuple[Way, ...]:
    """The ways in which the letter may go to whom it is for, the best first."""
    reach = _reach(message)
    return ways_to(reach) if reach else (Way(message.way),)


def _reach(message: Message) -> Reach | None:
    """How whoever a letter is for can be written to: the resident, or who speaks or signed with
    them; None for what is no letter."""
    case = message.case
    if case is None or message.letter_id is None:
        return None
    number = message.to_representative or message.to_signatory
    if number is None:
        return case.resident.reach if case.resident else None
    rows: Any = case.representatives if message.to_representative else case.signatories
    return reach_of(rows.get(number=number))


def send_again(message: Message, way: Way, address: str, now: datetime) -> bool:
    """Send what failed, is in doubt or waits, by this way to this address, as from the start.

    An empty address is the resident's own. False where the message has gone on meanwhile, and for
    a code or link, whose text is wiped: whoever waits for it asks for a new one.
    """
    if message.secret:
        return False
    reach = _reach(message)
    if message.case and reach and not address:
        address = address_by(way, reach, message.case)
    return _change(
        message,
        [WAITING, *STUCK],
        state=WAITING,
        way=way.value,
        to_address=address,
        not_before=now,
        held_until=None,
        attempts=0,
        doubts=0,
        stalls=0,
        carrier="",
    )


def mark_sent(message: Message, at: datetime, said: str) -> bool:
    """A person has posted it, handed it over, or found that it arrived: `said` tells which, when
    and who. False where the message has gone on meanwhile."""
    states = STUCK if message.way == Way.EMAIL.value else [WAITING, *STUCK]
    return _change(
        message, states, state=ACCEPTED, carrier="person", settled_at=at, answer=said[:1000]
    )


def set_aside(message: Message, at: datetime, said: str) -> bool:
    """It is not to be sent any more. False where the message has gone on meanwhile."""
    states = [WAITING, *STUCK]
    return _change(message, states, state=CANCELLED, settled_at=at, answer=said[:1000])


def _change(message: Message, states: Sequence[str], **columns: Any) -> bool:
    """A worker that still holds the message learns by the token that it may not go on."""
    ours = Message.objects.filter(pk=message.pk, token=message.token, state__in=states)
    return ours.update(token=F("token") + 1, **columns_for(**columns)) == 1
