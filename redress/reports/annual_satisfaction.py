"""What residents say of how complaints are handled, as a section: asked after closing, in surveys
given from outside, and TP09.

What would tell what a few people said is left out: a service with few answers shows none of them,
and never is one alone left out, which the total would give away.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from redress.reports import satisfaction_masks as masks
from redress.reports.masks import joined, masked
from redress.reports.paper import (
    DARK,
    DOTTED,
    STRIPED,
    Bar,
    Chart,
    Exhibit,
    Grid,
    Section,
    parts,
)
from redress.rules import statements_satisfaction as said
from redress.rules.satisfaction import Opinion, Standing, Voices
from redress.rules.survey import About, Counts, Satisfied, satisfied
from redress.rules.survey_rows import Survey
from redress.satisfaction.reading import Heard, Tp09

ID = "satisfaction"
FEW = 10  # answers under which nothing is shown of what a service's residents said
NONE = "–"
NOT_KNOWN = "not known"
# Which counts each cell lets see: how it stands, what they said, a line of a survey.
STANDS = ("closed", "asked", *masks.STANDS)
SAID = (*((each,) for each in masks.OPINIONS), ("satisfied", "handled"))
GIVEN = (("asked",), ("answered",), ("satisfied", "base"), ("neither",), ("dissatisfied",))
HEADS = ("Very well or well", "Neither", "Badly or very badly", "Satisfied")


def section(heard: Heard | None) -> Section | None:
    """None where nothing was asked and no survey was given."""
    if heard is None or not (heard.voices.closed or heard.surveys):
        return None
    exhibits = [each for each in (_after_closing(heard), _tp09(heard), _given(heard)) if each]
    guarded = tuple(masks.guarded(heard))
    return Section(ID, "What residents say", tuple(exhibits), guarded=guarded)


def _after_closing(heard: Heard) -> Exhibit | None:
    voices = heard.voices
    if not voices.closed:
        return None
    sentences = (
        said.asked(voices, heard.when),
        said.opinion(voices, "handled"),
        said.opinion(voices, "outcome"),
        said.promises(voices),
        said.opinion(voices, "easy"),
    )
    return Exhibit(chart(voices), tuple(grids(heard)), tuple(filter(None, sentences)))


def chart(voices: Voices) -> Chart | None:
    """What was said to each question, of those who answered it; None where nobody answered."""
    bars = tuple(
        replace(_bar(words[0], voices.opinion(asked)), shows=(masks.said_by(asked),))
        for asked, words in said.QUESTIONS.items()
    )
    shown = tuple(bar for bar in bars if bar.parts)
    if not shown:
        return None
    handled = voices.opinion("handled")
    share = said.of_answers(handled.satisfied, handled).percent
    return Chart(
        title=f"{share}% of the {handled.answered:,} who answered were satisfied with how we "
        "handled it",
        bars=shown,
        caption="Each bar is those who answered the question. Who did not reply is in none.",
        key=((DARK, "Satisfied"), (DOTTED, "Neither"), (STRIPED, "Dissatisfied")),
        short_title="How those who answered say that we handled it",
    )


def _bar(name: str, found: Opinion) -> Bar:
    pieces = ((found.satisfied, DARK), (found.neither, DOTTED), (found.dissatisfied, STRIPED))
    words = (
        f"{found.answered:,} answered: {found.satisfied:,} satisfied, {found.neither:,} neither, "
        f"{found.dissatisfied:,} dissatisfied"
    )
    share = said.of_answers(found.satisfied, found).percent
    laid = [(number, tone, f"{number:,}") for number, tone in pieces]
    shown = parts(laid, found.answered) if found.answered else ()
    return Bar(name[:1].upper() + name[1:], f"{share}% satisfied", words, shown)


def grids(heard: Heard) -> Iterator[Grid]:
    """Who was asked, and what they said, by service."""
    behind, services = masks.of_services(heard), list(heard.services)
    standing = _standings(heard)
    yield masked(standing, masks.HEARD, services, [(each,) for each in STANDS], behind)
    shown = shown_services(heard.services)
    handled = masked(_said(heard, shown), masks.HEARD, services, SAID, behind)
    shows = zip(shown.values(), handled.shows, strict=True)
    seen = tuple(names if there else ((),) * 4 for there, names in shows)
    yield replace(handled, shows=seen, told=frozenset({masks.said_by("handled")}))


def _standings(heard: Heard) -> Grid:
    return Grid(
        caption=f"Complaints closed in {heard.when} and followed up. Each is counted once: "
        "answered, no reply, may still answer, to be asked, or not asked",
        head=(
            "",
            "Closed",
            "Asked",
            "Answered",
            "No reply",
            "May answer",
            "To be asked",
            "Not asked",
        ),
        rows=tuple(_standing(_name(name), each) for name, each in heard.services.items()),
        total=_standing("All", heard.voices),
    )


def _said(heard: Heard, services: Mapping[str, bool]) -> Grid:
    return Grid(
        caption="How we handled it, by those who answered. The share satisfied is of those; of a "
        f"service with fewer than {FEW} answers none is shown",
        head=("", *HEADS),
        rows=tuple(
            (_name(name), *_handled(heard.services[name])) if shown else (_name(name), *[NONE] * 4)
            for name, shown in services.items()
        ),
        total=("All", *_handled(heard.voices)),
    )


def shown_services(services: Mapping[str, Voices]) -> dict[str, bool]:
    """Of which services it is shown what was said: those with enough answers, and where one alone
    would be left out, not the next smallest either."""
    answers = {name: voices.opinion("handled").answered for name, voices in services.items()}
    hidden = {name for name, number in answers.items() if number < FEW}
    shown = sorted((number, name) for name, number in answers.items() if name not in hidden)
    if len(hidden) == 1 and shown:
        hidden.add(shown[0][1])
    return {name: name not in hidden for name in services}


def _name(service: str) -> str:
    return service or "Not known"


def _standing(name: str, voices: Voices) -> tuple[str, ...]:
    stands = voices.standings
    numbers = (
        voices.closed,
        voices.asked,
        voices.answered,
        stands[Standing.NO_REPLY],
        stands[Standing.WAITING],
        stands[Standing.LATER] + stands[Standing.TO_ASK],
        stands[Standing.NOT_ASKED],
    )
    return (name, *(f"{number:,}" for number in numbers))


def _handled(voices: Voices) -> tuple[str, ...]:
    found = voices.opinion("handled")
    share = said.of_answers(found.satisfied, found).percent
    numbers = (found.satisfied, found.neither, found.dissatisfied)
    return (*(f"{each:,}" for each in numbers), NONE if share is None else f"{share}%")


def _tp09(heard: Heard) -> Exhibit | None:
    if not heard.tp09:
        return None
    grid = Grid(
        caption="TP09: satisfied with the landlord’s approach to complaints handling, of those who "
        "say that they complained in the last 12 months. The interval holds the share of all "
        "such residents in 95 of 100 surveys (Wilson’s method)",
        head=("", "Said they complained", "Satisfied", "95% interval", "Points since before"),
        rows=tuple(_measure(each) for each in heard.tp09),
    )
    known = ("satisfied", "base")
    shows = tuple(
        tuple(masks.seen(masks.TP09, each.of, each.counts, c) for c in (("base",), *[known] * 3))
        for each in heard.tp09
    )
    grid = replace(grid, split=masks.of_tp09(heard), shows=shows)
    return Exhibit(None, (grid,), tuple(masks.of_tp09_in_words(each) for each in heard.tp09))


def _measure(each: Tp09) -> tuple[str, ...]:
    found = each.found
    low_high = found.interval.percent if found.interval else None
    return (
        said.OF[each.of].capitalize(),
        _base(found),
        NOT_KNOWN if found.percent is None else f"{found.percent}%",
        f"{low_high[0]}% to {low_high[1]}%" if low_high else NOT_KNOWN,
        f"{each.change.points:+}" if each.change else NOT_KNOWN,
    )


def _base(found: Satisfied) -> str:
    if found.base is None:
        return NOT_KNOWN
    return f"{found.base:,}{' (worked out)' if found.worked_out else ''}"


def _given(heard: Heard) -> Exhibit | None:
    """Surveys given from outside that are no perception survey, such as checks by phone."""
    others = [survey for survey in heard.surveys if survey.about is not About.PERCEPTION]
    if not others:
        return None
    grid = Grid(
        caption="Surveys and checks given from outside. What was not given is not known",
        head=("", "Asked", "Answered", "Satisfied", "Neither", "Dissatisfied"),
        rows=tuple(
            _survey(survey, counts) for survey in others for counts in survey.lines.values()
        ),
    )
    shows = tuple(
        tuple(masks.seen(masks.about_survey(survey), of, counts, columns) for columns in GIVEN)
        for survey in others
        for of, counts in survey.lines.items()
    )
    grid = replace(grid, split=joined(*map(masks.of_survey, others)), shows=shows)
    notes = tuple(survey.note for survey in others if survey.note)
    return Exhibit(None, (grid,), notes)


def _survey(survey: Survey, counts: Counts) -> tuple[str, ...]:
    found = satisfied(counts)
    share = "" if found.percent is None else f" ({found.percent}%)"
    number = NOT_KNOWN if counts.satisfied is None else f"{counts.satisfied:,}"
    return (
        survey.name,
        _known(counts.asked),
        _known(counts.answered),
        f"{number}{share}",
        _known(counts.neither),
        _known(counts.dissatisfied),
    )


def _known(number: int | None) -> str:
    return NOT_KNOWN if number is None else f"{number:,}"
