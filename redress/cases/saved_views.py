"""Saved views: lists under a name, of one's own or shared with the landlord's staff."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from redress.cases.models import SavedView
from redress.people.models import Landlord
from redress.rules.access import Actor

MOST = 15  # views of one person; as many shared ones are shown


class ViewRefused(Exception):
    """A view that cannot be kept; says why."""


@dataclass(frozen=True)
class View:
    """A saved view, and whether it is this person's own to rename and delete."""

    number: int
    name: str
    query: str
    shared: bool
    own: bool


def views(actor: Actor, landlord: Landlord) -> list[View]:
    """A person's own views and the shared ones of others, by name."""
    rows = SavedView.objects.filter(Q(owner=actor.id) | Q(shared=True), landlord=landlord)
    found = [_view(row, actor) for row in rows.order_by("name", "id")[: 4 * MOST]]
    own, others = [v for v in found if v.own], [v for v in found if not v.own]
    return own + others[:MOST]


def save(actor: Actor, landlord: Landlord, *, name: str, query: str, shared: bool) -> View:
    """Keep a list under a name; the same name again is the same view with other filters.

    Raises `ViewRefused` without a name, or where the person has as many as can be shown.
    """
    name = " ".join(name.split())
    if not name or len(name) > 60:
        raise ViewRefused("Give the view a name of at most 60 characters.")
    mine = _own(actor, landlord)
    if not mine.filter(name=name).exists() and mine.count() >= MOST:
        raise ViewRefused(f"You have {MOST} views. Delete one of them first.")
    row = SavedView(landlord=landlord, name=name, query=query[:1000], shared=shared)
    row.owner_id = actor.id or 0
    SavedView.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["landlord", "owner", "name"],
        update_fields=["query", "shared"],
    )
    return _view(mine.get(name=name), actor)


def rename(actor: Actor, landlord: Landlord, number: int, *, name: str, shared: bool) -> bool:
    """Another name, shared or not. Whether there was such a view of this person's own. Raises
    `ViewRefused` without a name, or where they have another of that name."""
    name = " ".join(name.split())
    if not name or len(name) > 60:
        raise ViewRefused("Give the view a name of at most 60 characters.")
    if _own(actor, landlord).filter(name=name).exclude(pk=number).exists():
        raise ViewRefused("You have another view of this name.")
    return bool(_own(actor, landlord).filter(pk=number).update(name=name, shared=shared))


def delete(actor: Actor, landlord: Landlord, number: int) -> bool:
    """Whether there was such a view of this person's own."""
    return bool(_own(actor, landlord).filter(pk=number).delete()[0])


def _own(actor: Actor, landlord: Landlord) -> QuerySet[SavedView]:
    return SavedView.objects.filter(landlord=landlord, owner=actor.id)


def _view(row: SavedView, actor: Actor) -> View:
    return View(row.pk, row.name, row.query, row.shared, row.owner_id == actor.id)
