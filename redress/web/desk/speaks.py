"""Who speaks for the resident and who signed, as the case page shows them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from redress.people import members
from redress.rules.access import Verb, may
from redress.rules.actions.tell_outcome import answered
from redress.rules.facts import CaseFacts, Kind
from redress.rules.facts_people import RepresentativeFacts, Scope, Standing
from redress.rules.words import short_date
from redress.rules.words_people import STANDING
from redress.web.pages import Visit

COLOURS = {
    Standing.GIVEN: "green",
    Standing.ASKED: "yellow",
    Standing.NOT_YET: "yellow",
    Standing.NOT_ASKED: "orange",
    Standing.EXPIRED: "red",
    Standing.REFUSED: "red",
    Standing.WITHDRAWN: "red",
    Standing.ENDED: "grey",
}


@dataclass(frozen=True)
class Where:
    """Where consent stands today: in words, the colour of its tag, and the days that matter.

    `tells` says that they may be sent what was decided as a letter of its own.
    """

    words: str
    colour: str
    days: str
    agreed: bool
    tells: bool


def where_of(each: RepresentativeFacts, today: date) -> Where:
    """Of one representative."""
    standing = each.standing(today)
    return Where(
        STANDING[standing],
        COLOURS[standing],
        _days(each, standing, today),
        standing is Standing.GIVEN,
        each.is_member or each.scope is Scope.OUTCOME,
    )


def _days(each: RepresentativeFacts, standing: Standing, today: date) -> str:
    late = each.answer_by is not None and each.answer_by < today
    said = {
        Standing.ASKED: (each.answer_by, "they were asked to answer by" if late else "by"),
        Standing.GIVEN: (each.until, "until"),
        Standing.NOT_YET: (each.starts_on, "from"),
        Standing.EXPIRED: (each.until, "on"),
        Standing.REFUSED: (each.refused_on, "on"),
        Standing.WITHDRAWN: (each.withdrawn_on, "on"),
        Standing.ENDED: (each.ended_on, "since"),
    }
    day, word = said.get(standing, (None, ""))
    return f"{word} {short_date(day)}" if day else ""


@dataclass(frozen=True)
class Group:
    """How many signed beside the contact, and how many of them get each letter."""

    there: int
    letters: int


def group_of(case: CaseFacts) -> Group:
    """Of those who are still on the list."""
    there = [each for each in case.signatories if each.left_on is None]
    return Group(len(there), sum(each.gets_letters for each in there))


def speaking(visit: Visit, case: CaseFacts, home: Any) -> dict[str, Any]:
    """What the part of the case page needs; of an enquiry, the election period that runs, and the
    councillors of the home's ward where it is known."""
    actor, today, landlord = visit.actor, visit.today, visit.landlord
    asks = case.kind in (Kind.MP_ENQUIRY, Kind.COUNCILLOR_ENQUIRY)
    ward = home.ward if home else ""
    return {
        "election": members.election_on(landlord, today) if asks else None,
        "ward": ward,
        "ward_members": members.of_ward(landlord, ward, today),
        "speakers": [(each, where_of(each, today)) for each in case.representatives],
        "group": group_of(case),
        "answered": answered(case) is not None,
        "may_speak": may(actor, Verb.RECORD_CONSENT),
    }
