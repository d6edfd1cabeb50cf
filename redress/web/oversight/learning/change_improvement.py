"""Changing an improvement: how far it is, what came of it, what residents may read."""

from dataclasses import asdict

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from redress.learning import reading, store
from redress.rules.access import may_keep_register
from redress.rules.decision import NotKept
from redress.web.oversight.learning.entry_form import WholeForm
from redress.web.oversight.learning.improvement import row_or_404
from redress.web.pages import Visit, page

KEPT = "The improvement is changed."


@page(needs=may_keep_register, posts=True)
def change_improvement(visit: Visit, number: int) -> HttpResponse:
    """The whole form, with what the figures say beside it for who writes what came of it."""
    row = row_or_404(visit, number)
    entry = reading.one(row).entry
    posted = visit.request.POST if visit.request.method == "POST" else None
    first = {**asdict(entry), "published": ["yes"] if entry.published else []}
    form = WholeForm(visit.landlord, posted, initial=first, today=visit.today)
    if form.is_bound and form.is_valid():
        try:
            store.change(row, form.entry(), visit.actor, visit.now)
        except NotKept as refused:
            form.refuse(refused.reasons)
        else:
            messages.success(visit.request, KEPT)
            return redirect("improvement", visit.landlord.slug, number)
    return visit.render(
        "oversight/learning/change_improvement.html",
        form=form,
        number=number,
        helped=reading.helped(visit.landlord, entry, visit.today),
    )
