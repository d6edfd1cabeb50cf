"""The way in: a reference, and an address or number that the case knows."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from redress.cases import following
from redress.web.forms import Form, Text
from redress.web.outside import ombudsman_on
from redress.web.pages import Visit, anyone, page
from redress.web.resident.follow import session


class FollowForm(Form):
    """Two things that who complained knows."""

    reference = Text(
        _("Your reference"),
        limit=100,
        width="20",
        hint=_("It is on every letter and email from us."),
        missing=_("Enter your reference"),
        called=_("Your reference"),
    )
    contact = Text(
        _("Your email address or phone number"),
        limit=254,
        autocomplete="email",
        hint=_("One that you gave us."),
        missing=_("Enter your email address or phone number"),
        called=_("Your email address or phone number"),
    )


@page(needs=anyone, posts=True)
def follow(visit: Visit) -> HttpResponse:
    """Asks for both. The answer is the same whether or not we know them: a page for the code."""
    if visit.request.method != "POST" and session.follower_of(visit):
        return redirect("follow-complaint", visit.landlord.slug)
    form = FollowForm(visit.request.POST if visit.request.method == "POST" else None)
    if form.is_valid():
        key, code = following.ask(
            visit.landlord,
            form.cleaned_data["reference"],
            form.cleaned_data["contact"],
            source_of(visit.request),
            visit.now,
        )
        session.asked(visit, key, code)
        return redirect("follow-code", visit.landlord.slug)
    return visit.render(
        "resident/follow/follow.html",
        form=form,
        kept=bool(session.typed(visit)),
        ombudsman=ombudsman_on(visit.today, visit.stationery),
    )


def source_of(request: HttpRequest) -> str:
    """The network address that asks. Behind a proxy of ours, the last that it names: what stands
    before it anybody can make up."""
    named = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    return named.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))
