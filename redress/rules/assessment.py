"""The answers of a self-assessment against the Code, as values (Code 8.1a, 8.3, 8.4)."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from redress.rules.words import long_date


class Answer(StrEnum):
    """What a landlord says of itself on one provision."""

    YES = "yes"
    NO = "no"
    PARTLY = "partly"
    YES_FROM = "yes_from"  # from a day on, or "going forward"
    SPLIT = "split"  # one part so, another otherwise


class Body(StrEnum):
    """The ombudsman whose Complaint Handling Code a self-assessment answers.

    The Housing Ombudsman's Code is the one that its provisions, measures and days are known of. Of
    the other a council's form alone says what it asks.
    """

    HOUSING_OMBUDSMAN = "housing_ombudsman"
    LGSCO = "lgsco"


BODIES = {
    Body.HOUSING_OMBUDSMAN: "Housing Ombudsman",
    Body.LGSCO: "Local Government and Social Care Ombudsman",
}


class Trigger(StrEnum):
    """Why a self-assessment is made."""

    ANNUAL = "annual"  # Code 8.1a
    RESTRUCTURE = "restructure"  # 8.3
    MERGER = "merger"  # 8.3
    PROCEDURE_CHANGED = "procedure_changed"  # 8.3
    OMBUDSMAN_ASKED = "ombudsman_asked"  # 8.4
    AFTER_INVESTIGATION = "after_investigation"  # 8.4
    EXCEPTIONAL = "exceptional"  # 8.5: circumstances such as a cyber incident


@dataclass(frozen=True)
class Half:
    """One part of a split answer: "no" for the "first half"."""

    answer: Answer
    about: str


@dataclass(frozen=True)
class Answered:
    """An answer with the words it stood in. `answer` is None where they are none.

    `from_on` is the day of a "yes from", None where it says no more than "going forward".
    """

    answer: Answer | None
    words: str = ""
    from_on: date | None = None
    halves: tuple[Half, ...] = ()


ANSWERS = {
    Answer.YES: "Yes",
    Answer.NO: "No",
    Answer.PARTLY: "Partly",
    Answer.YES_FROM: "Yes, from a date",
    Answer.SPLIT: "Two answers",
}


def in_full(said: Answered) -> str:
    """An answer in words with its day or its parts: "Yes, from 1 April 2025", "No: first half.
    Yes: second half"."""
    if said.answer is Answer.YES_FROM:
        return f"Yes, from {long_date(said.from_on)}" if said.from_on else "Yes, from now on"
    if said.answer is Answer.SPLIT and said.halves:
        return ". ".join(f"{ANSWERS[half.answer]}: {half.about}" for half in said.halves)
    return ANSWERS[said.answer] if said.answer else "No answer"


PLAIN = {
    "yes": Answer.YES,
    "y": Answer.YES,
    "comply": Answer.YES,
    "compliant": Answer.YES,
    "no": Answer.NO,
    "n": Answer.NO,
    "not compliant": Answer.NO,
    "partly": Answer.PARTLY,
    "partial": Answer.PARTLY,
    "partially": Answer.PARTLY,
    "in part": Answer.PARTLY,
    "yes and no": Answer.PARTLY,
}
UNFILLED = ("yes/no", "y/n")  # the form's own words, never crossed out
FROM = re.compile(r"yes\W+(?:from|with effect from|as of|by|going forward)\b\s*(.*)", re.I | re.S)
EACH = re.compile(r"\b(yes|no|partly)\b", re.I)
DAYS = ("%d %B %Y", "%d %b %Y", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d")
MONTHS = ("%B %Y", "%b %Y")


def answered(words: str) -> Answered:
    """The answer that a cell holds: "Yes", "Partly", "Yes going forward", "Yes from 1 April 2025",
    "No first half yes second half". Words that are no answer are kept, with None.
    """
    said = " ".join(words.split())
    bare = said.casefold().strip(" .*-–:;,")
    if bare.replace(" ", "") in UNFILLED:
        return Answered(None, said)
    if bare in PLAIN:
        return Answered(PLAIN[bare], said)
    if later := FROM.fullmatch(bare):
        return Answered(Answer.YES_FROM, said, from_on=day_in(later[1]))
    halves = _halves(said)
    if len({half.answer for half in halves}) > 1:
        return Answered(Answer.SPLIT, said, halves=halves)
    return Answered(None, said)


def day_in(words: str) -> date | None:
    """The day that words name; the first of the month where they name a month; else None."""
    plain = re.sub(r"(\d)(?:st|nd|rd|th)\b", r"\1", words).strip(" .,")
    for form in (*DAYS, *MONTHS):
        try:
            return datetime.strptime(plain, form).date()
        except ValueError:
            continue
    return None


def _halves(said: str) -> tuple[Half, ...]:
    """ "No first half yes second half" as no for the first half and yes for the second."""
    found = list(EACH.finditer(said))
    if not found or found[0].start() > 0:
        return ()
    ends = [*(each.start() for each in found[1:]), len(said)]
    return tuple(
        Half(Answer(each[1].casefold()), said[each.end() : end].strip(" ,;:.-–"))
        for each, end in zip(found, ends, strict=True)
    )
