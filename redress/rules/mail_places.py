"""Where an e-mail belongs: a new case, its case, a list for a person, or nowhere.

It goes on a case by itself only where two things agree, or where it bears the case’s own address,
which nobody can guess. Whatever is in doubt waits for a person, with a suggestion. Nothing is ever
thrown away.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from redress.rules.mail import Automatic, Mail, Problem

PASSED_ON_WITHIN = timedelta(days=366)  # an original older than that is read by a person first
UNREADABLE = (Problem.LOCKED, Problem.NESTED, Problem.BROKEN)


class Ending(StrEnum):
    """What becomes of a mail."""

    NEW = "new"
    ON_CASE = "on_case"
    PARKED = "parked"
    ENDED = "ended"


class Why(StrEnum):
    """Why a mail waits for a person, or ends."""

    # ended
    REPORT = "report"
    AUTO_REPLY = "auto_reply"
    OURS = "ours"
    # parked
    SPAM = "spam"
    BULK = "bulk"
    UNREADABLE = "unreadable"
    NO_SENDER = "no_sender"
    EMPTY = "empty"
    FROM_STAFF = "from_staff"
    NO_DATE = "no_date"
    FOR_OTHERS = "for_others"
    TOKEN_UNKNOWN = "token_unknown"  # noqa: S105 no secret
    REPLY_FROM_UNKNOWN = "reply_from_unknown"
    REFERENCE_FROM_UNKNOWN = "reference_from_unknown"
    KNOWN_SENDER = "known_sender"
    NOT_FOR_US = "not_for_us"  # as a person said
    FAULT = "fault"


@dataclass(frozen=True)
class Found:
    """A case that something in a mail points to, and whether it knows the sender."""

    case: int
    knows_sender: bool


@dataclass(frozen=True)
class Seen:
    """What the landlord knows about a mail.

    `ours` says that it is from an address that the landlord writes from by Redress; `staff` that it
    is from one of its people; `acts_for_others` that it was written by an MP, a councillor or a
    contractor, who seldom complain for themselves. `has_token` says that it bears an address as
    cases have them, `by_token` the case whose it is. `by_answer` is the case to a message of which
    it answers, `by_reference` the one whose reference stands in its subject; `open_cases` are those
    of whoever wrote it first.
    """

    ours: bool = False
    staff: bool = False
    acts_for_others: bool = False
    has_token: bool = False
    by_token: int | None = None
    by_answer: Found | None = None
    by_reference: Found | None = None
    open_cases: tuple[int, ...] = ()


@dataclass(frozen=True)
class Place:
    """What becomes of a mail, why, and the case it goes on, or that is suggested."""

    ending: Ending
    why: Why | None = None
    case: int | None = None


def place(mail: Mail, seen: Seen, received_on: date) -> Place:
    """Where a mail belongs that reached the landlord on that day. A pure function of both.

    An out-of-office and a report end here, so that nothing can go round in circles; they are kept.
    """
    if over := _over(mail, seen):
        return Place(Ending.ENDED, over)
    suggested = _suggested(seen)
    if doubt := _doubt(mail, seen, received_on):
        return Place(Ending.PARKED, doubt, suggested)
    certain = _certain(seen)
    if certain is not None:
        return Place(Ending.ON_CASE, None, certain)
    if suggested is not None:
        return Place(Ending.PARKED, _why_suggested(seen), suggested)
    return Place(Ending.PARKED, Why.FOR_OTHERS) if seen.acts_for_others else Place(Ending.NEW)


def _over(mail: Mail, seen: Seen) -> Why | None:
    if seen.ours:
        return Why.OURS
    if mail.automatic is Automatic.REPORT:
        return Why.REPORT
    return Why.AUTO_REPLY if mail.automatic is Automatic.REPLY else None


def _doubt(mail: Mail, seen: Seen, received_on: date) -> Why | None:
    """What keeps a mail from being taken by itself, wherever it points."""
    if mail.automatic is Automatic.SPAM:
        return Why.SPAM
    if mail.problem in UNREADABLE or (mail.left_out and not mail.text):
        return Why.UNREADABLE
    if not mail.address:
        return Why.NO_SENDER
    if not (mail.text or mail.subject or mail.attached):
        return Why.EMPTY
    if seen.has_token and seen.by_token is None:
        return Why.TOKEN_UNKNOWN
    if seen.staff:
        return _doubt_of_staff(mail, received_on)
    machine = mail.automatic in (Automatic.BULK, Automatic.GENERATED)
    return Why.BULK if machine and seen.by_token is None else None


def _doubt_of_staff(mail: Mail, received_on: date) -> Why | None:
    """A colleague’s mail is the resident’s where that is inside it, with the day it came."""
    if mail.original is None:
        return Why.FROM_STAFF
    day = mail.original.sent_on
    in_time = day is not None and received_on - PASSED_ON_WITHIN <= day <= received_on
    return None if in_time else Why.NO_DATE


def _certain(seen: Seen) -> int | None:
    """The case that a mail goes on by itself."""
    if seen.by_token is not None:
        return seen.by_token
    for found in (seen.by_answer, seen.by_reference):
        if found is not None and found.knows_sender:
            return found.case
    return None


def _suggested(seen: Seen) -> int | None:
    if seen.by_token is not None:
        return seen.by_token
    for found in (seen.by_answer, seen.by_reference):
        if found is not None:
            return found.case
    return seen.open_cases[0] if seen.open_cases else None


def _why_suggested(seen: Seen) -> Why:
    if seen.by_answer is not None:
        return Why.REPLY_FROM_UNKNOWN
    return Why.REFERENCE_FROM_UNKNOWN if seen.by_reference is not None else Why.KNOWN_SENDER
