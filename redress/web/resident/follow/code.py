"""The code that was sent, or read out."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from redress.cases import following
from redress.web.forms import Form, Text
from redress.web.pages import Visit, anyone, page
from redress.web.resident.follow import session

WRONG = _("That code does not work. Look at it again, or ask for a new one")


class CodeForm(Form):
    """Six figures from an email, or eight letters and figures that were read out."""

    code = Text(
        _("Code"),
        limit=40,
        width="10",
        autocomplete="one-time-code",
        missing=_("Enter the code"),
        called=_("The code"),
    )


@page(needs=anyone, posts=True)
def code(visit: Visit) -> HttpResponse:
    """Asks for the code and lets in whoever has it. It says the same of every one that is wrong."""
    if session.follower_of(visit):
        return redirect("follow-complaint", visit.landlord.slug)
    keys = session.keys(visit)
    if not keys:
        return redirect("follow", visit.landlord.slug)
    form = CodeForm(visit.request.POST if visit.request.method == "POST" else None)
    if form.is_valid():
        let_in = following.enter(visit.landlord, keys, form.cleaned_data["code"], visit.now)
        if let_in is not None:
            session.begin(visit, let_in)
            return _in(visit, let_in.reference)
        form.add_error("code", WRONG)
    return visit.render(
        "resident/follow/code.html",
        form=form,
        minutes=int(following.GOOD_FOR.total_seconds() // 60),
        shown=session.code_shown(visit),
    )


def _in(visit: Visit, reference: str) -> HttpResponse:
    """To the complaint; or to the form whose answers were kept when the time was up."""
    kept = session.typed(visit, reference)
    return redirect(kept["path"]) if kept else redirect("follow-complaint", visit.landlord.slug)
