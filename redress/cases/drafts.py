"""Drafts: what somebody has typed into the form of an action, kept as typed until it is done.

A response has one draft for all who work on it at that stage (handler, checker, signer); any other
action has one for each person. A draft is not part of the case's record.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from redress.cases.models import Case, Draft
from redress.rules.access import Actor, Verb

Fields = dict[str, list[str]]
SHARED = (Verb.SUBMIT, Verb.RESPOND)  # two ways to send the same text


@dataclass(frozen=True)
class Place:
    """Where a draft belongs. Made of a case that came through `access.get_case`."""

    case: Case
    verb: Verb
    stage: int
    owner: int

    @property
    def key(self) -> dict[str, object]:
        """The columns by which it is found."""
        return {"case": self.case, "verb": self.verb, "stage": self.stage, "owner": self.owner}


@dataclass(frozen=True)
class Kept:
    """A draft as it is kept. `seen` is how many events of the case its writer had seen."""

    verb: Verb
    version: int
    fields: Fields
    seen: int
    saved_at: datetime
    saved_by: int
    name: str
    shared: bool


@dataclass(frozen=True)
class Newer:
    """Somebody kept another text meanwhile: nothing was written over."""

    theirs: Kept


def place(case: Case, verb: Verb, stage: int, actor: Actor) -> Place:
    """Where this person's draft of this action belongs."""
    if verb in SHARED:
        return Place(case, Verb.RESPOND, stage, 0)
    return Place(case, verb, stage, actor.id or 0)


def of_another(case: Case, verb: Verb, stage: int, owner: int | None) -> Place:
    """Where the draft of whoever sent in a text belongs: signing it uses it up."""
    return Place(case, verb, stage, owner or 0)


def kept(where: Place) -> Kept | None:
    """The draft that is kept there."""
    row = Draft.objects.filter(**where.key).select_related("user").first()
    return _kept(row) if row else None


def on_case(case: Case, stage: int, actor: Actor) -> list[Kept]:
    """The drafts of a case that concern this person: their own, and the shared one."""
    rows = Draft.objects.filter(case=case, stage=stage, owner__in=(0, actor.id or 0))
    return [_kept(row) for row in rows.select_related("user").order_by("-saved_at")]


def keep(
    where: Place,
    actor: Actor,
    fields: Fields,
    *,
    version: int,
    seen: int,
    at: datetime,
    anew: bool = True,
) -> Kept | Newer | None:
    """Keep what was typed. `version` is the one that the writer had before them, 0 for none.

    Where somebody else has kept another version by now, with other words, nothing is written
    (`Newer`); a newer one of their own is what they wrote seconds before. One that was used or
    thrown away meanwhile is made again only if `anew`; else None.
    """
    values = {"fields": fields, "seen": seen, "saved_at": at, "user_id": actor.id}
    with transaction.atomic():
        if version and not anew and not Draft.objects.filter(**where.key).exists():
            return None
        rows = Draft.objects.select_for_update(of=("self",)).select_related("user")
        first = {**values, "landlord_id": where.case.landlord_id}
        row, made = rows.get_or_create(**where.key, defaults=first)
        if not made and row.fields != fields:
            if row.version != version and row.user_id != actor.id:
                return Newer(_kept(row))
            values["version"] = row.version + 1
            Draft.objects.filter(pk=row.pk).update(**values)
        return kept(where)


def newer(where: Place, actor: Actor, fields: Fields, version: int) -> Kept | None:
    """What somebody else has kept there since this person's form was filled, in other words."""
    there = kept(where)
    if there is None or there.saved_by == actor.id or there.version == version:
        return None
    return there if there.fields != fields else None


def throw_away(where: Place) -> None:
    """The draft is used, or not wanted."""
    Draft.objects.filter(**where.key).delete()


def _kept(row: Draft) -> Kept:
    return Kept(
        verb=Verb(row.verb),
        version=row.version,
        fields=row.fields,
        seen=row.seen,
        saved_at=row.saved_at,
        saved_by=row.user_id,
        name=row.user.name,
        shared=row.owner == 0,
    )
