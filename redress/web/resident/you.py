"""Who complains."""

from django.http import HttpResponse

from redress.web.pages import Visit, anyone, page
from redress.web.resident.question import ask


@page(needs=anyone, posts=True)
def you(visit: Visit) -> HttpResponse:
    """The questions of this page."""
    return ask(visit, "you")
