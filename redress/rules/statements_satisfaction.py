"""Sentences on what residents say, made from the same counts as the tables.

Whoever was not asked, or did not reply, is said with every share: no reply is no answer.
"""

from collections.abc import Mapping

from redress.rules.facts_followed import Kept
from redress.rules.figures_shares import Share
from redress.rules.intervals import Interval, wilson
from redress.rules.satisfaction import Opinion, Standing, Voices, WhyNot
from redress.rules.statements import with_percent
from redress.rules.survey import Change, Counts, Of, Satisfied, base_of
from redress.rules.survey_rows import Survey
from redress.rules.words import listed, was

WHY: Mapping[WhyNot, str] = {
    WhyNot.NO_RESIDENT: "nobody was named on the case",
    WhyNot.NO_WAY: "we had no way to reach them",
    WhyNot.DO_NOT_CONTACT: "they asked us not to write or ring",
    WhyNot.RESTRICTED: "the case was for named people alone",
    WhyNot.WENT_ON: "the complaint went on before we asked",
    WhyNot.NOBODY_RANG: "nobody rang them in time",
}
QUESTIONS: Mapping[str, tuple[str, str, str, str]] = {
    "handled": ("how we handled it", "well or very well", "badly or very badly", "neither"),
    "outcome": ("what we decided", "happy or very happy", "unhappy or very unhappy", "neither"),
    "easy": ("how easy it was", "easy or very easy", "hard or very hard", "neither"),
}
OF: Mapping[Of, str] = {
    Of.ALL: "residents",
    Of.RENTED: "tenants",
    Of.OWNERSHIP: "shared owners",
    Of.LEASEHOLD: "leaseholders",
}
WILSON = "95% interval, by Wilson’s method"


def asked(voices: Voices, when: str, *, whys: bool = True) -> str:
    """How many were asked and what came of it, of all complaints closed; "" where none were. With
    `whys`, why some were not asked too."""
    if not voices.closed:
        return ""
    stands = voices.standings
    of_asked = voices.answered - voices.unasked_answers
    share = with_percent(Share(of_asked, voices.asked, "residents asked")) if voices.asked else "0"
    parts = [
        f"{share} answered",
        f"{stands[Standing.NO_REPLY]:,} did not reply",
        *_some(stands[Standing.WAITING], "still had time to"),
    ]
    return (
        f"Of the {voices.closed:,} complaints closed in {when} and followed up, the residents of "
        f"{voices.asked:,} were asked how we dealt with it: {listed(parts)}."
        f"{_others(voices)}{not_asked(voices, whys=whys)}"
    )


def _some(number: int, words: str) -> list[str]:
    return [f"{number:,} {words}"] if number else []


def _others(voices: Voices) -> str:
    later = voices.standings[Standing.LATER] + voices.standings[Standing.TO_ASK]
    said = [
        *_some(voices.unasked_answers, "told us by themselves"),
        *_some(later, f"{was(later)} still to be asked"),
    ]
    return f" {listed(said)}." if said else ""


def not_asked(voices: Voices, *, whys: bool = True) -> str:
    """Who was not asked, and why if `whys`; "" where everybody was."""
    number = voices.standings[Standing.NOT_ASKED]
    if not number:
        return ""
    told = f" {number:,} {was(number)} not asked"
    found = [f"{WHY[why]} ({many:,})" for why, many in voices.why_not.most_common()]
    return f"{told}: {listed(found)}." if whys else f"{told}."


def opinion(voices: Voices, question: str) -> str:
    """What they said to one question, with the interval; "" where nobody answered it."""
    found = voices.opinion(question)
    if not found.answered:
        return ""
    about, good, bad, neither = QUESTIONS[question]
    share = with_percent(of_answers(found.satisfied, found))
    return (
        f"Of the {found.answered:,} who said {about}, {share} said {good}"
        f"{between(interval(found))}, {found.neither:,} {neither} and {found.dissatisfied:,} {bad}."
    )


def promises(voices: Voices) -> str:
    """Whether residents say that promises were kept (Code 7.3); "" where nobody answered."""
    if not voices.answered:
        return ""
    yes, part, no = (voices.kept[each] for each in (Kept.YES, Kept.PARTLY, Kept.NO))
    return (
        f"Asked whether we did what we promised, {yes:,} of {voices.answered:,} said yes, "
        f"{part:,} in part and {no:,} no."
    )


def of_answers(number: int, found: Opinion) -> Share:
    """A share of those who answered the question."""
    return Share(number, found.answered, "residents who answered the question")


def interval(found: Opinion) -> Interval | None:
    """The 95% interval of who is satisfied; None where nobody answered."""
    share = of_answers(found.satisfied, found).exact
    return None if share is None else wilson(share / 100, found.answered)


def between(found: Interval | None) -> str:
    """ " (10.8% to 31.2%: 95% interval, by Wilson’s method)"; "" without one."""
    if found is None:
        return ""
    low, high = found.percent
    return f" ({low}% to {high}%: {WILSON})"


def tp09(of: Of, survey: Survey, found: Satisfied) -> str:
    """TP09 of one part of the people, with its base and interval, and what is doubtful in it."""
    if found.percent is None:
        return f"TP09 of {OF[of]} is not known for the survey “{survey.name}”."
    base = "those" if found.base is None else f"the {found.base:,} {OF[of]}"
    said = (
        f"TP09: {found.percent}% of {base} who said that they had complained were satisfied with "
        f"how complaints are handled{between(found.interval)}, by the survey “{survey.name}”."
    )
    return said + _doubts(found)


def dissatisfied(counts: Counts) -> str:
    """How many are dissatisfied, as far as it is known; "" where it is not."""
    base, _ = base_of(counts)
    if counts.dissatisfied is not None:
        return f"{counts.dissatisfied:,} were dissatisfied."
    if counts.dissatisfied_percent is None:
        return ""
    of = "" if base is None else f" of the {base:,}"
    return f"{counts.dissatisfied_percent}%{of} were dissatisfied, as published."


def _doubts(found: Satisfied) -> str:
    doubts = []
    if found.satisfied is None:
        doubts.append("Only the percentage was given, and not how many people it stands for.")
    if found.worked_out:
        doubts.append(
            f"That {found.base:,} had complained is worked out: no other number of people gives "
            "the percentage that was published."
        )
    if not found.possible:
        doubts.append(
            f"No whole number of {found.base:,} gives {found.percent}%, so some may not have "
            "answered, or answers were weighted."
        )
    if found.base is None:
        doubts.append("Of how many people is not known, so there is no interval.")
    return "".join(f" {doubt}" for doubt in doubts)


def changed(change: Change | None, before: Survey | None) -> str:
    """The change since the survey before, in percentage points; "" where there is none."""
    if change is None or before is None:
        return ""
    if not change.points:
        return f"That is the same as in “{before.name}”."
    way = "more" if change.points > 0 else "less"
    said = f"That is {abs(change.points)} percentage points {way} than in “{before.name}”"
    chance = {
        True: ", which may be chance: the interval of the change holds 0.",
        False: ", more than chance alone would bring (95%).",
        None: ".",
    }
    return said + chance[change.may_be_chance]
