"""Passing on something about a case we have: for anyone on the staff, who need not read it."""

from django.http import HttpResponse
from django.shortcuts import redirect

from redress.cases.access import NoAccess, get_case
from redress.rules.access import Verb, may
from redress.web.desk.verbs import WORDS, word_of
from redress.web.forms import Form, Radios, Text
from redress.web.pages import Visit, page, signed_in

PASSED_ON = (Verb.ESCALATE, Verb.RAISE_COMPLAINT, Verb.RECORD_CALL, Verb.NOTE_DOCUMENT)
UNKNOWN = "We have no case with this reference. Check it, or take it down as a new contact."


class PassOnForm(Form):
    """Which case, and what about it."""

    reference = Text("Reference of the case", limit=100, width="20")
    what = Radios("What is it?", [(word_of(verb), WORDS[verb].title) for verb in PASSED_ON])


@page(needs=signed_in, posts=True)
def pass_on(visit: Visit) -> HttpResponse:
    """Asks for the case, and goes on to the form of the action (Code 6.10: by any way)."""
    if not may(visit.actor, Verb.RECEIVE):
        raise NoAccess
    posted = visit.request.method == "POST"
    form = PassOnForm(visit.request.POST if posted else None)
    if posted and form.is_valid():
        reference, word = form.cleaned_data["reference"], form.cleaned_data["what"]
        try:
            get_case(visit.actor, visit.landlord, reference, verb=Verb(word.replace("-", "_")))
        except NoAccess:
            form.add_error("reference", UNKNOWN)
        else:
            return redirect("act", visit.landlord.slug, reference, word)
    return visit.render("desk/pass_on.html", form=form)
