"""The packs for a panel of residents, and beginning one (Code 9.3; THH policy, learning)."""

from django.http import HttpResponse
from django.shortcuts import redirect

from redress.learning import panel as packs
from redress.rules.access import may_keep_register, may_read_reports
from redress.web.forms import Form, Text
from redress.web.pages import Visit, page


class PackForm(Form):
    """What the pack is called."""

    title = Text("What it is called", limit=120, hint="Such as: Residents’ panel, June 2026.")


@page(needs=may_read_reports, posts=True)
def panel(visit: Visit) -> HttpResponse:
    """The packs, the latest first; posting begins one, for who may."""
    may_begin = may_keep_register(visit.actor)
    form = PackForm(visit.request.POST if visit.request.method == "POST" and may_begin else None)
    if form.is_bound and form.is_valid():
        made = packs.begin(visit.landlord, form.cleaned_data["title"], visit.actor, visit.now)
        return redirect("panel-pack", visit.landlord.slug, made.number)
    return visit.render(
        "oversight/learning/panel.html",
        form=form if may_begin else None,
        packs=packs.packs(visit.landlord),
    )
