"""What somebody sent whose session had ended: carried through signing in, so that no text is lost.

It stays in the browser, as hidden fields of the page that asks to sign in, and is kept nowhere
else. After signing in it is shown in its form again: nothing is done with it before they say so.
"""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from redress.web.account.form import SignInForm

PREFIX = "kept-"
NOT_KEPT = ("csrfmiddlewaretoken", "step")
AGAIN = "change"  # the step that shows a form again, with what was typed

Pairs = list[tuple[str, str]]


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """The page to sign in, with what was sent; it goes on to where that was sent."""
    kept = [(f"{PREFIX}{name}", value) for name, value in _pairs(request.POST)]
    page = {"form": SignInForm(), "kept": kept, "wanted": request.get_full_path()}
    return render(request, "account/sign_in.html", page)


def carried(data: QueryDict) -> Pairs:
    """What a page to sign in carries, under the names it was sent by."""
    return [(name[len(PREFIX) :], text) for name, text in _pairs(data) if name.startswith(PREFIX)]


def go_on(request: HttpRequest, wanted: str, kept: Pairs) -> HttpResponse:
    """After signing in: back to the form, with what was typed."""
    page = {"wanted": wanted, "kept": [*kept, ("step", AGAIN)]}
    return render(request, "account/go_on.html", page)


def _pairs(data: QueryDict) -> Pairs:
    return [(name, text) for name in data if name not in NOT_KEPT for text in data.getlist(name)]
