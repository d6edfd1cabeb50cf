"""The language of residents' pages: theirs to choose, where the site has more than one.

A site has English, and those for which somebody has given translated words (`REDRESS_LANGUAGES`,
`REDRESS_WORDS`). Pages for staff are in English; letters are in the words that the landlord has
checked. The choice is kept in the session, so that no further cookie is needed.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation

from redress.rules.spans import Span, Unit
from redress.web.pages import Visit, anyone, page

KEPT = "language"  # in the session
ENGLISH = settings.LANGUAGE_CODE


class Language:
    """Shows the pages that are open to anyone in the language chosen, and all others in English."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with translation.override(ENGLISH):
            return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, rest: Any
    ) -> None:
        """Only now is it known whose page it is."""
        declared = getattr(view, "declared", None)
        if declared is not None and declared.needs is anyone:
            translation.activate(chosen(request))


def chosen(request: HttpRequest) -> str:
    """The code of the language that this visitor chose; English where they chose none."""
    kept = request.session.get(KEPT, ENGLISH)
    return kept if kept in dict(settings.LANGUAGES) else ENGLISH


def is_translated() -> bool:
    """Whether the page is in another language than English."""
    return translation.get_language() not in (None, ENGLISH)


def offered() -> list[tuple[str, str]]:
    """The languages to choose from, each by its own name; none where there is only one."""
    return settings.LANGUAGES if len(settings.LANGUAGES) > 1 else []


@page(needs=anyone, posts=True)
def language(visit: Visit) -> HttpResponse:
    """Keeps the choice and goes back to the page it was made on."""
    wish = visit.request.POST.get("language", "")
    if visit.request.method == "POST" and wish in dict(settings.LANGUAGES):
        visit.request.session[KEPT] = wish
    return redirect(_back(visit))


def _back(visit: Visit) -> str:
    """The path that the choice came from, if it is one of this landlord's; else its first page."""
    start = reverse("start", args=[visit.landlord.slug])
    came = urlsplit(visit.request.POST.get("from", ""))
    here = not came.scheme and not came.netloc and came.path.startswith(start)
    return came.path if here and "\\" not in came.path else start


def length(span: Span) -> str:
    """A length of time in the language of the page, as the landlord reads it."""
    read = span.read_as or span
    words = _UNITS[read.unit](read.amount)
    return words % {"number": read.amount}


def several(parts: tuple[str, ...]) -> str:
    """Parts of a list, each in the language of the page: "by phone, by letter or in person"."""
    said = [translation.gettext(part) for part in parts]
    if len(said) == 1:
        return said[0]
    first, last = ", ".join(said[:-1]), said[-1]
    return translation.gettext("%(first)s or %(last)s") % {"first": first, "last": last}


_UNITS: dict[Unit, Callable[[int], str]] = {
    Unit.HOURS: lambda n: translation.ngettext("%(number)s hour", "%(number)s hours", n),
    Unit.WORKING_HOURS: lambda n: translation.ngettext(
        "%(number)s working hour", "%(number)s working hours", n
    ),
    Unit.CALENDAR_DAYS: lambda n: translation.ngettext(
        "%(number)s calendar day", "%(number)s calendar days", n
    ),
    Unit.WORKING_DAYS: lambda n: translation.ngettext(
        "%(number)s working day", "%(number)s working days", n
    ),
    Unit.WEEKS: lambda n: translation.ngettext("%(number)s week", "%(number)s weeks", n),
    Unit.MONTHS: lambda n: translation.ngettext("%(number)s month", "%(number)s months", n),
}
