"""Who follows which complaint in this browser: bound to one landlord and one case, for a while.

It is kept in the session on our side, beside whatever else is there. Nothing of it is in an
address. It ends half an hour after the last page, at the button that says so, and when the address
by which somebody got in is on the case no more.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from redress.cases.access import NoAccess, get_case
from redress.cases.following import NOBODY, LetIn, Person, follower
from redress.web.pages import Visit, anyone, page

IDLE = timedelta(minutes=30)
ASKED, FOLLOWS, TYPED, SHOWN = "follow_asked", "follow", "follow_typed", "follow_shown"
MOST_ASKED = 3  # a code of another window of the browser is good too


@dataclass(frozen=True)
class Follower:
    """Somebody who got in: the row of their case, and who they are."""

    row: Any
    person: Person

    @property
    def reference(self) -> str:
        """The reference of their case."""
        return str(self.row.reference)


def asked(visit: Visit, key: str, code: str) -> None:
    """A code was asked for. Only a demonstration keeps it, to show it in place of an e-mail."""
    _set(visit, ASKED, [*keys(visit), key][-MOST_ASKED:])
    _set(visit, SHOWN, code if visit.landlord.demonstration else "")


def keys(visit: Visit) -> list[str]:
    """The keys of the codes that were asked for in this browser, the newest last."""
    return list(_get(visit, ASKED) or [])


def code_shown(visit: Visit) -> str:
    """The code to show; empty but in a demonstration."""
    return str(_get(visit, SHOWN) or "")


def begin(visit: Visit, let_in: LetIn) -> None:
    """Let them in. The session gets another name, so that one who knew the old has nothing."""
    visit.request.session.cycle_key()
    follows = {"reference": let_in.reference, "person": let_in.person}
    _set(visit, FOLLOWS, follows | {"at": visit.now.timestamp()})
    for shelf in (ASKED, SHOWN):
        _set(visit, shelf, None)


def end(visit: Visit) -> None:
    """Let them out."""
    for shelf in (ASKED, FOLLOWS, TYPED, SHOWN):
        _set(visit, shelf, None)


def follower_of(visit: Visit) -> Follower | None:
    """Who follows a case of this landlord here; None where nobody does, or does any more."""
    kept = _get(visit, FOLLOWS)
    if not kept:
        return None
    found = None if _idle(visit.now, kept["at"]) else _found(visit, kept)
    if found is None:
        _set(visit, FOLLOWS, None)
        return None
    _set(visit, FOLLOWS, kept | {"at": visit.now.timestamp()})
    return found


def _idle(now: datetime, at: float) -> bool:
    return not 0 <= now.timestamp() - at < IDLE.total_seconds()


def _found(visit: Visit, kept: dict[str, Any]) -> Follower | None:
    try:
        row = get_case(NOBODY, visit.landlord, kept["reference"])
    except NoAccess:
        return None
    person = follower(row, kept["person"], visit.today)
    return Follower(row, person) if person else None


def keep_typed(visit: Visit, reference: str) -> None:
    """What was sent after the time was up, so that it stands in its form again after the code."""
    sent = visit.request.POST
    fields = {name: sent.getlist(name) for name in sent if name != "csrfmiddlewaretoken"}
    kept = {"reference": reference, "path": visit.request.path, "fields": fields}
    _set(visit, TYPED, kept)


def typed(visit: Visit, reference: str = "") -> dict[str, Any]:
    """What was kept so, of this case where one is named: its path, and its fields as lists."""
    kept = dict(_get(visit, TYPED) or {})
    return kept if not reference or kept.get("reference") == reference else {}


def forget_typed(visit: Visit) -> None:
    """It stands in its form again."""
    _set(visit, TYPED, None)


def follower_page(*, posts: bool = False) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Declares a page for who follows a case: the view gets the visit and the `Follower`. Anybody
    else is asked for their reference, and what they sent is kept for them."""

    def declare(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @page(needs=anyone, posts=posts)
        @wraps(view)
        def answer(visit: Visit, **rest: Any) -> HttpResponse:
            before = _get(visit, FOLLOWS)
            found = follower_of(visit)
            if found is not None:
                return view(visit, found, **rest)
            if visit.request.method == "POST" and before:
                keep_typed(visit, before["reference"])
            return redirect("follow", visit.landlord.slug)

        return answer

    return declare


def _get(visit: Visit, shelf: str) -> Any:
    return visit.request.session.get(shelf, {}).get(visit.landlord.slug)


def _set(visit: Visit, shelf: str, value: Any) -> None:
    session = visit.request.session
    there = {**session.get(shelf, {}), visit.landlord.slug: value}
    kept = {slug: each for slug, each in there.items() if each}
    if kept:
        session[shelf] = kept
    elif shelf in session:
        del session[shelf]
    if visit.actor.id is None:
        session.set_expiry(0)  # gone when the browser is closed: it may be a shared one
