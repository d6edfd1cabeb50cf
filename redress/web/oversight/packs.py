"""The regular packs: those made, who has read them, and those to come."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpResponse

from redress.reports import packs as kept
from redress.reports.formats import FORMATS
from redress.reports.kept import report_of
from redress.reports.packs import said
from redress.reports.paper_html import body
from redress.rules.access import may_look_over, may_read_cases
from redress.rules.decision import calendar_of
from redress.rules.packs import Due, Planned, kinds, period_of, planned, upcoming
from redress.rules.periods import Period
from redress.web.oversight.older import PAGE, a_page, before
from redress.web.pages import Visit, page


@dataclass(frozen=True)
class Line:
    """A pack that was made, and how many of those it was sent to have opened it."""

    number: int
    title: str
    period: str
    made_on: date
    sent: int
    opened: int
    unread: tuple[str, ...]
    by_you: bool


@dataclass(frozen=True)
class Coming:
    """A pack that the policy promises, and when the next one is made."""

    planned: Planned
    next_on: date
    period: str
    how: str


@page(needs=may_look_over)
def packs(visit: Visit) -> HttpResponse:
    """The newest first, and what is to come."""
    mark = before(visit)
    found, older = a_page(kept.packs_of(visit.landlord, mark, PAGE + 1, theirs(visit)))
    return visit.render(
        "oversight/packs.html",
        lines=[line_of(each, visit.actor.id) for each in found],
        older=older,
        first=mark is None,
        coming=coming(visit),
    )


@page(needs=may_look_over)
def pack(visit: Visit, number: int) -> HttpResponse:
    """One pack as it was made. That somebody opened it is written down."""
    found = a_pack(visit, number)
    kept.opened(found, visit.actor, visit.now)
    return visit.render(
        "oversight/pack.html",
        pack=found,
        period=said(Period.parse(found.period)),
        body=body(report_of(found)),
        line=line_of(found, visit.actor.id),
        receipts=kept.receipts(found),
        forms=[(form, each.words) for form, each in FORMATS.items() if form != "html"],
    )


@page(needs=may_look_over)
def pack_now(visit: Visit, kind: str) -> HttpResponse:
    """A pack of the period that runs, as it stands: to look at, not kept and not sent."""
    found = next((each for each in planned_of(visit) if each.kind.kind == kind), None)
    if found is None:
        raise Http404
    due = Due(found.kind, period_of(found.kind.made, visit.today), visit.today)
    report = kept.report_of(visit.landlord, found, due, visit.today)
    return visit.render("oversight/pack_now.html", report=report, body=body(report))


def a_pack(visit: Visit, number: int) -> kept.Pack:
    """A pack that was made. Raises Http404 for one that there is not, or that is not for them."""
    found = kept.pack_of(visit.landlord, number)
    allowed = theirs(visit)
    if found is None or (allowed is not None and found.kind not in allowed):
        raise Http404
    return found


def theirs(visit: Visit) -> list[str] | None:
    """The kinds of pack that somebody who may read no case is sent; None for whoever may, as those
    read every pack."""
    if may_read_cases(visit.actor):
        return None
    return [each.kind for each in kinds() if set(each.roles) & visit.actor.roles]


def planned_of(visit: Visit) -> list[Planned]:
    """What the policy in force promises, of what is for them."""
    allowed = theirs(visit)
    every = planned(visit.book.in_force(visit.landlord.slug, visit.today))
    return [each for each in every if allowed is None or each.kind.kind in allowed]


def coming(visit: Visit) -> list[Coming]:
    """Each pack that the policy promises, with the day on which the next is made."""
    calendar = calendar_of(visit.book.in_force(visit.landlord.slug, visit.today))
    found = []
    for each in planned_of(visit):
        due = upcoming(each.kind, visit.today, calendar)
        how = each.kind.made.value.replace("_", " ")
        found.append(Coming(each, due.on, due.period.label, how))
    return found


def line_of(row: kept.Pack, person: int | None) -> Line:
    """A pack as a line of the list; its readers are there already."""
    readers = list(row.readers.all())
    sent = [each for each in readers if each.sent_at]
    return Line(
        number=row.pk,
        title=row.title,
        period=said(Period.parse(row.period)),
        made_on=row.made_at.date(),
        sent=len(sent),
        opened=sum(each.opened_at is not None for each in sent),
        unread=tuple(each.name for each in sent if each.opened_at is None),
        by_you=any(each.user_id == person and each.opened_at for each in readers),
    )
