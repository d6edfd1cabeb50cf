"""The cases behind one figure: as many as it says, adding up to what it says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from django.http import Http404, HttpResponse

from redress.cases.figure_rows import readable
from redress.rules.access import may_look_over, may_read_cases
from redress.rules.definitions import BY_SLUG, Definition
from redress.rules.facts import Finding, Tenure
from redress.rules.figures import due_of
from redress.rules.figures_by import value_of
from redress.rules.figures_numbers import Counts
from redress.rules.figures_stood import Stood
from redress.rules.figures_words import amount, group_words, share, value_words
from redress.rules.words import FINDING, TENURE
from redress.web.desk.export import MADE
from redress.web.oversight.figures import chips
from redress.web.oversight.figures_asked import Address, address_of, capital
from redress.web.pages import Visit, page

PAGE = 25
CHUNK = 500  # rows of a file whose references are looked up together
HIDDEN = "A case that you may not open"
HEAD = (
    "Reference", "Kind", "Service", "Category", "Tenure", "Came in by", "Received", "Due",
    "Answered", "Outcome", "Adds",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """A row of the list; `reference` is empty where the reader may not open the case."""

    reference: str
    kind: str
    service: str
    category: str
    tenure: str
    channel: str
    received: date
    due: date | None
    answered: date | None
    outcome: str
    adds: int

    @property
    def cells(self) -> list[Any]:
        """What a file has of it, in the order of its head."""
        return [
            self.reference or HIDDEN,
            *(self.kind, self.service, self.category, self.tenure, self.channel),
            *(self.received, self.due, self.answered, self.outcome, self.adds),
        ]


@page(needs=may_look_over)
def figure_list(visit: Visit, figure: str) -> Any:
    """The list as a page, or with `?as=csv` or `xlsx` as a file. Who may not read cases sees how
    many there are, and nothing of any one."""
    each = BY_SLUG.get(figure)
    if each is None:
        raise Http404
    try:
        address = address_of(visit, visit.request.GET)
    except ValueError as error:
        raise Http404 from error
    reads = may_read_cases(visit.actor)
    make = MADE.get(visit.request.GET.get("as", ""))
    if make and reads:
        rows = (row.cells for row in _rows(visit, address, each))
        return make(visit, rows, HEAD, f"figure-{each.slug}")
    return _page(visit, address, each, reads)


def _page(visit: Visit, address: Address, each: Definition, reads: bool) -> HttpResponse:
    number = _asked_page(visit)
    counts = Counts(tuple({each, BY_SLUG.get(each.among, each)}))
    here = list(_slice(_counted(visit, address, counts), each, number) if reads else ())
    if not reads:
        for row in address.asked(visit).rows():
            counts.add(row)
    found = counts.numbers()[each.slug]
    if number > 1 and not here:
        raise Http404
    last = -(-found.rows // PAGE)
    return visit.render(
        "oversight/figure_list.html",
        figure=each,
        amount=amount(found),
        share=share(found),
        of=BY_SLUG[each.among].counts if each.among else "",
        label=capital(address.period.label),
        what=group_words(address.filters.group),
        chips=list(chips(address)),
        rows=list(_shown(visit, here, each)) if reads else [],
        many=found.rows,
        reads=reads,
        query=address.to(),
        page=number,
        pages=last,
        adds=each.amount is not None,
    )


def _asked_page(visit: Visit) -> int:
    text = visit.request.GET.get("page", "1")
    if not text.isdecimal() or not 1 <= len(text) <= 6 or int(text) < 1:
        raise Http404
    return int(text)


def _counted(visit: Visit, address: Address, counts: Counts) -> Iterator[Stood]:
    """The rows, each counted as it passes."""
    for row in address.asked(visit).rows():
        counts.add(row)
        yield row


def _slice(rows: Iterator[Stood], each: Definition, number: int) -> Iterator[Stood]:
    """The rows of one page; the others pass by and are counted."""
    first = (number - 1) * PAGE
    for place, row in enumerate(row for row in rows if each.holds(row)):
        if first <= place < first + PAGE:
            yield row


def _rows(visit: Visit, address: Address, each: Definition) -> Iterator[Row]:
    rows = address.asked(visit).behind(each)
    while chunk := list(islice(rows, CHUNK)):
        yield from _shown(visit, chunk, each)


def _shown(visit: Visit, rows: Iterable[Stood], each: Definition) -> Iterator[Row]:
    """The rows as they are shown; a case that the reader may not open has no reference."""
    rows = list(rows)
    open_to = readable(visit.actor, visit.landlord, {row.row.reference for row in rows})
    for stood in rows:
        row = stood.row
        yield Row(
            row.reference if row.reference in open_to else "",
            value_words("group", stood.group.value),
            row.service,
            row.category,
            TENURE[Tenure(row.tenure)] if row.tenure else "Not known",
            value_words("channel", value_of(stood, "channel")),
            row.received,
            due_of(row, stood.as_at),
            stood.answered,
            FINDING[Finding(stood.outcome)].capitalize() if stood.outcome else "",
            each.amount(stood) if each.amount else 1,
        )
