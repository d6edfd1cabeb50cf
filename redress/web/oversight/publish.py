"""Publishing: an edition is drafted, looked at, approved by somebody else, and then published."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from redress.assessment.store import years_of
from redress.publishing import reading, store
from redress.publishing.models import Edition
from redress.publishing.store import NotDone
from redress.publishing.typed import small_in
from redress.reports.years import years_held
from redress.rules.access import may_approve_publication, may_publish, may_read_reports
from redress.rules.figures_year import Year
from redress.rules.publishing import Given, check_approve
from redress.rules.small_numbers import Small
from redress.web.forms import Date, Form, LongText, Select, Text
from redress.web.oversight.self_assessment import year_of
from redress.web.pages import Visit, page

DONE = {
    "draft": "The draft is made. Look at it, then have somebody else approve it.",
    "approve": "It is approved. It can be published now.",
    "publish": "It is published.",
    "drop": "The draft is thrown away.",
}
REFUSED = {
    "correction_missing": "This year is published already. Enter what this edition corrects",
    "response_part": "Enter what the governing body said, who they are and when they said it, or "
    "leave all three empty",
    "date_out_of_range": "The date must be in or after the year, and not ahead",
    "approved_already": "It is approved already.",
    "drafted_anew": "It was drafted anew after you looked at it. Look at it again first.",
    "own_draft": "You drafted it. Somebody else must approve it (Code 8.2).",
    "not_approved": "It is not approved yet. Somebody who did not draft it must approve it first.",
    "published_already": "It is published already. What is published stays; draft a new edition.",
}


class DraftForm(Form):
    """Of which year, what the governing body said to the report, and what is corrected."""

    year = Select("Year", [], missing="Select a year")
    response = LongText(
        "What the governing body said to the annual report",
        optional=True,
        rows=6,
        hint="It is published beside the report (Code 8.2). Leave it empty if it is not there yet.",
    )
    response_by = Text("Who said it", optional=True, hint="Such as Cabinet or the board.")
    response_on = Date("On which day", optional=True, past=True)
    correction = LongText(
        "What this edition corrects",
        optional=True,
        rows=3,
        limit=1_000,
        hint="Needed where the year was published before. Readers see it.",
    )

    def __init__(self, years: list[Year], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["year"].choices = [(each.label, each.label) for each in years]  # type: ignore[attr-defined]

    def given(self) -> Given:
        """What is told beside the figures, once the form is valid."""
        return Given(**{name: each for name, each in self.cleaned_data.items() if name != "year"})


@dataclass(frozen=True)
class Line:
    """An edition, what this person may do to it, and what to read once more before it is out."""

    row: Edition
    may_approve: bool
    own: bool
    small: tuple[Small, ...]


@page(needs=may_read_reports, posts=True)
def publish(visit: Visit) -> HttpResponse:
    """Every edition with where it stands; each button says what it does by its `step`."""
    data = visit.request.POST if visit.request.method == "POST" else None
    step = data.get("step", "") if data else ""
    form = DraftForm(
        _years(visit),
        data if step == "draft" and _may(visit, step) else None,
        today=visit.today,
        initial={"year": year_of(visit).earlier(1).label},
    )
    if data and step and _may(visit, step) and _done(visit, step, form):
        messages.success(visit.request, DONE[step])
        return redirect("publish", visit.landlord.slug)
    return visit.render(
        "oversight/publish.html",
        lines=[_line(visit, row) for row in reading.editions(visit.landlord)],
        form=form if may_publish(visit.actor) else None,
        may_publish=may_publish(visit.actor),
    )


def _years(visit: Visit) -> list[Year]:
    """The years of which there are cases or a self-assessment, the latest first."""
    assessed = {Year.parse(label) for label in years_of(visit.landlord)}
    return sorted({*years_held(visit.landlord), *assessed}, reverse=True)


def _line(visit: Visit, row: Edition) -> Line:
    stage = reading.stage_of(row)
    open_to = may_approve_publication(visit.actor) and not check_approve(stage, visit.actor.id)
    small = () if stage.published else small_in(row)
    return Line(row, open_to, row.drafted_by_id == visit.actor.id, small)


def _may(visit: Visit, step: str) -> bool:
    if step == "approve":
        return may_approve_publication(visit.actor)
    return step in DONE and may_publish(visit.actor)


def _done(visit: Visit, step: str, form: DraftForm) -> bool:
    """Does it; where it is refused the form, or a message, says why."""
    if step == "draft" and not form.is_valid():
        return False
    try:
        _does(visit, step, form)
    except NotDone as refused:
        for reason in refused.reasons:
            if step == "draft":
                form.add_error(reason.field or None, REFUSED[reason.code])
            else:
                messages.error(visit.request, REFUSED[reason.code])
        return False
    return True


def _does(visit: Visit, step: str, form: DraftForm) -> None:
    if step == "draft":
        year = Year.parse(form.cleaned_data["year"])
        store.draft(visit.landlord, year, form.given(), visit.actor, visit.now, visit.today)
        return
    edition = reading.edition_of(
        visit.landlord, visit.request.POST.get("edition", "")[:20], drafts=True
    )
    if edition is None:
        raise Http404
    digest = visit.request.POST.get("digest", "")
    if step == "approve":
        store.approve(edition, digest, visit.actor, visit.now)
    elif step == "publish":
        store.publish(edition, digest, visit.actor, visit.now)
    else:
        store.drop(edition)
