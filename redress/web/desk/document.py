"""The file of a document, to save: never shown in our own place."""

import logging
from pathlib import Path

from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase

from redress.cases import stored
from redress.cases.access import get_case
from redress.rules.filed import Scan
from redress.rules.viewed import What
from redress.uploads.kinds import KINDS
from redress.uploads.names import cleaned
from redress.web.desk.documents import SCANNED
from redress.web.pages import Visit, page, signed_in
from redress.web.security import SANDBOX

log = logging.getLogger(__name__)


@page(needs=signed_in, looks=What.DOCUMENT)
def document(visit: Visit, reference: str, number: int) -> HttpResponseBase:
    """The file under a name of ours. One with a virus, or not yet scanned, is not handed out."""
    row = get_case(visit.actor, visit.landlord, reference)
    file = stored.file_of(row, number)
    if file is None:
        raise Http404
    if not stored.handed_out(file):
        waits = SCANNED.get(Scan(file.scan), "A virus was found in it")
        return _not_given(visit, reference, f"{waits}.", 409)
    path = stored.path_of(file)
    if not path.exists():
        log.error("the file of document %s of %s is missing", number, reference)
        return _not_given(visit, reference, "It is missing from where files are kept.", 404)
    name = cleaned(f"{reference}-document-{number}", KINDS[file.content_type].ending)
    return sandboxed(path, file.content_type, filename=name, as_attachment=True)


def sandboxed(path: Path, content_type: str, **how: object) -> FileResponse:
    """A file of somebody else's making: nothing in it runs, and no cache keeps it."""
    return FileResponse(
        path.open("rb"),
        content_type=content_type,
        headers={"Content-Security-Policy": SANDBOX, "Cache-Control": "no-store"},
        **how,  # type: ignore[arg-type]
    )


def _not_given(visit: Visit, reference: str, why: str, status: int) -> HttpResponse:
    answer = visit.render("desk/document.html", reference=reference, why=why)
    answer.status_code = status
    return answer
