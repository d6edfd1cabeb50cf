"""Sending: what needs a person, what is to be posted, what waits, what has gone."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect

from redress.cases import sending as outbox
from redress.cases.access import NoAccess
from redress.cases.needs import before_contact
from redress.cases.sending import Show
from redress.papers.letters import address_of, for_another
from redress.rules.access import may_read_cases, may_see_to_sending
from redress.rules.decision import Reason
from redress.rules.sending import Format, Way, made_by_hand
from redress.rules.words import FORMAT, listed, long_date
from redress.web.desk.forms.base import sentence
from redress.web.desk.paper import formats_of
from redress.web.desk.refusals import in_words
from redress.web.desk.sent_words import Said, said_of
from redress.web.forms import Checkboxes, Date, Form, Radios, Text
from redress.web.pages import Visit, page, signed_in
from redress.work.carriers import missing_for

LISTS = {
    Show.STUCK: ("Needs you", "Nothing has failed and nothing is in doubt."),
    Show.POST: ("To post", "No letter waits to be posted."),
    Show.HAND: ("To hand over", "No letter waits to be handed over."),
    Show.WAITING: ("Waiting to leave", "Nothing waits to leave."),
    Show.SENT: ("Sent", "Nothing has been sent yet."),
}
AGAIN, SENT, ASIDE = "again", "sent", "aside"
GONE_ON = "This message has gone on meanwhile. Look at it as it is now."


@dataclass(frozen=True)
class Row:
    """One message in a list."""

    message: Any
    said: Said


class MessageForm(Form):
    """What to do with a message."""

    do = Radios(
        "What should happen?",
        [(AGAIN, "Send it"), (SENT, "It has been sent or has arrived"), (ASIDE, "Do not send it")],
        missing="Choose what should happen",
    )
    way = Radios("If it is sent: how?", [], optional=True)
    address = Text(
        "Address, if it should go somewhere else than it says above", optional=True, limit=400
    )
    on = Date("If it has been sent: on which day?", past=True, optional=True)

    def __init__(
        self, *args: Any, ways: tuple[Way, ...], to_make: tuple[Format, ...] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if to_make:
            went = f"It was made for them, and went in: {listed([FORMAT[f] for f in to_make])}"
            self.fields["made"] = Checkboxes(
                "If it has been sent: as they need it?", [("yes", went)], optional=True
            )
        words = {Way.EMAIL: "By email", Way.POST: "By post", Way.HAND: "A person hands it over"}
        self.fields["way"].choices = [(way.value, words[way]) for way in ways]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A way to send it by, or the day it was sent."""
        given = super().clean() or {}
        if given.get("do") == AGAIN and not given.get("way") and "way" not in self.errors:
            self.add_error("way", "Choose how it should go")
        if given.get("do") == SENT and not given.get("on") and "on" not in self.errors:
            self.add_error("on", "Enter the day on which it was sent")
        if given.get("do") == SENT and "made" in self.fields and not given.get("made"):
            self.add_error("made", sentence(in_words([Reason("not_made", "Code 5.10")])[0]))
        return given


@page(needs=signed_in, posts=True)
def sending(visit: Visit) -> HttpResponse:
    """The lists of messages. A letter that was posted is ticked off here."""
    if not may_read_cases(visit.actor):
        raise PermissionDenied
    if visit.request.method == "POST":
        return _posted(visit, visit.request.POST)
    shown = visit.request.GET.get("show", "")
    show = Show(shown) if shown in list(Show) else Show.STUCK
    found = outbox.listed(visit.actor, visit.landlord, show)
    return visit.render(
        "desk/sending.html",
        lists=[(each.value, LISTS[each][0], each is show) for each in Show],
        show=show.value,
        title=LISTS[show][0],
        empty=LISTS[show][1],
        rows=[Row(message, said_of(message, visit.now)) for message in found],
        most=outbox.MOST if len(found) == outbox.MOST else 0,
        may_do=may_see_to_sending(visit.actor),
        missing=missing_for(visit.landlord),
    )


def _posted(visit: Visit, data: QueryDict) -> HttpResponse:
    """Mark the letters that were ticked as posted today."""
    if not may_see_to_sending(visit.actor):
        raise PermissionDenied
    ticked = {int(word) for word in data.getlist("message") if word.isdecimal() and len(word) < 19}
    waiting = outbox.listed(visit.actor, visit.landlord, Show.POST)
    said = f"Posted on {long_date(visit.today)} by {visit.actor.name}"
    done = [m for m in waiting if m.pk in ticked and outbox.mark_sent(m, visit.now, said)]
    if done:
        count = f"{len(done)} letters are" if len(done) > 1 else "1 letter is"
        messages.success(visit.request, f"{count} marked as posted today.")
    if len(done) < len(ticked):
        messages.warning(visit.request, "Some were not waiting any more, and stay as they are.")
    elif not ticked:
        messages.warning(visit.request, "Nothing was ticked. Tick the letters that were posted.")
    return redirect(f"{visit.request.path}?show={Show.POST.value}")


@page(needs=signed_in, posts=True)
def message(visit: Visit, number: int) -> HttpResponse:
    """One message: what it is, what became of it, and what to do about it."""
    found = outbox.message_of(visit.actor, visit.landlord, number)
    if not may_read_cases(visit.actor) or found is None:
        raise NoAccess
    said, ways = said_of(found, visit.now), outbox.other_ways(found)
    open_to = may_see_to_sending(visit.actor) and found.state in ("waiting", "failed", "in_doubt")
    data = visit.request.POST if visit.request.method == "POST" else None
    first = {"way": ways[0].value}
    own = found.case and found.letter_id and not for_another(found)
    resident = found.case.resident if own and found.case else None
    more: dict[str, Any] = {
        "ways": ways,
        "to_make": made_by_hand(formats_of(resident)),
        "today": visit.today,
    }
    form = MessageForm(data, initial=first, **more) if open_to else None
    if data is not None:
        if form is None:
            raise PermissionDenied
        seen = data.get("token", "") == str(found.token)
        if not seen:
            form.add_error(None, GONE_ON)
        elif form.is_valid() and _done(visit, found, form.cleaned_data):
            return redirect("sending", visit.landlord.slug)
    return visit.render(
        "desk/message.html",
        message=found,
        said=said,
        form=form,
        ways=ways,
        before=before_contact(resident),
        address=address_of(found.case.resident if found.case else None),
    )


def _done(visit: Visit, found: Any, given: dict[str, Any]) -> bool:
    """Do what was chosen; a word on the next page says what."""
    who = visit.actor.name
    if given["do"] == AGAIN:
        done = outbox.send_again(found, Way(given["way"]), given["address"], visit.now)
        words = "It will be sent in the way you chose."
    elif given["do"] == SENT:
        said = f"Sent on {long_date(given['on'])}, as {who} says"
        done, words = outbox.mark_sent(found, visit.now, said), "It is marked as sent."
    else:
        said = f"Set aside by {who}"
        done, words = outbox.set_aside(found, visit.now, said), "It will not be sent."
    if not done:
        raise Http404(GONE_ON)
    messages.success(visit.request, words)
    return True
