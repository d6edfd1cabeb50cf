"""What somebody must know before they write to a resident, ring or visit: the same everywhere."""

from collections.abc import Iterable
from dataclasses import dataclass

from redress.rules.needs import AdjustmentFacts, Needs
from redress.rules.sending import Format, Never
from redress.rules.words import FORMAT, NEVER, WAY, listed


@dataclass(frozen=True)
class Before:
    """One line: what it is about, what it says, and whether it forbids something."""

    label: str
    says: str
    forbids: bool = False


def before(needs: Needs, adjustments: Iterable[AdjustmentFacts] = ()) -> tuple[Before, ...]:
    """The lines for one resident, what is forbidden first; none where nothing is on record."""
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
    ]
    return tuple(line for line in lines if line.says.strip())


def formats_in_words(needs: Needs) -> str:
    """The formats in which they need a letter: "large print and Braille"; nothing for none."""
    asked = [each for each in Format if each in needs.formats]
    named = [needs.format_other if each is Format.OTHER else FORMAT[each] for each in asked]
    return listed(named) if named else ""
