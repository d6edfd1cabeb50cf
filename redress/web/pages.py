"""What every page has in common: its landlord, who asks, and what it asks of them.

Each view is declared with `page` or `site_page`, which say who may open it. A test walks all
addresses and fails for a view that is not declared.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from redress.cases import viewed
from redress.cases.access import NoAccess, actor_of
from redress.cases.book import book_of
from redress.people.models import Landlord, User
from redress.rules.access import Actor
from redress.rules.decision import Book
from redress.rules.stationery import Stationery
from redress.rules.viewed import Look, What
from redress.web import clock
from redress.web.account.kept import sign_in_first

Needs = Callable[[Actor], bool]
READ = ("GET", "HEAD")
OK = 200


@dataclass(frozen=True)
class Visit:
    """One request for a page of a landlord: who asks, as they act for it, and when."""

    request: HttpRequest
    landlord: Landlord
    actor: Actor
    now: datetime

    @property
    def today(self) -> date:
        """The day of the request."""
        return clock.day(self.now)

    @property
    def book(self) -> Book:
        """The landlord's policies and days, as `cases.book` keeps them."""
        return book_of(self.landlord)

    @property
    def stationery(self) -> Stationery:
        """What the landlord's letters are made with."""
        return self.book.stationery(self.landlord.slug)

    def render(self, template: str, **values: Any) -> HttpResponse:
        """The page made from a template, which also gets the landlord, the actor and the day."""
        known = {"landlord": self.landlord, "actor": self.actor, "today": self.today}
        return render(self.request, template, {**known, **values})


@dataclass(frozen=True)
class Declared:
    """What a view says of itself, for the tests: who may open it, and whether it takes POST."""

    needs: Needs
    of_landlord: bool
    posts: bool


def anyone(actor: Actor) -> bool:
    """For pages that are open to all."""
    return True


def signed_in(actor: Actor) -> bool:
    """For pages of people who are known to the site, whatever they may do."""
    return actor.id is not None


def page(
    *, needs: Needs, posts: bool = False, looks: What | None = What.CASE
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Declares a page of a landlord, whose slug is in the address; the view gets a `Visit`.

    Who is not signed in is sent to do so; who is, and may not, gets 403. A case that is not
    theirs (`NoAccess`) looks as one that does not exist. POST is refused unless the view takes it.
    Whoever is shown a page of a case has looked at what `looks` says; None for what shows nothing.
    """

    def declare(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def answer(request: HttpRequest, slug: str, **rest: Any) -> HttpResponse:
            landlord = Landlord.objects.filter(slug=slug).first()
            if landlord is None:
                raise Http404
            visit = Visit(request, landlord, actor_of(_user(request), landlord), clock.now())
            return _allowed(request, visit.actor, needs, posts) or _shown(view, visit, rest, looks)

        answer.declared = Declared(needs, True, posts)  # type: ignore[attr-defined]
        return answer

    return declare


def site_page(
    *, needs: Needs, posts: bool = False
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Declares a page of the site as a whole; the view gets the request."""

    def declare(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def answer(request: HttpRequest, **rest: Any) -> HttpResponse:
            user = _user(request)
            actor = Actor(user.pk, user.name) if user else Actor(None, "")
            return _allowed(request, actor, needs, posts) or view(request, **rest)

        answer.declared = Declared(needs, False, posts)  # type: ignore[attr-defined]
        return answer

    return declare


def _user(request: HttpRequest) -> User | None:
    return request.user if isinstance(request.user, User) and request.user.is_active else None


def _allowed(request: HttpRequest, actor: Actor, needs: Needs, posts: bool) -> HttpResponse | None:
    """Nothing where the visit may go ahead, else the answer that says why not."""
    methods = (*READ, "POST") if posts else READ
    if request.method not in methods:
        return HttpResponseNotAllowed(methods)
    if needs(actor):
        return None
    if actor.id is None:
        if request.method == "POST":
            return sign_in_first(request)
        return redirect_to_login(request.get_full_path())
    raise PermissionDenied


def _shown(
    view: Callable[..., HttpResponse], visit: Visit, rest: dict[str, Any], looks: What | None
) -> HttpResponse:
    try:
        answer = view(visit, **rest)
    except NoAccess as error:
        raise Http404 from error
    if looks and "reference" in rest and answer.status_code == OK:
        look = Look(looks, 0 if looks is What.CASE else rest["number"])
        viewed.note(visit.landlord, rest["reference"], look, visit.actor, visit.now)
    return answer
