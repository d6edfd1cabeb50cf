"""Sending what is due: take it up, hand it over, record the answer, one message at a time."""

import logging
from collections.abc import Callable
from datetime import datetime

from redress.cases import carrying
from redress.cases.carrying import Answer, Outcome
from redress.cases.models import Message
from redress.people.models import Landlord
from redress.work.carriers import Carrier, Carriers
from redress.work.mail import Unsendable
from redress.work.notify import notify_for
from redress.work.smtp import Unreachable

BATCH = 20
Clock = Callable[[], datetime]
log = logging.getLogger("redress.work")


def send_due(clock: Clock, most: int = 1_000) -> int:
    """Send what is due, at most so many, and find what an earlier worker left in doubt. Gives how
    many messages were tried. `clock` says what time it is, with its zone."""
    carrying.sweep(clock())
    carriers, tried = Carriers(Landlord.objects.all()), 0
    try:
        while tried < most:
            batch = carrying.take_up(
                clock(), BATCH, emails_of=carriers.of_email, post_of=carriers.of_post
            )
            if not batch:
                break
            for message in batch:
                tried += _send(message, carriers, clock)
    finally:
        carriers.close()
    return tried


def _send(message: Message, carriers: Carriers, clock: Clock) -> bool:
    """Try one message; False where it is put back because its carrier is down."""
    carrier = carriers.of(message)
    if carrier is None:
        carrying.put_back([message])
        return False
    left = False

    def leaving() -> bool:
        nonlocal left
        left = carrying.hand_over(message, carrier.name, clock())
        return left

    try:
        answer = carrier.send(message, leaving)
    except Unsendable as error:
        answer = Answer(Outcome.REFUSED, str(error))
    except Unreachable as error:
        answer = Answer(Outcome.LATER, str(error))
        carriers.down(carrier)
        carrier.close()
    except Exception as error:  # a fault of ours with one message must not hold up the others
        log.error("message %s: %s", message.pk, type(error).__name__)
        outcome = Outcome.UNHEARD if left else Outcome.LATER
        answer = Answer(outcome, f"A fault in Redress: {type(error).__name__}: {error}")
        carrier.close()
    carrying.settle(message, answer, clock())
    return True


def ask_about_doubts(now: datetime) -> int:
    """Settle what is in doubt with Notify by asking it; what it does not have is sent again."""
    settled = 0
    for message in carrying.doubtful("notify"):
        notify = notify_for(message.landlord.slug)
        if notify is None:
            continue
        try:
            known = notify.ask(message)
        except Unreachable as error:
            log.warning("Notify cannot be asked: %s", error)
            break
        said = "Notify does not have it."
        settled += carrying.settle(message, known or Answer(Outcome.LATER, said), now)
    return settled


__all__ = ["Carrier", "Clock", "ask_about_doubts", "send_due"]
