"""How a letter reaches its resident, and what becomes of a message that will not go."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Way(StrEnum):
    """A way of sending. By hand is what is left where no other may be used: a person sees to it."""

    EMAIL = "email"
    POST = "post"
    HAND = "hand"


class Format(StrEnum):
    """A form in which somebody needs what we write to them (Equality Act 2010 s.20, Code 5.10)."""

    LARGE_PRINT = "large_print"
    PLAIN_EMAIL = "plain_email"  # an e-mail of words alone, with no PDF, as screen readers want it
    EASY_READ = "easy_read"
    AUDIO = "audio"
    BRAILLE = "braille"
    TRANSLATION = "translation"  # into the resident's language
    OTHER = "other"


MADE_HERE = frozenset({Format.LARGE_PRINT, Format.PLAIN_EMAIL})  # the others a person makes


class Never(StrEnum):
    """A way by which a resident must never be reached. The first two are ways of sending."""

    EMAIL = "email"
    POST = "post"
    PHONE = "phone"
    VOICEMAIL = "voicemail"
    TEXT = "text"
    VISIT = "visit"


class MessageState(StrEnum):
    """Where a message is. In doubt: handed over, and the answer was never heard."""

    WAITING = "waiting"
    HANDED_OVER = "handed_over"
    ACCEPTED = "accepted"
    FAILED = "failed"
    IN_DOUBT = "in_doubt"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Reach:
    """How one person can be written to: what they asked for, what must not be used, what is known.

    `never` are the ways they cannot use or that are not safe for them, `formats` the forms in
    which they need a letter.
    """

    prefers: Way | None = None
    never: frozenset[Way] = frozenset()
    email: str = ""
    address: str = ""
    formats: frozenset[Format] = frozenset()


def made_by_hand(formats: Iterable[Format]) -> tuple[Format, ...]:
    """Those of these formats that we cannot make: a person has the letter put into each of them
    before it counts as sent."""
    return tuple(form for form in Format if form in set(formats) - MADE_HERE)


def ways_to(reach: Reach) -> tuple[Way, ...]:
    """The ways in which this person may be written to, the best first. By hand is always one.

    What they asked for comes first (Code 3.1, Equality Act 2010 s.20), then e-mail, then post. A
    way for which there is no address, or that they cannot use, is left out whatever they asked. A
    letter in a format that we cannot make goes by no other way than by hand, and who needs it as a
    plain e-mail is sent no paper.
    """
    if made_by_hand(reach.formats):
        return (Way.HAND,)
    paper = "" if Format.PLAIN_EMAIL in reach.formats else reach.address
    known = {Way.EMAIL: reach.email, Way.POST: paper, Way.HAND: "always"}
    usable = [way for way in Way if known[way] and (way not in reach.never or way is Way.HAND)]
    return tuple(sorted(usable, key=lambda way: way is not reach.prefers))


def way_to(reach: Reach) -> Way:
    """The way to use: the first of `ways_to`."""
    return ways_to(reach)[0]


MINUTES = (1, 2, 4, 8, 15, 30, 30, 30, 30, 30, 30, 30)
WAITS = tuple(timedelta(minutes=minutes) for minutes in MINUTES)  # four hours in all


def wait_after(attempts: int) -> timedelta | None:
    """How long to wait after so many attempts that failed for the moment; None to give up."""
    return WAITS[attempts - 1] if attempts <= len(WAITS) else None


def ways_of(words: Iterable[str]) -> frozenset[Way]:
    """The ways of sending among ways that must not be used, as they are kept: how a letter goes
    does not hang on a voicemail. Raises ValueError for a word that is neither."""
    return frozenset(Way(word) for word in words if word == Way.HAND or Never(word) in SENT_BY)


SENT_BY = frozenset({Never.EMAIL, Never.POST})
