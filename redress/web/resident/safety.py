"""Risk, and what the resident needs."""

from django.http import HttpResponse

from redress.web.pages import Visit, anyone, page
from redress.web.resident.question import ask


@page(needs=anyone, posts=True)
def safety(visit: Visit) -> HttpResponse:
    """The questions of this page."""
    return ask(visit, "safety")
