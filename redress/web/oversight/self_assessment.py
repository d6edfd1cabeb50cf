"""The self-assessment of a year: each provision with its answer, what the cases show, flags."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from redress.assessment import store
from redress.assessment.due import owed
from redress.assessment.reading import Assessed, Provided, assessed, assessed_second
from redress.rules.access import may_assess, may_look_over, may_read_reports
from redress.rules.assessment import ANSWERS, BODIES, Answer, Body, Trigger
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

    def __init__(self, body: Body, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        if body is not Body.HOUSING_OMBUDSMAN:  # whose provisions stand in the words
            choices = [(trigger.value, words) for trigger, (words, _) in WHY.items()]
            self.fields["trigger"].choices = choices  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Line:
    """One provision with its answer in words, and that of the year before it."""

    each: Provided
    answer: str
    before: str


@dataclass(frozen=True)
class Section:
    """A section of the Code with its provisions; `title` is such as "6. The two stages"."""

    number: str
    title: str
    lines: tuple[Line, ...]


@page(needs=may_look_over, posts=True)
def self_assessment(visit: Visit) -> HttpResponse:
    """The year of `?year=2023-24`, or the one that runs. Posting begins a new draft of it.

    It is of the Housing Ombudsman's Code, or of the other with `?code=lgsco`.
    """
    running, body = year_of(visit), body_of(visit)
    year = asked(visit.request.GET.get("year", "")) or running
    begins = may_assess(visit.actor) and store.may_begin(visit.landlord, year, body)
    posted = visit.request.method == "POST" and begins
    form = BeginForm(body, visit.request.POST if posted else None)
    if posted and form.is_valid():
        why = Trigger(form.cleaned_data["trigger"])
        store.begin(visit.landlord, year, why, visit.actor, visit.now, body)
        return redirect(f"{visit.request.path}?year={year.label}{second(body)['also']}")
    found = assessment_of(visit, year, body)
    held = {Year.parse(label) for label in store.years_of(visit.landlord, body)}
    before = beside(visit, year, held, body)
    only = visit.request.GET.get("only") == "flagged"
    return visit.render(
        "oversight/self_assessment.html",
        found=found,
        reads=may_read_reports(visit.actor),
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
        form=form if begins else None,
        may_change=may_assess(visit.actor),
        other=year_of_the_second(visit, year),
        **second(body),
    )


def body_of(visit: Visit) -> Body:
    """Whose Code a page is asked for: the Housing Ombudsman's, or that of `?code=`."""
    try:
        return Body(visit.request.GET.get("code") or Body.HOUSING_OMBUDSMAN)
    except ValueError as error:
        raise Http404 from error


def second(body: Body) -> dict[str, str]:
    """What a page says and links with where it is of the second Code: all empty where it is not."""
    if body is Body.HOUSING_OMBUDSMAN:
        return {"code": "", "also": "", "whose": ""}
    return {"code": body.value, "also": f"&code={body.value}", "whose": BODIES[body]}


def assessment_of(visit: Visit, year: Year, body: Body) -> Assessed:
    """The self-assessment of a year against the Code that is asked for."""
    if body is Body.HOUSING_OMBUDSMAN:
        return assessed(visit.landlord, year, visit.today)
    return assessed_second(visit.landlord, year, body)


def year_of_the_second(visit: Visit, year: Year) -> str:
    """This year where the landlord has a self-assessment of it against the other ombudsman's Code,
    else the last that has one; "" where none has."""
    held = store.years_of(visit.landlord, Body.LGSCO)
    return year.label if year.label in held else next(iter(held), "")


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
    return Year.of(visit.today)


def sections(found: Assessed, before: dict[str, str], only_flagged: bool) -> list[Section]:
    """The provisions by the sections of the Code; of those that need a look alone if so asked."""
    names = SECTIONS if found.body is Body.HOUSING_OMBUDSMAN else {}
    lines = [
        Line(each, said(each.answered.answer), before.get(each.number, ""))
        for each in found.provisions
        if each.flags or not only_flagged
    ]
    return [
        Section(number, f"{number}. {names[number]}" if names else f"Section {number}", tuple(each))
        for number, each in groupby(lines, key=lambda line: line.each.number.partition(".")[0])
    ]


def said(answer: Answer | None) -> str:
    """An answer in words."""
    return ANSWERS[answer] if answer else "No answer"


def counts(found: Assessed) -> list[tuple[str, int]]:
    """How many provisions have each answer."""
    said = [each.answered.answer for each in found.provisions]
    some = [(words, said.count(answer)) for answer, words in ANSWERS.items()]
    return [(words, number) for words, number in (*some, ("No answer", said.count(None))) if number]


def beside(visit: Visit, year: Year, held: Iterable[Year], body: Body) -> dict[str, str]:
    """The answers of the last year before this one that has any, by provision, in words."""
    earlier = [each for each in held if each < year]
    found = store.answers_of(visit.landlord, max(earlier), body) if earlier else {}
    return {number: WORDS.get(answer, "No answer") for number, answer in found.items()}
