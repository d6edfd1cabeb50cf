"""One contact: its details, and new ones from a day."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify

from redress.cases import stationery_versions as kept
from redress.rules.access import may_administer
from redress.rules.contacts import Contact, ways_in
from redress.rules.wording import LetterError
from redress.rules.words import long_date
from redress.web.forms import Date, Form, Lines, Text
from redress.web.pages import Visit, page

NEW = "new"
A_YEAR = timedelta(days=365)
CHANGED = "It is set. Letters have the new details from {day}."
ALREADY = "These details were set already. Nothing was changed."
TAKEN = "There is a contact of this name already. Change that one, or give another name"


class ContactForm(Form):
    """Who, what for, how, and until when that is taken to be right."""

    name = Text("Name", limit=120)
    what_for = Text("What they help with", hint="Letters say: Name, for what they help with.")
    ways = Lines(
        "How to reach them",
        rows=5,
        limit=1_000,
        hint="One way on each line, like Telephone: 01632 960001",
        missing="Enter how to reach them",
    )
    starts = Date("From which day letters have this")
    checked_on = Date("When you saw that it is right", past=True)
    expires_on = Date("Day to check it again", hint="After it, letters do not point to them.")
    source = Text("Where you saw it", hint="Such as a web page or a letter.")

    def clean_ways(self) -> list[tuple[str, str]]:
        """The ways in their order."""
        try:
            return ways_in(self.cleaned_data["ways"])
        except LetterError as error:
            raise ValidationError(str(error)) from None

    def clean_starts(self) -> object:
        """Not before today: what has been sent has been sent."""
        starts = self.cleaned_data["starts"]
        today = self.fields["starts"].today  # type: ignore[attr-defined]
        if starts < today or starts > today + 2 * A_YEAR:
            raise ValidationError("The day must be today or later, within two years")
        return starts

    def clean(self) -> None:
        said = self.cleaned_data
        last, first = said.get("expires_on"), said.get("starts")
        if last and first and last <= first:
            self.add_error("expires_on", "The day to check it again must be after the first day")


@page(needs=may_administer, posts=True)
def contact(visit: Visit, name: str) -> HttpResponse:
    """The form with what is so now, and every version."""
    versions = visit.stationery.versions(name)
    if name != NEW and not versions:
        raise Http404
    started = visit.stationery.contacts(visit.today).get(name)
    now = started or (versions[-1][1] if versions else None)
    posted = visit.request.method == "POST"
    form = ContactForm(
        visit.request.POST if posted else None, initial=_first(visit, now), today=visit.today
    )
    if posted and form.is_valid() and _changed(visit, name, form):
        return redirect("contacts", visit.landlord.slug)
    return visit.render(
        "administration/contact.html",
        form=form,
        now=now,
        old=now.is_expired(visit.today) if now else False,
        versions=[(starts, each, starts > visit.today) for starts, each in reversed(versions)],
    )


def _first(visit: Visit, now: Contact | None) -> dict[str, object]:
    days: dict[str, object] = {"starts": visit.today, "expires_on": visit.today + A_YEAR}
    if now is None:
        return days
    ways = "\n".join(f"{way}: {where}" for way, where in now.ways.items())
    return {**days, "name": now.name, "what_for": now.what_for, "ways": ways, "source": now.source}


def _changed(visit: Visit, name: str, form: ContactForm) -> bool:
    said = form.cleaned_data
    if name == NEW:
        name = slugify(said["name"])[:60] or "contact"
        if name == NEW or visit.stationery.versions(name):
            form.add_error("name", TAKEN)
            return False
    content = {
        **{key: said[key] for key in ("name", "what_for", "source")},
        "ways": [list(pair) for pair in said["ways"]],
        **{key: said[key].isoformat() for key in ("checked_on", "expires_on")},
    }
    done = kept.change_contact(
        visit.landlord, visit.actor, name, content, said["starts"], visit.now
    )
    day = long_date(said["starts"])
    messages.success(visit.request, CHANGED.format(day=day) if done else ALREADY)
    return True
