"""The counts behind what residents say, so that no few people's answers are in what is published:
by service, by why they were not asked, and by the tenure of those in a survey."""

from collections.abc import Collection, Iterator, Mapping

from redress.reports.masks import Parts, joined, name, of_few, split_of
from redress.reports.paper import Guarded, Split
from redress.rules import statements_satisfaction as said
from redress.rules.satisfaction import Standing, Voices
from redress.rules.suppression import Sum
from redress.rules.survey import Counts, Of, satisfied
from redress.rules.survey_rows import Survey
from redress.satisfaction.reading import Heard, Tp09

HEARD, WHY, TP09, SAID_BY, KEPT = "heard", "not asked", "tp09", "said by", "kept"
OPINIONS = ("satisfied", "neither", "dissatisfied")
STANDS = ("answered", "no_reply", "waiting", "later", "not_asked")
WITHIN: Parts = (
    ("closed", STANDS),
    ("closed", ("asked", "unasked")),
    ("answered", ("handled", "left_out")),
    ("handled", OPINIONS),
)
LINE: Parts = (("base", OPINIONS), ("base", ("satisfied", "others")))


def of_services(heard: Heard) -> Split:
    """Who was asked and what they said, by service; and why some were not asked."""
    services = {service: _counts(voices) for service, voices in heard.services.items()}
    by_service = split_of(HEARD, services, _counts(heard.voices), WITHIN)
    whys = {why.value: {"cases": number} for why, number in heard.voices.why_not.items()}
    whole = {"cases": heard.voices.standings[Standing.NOT_ASKED]}
    opinions = {each: heard.voices.opinion(each).answered for each in said.QUESTIONS}
    few = of_few(SAID_BY, {**opinions, KEPT: heard.voices.answered})
    return joined(by_service, split_of(WHY, whys, whole), few)


def said_by(question: str) -> str:
    """The name of the number of those who answered a question: of few nothing is told."""
    return f"{SAID_BY}/{question}"


def guarded(heard: Heard) -> Iterator[Guarded]:
    """The sentences that tell numbers of these breakdowns."""
    voices = heard.voices
    whys = tuple(name(WHY, why.value, "cases") for why in voices.why_not)
    plainly = said.asked(voices, heard.when, whys=False)
    yield Guarded(said.asked(voices, heard.when), whys, plainly)
    for question in said.QUESTIONS:
        yield Guarded(said.opinion(voices, question), (said_by(question),))
    yield Guarded(said.promises(voices), (said_by(KEPT),))
    for each in heard.tp09:
        shows = tuple(name(TP09, each.of.value, column) for column in ("base", *OPINIONS))
        yield Guarded(of_tp09_in_words(each), shows)


def of_tp09_in_words(each: Tp09) -> str:
    """The measure of one part of the people in a sentence or a few."""
    sentences = (
        said.tp09(each.of, each.survey, each.found),
        said.dissatisfied(each.counts),
        said.changed(each.change, each.before),
    )
    return " ".join(" ".join(sentences).split())


def of_tp09(heard: Heard) -> Split:
    """The measure by the tenure of those who answered. That of tenants is published by duty, and
    that of everyone where it is all there is: both would give those of few others away."""
    lines = {each.of: each.counts for each in heard.tp09}
    return _of_lines(TP09, lines, (Of.RENTED if Of.RENTED in lines else Of.ALL,))


def about_survey(survey: Survey) -> str:
    """What the counts of a survey are named by."""
    return f"survey/{survey.name}/{survey.held_to}"


def of_survey(survey: Survey) -> Split:
    """The lines of a survey; that of everyone asked is its whole."""
    return _of_lines(about_survey(survey), survey.lines, (Of.ALL,))


def _counts(voices: Voices) -> dict[str, int]:
    stands, handled = voices.standings, voices.opinion("handled")
    return {
        "closed": voices.closed,
        "asked": voices.asked,
        "unasked": voices.closed - voices.asked,
        "answered": voices.answered,
        "no_reply": stands[Standing.NO_REPLY],
        "waiting": stands[Standing.WAITING],
        "later": stands[Standing.LATER] + stands[Standing.TO_ASK],
        "not_asked": stands[Standing.NOT_ASKED],
        "handled": handled.answered,
        "left_out": voices.answered - handled.answered,
        **{each: int(getattr(handled, each)) for each in OPINIONS},
    }


def _of_lines(about: str, lines: Mapping[Of, Counts], public: Collection[Of]) -> Split:
    found = {of: _line(counts) for of, counts in lines.items()}
    counts = {
        name(about, of.value, column): number
        for of, line in found.items()
        for column, number in line.items()
    }
    ties = [tie for of in found for tie in _across(about, of)] + list(_down(about, found))
    sums = tuple(each for each in ties if _adds_up(each, counts))
    shown = {name(about, of.value, column) for of in public for column in found.get(of, ())}
    return Split(counts, sums, tuple(sorted(shown)))


def seen(about: str, of: Of, counts: Counts, columns: Collection[str]) -> tuple[str, ...]:
    """The names of those columns of a line of which a number is known: a cell that says "not known"
    shows none. KeyError for a column that no line has."""
    line = _whole_line(counts)
    return tuple(name(about, of.value, each) for each in columns if line[each] is not None)


def _line(counts: Counts) -> dict[str, int]:
    """What is known of a line."""
    return {each: value for each, value in _whole_line(counts).items() if value is not None}


def _whole_line(counts: Counts) -> dict[str, int | None]:
    """What a line gives, and what a reader can work out from its percentages."""
    found = satisfied(counts)
    number = found.satisfied
    if number is None and found.base is not None and found.share is not None:
        number = round(found.share * found.base)
    others = None if found.base is None or number is None else found.base - number
    told = {each: getattr(counts, each) for each in ("asked", "answered", *OPINIONS)}
    return {**told, "base": found.base, "satisfied": number, "others": others}


def _across(about: str, of: Of) -> Iterator[Sum]:
    for total, parts in LINE:
        yield Sum(name(about, of.value, total), tuple(name(about, of.value, p) for p in parts))


def _down(about: str, found: Mapping[Of, Mapping[str, int]]) -> Iterator[Sum]:
    for column in found.get(Of.ALL, ()):
        parts = [of for of, line in found.items() if of is not Of.ALL and column in line]
        if parts:
            whole = name(about, Of.ALL.value, column)
            yield Sum(whole, tuple(name(about, of.value, column) for of in parts))


def _adds_up(each: Sum, counts: Mapping[str, int]) -> bool:
    """Whether all of it is known and true: a survey may leave some out, or count some twice."""
    known = all(key in counts for key in each.names)
    return known and counts[each.total] == sum(counts[part] for part in each.parts)
