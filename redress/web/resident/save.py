"""Keeping the form for another day: a link by e-mail, and the same answer whoever asks."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from redress.cases import web_sources
from redress.cases.outbox import put_mail
from redress.rules import form_pages
from redress.web.forms import Email, Form
from redress.web.pages import Visit, anyone, page
from redress.web.resident.draft import Draft

KIND = "form_link"
TOO_MANY = gettext_lazy(
    "We cannot send more links just now. Look for one in your email, or go on without it."
)


class Save(Form):
    """Where the link goes. The address is kept for that alone."""

    email = Email(
        gettext_lazy("Email address"),
        hint=gettext_lazy("Only use one that nobody reads who must not see this."),
        missing=gettext_lazy("Enter an email address"),
        size="m",
    )


@page(needs=anyone, posts=True)
def save(visit: Visit) -> HttpResponse:
    """Asks for an address, and sends the link there."""
    draft = Draft(visit)
    posted = visit.request.method == "POST"
    form = Save(visit.request.POST if posted else None, initial={"email": draft.given("email")})
    if posted and form.is_valid():
        if _sent(visit, draft, form.cleaned_data["email"]):
            return redirect("saved", visit.landlord.slug)
        form.add_error("email", TOO_MANY)
    return visit.render("resident/save.html", form=form, back=_back(draft))


@page(needs=anyone)
def saved(visit: Visit) -> HttpResponse:
    """What happens now; it says nothing of the address."""
    return visit.render("resident/saved.html", back=_back(Draft(visit)))


def _sent(visit: Visit, draft: Draft, email: str) -> bool:
    """Whether the link is on its way: no more than so many from one place or for one form."""
    address = visit.request.META.get("REMOTE_ADDR", "")
    times = web_sources.count(visit.landlord, web_sources.LINKS, address, visit.now)
    token = draft.save() if times <= settings.LINKS_AN_HOUR else ""
    if not token:
        return False
    link = f"{settings.SITE_ADDRESS}/{visit.landlord.slug}/complain/go-on/{token}"
    text = _(
        "You asked us to keep what you are writing to {landlord}.\n\n"
        "Open this link to go on, on any phone or computer:\n{link}\n\n"
        "It works for 30 days, or until you send the form. Anyone who has the link can read what "
        "you wrote. Nothing is sent to us yet.\n\n"
        "Did you not ask for this? Then you need not do anything."
    ).format(landlord=visit.landlord.name, link=link)
    subject = _("Your link to go on with your form")
    put_mail(visit.landlord, KIND, "", email, subject, text, visit.now, secret=True)
    return True


def _back(draft: Draft) -> str:
    """The page on which the form goes on."""
    return form_pages.missing(draft.answers) or form_pages.CHECK
