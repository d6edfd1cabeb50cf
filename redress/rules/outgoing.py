"""What is looked at in every letter before it goes, whatever action issues it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from redress.rules.contacts import OMBUDSMAN, contact
from redress.rules.decision import Decision, NewLetter, Reason, Refused
from redress.rules.passages import gaps
from redress.rules.wording import wording


def checked(decision: Decision, landlord: str, on: date) -> Decision | Refused:
    """The decision, with a warning where a letter carries details past their date.

    A passage with a gap still open is refused (`gap_open`). Old details of the Ombudsman only warn
    (`ombudsman_details_old`): the Code wants the letter to go in time, and with them (2.4, 3.7,
    6.5, 6.9g, 6.16, 6.19g). The warning stands in the preview and on the record.
    """
    if any(gaps(text, landlord) for letter in decision.letters for text in _texts(letter)):
        return Refused((Reason("gap_open"),))
    old = contact(OMBUDSMAN, on).is_expired(on) if decision.letters else False
    if old and any(_carries_ombudsman(letter.kind) for letter in decision.letters):
        warning = Reason("ombudsman_details_old", "Code 3.7")
        return replace(decision, warnings=(*decision.warnings, warning))
    return decision


def _texts(letter: NewLetter) -> Iterable[str]:
    for fact in letter.facts.values():
        yield from [fact] if isinstance(fact, str) else fact


def _carries_ombudsman(kind: str) -> bool:
    return "ombudsman" in wording(kind).meta.needs
