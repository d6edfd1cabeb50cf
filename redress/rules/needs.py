"""What a resident needs from us, asked once and kept: how to reach them, and what was agreed.

Code 3.1 asks a landlord to anticipate needs, and Code 5.10 to record the reasonable adjustments
that were agreed and to keep them under active review (Equality Act 2010 s.20). Pure: values and
days go in, a new value or the reasons against it come out.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from redress.rules.clocks import months_after
from redress.rules.decision import Reason
from redress.rules.sending import Format, Never, Way

# The longest time between two reviews. The Code says "active review" and gives no number (5.10): a
# year is the round in which a landlord has to assess itself on it.
REVIEW_WITHIN = 12  # months
SAYS = 500  # characters of each text


@dataclass(frozen=True)
class Needs:
    """How somebody can be reached and what they need.

    `language` is theirs where it is not English, `interpreter` whom or what to have at hand;
    `write_by` is the way of writing they asked for. `safe` and `unsafe` say in words which ways and
    hours are safe and which must never be used; `never_by` are those a program can obey. `needs` is
    whatever else somebody must know before they write or ring.
    """

    language: str = ""
    interpreter: str = ""
    formats: tuple[Format, ...] = ()
    format_other: str = ""
    write_by: Way | None = None
    never_by: tuple[Never, ...] = ()
    safe: str = ""
    unsafe: str = ""
    needs: str = ""


@dataclass(frozen=True)
class Reviewed:
    """An adjustment was looked at and went on: on which day, and by which it was due."""

    on: date
    due_on: date


@dataclass(frozen=True)
class AdjustmentFacts:
    """One reasonable adjustment as it was agreed: what, on which day and by whom, the day it is
    next looked at, and when and why it ended. `reminded_on` is when its handler was last told that
    the review is late."""

    number: int
    what: str
    agreed_on: date
    agreed_by: str
    review_on: date
    reviews: tuple[Reviewed, ...] = ()
    ended_on: date | None = None
    why_ended: str = ""
    reminded_on: date | None = None

    @property
    def in_force(self) -> bool:
        """Whether it still holds."""
        return self.ended_on is None

    def is_late(self, today: date) -> bool:
        """Whether it holds and its day of review has passed."""
        return self.in_force and self.review_on < today


def check_needs(needs: Needs) -> tuple[Reason, ...]:
    """What stands against keeping these needs: two answers that cannot both be obeyed."""
    found = []
    if needs.write_by and needs.write_by.value in needs.never_by:
        found.append(Reason("asked_for_and_never", "Code 3.1", "write_by"))
    if Format.OTHER in needs.formats and not needs.format_other.strip():
        found.append(Reason("format_untold", "Code 5.10", "format_other"))
    if Format.TRANSLATION in needs.formats and not needs.language.strip():
        found.append(Reason("language_untold", "Code 3.1", "language"))
    if Format.PLAIN_EMAIL in needs.formats and Never.EMAIL in needs.never_by:
        found.append(Reason("asked_for_and_never", "Code 3.1", "formats"))
    return tuple(found)


def changes(was: Needs, now: Needs) -> dict[str, list[Any]]:
    """What changed, for the history: by field, what it was and what it is."""
    names = [field.name for field in fields(Needs)]
    both = {name: [getattr(was, name), getattr(now, name)] for name in names}
    return {name: pair for name, pair in both.items() if pair[0] != pair[1]}


def check_review(review_on: date, today: date) -> tuple[Reason, ...]:
    """What stands against this day for the next review: it lies ahead, and within 12 months."""
    if review_on <= today:
        return (Reason("review_not_ahead", "Code 5.10", "review_on"),)
    if review_on > months_after(today, REVIEW_WITHIN):
        return (Reason("adjustment_review_too_far", "Code 5.10", "review_on"),)
    return ()


def check_agreed(what: str, agreed_on: date, review_on: date, today: date) -> tuple[Reason, ...]:
    """What stands against keeping an adjustment: nothing said, a day ahead, no review in time."""
    found = list(check_review(review_on, today))
    if not what.strip():
        found.append(Reason("adjustment_untold", "Code 5.10", "what"))
    if agreed_on > today:
        found.append(Reason("date_out_of_range", "Code 5.10", "agreed_on"))
    return tuple(found)


def check_ended(why: str) -> tuple[Reason, ...]:
    """What stands against ending an adjustment: no reason."""
    return () if why.strip() else (Reason("reason_missing", "Code 5.10", "why"),)


def check_disclosed(says: str, disclosed_on: date, today: date) -> tuple[Reason, ...]:
    """What stands against keeping a disability as disclosed: no words, or a day ahead."""
    found = [] if says.strip() else [Reason("disability_untold", "Code 5.10", "says")]
    if disclosed_on > today:
        found.append(Reason("date_out_of_range", "Code 5.10", "disclosed_on"))
    return tuple(found)


def reviewed(was: AdjustmentFacts, review_on: date, today: date) -> AdjustmentFacts:
    """The adjustment once it was looked at today and goes on."""
    done = Reviewed(on=today, due_on=was.review_on)
    return replace(was, review_on=review_on, reviews=(*was.reviews, done))


def ended(was: AdjustmentFacts, why: str, today: date) -> AdjustmentFacts:
    """The adjustment once it no longer holds."""
    return replace(was, ended_on=today, why_ended=why.strip())


def next_review(adjustments: Iterable[AdjustmentFacts]) -> date | None:
    """The first day on which one of those that hold is to be looked at; None where none holds."""
    return min((each.review_on for each in adjustments if each.in_force), default=None)
