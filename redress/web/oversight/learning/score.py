"""Checking one response: the letter, the scorecard, and feedback to whoever wrote it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from redress.learning import quality as checks
from redress.learning.models import QualityCheck
from redress.rules.access import may_check_quality
from redress.rules.decision import NotKept
from redress.rules.quality import MARKS, POINTS, Mark
from redress.web.forms import Form, LongText, Radios
from redress.web.oversight.learning.sample import round_or_404
from redress.web.pages import Visit, page

KEPT = "The check is kept."
REFUSED = {
    "own_response_checked": "You wrote or signed this response, and nobody checks their own. Leave "
    "it to a colleague",
    "checked_already": "Somebody has checked this response already",
    "part_applies": "Every response must have this part. Choose yes, partly or no",
    "not_marked": "Select how far it does",
    "nobody_to_tell": "Nobody is known who wrote it, so feedback reaches nobody. Take it out",
}


class ScoreForm(Form):
    """A mark for each point, with what the record can tell; and feedback."""

    def __init__(self, stage: int, told: dict[str, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for point in POINTS:
            marks = [(mark.value, words) for mark, words in MARKS.items()]
            marks = marks[:-1] if point.part else marks
            provision = point.provision(stage)
            hint = " ".join(filter(None, [told.get(point.key, ""), f"({provision})"]))
            self.fields[point.key] = Radios(
                point.asks, marks, hint=hint, missing=REFUSED["not_marked"], inline=True
            )
        self.fields["feedback"] = LongText(
            "Feedback to whoever wrote it",
            optional=True,
            rows=4,
            hint="What was done well, and what to mend. It goes on the case, and to them by email.",
        )

    def marks(self) -> dict[str, Mark]:
        """The marks, once the form is valid."""
        return {point.key: Mark(self.cleaned_data[point.key]) for point in POINTS}


@page(needs=may_check_quality, posts=True)
def score(visit: Visit, number: int, place: int) -> HttpResponse:
    """The response beside its scorecard; one that is checked shows its marks."""
    row = _row_or_404(visit, number, place)
    case = checks.case_of(row, visit.actor)
    letter = checks.letter_of(row)
    posted = visit.request.POST if visit.request.method == "POST" else None
    form = ScoreForm(row.stage, checks.shown(row, letter), posted)
    if form.is_bound and form.is_valid():
        try:
            said = form.cleaned_data["feedback"]
            checks.score(row, form.marks(), said, visit.actor, visit.now)
        except NotKept as refused:
            for reason in refused.reasons:
                field = reason.field if reason.field in form.fields else None
                form.add_error(field, REFUSED[reason.code])
        else:
            messages.success(visit.request, KEPT)
            return redirect("sample", visit.landlord.slug, number)
    return visit.render(
        "oversight/learning/score.html",
        round=row.round,
        check=row,
        case_reference=case.reference,
        letter=letter,
        own=visit.actor.id in row.wrote,
        form=form,
        marked=[(p.asks, MARKS[Mark(row.marks[p.key])]) for p in POINTS if p.key in row.marks],
    )


def _row_or_404(visit: Visit, number: int, place: int) -> QualityCheck:
    made = round_or_404(visit, number)
    row = checks.check_at(made, place)
    if row is None:
        raise Http404
    return row
