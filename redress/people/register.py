"""Residents and their homes, as they tell us who they are."""

from collections.abc import Collection
from typing import Any

from django.db import transaction

from redress.people.lookup import index
from redress.people.models import Home, Landlord, Resident
from redress.rules.facts import Tenure


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

    `reach` is how to write to them, where they said so: see `prefer`.

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
            "needs": needs,
        }
        known = Resident.objects.filter(landlord=landlord, **details).first()
        found = known or add_resident(landlord, **details)
        prefer(found, **reach)
        return found


def add_resident(landlord: Landlord, **details: Any) -> Resident:
    """A new resident, who is found by name, phone, home and UPRN from now on."""
    made = Resident.objects.create(landlord=landlord, **details)
    index(made)
    return made


def prefer(
    resident: Resident,
    *,
    needs: str = "",
    write_by: str = "",
    never_by: Collection[str] = (),
    large_print: bool = False,
    language: str = "",
) -> None:
    """Keep what a resident says about how to reach them; what is not said stays as it was."""
    said = {
        "needs": needs,
        "write_by": write_by,
        "never_by": list(never_by),
        "large_print": large_print,
        "language": language,
    }
    new = {name: value for name, value in said.items() if value}
    for name, value in new.items():
        setattr(resident, name, value)
    if new:
        resident.save(update_fields=list(new))


def _home(landlord: Landlord, address: str, postcode: str) -> Home | None:
    """The home at this address; None where nothing of it is given."""
    if not address and not postcode:
        return None
    place = {"landlord": landlord, "address": address, "postcode": postcode}
    return Home.objects.filter(**place).order_by("pk").first() or Home.objects.create(**place)
