"""Signing in with e-mail address and password."""

from django.contrib.auth import authenticate, login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from redress.web.account import kept
from redress.web.account.form import SignInForm
from redress.web.account.tries import Tries
from redress.web.pages import anyone, site_page

WRONG = "The email address or password is wrong. Check both and try again."
HOME = "your-landlords"
TOO_MANY = "There were too many wrong tries. Wait 15 minutes, then try again."


@site_page(needs=anyone, posts=True)
def sign_in(request: HttpRequest) -> HttpResponse:
    """Lets somebody in, and on to the page they wanted.

    A wrong password and an unknown or closed account get the same answer.
    """
    posted = request.method == "POST"
    form = SignInForm(request.POST if posted else None)
    if posted and form.is_valid() and _let_in(request, form):
        wanted, carried = _wanted(request), kept.carried(request.POST)
        if carried and wanted != HOME:
            return kept.go_on(request, wanted, carried)
        return redirect(wanted)
    carried = [(f"{kept.PREFIX}{name}", text) for name, text in kept.carried(request.POST)]
    return render(request, "account/sign_in.html", {"form": form, "kept": carried})


def _let_in(request: HttpRequest, form: SignInForm) -> bool:
    email, password = form.cleaned_data["email"].lower(), form.cleaned_data["password"]
    tries = Tries(email, request.META.get("REMOTE_ADDR", ""))
    if tries.used_up:
        form.add_error(None, TOO_MANY)
        return False
    user = authenticate(request, username=email, password=password)
    if user is None:
        tries.note_wrong()
        form.add_error(None, WRONG)
        return False
    tries.forget()
    login(request, user)
    return True


def _wanted(request: HttpRequest) -> str:
    """The page asked for before, if it is one of ours."""
    wanted = request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        wanted, {request.get_host()}, require_https=request.is_secure()
    )
    return wanted if ours else HOME
