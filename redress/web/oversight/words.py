"""What staff write in the annual report, beside the sentences that are computed."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from redress.reports import annual_compliments, narrative
from redress.reports.annual import KIND, QUOTED, AnnualReport
from redress.reports.annual import annual as report_of
from redress.reports.annual_narrative import Place, paragraphs, places
from redress.reports.annual_sections import sections
from redress.reports.checking import held_against
from redress.reports.paper import Section
from redress.rules.access import may_read_reports, may_write_reports
from redress.rules.claims_check import Checked
from redress.rules.figures_year import Year
from redress.rules.small_numbers import small_numbers
from redress.web.forms import Form, LongText
from redress.web.pages import Visit, page

KEPT = "What you wrote is kept."
SAME = "Nothing was changed."
HINT = (
    "Plain words; leave a line empty between two paragraphs. Figures are checked when you keep it."
)
QUOTE = (
    "To quote a compliment, write its reference and its words on a line, such as "
    f"“HAR-2024-0012: They were so kind”. Its case must carry the tag “{QUOTED}”. The reference is "
    "not shown."
)


class WordsForm(Form):
    """The words of one section."""

    text = LongText("What you want to say", optional=True, rows=14, limit=narrative.LONGEST)

    def __init__(self, hint: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].help_text = hint


@dataclass(frozen=True)
class Line:
    """A section in the list: what is written in it, by whom, and how many figures are wrong."""

    place: Place
    written: Any
    wrong: int
    unread: int


@page(needs=may_read_reports)
def words(visit: Visit, year: str) -> HttpResponse:
    """The sections of a year's report, and what is written in each."""
    report = _report(visit, year)
    rows = narrative.written(visit.landlord, KIND, year)
    lines = []
    for place in places(sections(report)):
        checked = _checked(report, paragraphs(report, place.id), place)
        wrong = len(checked.disagreements) + len(checked.slips)
        lines.append(Line(place, rows.get(place.id), wrong, len(checked.unchecked)))
    return visit.render(
        "oversight/words.html", year=report.year, lines=lines, may=may_write_reports(visit.actor)
    )


@page(needs=may_read_reports, posts=True)
def section_words(visit: Visit, year: str, section: str) -> HttpResponse:
    """One section: its computed sentences, and the words written beside them."""
    report = _report(visit, year)
    found = sections(report)
    place = next((each for each in places(found) if each.id == section), None)
    if place is None:
        raise Http404
    posted = visit.request.method == "POST" and may_write_reports(visit.actor)
    standing = report.narrative.get(section, "")
    hint = QUOTE if section == annual_compliments.ID else HINT
    form = WordsForm(hint, visit.request.POST if posted else None, initial={"text": standing})
    if posted and form.is_valid():
        text = form.cleaned_data["text"]
        changed = narrative.write(visit.landlord, KIND, year, section, text, visit.actor, visit.now)
        messages.success(visit.request, KEPT if changed else SAME)
        return redirect("section-words", visit.landlord.slug, year, section)
    shown = paragraphs(report, section)
    return visit.render(
        "oversight/section_words.html",
        year=report.year,
        place=place,
        computed=_computed(found, section),
        shown=shown,
        checked=_checked(report, shown, place),
        small=list(small_numbers("\n\n".join(shown))),
        left_out=annual_compliments.left_out(report) if section == annual_compliments.ID else [],
        earlier=narrative.earlier(visit.landlord, KIND, year, section),
        row=narrative.written(visit.landlord, KIND, year).get(section),
        form=form if may_write_reports(visit.actor) else None,
    )


def _report(visit: Visit, year: str) -> AnnualReport:
    try:
        return report_of(visit.landlord, Year.parse(year), visit.today)
    except ValueError as error:
        raise Http404 from error


def _computed(found: list[Section], section: str) -> list[str]:
    """The sentences of a section that are made from the figures."""
    return [
        sentence
        for each in found
        if each.id == section
        for sentence in (
            *each.sentences,
            *(s for exhibit in each.exhibits for s in exhibit.sentences),
        )
    ]


def _checked(report: AnnualReport, shown: tuple[str, ...], place: Place) -> Checked:
    """The words held against the figures, read under the heading they stand under."""
    heading = f"# {place.title}\n\n"
    return held_against(heading + "\n\n".join(shown), report, place.title)
