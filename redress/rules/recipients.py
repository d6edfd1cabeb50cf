"""To whom a letter goes, beside or in place of the resident."""

from dataclasses import dataclass
from datetime import date

from redress.rules.facts import CaseFacts
from redress.rules.facts_people import LettersTo, RepresentativeFacts, SignatoryFacts

# What only the resident may read: they are asked about somebody else here.
RESIDENT_ONLY = frozenset({"consent_request"})


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
    The resident is left out only where they chose that letters go to a representative instead.
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


def representative_of(case: CaseFacts, number: int) -> RepresentativeFacts | None:
    """A representative of the case, by number; None where there is none such."""
    return next((each for each in case.representatives if each.number == number), None)


def member_of(case: CaseFacts) -> RepresentativeFacts | None:
    """The MP or councillor who takes part, the first of several; None where none does."""
    return next((each for each in case.representatives if each.is_member and each.speaks), None)
