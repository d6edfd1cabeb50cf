"""What became of a message, in words, and whether somebody must do something."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from redress.rules.sending import MessageState, Way

WAYS = {Way.EMAIL: "email", Way.POST: "post", Way.HAND: "hand"}
DEMONSTRATION = "demonstration"


class Message(Protocol):
    """What is read of a message."""

    pk: int
    letter_id: int | None
    way: str
    to_address: str
    state: str
    not_before: datetime
    settled_at: datetime | None
    attempts: int
    carrier: str
    answer: str


@dataclass(frozen=True)
class Said:
    """`words` say where a message is, `when` the moment they are about; `until` is the moment
    before which it is held, where it is; `needs_you` that a person must do something."""

    number: int
    words: str
    when: datetime | None = None
    answer: str = ""
    until: datetime | None = None
    needs_you: bool = False


def said_of(message: Message, now: datetime) -> Said:
    """Where a message is."""
    to = f" to {message.to_address}" if message.to_address else ""
    settled, answer = message.settled_at, message.answer
    match MessageState(message.state):
        case MessageState.WAITING:
            return _waiting(message, now, to)
        case MessageState.HANDED_OVER:
            return Said(message.pk, f"Being handed over now{to}")
        case MessageState.ACCEPTED if message.carrier == "person":
            return Said(message.pk, answer, settled)
        case MessageState.ACCEPTED if message.carrier == DEMONSTRATION:
            return Said(message.pk, f"Would have gone by {_by(message)}{to}", settled, answer)
        case MessageState.ACCEPTED:
            return Said(message.pk, f"Went by {_by(message)}{to}", settled, answer)
        case MessageState.FAILED:
            return Said(message.pk, f"Could not be sent{to}", settled, answer, needs_you=True)
        case MessageState.IN_DOUBT:
            doubt = f"In doubt: it may have gone{to}, and no answer came"
            return Said(message.pk, doubt, None, answer, needs_you=True)
        case MessageState.CANCELLED:
            return Said(message.pk, "Taken back before it left", settled, answer)


def _waiting(message: Message, now: datetime, to: str) -> Said:
    if message.way == Way.HAND.value:
        task = message.answer  # what has to be made of it first, where something has
        return Said(message.pk, "A person must hand it over", answer=task, needs_you=True)
    if message.not_before > now and not message.attempts:
        words = "Can be posted" if message.way == Way.POST.value else f"Leaves{to}"
        return Said(message.pk, words, message.not_before, until=message.not_before)
    if message.way == Way.POST.value:
        return Said(message.pk, f"To be posted{to}")
    if message.attempts:
        return Said(message.pk, f"Tried, and tried again{to}", message.not_before, message.answer)
    return Said(message.pk, f"Waits to leave{to}")


def _by(message: Message) -> str:
    return WAYS[Way(message.way)]


def by_letter(messages: Iterable[Message], now: datetime) -> dict[int | None, list[Said]]:
    """What became of each letter, by its row's number; under None, messages to staff that need
    somebody."""
    found: dict[int | None, list[Said]] = {}
    for message in messages:
        said = said_of(message, now)
        if message.letter_id or (said.needs_you and message.state != MessageState.WAITING.value):
            found.setdefault(message.letter_id, []).append(said)
    return found
