"""A ZIP made in one step and handed out, and the record in words that such files tell."""

import tempfile
from collections.abc import Callable, Mapping
from typing import IO

from django.http import FileResponse

from redress.cases import queries, stored
from redress.evidence_pack.record import Record, Told
from redress.people import staff
from redress.people.models import Landlord
from redress.rules.access import SYSTEM
from redress.rules.words import listed
from redress.web.desk.story import people_in, story
from redress.web.desk.verbs import ROLE

NOT_STAFF = "not a member of staff"
FORMER = "holds no role any more"


def packed(name: str, write: Callable[[IO[bytes]], None]) -> FileResponse:
    """The file that `write` writes: whole beside the shelf, under no name, before anything of it is
    sent, and kept by no cache. Whatever `write` raises leaves no file."""
    file = tempfile.TemporaryFile(dir=stored.shelf().incoming)  # noqa: SIM115 the response closes
    try:
        write(file)
    except BaseException:
        file.close()
        raise
    file.seek(0)
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
