"""Noting that the governing body approved the self-assessment, and what it said (Code 8.2)."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from redress.assessment import store
from redress.rules.access import may_assess
from redress.rules.decision import NotKept
from redress.web.forms import Date, Form, LongText, Text
from redress.web.oversight.self_assessment import asked, assessment_of, body_of, second
from redress.web.pages import Visit, page

APPROVED = "The approval is noted. This self-assessment cannot be changed any more."
REFUSED = {
    "approved_already": "It is approved already",
    "not_answered": "Provision {about} is not answered. Answer it first: the self-assessment is "
    "published whole (Code 8.1)",
    "body_missing": "Enter who approved it",
    "date_out_of_range": "The date must be in or after the year, and not ahead",
}
# Of the second Code, whose provisions are not known here.
SECOND = {"not_answered": "Provision {about} is not answered. Answer it first"}


class ApproveForm(Form):
    """Who approved it, when, and what they said."""

    approved_by = Text("Who approved it", hint="The governing body, such as Cabinet or the board.")
    approved_on = Date("On which day", past=True)
    response = LongText(
        "What the governing body said",
        optional=True,
        rows=8,
        hint="It is published beside the report (Code 8.2).",
    )

    def __init__(self, code: str, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        if code:  # the second is not published here
            self.fields["response"].help_text = ""


@page(needs=may_assess, posts=True)
def approve(visit: Visit, year: str) -> HttpResponse:
    """The form, beside how many answers are flagged."""
    when, body = asked(year), body_of(visit)
    found = assessment_of(visit, when, body) if when else None
    if found is None or found.assessment is None:
        raise Http404
    posted, other = visit.request.method == "POST", second(body)
    form = ApproveForm(other["code"], visit.request.POST if posted else None, today=visit.today)
    if posted and form.is_valid():
        given = form.cleaned_data
        try:
            store.approve(
                found.assessment,
                given["approved_by"],
                given["approved_on"],
                given["response"],
                visit.actor,
                visit.now,
                visit.today,
            )
        except NotKept as refused:
            words = REFUSED | SECOND if other["code"] else REFUSED
            for reason in refused.reasons:
                said = words[reason.code].format(about=reason.about)
                form.add_error(reason.field or None, said)
        else:
            messages.success(visit.request, APPROVED)
            there = reverse("self-assessment", args=[visit.landlord.slug])
            return redirect(f"{there}?year={found.year.label}{other['also']}")
    return visit.render(
        "oversight/approve.html",
        found=found,
        form=form,
        flagged=sum(bool(each.flags) for each in found.provisions),
        **other,
    )
