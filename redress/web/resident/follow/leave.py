"""Leaving: nobody who comes after sees the complaint in this browser."""

from django.http import HttpResponse
from django.shortcuts import redirect

from redress.web.pages import Visit, anyone, page
from redress.web.resident.follow import session


@page(needs=anyone, posts=True)
def leave(visit: Visit) -> HttpResponse:
    """Ends it. Only by POST, so that no link can."""
    if visit.request.method == "POST":
        session.end(visit)
        return visit.render("resident/follow/left.html")
    return redirect("follow", visit.landlord.slug)
