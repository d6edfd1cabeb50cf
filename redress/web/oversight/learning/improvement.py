"""One improvement: what and why, what led to it, whether it helped, and who changed it."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse

from redress.cases.figure_rows import readable
from redress.learning import reading
from redress.learning.models import Improvement
from redress.rules.access import may_keep_register, may_read_cases
from redress.rules.causes import cause_in_words
from redress.rules.improvements import WORDS, Status
from redress.rules.words import short_date
from redress.web.pages import Visit, page

PARTS = {  # what is told of a change
    "what": "What changes",
    "why": "Why",
    "cause": "Root cause",
    "service": "Service",
    "owner": "Who sees to it",
    "due_on": "By when",
    "status": "How far it is",
    "dropped_why": "Why it was dropped",
    "done_on": "Done on",
    "you_said": "You said",
    "we_did": "We did",
    "published": "May be published",
    "evaluation": "What came of it",
}


@page(needs=may_read_cases)
def improvement(visit: Visit, number: int) -> HttpResponse:
    """The page; cases that this person may not see are not among what led to it."""
    row = row_or_404(visit, number)
    found = reading.one(row)
    sources = reading.sources_of(row, visit.actor)
    history = reading.history_of(row)
    linked = {each.details["case"] for each in history if each.what == "linked"}
    seen = readable(visit.actor, visit.landlord, linked)
    slug = visit.landlord.slug
    return visit.render(
        "oversight/learning/improvement.html",
        each=found,
        status=WORDS[found.entry.status],
        late=found.late(visit.today),
        cause=cause_in_words(slug, found.entry.cause) if found.entry.cause else "",
        sources=sources,
        hidden=found.sources - len(sources),
        helped=reading.helped(visit.landlord, found.entry, visit.today),
        history=[_line(slug, entry, seen) for entry in history],
        may_keep=may_keep_register(visit.actor),
    )


def row_or_404(visit: Visit, number: int) -> Improvement:
    """The row of an improvement of this landlord."""
    row = reading.row_of(visit.landlord, number) if number < 10**reading.LONGEST_NUMBER else None
    if row is None:
        raise Http404
    return row


def _line(slug: str, entry: Any, seen: set[str]) -> dict[str, object]:
    """A line of the history: who, when, and each part with what it was and what it became. A case
    that is not among those `seen` has no name."""
    linked = entry.what == "linked"
    changes = [] if linked else entry.details.items()
    return {
        "by": entry.by_name,
        "at": entry.at,
        "linked": entry.details if linked and entry.details["case"] in seen else None,
        "hidden": linked and entry.details["case"] not in seen,
        "changes": [
            (PARTS[name], _plainly(slug, name, was), _plainly(slug, name, now))
            for name, (was, now) in changes
            if name in PARTS and (was or now)
        ],
    }


def _plainly(slug: str, name: str, value: Any) -> str:
    if name == "status" and value:
        return WORDS[Status(value)]
    if name == "cause" and value:
        return cause_in_words(slug, value)
    if name == "published":
        return "Yes" if value else "No"
    if name in ("due_on", "done_on") and value:
        return short_date(date.fromisoformat(value))
    return str(value or "")
