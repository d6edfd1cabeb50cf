"""An e-mail as the rules read it: plain values, made by `mail_reading` from what came."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Automatic(StrEnum):
    """What a machine sent, as far as its headers say."""

    REPORT = "report"  # of delivery, or of reading
    REPLY = "reply"  # out of office, "we have received your message"
    GENERATED = "generated"  # by a machine, as a website's form does; perhaps for a person
    BULK = "bulk"  # to a list
    SPAM = "spam"  # as our own mail server says


class Problem(StrEnum):
    """Why a mail cannot be read, or not whole. It is kept as it came."""

    LARGE = "large"  # its beginning was read
    NESTED = "nested"  # too many parts, or parts in parts
    LOCKED = "locked"  # encrypted for somebody, or sealed in a form that is not read
    BROKEN = "broken"


@dataclass(frozen=True)
class Attached:
    """A file that came with a mail."""

    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True)
class Original:
    """The mail inside one that was passed on. `sent_on` is None where no date can be read."""

    name: str
    address: str
    subject: str
    sent_on: date | None
    text: str


@dataclass(frozen=True)
class Mail:
    """One e-mail. Addresses are in small letters; `to` is every address it was sent to.

    `text` is what a person reads, without what it quotes. `names` are the ids in References and
    In-Reply-To. `left_out` says what of it was not taken and why; it is there as it came.
    """

    message_id: str = ""
    name: str = ""
    address: str = ""
    to: tuple[str, ...] = ()
    subject: str = ""
    sent_on: date | None = None
    text: str = ""
    attached: tuple[Attached, ...] = ()
    names: tuple[str, ...] = ()
    automatic: Automatic | None = None
    problem: Problem | None = None
    original: Original | None = None
    left_out: tuple[str, ...] = ()

    @property
    def sender(self) -> str:
        """Who it is from, in words; never empty."""
        return self.name or self.address or "Not known"
