"""The administration log: who changed what, and when."""

from typing import Any

from django.http import Http404, HttpResponse

from redress.people import admin_log
from redress.people.models import AdminEntry
from redress.rules.access import Role, may_administer
from redress.rules.dates import read_date
from redress.rules.words import short_date
from redress.web.desk.verbs import ROLE
from redress.web.pages import Visit, page

NAMES = {
    "was": "was",
    "is": "is now",
    "team": "team",
    "email": "address",
    "to": "to",
    "roles": "as",
    "because": "because",
    "number": "version",
    "starts": "from",
    "until": "until",
    "digest": "SHA-256",
    "cases": "open cases handed over",
    "trained_on": "trained on",
    "refresher_due": "refresher due",
}


@page(needs=may_administer)
def log(visit: Visit) -> HttpResponse:
    """The newest lines first, a page at a time."""
    before = visit.request.GET.get("before", "")
    if before and not (before.isdecimal() and len(before) < 19):
        raise Http404
    lines = admin_log.lines(visit.landlord, int(before) if before else None)
    shown = lines[: admin_log.PAGE]
    return visit.render(
        "administration/log.html",
        rows=[(line, admin_log.WHAT[line.what], about(line), told(line)) for line in shown],
        older=shown[-1].pk if len(lines) > len(shown) else None,
        first=not before,
    )


def about(line: AdminEntry) -> str:
    """Whom or what a line concerns: a name, or a date in words."""
    return _words(line.about)


def told(line: AdminEntry) -> str:
    """The details in words: "was handler; is now handler, complaints officer"."""
    order = [*NAMES, *sorted(line.details.keys() - NAMES.keys())]  # a database may keep another
    told = [name for name in order if name in line.details]
    return "; ".join(f"{NAMES.get(name, name)} {_words(line.details[name])}" for name in told)


def _words(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_words(each) for each in value) or "nothing"
    text = str(value)
    if text in set(Role):
        return ROLE[Role(text)]
    try:
        return short_date(read_date(text))
    except ValueError:
        return text or "nobody"
