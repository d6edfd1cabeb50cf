"""Signing out."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from redress.web.pages import anyone, site_page


@site_page(needs=anyone, posts=True)
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session. Only by POST, so that no link can sign anybody out."""
    if request.method == "POST":
        logout(request)
    return redirect("landlords")
