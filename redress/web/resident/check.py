"""Checking the answers, and sending the complaint."""

from datetime import date
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from redress.cases.perform import Done, receive
from redress.people.models import Resident
from redress.people.register import register_resident
from redress.rules.access import Actor
from redress.rules.actions.receive import NewIssue, Receive
from redress.rules.decision import Refused
from redress.rules.facts import Channel, Tenure
from redress.rules.words import long_date
from redress.web.forms import Form, Hidden
from redress.web.pages import Visit, anyone, page
from redress.web.resident.draft import Draft
from redress.web.resident.questions import QUESTIONS

RESIDENT = Actor(id=None, name="Resident", resident=True)
NO_NAME = "Resident"  # for who gives an address or a number, and no name
SUMMARY = 200  # characters of the first words, which stand for the issue until staff define it
NOT_TAKEN = "We could not take your complaint. Please get in touch with us: {contact}."


class Check(Form):
    """Only the key of the draft."""

    submission = Hidden()


@page(needs=anyone, posts=True)
def check(visit: Visit) -> HttpResponse:
    """All answers, each with a way to change it; sent by POST, and once however often pressed."""
    draft = Draft(visit.request, visit.landlord.slug)
    posted = visit.request.method == "POST"
    form = Check(visit.request.POST if posted else None, initial={"submission": draft.key})
    if draft.sent and (not draft.answers or draft.sent["key"] == form["submission"].value()):
        return redirect("sent", visit.landlord.slug)
    if draft.missing:
        return redirect(reverse(draft.missing, args=[visit.landlord.slug]) + "?again")
    if posted and form.is_valid() and form.cleaned_data["submission"] == draft.key:
        done = _send(visit, draft)
        if isinstance(done, Done):
            draft.done(done.reference)
            return redirect("sent", visit.landlord.slug)
        form.add_error(None, NOT_TAKEN.format(contact=visit.landlord.contact))
    return visit.render("resident/check.html", form=form, sections=sections(draft))


def _send(visit: Visit, draft: Draft) -> Done | Refused:
    """The resident and the case in one transaction: both are there, or neither is."""
    with transaction.atomic():
        resident = _resident(visit, draft)
        done = receive(
            RESIDENT,
            visit.landlord,
            _complaint(draft, resident, visit),
            at=visit.now,
            submission=draft.key,
        )
        if isinstance(done, Refused):
            transaction.set_rollback(True)
        return done


def _resident(visit: Visit, draft: Draft) -> Resident | None:
    """Who complains; None where nothing was given by which they could be known."""
    details = {name: draft.given(name) for name in ("name", "email", "phone", "address")}
    if not any((*details.values(), draft.given("postcode"), draft.given("needs"))):
        return None
    return register_resident(
        visit.landlord,
        **{**details, "name": details["name"] or NO_NAME},
        postcode=draft.given("postcode"),
        tenure=_tenure(draft),
        needs=draft.given("needs"),
    )


def _complaint(draft: Draft, resident: Resident | None, visit: Visit) -> Receive:
    description = draft.given("description")
    issue = NewIssue(
        summary=_shortened(description),
        occurred_on=draft.day("occurred_on"),
        aware_on=draft.day("aware_on"),
    )
    return Receive(
        landlord="",
        reference="",
        received_on=visit.today,
        description=description,
        channel=Channel.WEB.value,
        outcome_sought=draft.given("outcome_sought"),
        tenure=_tenure(draft),
        resident=resident.pk if resident else None,
        risks=tuple(draft.given("risks")),
        issues=(issue,),
    )


def _tenure(draft: Draft) -> Tenure | None:
    return Tenure(draft.given("tenure")) if draft.given("tenure") else None


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SUMMARY else line[: SUMMARY - 1].rstrip() + "…"


def sections(draft: Draft) -> list[dict[str, Any]]:
    """The answers page by page, each with its question and the id at which it is changed."""
    return [
        {"page": page, "rows": [_row(bound) for bound in draft.form(page)]} for page in QUESTIONS
    ]


def _row(bound: Any) -> dict[str, Any]:
    return {"question": bound.label, "lines": _lines(bound), "id": bound.first_id}


def _lines(bound: Any) -> list[str]:
    """An answer as lines of text; none where none was given."""
    given = bound.initial
    if isinstance(given, date):
        return [long_date(given)]
    if hasattr(bound.field, "choices"):
        chosen = given if isinstance(given, list) else [given]
        return [words for value, words in bound.field.choices if value and value in chosen]
    return given.split("\n") if given else []
