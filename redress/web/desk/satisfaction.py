"""Residents to ring after closing, and who is unhappy and is owed the choice to complain."""

from enum import StrEnum

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from redress.cases.needs import before_contact
from redress.cases.perform import Done
from redress.rules.access import may_offer_complaints, may_read_cases
from redress.rules.decision import NotKept
from redress.rules.facts import Choice
from redress.rules.words import CHOICE
from redress.satisfaction import asking, offering
from redress.web.desk.refusals import in_words
from redress.web.forms import Form, Radios, Text
from redress.web.pages import Visit, page
from redress.web.resident.rating import RatingForm

KEPT = "Their answers are kept."
NOBODY = "It is kept that nobody could be reached."
SETTLED = "It is kept."
UNREACHED = "unreached"
CHOICES = [*((each.value, words) for each, words in CHOICE.items()), (UNREACHED, "Nobody answered")]


class ChoiceForm(Form):
    """What they answered when they were offered a complaint."""

    choice = Radios("Do they want to complain?", CHOICES, missing="Say what they chose")
    reference = Text(
        "Reference of the complaint, if they want one",
        optional=True,
        limit=40,
        width="20",
        hint="Take the complaint down first, then put its reference here.",
    )


class Show(StrEnum):
    """The two lists."""

    RING = "ring"
    UNHAPPY = "unhappy"


TITLES = {Show.RING: "To ring", Show.UNHAPPY: "Unhappy, to be offered a complaint"}


@page(needs=may_read_cases)
def satisfaction(visit: Visit) -> HttpResponse:
    """One of the two lists; a word that is neither shows whom to ring."""
    asked = visit.request.GET.get("show", "")
    show = Show(asked) if asked in set(Show) else Show.RING
    rings = show is Show.RING
    return visit.render(
        "desk/satisfaction.html",
        show=show,
        title=TITLES[show],
        lists=TITLES.items(),
        rows=offering.to_ring(visit.actor, visit.landlord, visit.today)
        if rings
        else offering.unhappy(visit.actor, visit.landlord),
    )


@page(needs=may_offer_complaints, posts=True)
def ring(visit: Visit, number: int) -> HttpResponse:
    """The five questions for somebody who is on the phone, and what to know before."""
    asked = offering.one_to_ring(visit.actor, visit.landlord, number)
    if asked is None:
        raise Http404
    posted = visit.request.method == "POST"
    if posted and visit.request.POST.get("step") == UNREACHED:
        asking.unreached(visit.actor, visit.landlord, number, visit.now)
        messages.success(visit.request, NOBODY)
        return redirect("satisfaction", visit.landlord.slug)
    form = RatingForm(visit.request.POST if posted else None)
    if posted and form.is_valid():
        reference, given = asked.case.reference, form.rate()
        done = asking.answer(visit.actor, visit.landlord, reference, given, visit.now)
        if isinstance(done, Done):
            messages.success(visit.request, KEPT)
            return redirect("satisfaction", visit.landlord.slug)
        for said in in_words(done.reasons):
            form.add_error(None, f"{said.says} {said.do}")
    return visit.render(
        "desk/ring.html",
        asked=asked,
        case=asked.case,
        form=form,
        before=before_contact(asked.case.resident),
    )


@page(needs=may_offer_complaints, posts=True)
def unhappy(visit: Visit, number: int) -> HttpResponse:
    """Who it is, what they said, and what they chose."""
    row = offering.one_unhappy(visit.actor, visit.landlord, number)
    if row is None:
        raise Http404
    form = ChoiceForm(visit.request.POST if visit.request.method == "POST" else None)
    if form.is_valid():
        chosen, reference = form.cleaned_data["choice"], form.cleaned_data["reference"]
        choice = None if chosen == UNREACHED else Choice(chosen)
        try:
            offering.settle(row, choice, reference, visit.actor, visit.now, visit.today)
        except NotKept:
            form.add_error("reference", "Enter the reference of the complaint they made (Code 1.6)")
        else:
            messages.success(visit.request, SETTLED)
            return redirect(f"{reverse('satisfaction', args=[visit.landlord.slug])}?show=unhappy")
    said = [each for each in row.case.ratings if each["stage"] == row.stage] if row.case else []
    return visit.render(
        "desk/unhappy.html",
        row=row,
        said=said[-1] if said else None,
        form=form,
        before=before_contact(row.case.resident if row.case else None),
    )
