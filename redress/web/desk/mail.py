"""E-mail that waits for a person: the list, and each one read as text and settled."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header

from redress.cases import mail_desk
from redress.cases.access import NoAccess
from redress.cases.mail_desk import Opened, Show
from redress.cases.mail_in import content_of
from redress.rules.access import Actor, Verb, may, may_read_cases
from redress.rules.dissatisfaction import words_of_dissatisfaction
from redress.rules.mail_places import Why
from redress.web.forms import Form, Radios, Text
from redress.web.pages import Visit, page

LISTS = {
    Show.PARKED: ("To sort", "No email waits for anybody."),
    Show.TAKEN: ("On cases", "No email has come to a case yet."),
    Show.ENDED: ("Ended", "Nothing has ended here."),
}
NEW, ON_CASE, NOT_US = "new", "on_case", "not_for_us"
SETTLED = "Somebody has settled this email meanwhile. This is how it stands now."
WHY: dict[str, str] = {
    Why.REPORT: "A report of delivery or of reading",
    Why.AUTO_REPLY: "An automatic reply",
    Why.OURS: "Sent by us",
    Why.SPAM: "Our mail server takes it for spam",
    Why.BULK: "Sent by a machine, or to a list",
    Why.UNREADABLE: "It could not be read. It is kept as it came",
    Why.NO_SENDER: "Nothing says who sent it",
    Why.EMPTY: "There are no words and no files in it",
    Why.FROM_STAFF: "From a colleague, with no resident’s email in it",
    Why.NO_DATE: "Passed on by a colleague, and the day it first came cannot be read",
    Why.FOR_OTHERS: "From an MP, a councillor or somebody in the address book: an enquiry?",
    Why.TOKEN_UNKNOWN: "Sent to the address of a case that is not ours",
    Why.REPLY_FROM_UNKNOWN: "It answers us, from an address that the case does not know",
    Why.REFERENCE_FROM_UNKNOWN: "It names a case, from an address that the case does not know",
    Why.KNOWN_SENDER: "From somebody who has a case, and it does not say which it is about",
    Why.NOT_FOR_US: "Not for us",
    Why.FAULT: "Redress could not put it where it belongs",
}


@dataclass(frozen=True)
class Row:
    """One e-mail in the list."""

    item: Any
    why: str


class MailForm(Form):
    """Where an e-mail belongs."""

    do = Radios(
        "Where does it belong?",
        [
            (NEW, "It is a new complaint"),
            (ON_CASE, "It belongs to a case"),
            (NOT_US, "It is not for us"),
        ],
        missing="Choose where it belongs",
    )
    reference = Text("If it belongs to a case: its reference", optional=True, limit=40, width="10")
    reason = Text(
        "If it is not for us: why", optional=True, limit=500, hint="The email is kept all the same."
    )

    def clean(self) -> dict[str, Any]:
        """A case needs its reference, and what is not for us its reason."""
        given = super().clean() or {}
        if given.get("do") == ON_CASE and not given.get("reference"):
            self.add_error("reference", "Enter the reference of the case")
        if given.get("do") == NOT_US and not given.get("reason"):
            self.add_error("reason", "Enter why it is not for us")
        return given


def receives(actor: Actor) -> bool:
    """Who may take complaints in may say where e-mail belongs (Code 3.2); readers look on."""
    return may(actor, Verb.RECEIVE) or may_read_cases(actor)


@page(needs=receives)
def mail(visit: Visit) -> HttpResponse:
    """The lists of e-mail: what waits, what has gone to cases, what has ended."""
    asked = visit.request.GET
    show = Show(asked["show"]) if asked.get("show") in list(Show) else Show.PARKED
    after = asked.get("after", "")[:40]
    found, more = mail_desk.listed(visit.actor, visit.landlord, show, after)
    return visit.render(
        "desk/mail.html",
        lists=[(each.value, words, each is show) for each, (words, _) in LISTS.items()],
        title=LISTS[show][0],
        empty=LISTS[show][1],
        rows=[Row(item, WHY.get(item.why, "")) for item in found],
        next_page=f"?show={show.value}&after={more}" if more else "",
        first_page=f"?show={show.value}" if after else "",
    )


@page(needs=receives, posts=True)
def letter_in(visit: Visit, number: int) -> HttpResponse:
    """One e-mail: what it says, why it waits, and where it belongs."""
    found = _opened(visit, number)
    settles = found.is_open and may(visit.actor, Verb.RECEIVE)
    data = visit.request.POST if visit.request.method == "POST" else None
    form = MailForm(data, initial=_first(found)) if settles else None
    if data is not None:
        if form is None:
            messages.warning(visit.request, SETTLED)
            return redirect("mail", visit.landlord.slug)
        if form.is_valid() and (answer := _settled(visit, found, form)):
            return answer
    said = found.mail.original.text if found.mail.original else found.mail.text
    return visit.render(
        "desk/letter_in.html",
        found=found,
        why=WHY.get(found.item.why, ""),
        hints=words_of_dissatisfaction(said or found.mail.text),
        form=form,
        reads=may_read_cases(visit.actor),
        suggested=bool(found.suggestion) and settles,
    )


def _first(found: Opened) -> dict[str, str]:
    return {"do": ON_CASE, "reference": found.suggestion} if found.suggestion else {}


@page(needs=receives)
def original(visit: Visit, number: int) -> HttpResponse:
    """The e-mail as it came, to save: never shown by the browser."""
    found = mail_desk.item_of(visit.actor, visit.landlord, number)
    if found is None:
        raise NoAccess
    answer = HttpResponse(content_of(found), content_type="application/octet-stream")
    name = f"email-{found.pk}.eml"
    answer["Content-Disposition"] = content_disposition_header(True, name) or ""
    answer["Cache-Control"] = "no-store"
    return answer


def _opened(visit: Visit, number: int) -> Opened:
    found = mail_desk.item_of(visit.actor, visit.landlord, number)
    if found is None:
        raise NoAccess
    return mail_desk.opened(found)


def _settled(visit: Visit, found: Opened, form: MailForm) -> HttpResponse | None:
    """Do what was chosen; nothing where the form has to say what stands against it."""
    said, item = form.cleaned_data, found.item
    if said["do"] == NOT_US:
        done = mail_desk.not_for_us(visit.actor, item, said["reason"], visit.now)
        _say(visit, "It is kept as not for us." if done else SETTLED)
        return redirect("mail", visit.landlord.slug)
    if said["do"] == NEW:
        put = mail_desk.make_case(visit.actor, item, visit.now)
    else:
        try:
            reference = said["reference"].strip().upper()
            put = mail_desk.put_on(visit.actor, item, reference, visit.now)
        except NoAccess:
            form.add_error("reference", "There is no such case that you may see")
            return None
    if put is None or put.case is None:
        form.add_error(None, "It cannot be put there as it is. Take it down by hand.")
        return None
    return _gone_to(visit, put.case, new=said["do"] == NEW)


def _gone_to(visit: Visit, case: Any, *, new: bool) -> HttpResponse:
    """On to the case: a new one is logged next."""
    slug, reference = visit.landlord.slug, case.reference
    _say(visit, f"It is a complaint now, {reference}." if new else f"It is on {reference}.")
    if not may_read_cases(visit.actor):
        return redirect("mail", slug)
    if new and may(visit.actor, Verb.LOG):
        return redirect("act", slug, reference, Verb.LOG)
    return redirect("case", slug, reference)


def _say(visit: Visit, words: str) -> None:
    messages.success(visit.request, words)
