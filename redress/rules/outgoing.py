"""What is looked at in every letter before it goes, whatever action issues it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from redress.rules.contacts import OMBUDSMAN
from redress.rules.decision import Decision, NewLetter, Reason, Refused
from redress.rules.facts import CaseFacts
from redress.rules.old_routes import old_routes
from redress.rules.recipients import recipients
from redress.rules.signatories import named_in
from redress.rules.stationery import Stationery
from redress.rules.wording import wording
from redress.rules.words import listed


def checked(
    decision: Decision, after: CaseFacts, stationery: Stationery, on: date
) -> Decision | Refused:
    """The decision, with a warning where a letter carries details past their date.

    A passage with a gap still open is refused (`gap_open`), and a letter to a group that holds the
    name or address of one of them (`names_a_signatory`). Old details of the Ombudsman only warn
    (`ombudsman_details_old`): the Code wants the letter to go in time, and with them (2.4, 3.7,
    6.5, 6.9g, 6.16, 6.19g). A number or an address that the register had before, and that stands in
    what somebody wrote, warns too (`details_changed`), and so does a way to the Ombudsman that is
    gone since 1 October 2022 (`old_route`). Warnings stand in the preview and on the record.
    """
    later = decision.would.letters if decision.would else ()  # looked at before it is signed, too
    going = (*decision.letters, *later)
    texts = [text for letter in going for text in _texts(letter)]
    if any(stationery.gaps(text) for text in texts):
        return Refused((Reason("gap_open"),))
    named = [name for letter in decision.letters for name in _named(letter, after, on)]
    if named:
        about = listed(sorted(set(named)))
        return Refused((Reason("names_a_signatory", "UK GDPR Art 5(1)(f)", about=about),))
    warnings = [
        Reason("details_changed", about=where)
        for where in dict.fromkeys(old for text in texts for old in stationery.outdated(text, on))
    ]
    ours = [block.text for letter in going for block in stationery.wording(letter.kind).blocks]
    if any(old_routes(text) for text in (*texts, *ours)):
        warnings.append(Reason("old_route", "Code 3.7"))
    carries = any(_carries_ombudsman(letter.kind) for letter in decision.letters)
    if carries and stationery.contact(OMBUDSMAN, on).is_expired(on):
        warnings.append(Reason("ombudsman_details_old", "Code 3.7"))
    return replace(decision, warnings=(*decision.warnings, *warnings)) if warnings else decision


def _named(letter: NewLetter, after: CaseFacts, on: date) -> list[str]:
    """Those of the group who would be named to the others by this letter."""
    to = recipients(after, letter.kind, letter.to, on)
    return named_in(_texts(letter), after.signatories) if to.signatories else []


def _texts(letter: NewLetter) -> Iterable[str]:
    for fact in letter.facts.values():
        yield from [fact] if isinstance(fact, str) else fact


def _carries_ombudsman(kind: str) -> bool:
    return "ombudsman" in wording(kind).meta.needs
