"""Residents and their homes, as they tell us who they are."""

from django.db import transaction

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
) -> Resident:
    """The resident with exactly these details, made with their home where there is none yet.

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
        return known or Resident.objects.create(landlord=landlord, **details)


def _home(landlord: Landlord, address: str, postcode: str) -> Home | None:
    """The home at this address; None where nothing of it is given."""
    if not address and not postcode:
        return None
    place = {"landlord": landlord, "address": address, "postcode": postcode}
    return Home.objects.filter(**place).order_by("pk").first() or Home.objects.create(**place)
