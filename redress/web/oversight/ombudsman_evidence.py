"""The evidence pack of a case at the Ombudsman: what goes into it, and making it in one step."""

import logging
import tempfile
from collections.abc import Mapping

from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase

from redress.cases import queries, stored, viewed
from redress.cases.access import get_case
from redress.cases.files import FULL
from redress.evidence_pack.pack import folder_of, make
from redress.evidence_pack.record import Asked, Record, Told, gather
from redress.ombudsman import reading, store
from redress.ombudsman.reading import Numbered
from redress.people import staff
from redress.people.models import Landlord
from redress.reports.snapshot import snapshot
from redress.rules.access import SYSTEM, may_read_reports
from redress.rules.viewed import Look, What
from redress.rules.words import listed
from redress.web.desk.story import people_in, story
from redress.web.desk.verbs import ROLE
from redress.web.pages import Visit, page

NOT_STAFF = "not a member of staff"
FORMER = "holds no role any more"
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
    """Written whole beside the shelf, under no name, before anything of it is sent."""
    file = tempfile.TemporaryFile(dir=stored.shelf().incoming)  # noqa: SIM115 the response closes
    given = Asked(
        held=found.held,
        by=visit.actor.name,
        at=visit.now,
        today=visit.today,
        told=told(visit.landlord, record),
    )
    try:
        made = make(record, given, file)
        at = (visit.landlord, found.number, visit.actor, visit.now)
        seen = Look(What.PACK)
        viewed.note(visit.landlord, record.case.reference, seen, visit.actor, visit.now)
        store.note_evidence(*at, made.digest, made.holds)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    name = f"{folder_of(record.case.reference)}-{visit.today.isoformat()}.zip"
    answer = FileResponse(file, content_type="application/zip", as_attachment=True, filename=name)
    answer["Cache-Control"] = "no-store"
    return answer


def told(landlord: Landlord, record: Record) -> list[Told]:
    """The record in the words of the case page, each event with who did it and their role."""
    people = staff.people(landlord)
    roles = {each.user.pk: [ROLE[role] for role in each.roles] for each in people}
    entries = story(record.events, queries.names_of(people_in(record.events)))
    resident = record.row.resident.name if record.row.resident else ""
    return [
        Told(
            entry.sequence,
            entry.at,
            _who(event.by_id, entry.by, roles, resident),
            entry.title,
            (*entry.lines, *(("Although", warned.says) for warned in entry.warnings)),
            entry.letters,
        )
        for event, entry in zip(record.events, entries, strict=True)
    ]


def _who(by: int | None, name: str, roles: Mapping[int, list[str]], resident: str) -> str:
    """A name with what that person is here."""
    if by is not None:
        return f"{name} ({listed(roles[by]) if by in roles else FORMER})"
    if name == SYSTEM.name:
        return f"{name} (by itself)"
    if name in (resident, "Resident", "The resident"):
        return f"{name} (the resident)" if name == resident else name
    return f"{name} ({NOT_STAFF})"
