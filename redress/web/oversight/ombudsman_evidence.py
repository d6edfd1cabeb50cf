"""The evidence pack of a case at the Ombudsman: what goes into it, and making it in one step."""

import logging
from typing import IO

from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase

from redress.cases import stored, viewed
from redress.cases.access import get_case
from redress.cases.files import FULL
from redress.evidence_pack.pack import folder_of, make
from redress.evidence_pack.record import Asked, Record, gather
from redress.ombudsman import reading, store
from redress.ombudsman.reading import Numbered
from redress.reports.snapshot import snapshot
from redress.rules.access import may_read_reports
from redress.rules.viewed import Look, What
from redress.web.desk.packed import packed, told
from redress.web.pages import Visit, page

log = logging.getLogger(__name__)


@page(needs=may_read_reports, posts=True)
def ombudsman_evidence(visit: Visit, number: int) -> HttpResponseBase:
    """What will be in the pack; sent, the pack itself. For those who may open the case."""
    found = reading.one(visit.landlord, number)
    if found is None or not found.held.entry.case:
        raise Http404
    row = get_case(visit.actor, visit.landlord, found.held.entry.case)
    with snapshot():
        record = gather(row, visit.book)
    if visit.request.method == "POST":
        try:
            return _pack(visit, found, record)
        except OSError as error:
            if error.errno not in FULL:
                raise
            log.error("no room for an evidence pack: %s", error)
            return _shown(visit, found, record, problem=True)
    return _shown(visit, found, record)


def _shown(visit: Visit, found: Numbered, record: Record, problem: bool = False) -> HttpResponse:
    answer = visit.render(
        "oversight/ombudsman_evidence.html",
        number=found.number,
        entry=found.held.entry,
        record=record,
        not_safe=[file for file in record.files if not stored.handed_out(file)],
        problem=problem,
    )
    answer.status_code = 507 if problem else 200
    return answer


def _pack(visit: Visit, found: Numbered, record: Record) -> FileResponse:
    given = Asked(
        held=found.held,
        by=visit.actor.name,
        at=visit.now,
        today=visit.today,
        told=told(visit.landlord, record),
    )

    def write(file: IO[bytes]) -> None:
        made = make(record, given, file)
        seen = Look(What.PACK)
        viewed.note(visit.landlord, record.case.reference, seen, visit.actor, visit.now)
        at = (visit.landlord, found.number, visit.actor, visit.now)
        store.note_evidence(*at, made.digest, made.holds)

    name = f"{folder_of(record.case.reference)}-{visit.today.isoformat()}.zip"
    return packed(name, write)
