"""How much comes from one place in an hour. No address is kept: the place is a keyed digest that
holds for that hour alone, and its row is erased when the hour is over.

A limit never refuses a complaint (Code 1.3, 3.1): what is over it waits for a look by a person.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from redress.cases.models import WebSource
from redress.people.models import Landlord

SENT, LINKS = "sent", "links"
HELD = "held: many from one place"  # the tag by which staff see it, and which they take off


def count(landlord: Landlord, what: str, address: str, at: datetime) -> int:
    """Note one more from this network address; gives how many there were in this hour, with it."""
    hour = at.replace(minute=0, second=0, microsecond=0)
    source = salted_hmac(f"redress.source.{hour.isoformat()}", address).hexdigest()
    named: dict[str, Any] = {"landlord": landlord, "what": what, "source": source, "hour": hour}
    with transaction.atomic():
        WebSource.objects.bulk_create([WebSource(**named)], ignore_conflicts=True)
        WebSource.objects.filter(**named).update(times=F("times") + 1)
        return WebSource.objects.values_list("times", flat=True).get(**named)


def erase(now: datetime) -> int:
    """Erase the counts of hours that are over; gives how many."""
    return WebSource.objects.filter(hour__lte=now - timedelta(hours=1)).delete()[0]
