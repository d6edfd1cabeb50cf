"""A message that came in on a case, as the rules read it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sender(StrEnum):
    """Who wrote it, as far as anybody knows."""

    RESIDENT = "resident"
    REPRESENTATIVE = "representative"
    MEMBER = "member"  # an MP or councillor
    OTHER = "other"  # somebody whom the case does not know


class Asks(StrEnum):
    """The question "is this a request for stage 2?": open, or a person's answer."""

    OPEN = "open"
    YES = "yes"
    NO = "no"


class AnsweredBy(StrEnum):
    """What answered a message."""

    LETTER = "letter"
    CALL = "call"
    PERSON = "person"  # somebody says that it is answered, and how
    STAGE_2 = "stage_2"  # it was the request that stage 2 began with


@dataclass(frozen=True)
class IncomingFacts:
    """A message on a case by any channel (Code 3.2, 5.12).

    `received_on` is the day it first reached any member of staff, `name` who wrote it as they gave
    it. `documents` are the numbers of those that came with it. `stage_2` is None where the question
    does not arise; a yes begins stage 2 on the day received (Code 6.10), a no has its `why`.
    """

    number: int
    received_on: date
    recorded_on: date
    channel: str
    sender: Sender
    name: str
    text: str
    documents: tuple[int, ...] = ()
    answered_on: date | None = None
    answered_by: AnsweredBy | None = None
    answer: str = ""  # how, where a person says so
    stage_2: Asks | None = None
    why: str = ""

    @property
    def is_answered(self) -> bool:
        """Whether a letter or a call came after it, or somebody marked it."""
        return self.answered_on is not None

    @property
    def may_ask(self) -> bool:
        """Whether a person still has to say if it asks for stage 2."""
        return self.stage_2 is Asks.OPEN

    @property
    def is_open(self) -> bool:
        """Whether anything is still to be done about it."""
        return self.may_ask or not self.is_answered
