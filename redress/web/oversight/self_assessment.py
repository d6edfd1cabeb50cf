"""The self-assessment of a year: each provision with its answer, what the cases show, flags."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from redress.assessment import store
from redress.assessment.due import owed
from redress.assessment.reading import Assessed, Provided, assessed
from redress.rules.access import may_assess, may_read_reports
from redress.rules.assessment import ANSWERS, Answer, Trigger
from redress.rules.assessment_change import WHY, next_due, submit_by
from redress.rules.figures_year import Year
from redress.rules.provisions import SECTIONS
from redress.web.forms import Form, Radios
from redress.web.pages import Visit, page

WORDS = {answer.value: words for answer, words in ANSWERS.items()}
WHYS = [(trigger.value, f"{words} ({asked})") for trigger, (words, asked) in WHY.items()]


class BeginForm(Form):
    """Why a new self-assessment is made."""

    trigger = Radios("Why it is made", WHYS, initial=Trigger.ANNUAL.value)


@dataclass(frozen=True)
class Line:
    """One provision with its answer in words, and that of the year before it."""

    each: Provided
    answer: str
    before: str


@dataclass(frozen=True)
class Section:
    """A section of the Code with its provisions."""

    number: str
    name: str
    lines: tuple[Line, ...]


@page(needs=may_read_reports, posts=True)
def self_assessment(visit: Visit) -> HttpResponse:
    """The year of `?year=2023-24`, or the one that runs. Posting begins a new draft of it."""
    running = year_of(visit)
    year = asked(visit.request.GET.get("year", "")) or running
    posted = visit.request.method == "POST" and may_assess(visit.actor)
    form = BeginForm(visit.request.POST if posted else None)
    if posted and form.is_valid():
        why = Trigger(form.cleaned_data["trigger"])
        store.begin(visit.landlord, year, why, visit.actor, visit.now)
        return redirect(f"{visit.request.path}?year={year.label}")
    found = assessed(visit.landlord, year, visit.today)
    held = {Year.parse(label) for label in store.years_of(visit.landlord)}
    before = beside(visit, year, held)
    only = visit.request.GET.get("only") == "flagged"
    return visit.render(
        "oversight/self_assessment.html",
        found=found,
        sections=sections(found, before, only),
        only=only,
        compared=bool(before),
        flagged=sum(bool(each.flags) for each in found.provisions),
        counts=counts(found),
        years=sorted({*held, year, running, running.earlier(1)}, reverse=True),
        due=submit_by(visit.landlord.homes, year.end),
        owed=why_due(visit),
        again=next_due(found.assessment.approved_on)
        if found.assessment and found.assessment.approved_on
        else None,
        why=WHY[Trigger(found.assessment.trigger)] if found.assessment else None,
        form=form if may_assess(visit.actor) else None,
        may_change=may_assess(visit.actor),
    )


def why_due(visit: Visit) -> list[dict[str, Any]]:
    """Why a new self-assessment is owed, each with whether its day has passed."""
    found = owed(visit.landlord, visit.today)
    return [{**vars(each), "late": each.is_late(visit.today)} for each in found]


def asked(text: str) -> Year | None:
    """The year in an address; one that is none has no page."""
    try:
        return Year.parse(text) if text else None
    except ValueError as error:
        raise Http404 from error


def year_of(visit: Visit) -> Year:
    """The reporting year that runs on the day of the visit."""
    return Year(visit.today.year if visit.today.month >= 4 else visit.today.year - 1)


def sections(found: Assessed, before: dict[str, str], only_flagged: bool) -> list[Section]:
    """The provisions by the sections of the Code; of those that need a look alone if so asked."""
    lines = [
        Line(each, said(each.answered.answer), before.get(each.number, ""))
        for each in found.provisions
        if each.flags or not only_flagged
    ]
    made = (
        Section(number, name, tuple(line for line in lines if line.each.number[0] == number))
        for number, name in SECTIONS.items()
    )
    return [section for section in made if section.lines]


def said(answer: Answer | None) -> str:
    """An answer in words."""
    return ANSWERS[answer] if answer else "No answer"


def counts(found: Assessed) -> list[tuple[str, int]]:
    """How many provisions have each answer."""
    said = [each.answered.answer for each in found.provisions]
    some = [(words, said.count(answer)) for answer, words in ANSWERS.items()]
    return [(words, number) for words, number in (*some, ("No answer", said.count(None))) if number]


def beside(visit: Visit, year: Year, held: Iterable[Year]) -> dict[str, str]:
    """The answers of the last year before this one that has any, by provision, in words."""
    earlier = [each for each in held if each < year]
    found = store.answers_of(visit.landlord, max(earlier)) if earlier else {}
    return {number: WORDS.get(answer, "No answer") for number, answer in found.items()}
