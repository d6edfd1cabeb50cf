"""A file that the resident sent, to save again."""

from django.http import Http404
from django.http.response import HttpResponseBase

from redress.cases import stored
from redress.cases.facts import facts_of
from redress.rules.resident_view import shown
from redress.uploads.kinds import KINDS
from redress.uploads.names import cleaned
from redress.web.desk.document import sandboxed
from redress.web.pages import Visit
from redress.web.resident.follow.session import Follower, follower_page


@follower_page()
def document(visit: Visit, found: Follower, number: int) -> HttpResponseBase:
    """One of their own, and no other. What may hold a virus is not handed out."""
    theirs = {each.number for each in shown(facts_of(found.row)).documents}
    file = stored.file_of(found.row, number) if number in theirs else None
    if file is None or not stored.handed_out(file) or not stored.path_of(file).exists():
        raise Http404
    ending = KINDS[file.content_type].ending
    name = cleaned(f"{found.reference}-{number}", ending)
    path = stored.path_of(file)
    return sandboxed(path, file.content_type, filename=name, as_attachment=True)
