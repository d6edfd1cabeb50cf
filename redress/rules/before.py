"""What somebody must know before they write to a resident, ring or visit: the same everywhere."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from redress.rules.facts_conduct import RestrictionFacts
from redress.rules.needs import AdjustmentFacts, Needs
from redress.rules.sending import Format, Never
from redress.rules.words import FORMAT, NEVER, WAY, listed, short_date


@dataclass(frozen=True)
class Before:
    """One line: what it is about, what it says, and whether it forbids something."""

    label: str
    says: str
    forbids: bool = False


def before(
    needs: Needs,
    adjustments: Iterable[AdjustmentFacts] = (),
    restrictions: Iterable[RestrictionFacts] = (),
) -> tuple[Before, ...]:
    """The lines for one resident, what is forbidden first; none where nothing is on record.

    Of a restriction of contact: what is limited, until when, and the way that stays open. What lies
    behind it stays with the case in which it was decided.
    """
    never = [NEVER[way] for way in Never if way in needs.never_by]
    by = WAY[needs.write_by] if needs.write_by else ""
    lines = [
        Before("Never", listed(never) if never else "", forbids=True),
        Before("Never", needs.unsafe, forbids=True),
        Before("Safe", needs.safe),
        Before("Language", needs.language),
        Before("Interpreter", needs.interpreter),
        Before("Letters", formats_in_words(needs)),
        Before("Asked us to write by", by.lower()),
        Before("", needs.needs),
        *(Before("We agreed", each.what) for each in adjustments if each.in_force),
        *(line for each in restrictions if each.holds for line in _restricted(each)),
    ]
    return tuple(line for line in lines if line.says.strip())


def _restricted(held: RestrictionFacts) -> Iterator[Before]:
    until = f"{held.details} Until {short_date(held.ends_on)}, to be looked at by "
    yield Before("Contact restricted", f"{until}{short_date(held.review_on)}.")
    yield Before("One contact", held.contact)
    yield Before("Open to them", f"{held.way_open} What comes by another way is recorded too.")


def formats_in_words(needs: Needs) -> str:
    """The formats in which they need a letter: "large print and Braille"; nothing for none."""
    asked = [each for each in Format if each in needs.formats]
    named = [needs.format_other if each is Format.OTHER else FORMAT[each] for each in asked]
    return listed(named) if named else ""
