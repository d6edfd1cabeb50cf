"""Who looked at what: of one case, or of all, for those who watch over the rest."""

from django.http import Http404, HttpResponse

from redress.cases import viewed
from redress.cases.access import get_case
from redress.cases.figure_rows import readable
from redress.people import staff
from redress.rules.access import may_see_views
from redress.rules.viewed import Look, What
from redress.web.pages import Visit, page

LONGEST = 18  # digits of a number in an address


@page(needs=may_see_views)
def looks(visit: Visit) -> HttpResponse:
    """All looks, the newest first, a page at a time; of one person where the address says whom."""
    return _shown(visit, "", _number(visit, "who"))


@page(needs=may_see_views)
def case_looks(visit: Visit, reference: str) -> HttpResponse:
    """The looks at one case, for those who may open it."""
    get_case(visit.actor, visit.landlord, reference)
    return _shown(visit, reference, None)


def _shown(visit: Visit, reference: str, who: int | None) -> HttpResponse:
    before = _number(visit, "before")
    lines = viewed.lines(visit.landlord, reference=reference, by=who, before=before)
    shown = lines[: viewed.PAGE]
    open_to = readable(
        visit.actor, visit.landlord, {each.case.reference for each in shown if each.case}
    )
    return visit.render(
        "desk/looks.html",
        reference=reference,
        people=[] if reference else staff.people(visit.landlord),
        who=who,
        rows=[
            (
                each,
                Look(What(each.what), each.number).words,
                each.case.reference if each.case and each.case.reference in open_to else "",
            )
            for each in shown
        ],
        older=shown[-1].pk if len(lines) > len(shown) else None,
        first=before is None,
    )


def _number(visit: Visit, name: str) -> int | None:
    """A number of the address; None where it is not asked. Http404 for what is none."""
    said = visit.request.GET.get(name, "")
    if not said:
        return None
    if not (said.isdecimal() and said.isascii() and len(said) <= LONGEST):
        raise Http404
    return int(said)
