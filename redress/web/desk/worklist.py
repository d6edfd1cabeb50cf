"""The worklist: cases on which something is owed, what is due next first; and the search."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from redress.cases import queries
from redress.cases.access import NoAccess
from redress.cases.queries import Line, Page
from redress.people.models import Landlord
from redress.rules.access import Verb, may, may_read_cases
from redress.web.desk.due import DueWords, due_words, landlord_calendar
from redress.web.desk.tags import Tag, risk_tags
from redress.web.pages import Visit, page, signed_in

LONGEST_SEARCH = 200
LISTS = {
    "": ("Everything due", "Cases with a date to meet will appear here, the next one first."),
    "mine": ("Mine", "Cases given to you will appear here while something is owed on them."),
    "overdue": ("Overdue", "Nothing is late. Cases whose date has passed will appear here."),
    "nothing-due": (
        "Nothing due",
        "Open cases without a date to meet will appear here, such as those ready to close.",
    ),
}
STAGES = {"": "Any stage", "0": "Requests", "1": "Stage 1", "2": "Stage 2"}


@dataclass(frozen=True)
class Row:
    """One row: what the list says of a case, its next date and its risks in words."""

    line: Line
    due: DueWords | None
    risks: list[Tag]


@dataclass(frozen=True)
class Chosen:
    """Which list is shown, as the address says; anything not ours is left out."""

    show: str
    stage: str
    after: str
    text: str

    @classmethod
    def of(cls, request: HttpRequest) -> "Chosen":
        """What the address asks for."""
        asked = request.GET
        show, stage = asked.get("show", ""), asked.get("stage", "")
        if show not in LISTS or stage not in STAGES:
            raise Http404
        text = asked.get("find", "").strip()[:LONGEST_SEARCH]
        return cls(show, stage, asked.get("after", "")[:40], text)

    def address(self, **changes: str) -> str:
        """The address of this list with something changed: the first page, unless `after` is."""
        values = {"show": self.show, "stage": self.stage, **changes}
        query = urlencode({name: value for name, value in values.items() if value})
        return f"?{query}" if query else "?"


@page(needs=signed_in)
def worklist(visit: Visit) -> HttpResponse:
    """The list chosen, or what was searched for. Who may only take complaints is sent to that."""
    if not may_read_cases(visit.actor):
        if may(visit.actor, Verb.RECEIVE):
            return redirect("receive", visit.landlord.slug)
        raise NoAccess
    chosen = Chosen.of(visit.request)
    if chosen.text:
        return _found(visit, chosen)
    listed = _listed(visit, chosen)
    return visit.render(
        "desk/worklist.html",
        rows=rows(listed.lines, visit.landlord, visit.today),
        title=LISTS[chosen.show][0],
        empty=LISTS[chosen.show][1],
        next_page=chosen.address(after=listed.after) if listed.after else "",
        first_page=chosen.address() if chosen.after else "",
        **_menus(chosen),
    )


def _listed(visit: Visit, chosen: Chosen) -> Page:
    if chosen.show == "nothing-due":
        return queries.unscheduled(visit.landlord, after=chosen.after)
    return queries.worklist(
        visit.landlord,
        handler=visit.actor.id if chosen.show == "mine" else None,
        overdue_on=visit.today if chosen.show == "overdue" else None,
        stage=chosen.stage,
        after=chosen.after,
    )


def _found(visit: Visit, chosen: Chosen) -> HttpResponse:
    """What was searched for; a whole reference opens its case."""
    lines = queries.find(visit.landlord, chosen.text)
    exact = [line for line in lines if line.reference.casefold() == chosen.text.casefold()]
    if len(exact) == 1:
        return redirect("case", visit.landlord.slug, exact[0].reference)
    return visit.render(
        "desk/worklist.html",
        rows=rows(lines, visit.landlord, visit.today),
        title="Cases found",
        empty=f"No case has “{chosen.text}”. Try a part of a name, a postcode or a reference.",
        text=chosen.text,
        most=queries.PAGE if len(lines) == queries.PAGE else 0,
        **_menus(chosen),
    )


def rows(lines: Iterable[Line], landlord: Landlord, today: date) -> list[Row]:
    """The lines with their dates in words, by the landlord's own working days."""
    calendar = landlord_calendar(landlord.slug, today)
    return [
        Row(
            line,
            due_words(line.next_clock, line.next_due, today, calendar) if line.next_due else None,
            risk_tags(line.risks),
        )
        for line in lines
    ]


def _menus(chosen: Chosen) -> dict[str, list[tuple[str, str, bool]]]:
    """The lists and the stages to choose from: words, address, and whether it is the one shown."""
    return {
        "lists": [
            (words, chosen.address(show=show), show == chosen.show and not chosen.text)
            for show, (words, _) in LISTS.items()
        ],
        "stages": [
            (words, chosen.address(stage=stage), stage == chosen.stage)
            for stage, words in STAGES.items()
            if chosen.show != "nothing-due" and not chosen.text
        ],
    }
