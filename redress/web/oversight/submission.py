"""The annual submission to the Ombudsman: what goes, where it is, and by when."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from redress.publishing import reading, store
from redress.publishing.models import Edition
from redress.rules.access import may_publish, may_read_reports
from redress.rules.submission import Item, Pack
from redress.web.forms import Date, Form
from redress.web.oversight.self_assessment import asked, year_of
from redress.web.pages import Visit, page

NOTED = "It is noted that it was sent."
WHERE = {  # the page of each part
    "policy": "policy.html",
    "self_assessment": "self-assessment.html",
    "report": "report.html",
    "response": "response.html",
}
MISSING = {
    "policy": "Publish an edition of the year.",
    "self_assessment": "Have it approved, then publish a new edition.",
    "report": "Publish an edition of the year.",
    "response": "Enter it when you draft the next edition.",
}


class SentForm(Form):
    """When it was sent."""

    sent_on = Date("When it was sent", past=True)


@page(needs=may_read_reports, posts=True)
def submission(visit: Visit) -> HttpResponse:
    """The year of `?year=2023-24`, or the one that has ended."""
    year = asked(visit.request.GET.get("year", "")) or year_of(visit).earlier(1)
    pack, edition = reading.submission_of(visit.landlord, year)
    may_note = may_publish(visit.actor) and edition is not None
    posted = visit.request.method == "POST" and may_note
    form = SentForm(visit.request.POST if posted else None, today=visit.today)
    if edition and posted and form.is_valid():
        store.note_submission(edition, form.cleaned_data["sent_on"], visit.actor, visit.now)
        messages.success(visit.request, NOTED)
        return redirect(f"{visit.request.path}?year={year.label}")
    return visit.render(
        "oversight/submission.html",
        pack=pack,
        late=pack.is_late(visit.today),
        items=_items(visit, pack, edition),
        years=[year_of(visit).earlier(back) for back in range(4)],
        form=form if may_note else None,
    )


def _items(visit: Visit, pack: Pack, edition: Edition | None) -> list[tuple[Item, str, str]]:
    """Each part with its public address, or with what to do about it."""
    found = []
    for item in pack.items:
        address = ""
        if item.there and edition:
            path = f"{edition.label}/{WHERE[item.name]}"
            address = settings.SITE_ADDRESS + reverse(
                "published-file", args=[visit.landlord.slug, path]
            )
        found.append((item, address, MISSING[item.name]))
    return found
