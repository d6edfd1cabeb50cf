"""To whom a letter goes, beside or in place of the resident."""

from dataclasses import dataclass
from datetime import date

from redress.rules.facts import CaseFacts
from redress.rules.facts_people import LettersTo, RepresentativeFacts, SignatoryFacts
from redress.rules.words import listed

# What only the resident may read: they are asked about somebody else here, or it says how they
# behaved and what of their health and needs was thought about (UK GDPR Art 9, Code 5.14).
RESTRICTION = frozenset({"contact_restriction", "restriction_review", "restriction_end"})
RESIDENT_ONLY = frozenset({"consent_request", "behaviour_warning"}) | RESTRICTION
MOST_NAMED = 3  # of those who signed; of more only the number is said


@dataclass(frozen=True)
class Recipients:
    """Who gets a letter. The resident is a person of the landlord's register."""

    resident: bool
    representatives: tuple[RepresentativeFacts, ...] = ()
    signatories: tuple[SignatoryFacts, ...] = ()


def recipients(case: CaseFacts, kind: str, to: int | None, on: date) -> Recipients:
    """Who gets a letter of this kind on this day. `to` is the number of the one representative to
    whom it is written, None for a letter to the resident.

    A representative gets a copy only with consent that is given, in date and in scope (Code 3.6;
    THH policy, Complaints through an advocate), and a member never: theirs is a letter of its own.
    The resident is left out only where they chose that letters go to a representative instead. A
    letter about their own behaviour goes to them alone.
    """
    if to is not None:
        only = tuple(each for each in case.representatives if each.number == to)
        return Recipients(False, only)
    if kind in RESIDENT_ONLY:
        return Recipients(True)
    speaking = tuple(each for each in case.representatives if each.gets_letters(on))
    instead = any(each.letters is LettersTo.REPRESENTATIVE for each in speaking)
    signed = tuple(each for each in case.signatories if each.gets_letters)
    return Recipients(not instead, speaking, signed)


def in_words(to: Recipients, resident: str) -> str:
    """Who gets a letter, for staff: "Mary Osei, and a copy to Joy Osei, who speaks for them".
    `resident` is the name of the resident; empty where the case has none."""
    speakers, signed = _speakers(to.representatives), _signed(to.signatories)
    if to.resident and resident:
        return ", and ".join([resident, *(f"a copy to {each}" for each in speakers), *signed])
    others = ", and ".join([*speakers, *signed])
    if not others:
        return "nobody, as the case has no resident to write to. It stays on the record"
    return f"{others}. {resident} gets none" if resident else others


def _speakers(people: tuple[RepresentativeFacts, ...]) -> list[str]:
    """Those who speak for the resident, in one phrase, if there are any."""
    speak = "speak" if people[1:] else "speaks"
    names = [each.name for each in people]
    return [f"{listed(names)}, who {speak} for them"] if names else []


def _signed(people: tuple[SignatoryFacts, ...]) -> list[str]:
    """One each to those of a group who want their own letter."""
    if len(people) > MOST_NAMED:
        return [f"one each to {len(people)} people who signed"]
    each = "each " if people[1:] else ""
    names = [one.name for one in people]
    return [f"one {each}to {listed(names)}, who signed"] if names else []


def representative_of(case: CaseFacts, number: int) -> RepresentativeFacts | None:
    """A representative of the case, by number; None where there is none such."""
    return next((each for each in case.representatives if each.number == number), None)


def member_of(case: CaseFacts) -> RepresentativeFacts | None:
    """The MP or councillor who takes part, the first of several; None where none does."""
    return next((each for each in case.representatives if each.is_member and each.speaks), None)
