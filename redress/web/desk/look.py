"""What is at hand while a contact is written down: residents found, and cases near by.

The page shows it after "Find"; where there is JavaScript, it asks for it as somebody types. What is
typed is posted, never put into an address.
"""

from typing import Any

from django.http import HttpResponse, JsonResponse, QueryDict
from django.template.loader import render_to_string

from redress.cases.access import NoAccess
from redress.cases.needs import before_contact
from redress.cases.repeats import near
from redress.people.lookup import find_residents, resident_of
from redress.rules.access import Verb, may, may_read_cases
from redress.web.forms import Postcode
from redress.web.pages import Visit, page, signed_in

LONGEST = 10_000  # characters of what happened that are compared
PARTS = {"people": "desk/parts/people_found.html", "near": "desk/parts/near.html"}


@page(needs=signed_in, posts=True)
def look(visit: Visit) -> HttpResponse:
    """The two parts of the page that change as somebody types, made as the page itself has them."""
    if not may(visit.actor, Verb.RECEIVE):
        raise NoAccess
    values = {**at_hand(visit, visit.request.POST), "landlord": visit.landlord}
    return JsonResponse({name: render_to_string(part, values) for name, part in PARTS.items()})


def at_hand(visit: Visit, data: QueryDict) -> dict[str, Any]:
    """Residents found by what is typed, the one chosen, and the cases near by."""
    chosen = resident_of(visit.landlord, data.get("resident", ""))
    text = data.get("find", "")[:200]
    found = find_residents(visit.landlord, text) if text.strip() else []
    if chosen and chosen not in found:
        found = [chosen, *found]
    return {
        "looked": bool(text.strip()),
        "found": found,
        "chosen": chosen,
        "before": before_contact(chosen),
        "reads": may_read_cases(visit.actor),
        "near": near(
            visit.actor,
            visit.landlord,
            resident=chosen,
            postcode=Postcode().shaped(data.get("postcode", "")[:10]),
            text=data.get("description", "")[:LONGEST],
            today=visit.today,
        ),
    }
