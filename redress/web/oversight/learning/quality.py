"""Quality checks: the rounds so far, and drawing a new one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from redress.learning import quality as checks
from redress.rules.access import may_check_quality, may_read_reports
from redress.rules.decision import NotKept
from redress.rules.quality import MOST
from redress.web.forms import Date, Form, Submission, WholeNumber
from redress.web.pages import Visit, page

DRAWN = "The sample is drawn."
REFUSED = {
    "nothing_to_draw": "No response of these days is left to be drawn. Choose other days",
    "date_out_of_range": "The last day must not be before the first, nor ahead",
    "size_out_of_range": "A sample has 1 to {about} responses",
}


class DrawForm(Form):
    """From which days, and how many."""

    submission = Submission()
    start = Date("First day", past=True)
    end = Date("Last day", past=True)
    size = WholeNumber("How many responses", least=1, most=MOST, hint="At least one a service.")


@page(needs=may_read_reports, posts=True)
def quality(visit: Visit) -> HttpResponse:
    """The rounds, the latest first; posting draws one, for who may."""
    may_draw = may_check_quality(visit.actor)
    posted = visit.request.POST if visit.request.method == "POST" and may_draw else None
    form = DrawForm(posted, today=visit.today)
    if form.is_bound and form.is_valid():
        try:
            made = checks.draw(visit.landlord, by=visit.actor, at=visit.now, **form.cleaned_data)
        except NotKept as refused:
            for reason in refused.reasons:
                form.add_error(reason.field, REFUSED[reason.code].format(about=reason.about))
        else:
            messages.success(visit.request, DRAWN)
            return redirect("sample", visit.landlord.slug, made.number)
    return visit.render(
        "oversight/learning/quality.html",
        form=form if may_draw else None,
        rounds=checks.rounds(visit.landlord),
    )
