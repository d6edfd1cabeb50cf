"""Unacceptable behaviour of a resident, warnings of it, and restrictions of contact: plain values.

They are part of a case, the one in which it happened; a restriction is of the resident and shows on
every case of theirs (Code 5.14, 5.15).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Limit(StrEnum):
    """What a restriction limits: how somebody is in touch with us, and never their complaint."""

    SINGLE_CONTACT = "single_contact"
    WRITING_ONLY = "writing_only"
    SET_TIMES = "set_times"
    BY_APPOINTMENT = "by_appointment"
    NOT_ALONE = "not_alone"  # no member of staff visits by themselves
    OTHER = "other"


class Whose(StrEnum):
    """Who behaved so (Code 5.14: residents and their representatives)."""

    RESIDENT = "resident"
    REPRESENTATIVE = "representative"


@dataclass(frozen=True)
class BehaviourFacts:
    """One occasion: its kind as the landlord's policy lists it, with the clause; the day; what
    happened; who was affected. `threat` is that of the kind: violence, or a threat of it."""

    number: int
    kind: str
    clause: str
    on: date
    what: str
    affected: str
    whose: Whose = Whose.RESIDENT
    threat: bool = False


@dataclass(frozen=True)
class WarningFacts:
    """A warning letter: its day, the occasions it was about, what was considered of the resident's
    health and support first, and what help was offered."""

    number: int
    on: date
    about: tuple[int, ...]
    considered: str
    offered: str


@dataclass(frozen=True)
class ReviewFacts:
    """A restriction looked at again and going on: on which day, by which it was due, by whom, what
    was found, and whether the resident had appealed."""

    on: date
    due_on: date
    by: int | None
    found: str
    appeal: bool = False


@dataclass(frozen=True)
class RestrictionFacts:
    """A restriction of contact: proposed by one person, approved by another, then in force.

    `reasons` and `proportionate` say why this and no more; `equality` what was considered under
    the Equality Act 2010, by whom and what was changed for it; `way_open` how the resident stays in
    touch, `contact` with whom where one person is the contact. `warned_on` is the day of the
    warning, or empty where `unwarned` says why there was none.
    """

    number: int
    limits: tuple[Limit, ...]
    details: str
    reasons: str
    proportionate: str
    considered: str
    offered: str
    equality: str
    equality_by: str
    equality_changed: str
    way_open: str
    appeal: str
    review_on: date
    ends_on: date
    proposed_by: int | None
    proposed_on: date
    contact: str = ""
    warned_on: date | None = None
    unwarned: str = ""
    approved_by: int | None = None
    approved_on: date | None = None
    reviews: tuple[ReviewFacts, ...] = ()
    ended_on: date | None = None
    why_ended: str = ""

    @property
    def waits(self) -> bool:
        """Whether it waits for a second person."""
        return self.approved_on is None and self.ended_on is None

    @property
    def holds(self) -> bool:
        """Whether it is in force: approved, and not ended by an act with a letter."""
        return self.approved_on is not None and self.ended_on is None

    @property
    def due_on(self) -> date | None:
        """By when somebody must do something: approve it, look at it again, or end it."""
        if self.waits:
            return self.proposed_on
        return min(self.review_on, self.ends_on) if self.holds else None


@dataclass(frozen=True)
class ConductFacts:
    """All of it in one case, in the order in which it was written down."""

    behaviour: tuple[BehaviourFacts, ...] = ()
    warnings: tuple[WarningFacts, ...] = ()
    restrictions: tuple[RestrictionFacts, ...] = ()

    @property
    def waiting(self) -> RestrictionFacts | None:
        """The restriction that waits for a second person, if one does."""
        return next((each for each in self.restrictions if each.waits), None)

    @property
    def in_force(self) -> RestrictionFacts | None:
        """The restriction that holds, if one does."""
        return next((each for each in self.restrictions if each.holds), None)

    @property
    def unwarned(self) -> tuple[int, ...]:
        """The occasions of which no warning was given yet."""
        warned = {number for each in self.warnings for number in each.about}
        return tuple(each.number for each in self.behaviour if each.number not in warned)


def next_restriction(held: ConductFacts) -> date | None:
    """The next day on which a restriction is to be seen to: approved, looked at again, or ended."""
    return min((each.due_on for each in held.restrictions if each.due_on), default=None)
