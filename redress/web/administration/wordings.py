"""The letters of the procedure, and whose wording each is in."""

from django.http import HttpResponse

from redress.cases import stationery_versions as kept
from redress.rules.access import may_administer
from redress.rules.wording import letter_kinds, wording
from redress.web.pages import Visit, page


@page(needs=may_administer)
def wordings(visit: Visit) -> HttpResponse:
    """Each kind of letter, the wording in use, and whether a draft waits."""
    drafts = {
        row.name: row for row in kept.versions(visit.landlord, "wording") if not row.published_at
    }
    stationery = visit.stationery
    rows = [
        (kind, wording(kind).meta, stationery.wording(kind), drafts.get(kind))
        for kind in letter_kinds()
    ]
    rows.sort(key=lambda row: row[1].title)
    return visit.render("administration/wordings.html", rows=rows, unfit=stationery.unfit)
