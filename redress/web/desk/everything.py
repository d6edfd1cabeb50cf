"""Everything about one person: noting that they asked for it, and making the file in one step."""

import logging
from typing import IO, Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from redress.cases import queries, viewed
from redress.cases.access import NoAccess, get_case
from redress.cases.files import FULL
from redress.evidence_pack.record import gather
from redress.privacy import requests
from redress.privacy.everything import FOLDER, About, make
from redress.reports.snapshot import snapshot
from redress.rules.access import may_answer_data_requests
from redress.rules.decision import NotKept
from redress.rules.viewed import Look, What
from redress.web.desk.packed import packed, told
from redress.web.forms import Date, Form
from redress.web.pages import Visit, page

MAKE, SENT = "make", "sent"  # what the buttons say
NOTED = "The request is noted. It is to be answered by the day shown."
DONE = "It is noted that the request was answered."
log = logging.getLogger(__name__)


class AskedForm(Form):
    """On which day they asked."""

    asked_on = Date("On which day they asked", past=True, hint="The day it reached any of us.")


@page(needs=may_answer_data_requests, posts=True)
def everything(visit: Visit, reference: str) -> HttpResponseBase:
    """The requests of the resident of a case, noting one, and the file of all that is kept."""
    row = get_case(visit.actor, visit.landlord, reference)
    if row.resident is None:
        raise Http404
    step = visit.request.POST.get("step", "")
    if step == MAKE:
        return _made(visit, row)
    if step == SENT:
        number = visit.request.POST.get("number", "")
        if number.isdecimal() and len(number) < 19:
            requests.sent(row.resident, int(number), visit.today)
        return _done(visit, reference, DONE)
    form = AskedForm(
        visit.request.POST if visit.request.method == "POST" else None, today=visit.today
    )
    if form.is_bound and form.is_valid():
        asked = form.cleaned_data["asked_on"]
        try:
            requests.note(row.resident, asked, visit.actor, visit.now, visit.today)
        except NotKept:
            form.add_error("asked_on", "The day must not be ahead")
        else:
            return _done(visit, reference, NOTED)
    return _shown(visit, row, form)


def _shown(visit: Visit, row: Any, form: Form, problem: bool = False) -> HttpResponse:
    answer = visit.render(
        "desk/everything.html",
        form=form,
        resident=row.resident,
        reference=row.reference,
        requests=requests.of_resident(row.resident),
        cases=queries.references_of(row.resident),
        problem=problem,
    )
    answer.status_code = 507 if problem else 200
    return answer


def _done(visit: Visit, reference: str, words: str) -> HttpResponse:
    messages.success(visit.request, words)
    return redirect("everything", visit.landlord.slug, reference)


def _made(visit: Visit, row: Any) -> HttpResponseBase:
    about = _about(visit, row)

    def write(file: IO[bytes]) -> None:
        digest = make(about, file)
        requests.made(row.resident, digest, visit.actor, visit.now)
        for record in about.records:
            reference = record.case.reference
            viewed.note(visit.landlord, reference, Look(What.EVERYTHING), visit.actor, visit.now)

    try:
        return packed(f"{FOLDER}-{visit.today.isoformat()}.zip", write)
    except OSError as error:
        if error.errno not in FULL:
            raise
        log.error("no room for a file of everything about a person: %s", error)
        return _shown(visit, row, AskedForm(today=visit.today), problem=True)


def _about(visit: Visit, row: Any) -> About:
    """All of the resident's cases that whoever asks may open."""
    records, hidden = [], 0
    with snapshot():
        for reference in queries.references_of(row.resident):
            try:
                found = get_case(visit.actor, visit.landlord, reference)
            except NoAccess:
                hidden += 1
            else:
                records.append(gather(found, visit.book))
    return About(
        landlord=visit.landlord,
        resident=row.resident,
        records=records,
        told=lambda record: told(visit.landlord, record),
        hidden=hidden,
        by=visit.actor.name,
        at=visit.now,
        today=visit.today,
    )
