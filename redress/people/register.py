"""Residents and their homes, as they tell us who they are."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from redress.people.lookup import index
from redress.people.models import Home, Landlord, Resident
from redress.people.needs import write
from redress.rules.access import Actor
from redress.rules.facts import Tenure
from redress.rules.sending import Format, Never, Way

THEMSELVES = Actor(None, "The resident", resident=True)


def register_resident(
    landlord: Landlord,
    *,
    name: str,
    email: str = "",
    phone: str = "",
    address: str = "",
    postcode: str = "",
    tenure: Tenure | None = None,
    needs: str = "",
    **reach: Any,
) -> Resident:
    """The resident with exactly these details, made with their home where there is none yet.

    `reach` is how to write to them, where they said so, and who wrote it down: see `prefer`.

    Nobody is matched by a part: two people of one name at one address stay two. The landlord's row
    is locked, so that the same details sent twice at once make one resident.
    """
    with transaction.atomic():
        Landlord.objects.select_for_update().get(pk=landlord.pk)
        details = {
            "name": name,
            "email": email,
            "phone": phone,
            "home": _home(landlord, address, postcode),
            "tenure": tenure.value if tenure else "",
        }
        known = Resident.objects.filter(landlord=landlord, needs=needs, **details).first()
        found = known or add_resident(landlord, **details)
        prefer(found, needs="" if known else needs, **reach)
        return found


def add_resident(landlord: Landlord, **details: Any) -> Resident:
    """A new resident, who is found by name, phone, home and UPRN from now on."""
    made = Resident.objects.create(landlord=landlord, **details)
    index(made)
    return made


def prefer(
    resident: Resident,
    *,
    write_by: str = "",
    never_by: Collection[str] = (),
    large_print: bool = False,
    formats: Collection[str] = (),
    by: Actor = THEMSELVES,
    at: datetime | None = None,
    **texts: str,
) -> None:
    """Keep what a resident says about how to reach them; what is not said stays as it was.

    `texts` are the other fields of `rules.needs.Needs`. `by` is who wrote it down, at the moment
    `at` (now where it is not given). A way that must never be used is not used, whatever else they
    asked for (`rules.sending`), so that nobody is turned away here.
    """
    said: dict[str, Any] = {name: text for name, text in texts.items() if text}
    if write_by:
        said["write_by"] = Way(write_by)
    if never_by:
        said["never_by"] = tuple(Never(word) for word in never_by)
    if asked := ({Format.LARGE_PRINT} if large_print else set()) | {Format(w) for w in formats}:
        said["formats"] = tuple(form for form in Format if form in asked)
    if not said:
        return
    with transaction.atomic():
        now = replace(resident.what_they_need, **said)
        write(resident, now, by, at or timezone.now())


def _home(landlord: Landlord, address: str, postcode: str) -> Home | None:
    """The home at this address; None where nothing of it is given."""
    if not address and not postcode:
        return None
    place = {"landlord": landlord, "address": address, "postcode": postcode}
    return Home.objects.filter(**place).order_by("pk").first() or Home.objects.create(**place)
