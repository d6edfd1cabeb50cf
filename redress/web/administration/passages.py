"""The passages that officers can put into what they write, and whose they are."""

from django.http import HttpResponse

from redress.cases import stationery_versions as kept
from redress.cases.stationery import Row
from redress.rules.access import may_administer
from redress.web.pages import Visit, page


@page(needs=may_administer)
def passages(visit: Visit) -> HttpResponse:
    """Those in use by title, then those that are retired or not published yet."""
    rows = kept.versions(visit.landlord, "passage")
    own = {row.name for row in rows if row.published_at}
    drafts = {row.name: row for row in rows if not row.published_at}
    used = visit.stationery.passages
    return visit.render(
        "administration/passages.html",
        used=[(name, each, name in own, drafts.get(name)) for name, each in used.items()],
        others=[(name, title_of(rows, name), drafts.get(name)) for name in _others(visit, rows)],
    )


def title_of(rows: list[Row], name: str) -> str:
    """What a passage was last called."""
    said = (row.content["title"] for row in rows if row.name == name and row.content)
    return next(said, name)


def _others(visit: Visit, rows: list[Row]) -> list[str]:
    retired = visit.stationery.own_passages.keys() | {row.name for row in rows}
    return sorted(retired - visit.stationery.passages.keys())
