"""A landlord's first page: how to complain, and what happens by when."""

from django.http import HttpResponse
from django.shortcuts import redirect

from redress.web.outside import ombudsman_on
from redress.web.pages import Visit, anyone, page
from redress.web.public.promises import promises


@page(needs=anyone)
def start(visit: Visit) -> HttpResponse:
    """How to complain and what happens at each stage, from the policy in force today."""
    return visit.render(
        "public/start.html",
        promises=promises(visit.landlord.slug, visit.today, visit.book),
        ombudsman=ombudsman_on(visit.today, visit.stationery),
    )


@page(needs=anyone)
def to_start(visit: Visit) -> HttpResponse:
    """The address as people type it, without the stroke at the end."""
    return redirect("start", visit.landlord.slug)
