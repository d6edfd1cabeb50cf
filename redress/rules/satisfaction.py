"""Asking a resident how their complaint was handled, once it is closed.

No policy that we know gives a day for it, and the Code none: when, and whether, is each landlord's
own choice. Everybody whose complaint was closed is counted: asked, answered, no reply, or not
asked, with why.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from redress.rules.actions.rate import Rate
from redress.rules.decision import Reason
from redress.rules.facts_followed import Kept, RatingFacts
from redress.rules.needs import Needs
from redress.rules.sending import Never, Reach, Way, way_to

HAPPY = 4  # a mark from here on is satisfied
UNHAPPY = 2  # a mark up to here is dissatisfied
MOST_DAYS = 90  # after which nobody is asked any more


class Asking(StrEnum):
    """How somebody is asked."""

    LETTER = "letter"  # with a link, by e-mail or post
    PHONE = "phone"  # a person rings


class WhyNot(StrEnum):
    """Why somebody was not asked."""

    NO_RESIDENT = "no_resident"  # nobody is known on the case
    NO_WAY = "no_way"  # no address or number that we have can be used
    DO_NOT_CONTACT = "do_not_contact"  # they asked us not to write or ring
    RESTRICTED = "restricted"  # the case is for named people alone
    WENT_ON = "went_on"  # it was opened again before they were asked
    NOBODY_RANG = "nobody_rang"


class Standing(StrEnum):
    """How the asking stands."""

    LATER = "later"  # the day has not come
    TO_ASK = "to_ask"
    WAITING = "waiting"  # asked, and there is still time
    ANSWERED = "answered"
    NO_REPLY = "no_reply"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True)
class AskingPlan:
    """A landlord's choice, in days: after closing, then after asking. `days` None asks nobody."""

    days: int | None
    remind_after: int = 10
    ends_after: int = 28

    def due_on(self, closed_on: date) -> date:
        """When somebody whose complaint was closed that day is asked."""
        return closed_on + timedelta(days=self.days or 0)


def check_plan(plan: AskingPlan) -> tuple[Reason, ...]:
    """What stands against a choice: too late after closing, or an end before the reminder."""
    found = []
    if plan.days is not None and not 0 <= plan.days <= MOST_DAYS:
        found.append(Reason("days_out_of_range", "", "days"))
    if not 1 <= plan.remind_after < plan.ends_after <= MOST_DAYS:
        found.append(Reason("ends_before_reminder", "", "ends_after"))
    return tuple(found)


def how_to_ask(reach: Reach, phone: str, needs: Needs) -> Asking | WhyNot:
    """By which way somebody is asked, or why not (Code 3.1, Equality Act 2010 s.20).

    In writing where a letter goes by itself in the form that they need; else, or where they need an
    interpreter, somebody rings. A way that they cannot use is never taken.
    """
    can_ring = bool(phone) and Never.PHONE not in needs.never_by
    by_hand = way_to(reach) is Way.HAND
    if (by_hand or needs.interpreter) and can_ring:
        return Asking.PHONE
    if not by_hand:
        return Asking.LETTER
    shut = {Never.EMAIL, Never.POST, Never.PHONE} <= set(needs.never_by)
    return WhyNot.DO_NOT_CONTACT if shut else WhyNot.NO_WAY


def is_unhappy(rating: RatingFacts | Rate) -> bool:
    """Whether an answer speaks of dissatisfaction, so that a complaint is offered (Code 1.6)."""
    marks = [each for each in (rating.handled, rating.outcome) if each is not None]
    return any(mark <= UNHAPPY for mark in marks) or rating.kept is Kept.NO


@dataclass(frozen=True)
class Contacted:
    """One closing of a complaint as the figures read it. `rating` is None without an answer."""

    service: str
    due_on: date
    asked_on: date | None = None
    ends_on: date | None = None
    why_not: WhyNot | None = None
    rating: RatingFacts | None = None

    def standing(self, today: date) -> Standing:
        """How it stands. Somebody who answered is not counted otherwise, asked or not."""
        if self.rating is not None:
            return Standing.ANSWERED
        if self.why_not is not None:
            return Standing.NOT_ASKED
        if self.asked_on is None:
            return Standing.LATER if self.due_on > today else Standing.TO_ASK
        over = self.ends_on is not None and self.ends_on < today
        return Standing.NO_REPLY if over else Standing.WAITING


@dataclass(frozen=True)
class Opinion:
    """The marks of one question, by mark; those who left it out are not among them."""

    marks: Mapping[int, int]

    @property
    def answered(self) -> int:
        """How many gave a mark."""
        return sum(self.marks.values())

    @property
    def satisfied(self) -> int:
        """How many gave 4 or 5."""
        return sum(many for mark, many in self.marks.items() if mark >= HAPPY)

    @property
    def dissatisfied(self) -> int:
        """How many gave 1 or 2."""
        return sum(many for mark, many in self.marks.items() if mark <= UNHAPPY)

    @property
    def neither(self) -> int:
        """How many gave 3."""
        return self.answered - self.satisfied - self.dissatisfied


@dataclass
class Voices:
    """What was heard of the complaints closed in a period. The standings add up to `closed`."""

    standings: Counter[Standing] = field(default_factory=Counter)
    why_not: Counter[WhyNot] = field(default_factory=Counter)
    asked: int = 0  # whether or not they answered
    unasked_answers: int = 0  # who told us by themselves
    kept: Counter[Kept] = field(default_factory=Counter)
    _marks: dict[str, Counter[int]] = field(default_factory=dict)

    @property
    def closed(self) -> int:
        """All closings counted here."""
        return sum(self.standings.values())

    @property
    def answered(self) -> int:
        """Who answered."""
        return self.standings[Standing.ANSWERED]

    def opinion(self, question: str) -> Opinion:
        """The marks of "handled", "outcome" or "easy"."""
        return Opinion(dict(self._marks.get(question, {})))

    def count(self, one: Contacted, today: date) -> None:
        """Add one closing."""
        standing = one.standing(today)
        self.standings[standing] += 1
        self.asked += one.asked_on is not None
        if standing is Standing.NOT_ASKED and one.why_not:
            self.why_not[one.why_not] += 1
        if one.rating is None:
            return
        self.unasked_answers += one.asked_on is None
        self.kept[one.rating.kept] += 1
        for question in ("handled", "outcome", "easy"):
            mark = getattr(one.rating, question)
            if mark is not None:
                self._marks.setdefault(question, Counter())[mark] += 1


def voices(rows: Iterable[Contacted], today: date) -> tuple[Voices, dict[str, Voices]]:
    """The whole, and each service by name ("" where none is named). One pass, nothing is kept."""
    whole = Voices()
    services: dict[str, Voices] = {}
    for row in rows:
        whole.count(row, today)
        services.setdefault(row.service, Voices()).count(row, today)
    return whole, dict(sorted(services.items()))
