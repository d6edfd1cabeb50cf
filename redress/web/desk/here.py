"""Who else has a page of a case open."""

from typing import Any

from django.http import HttpResponse, JsonResponse

from redress.cases import presence
from redress.cases.access import get_case
from redress.rules.access import Verb
from redress.rules.words import listed
from redress.web.desk.verbs import WORDS
from redress.web.pages import Visit, page, signed_in


@page(needs=signed_in, posts=True, looks=None)
def here(visit: Visit, reference: str) -> HttpResponse:
    """The sign of life of an open page; answers with who else is here."""
    row = get_case(visit.actor, visit.landlord, reference)
    presence.clear(visit.actor, visit.now)
    return JsonResponse({"said": also_here(visit, row, visit.request.POST.get("doing", ""))})


def also_here(visit: Visit, row: Any, doing: str = "") -> str:
    """Notes that this person is here, and says who else is: "Amina Khan is also here."."""
    verb = doing.replace("-", "_")
    presence.note(row, visit.actor, visit.now, verb if verb in set(Verb) else "")
    people = [_said(one) for one in presence.others(row, visit.actor, visit.now)]
    return f"{listed(people)} {'is' if len(people) == 1 else 'are'} also here." if people else ""


def _said(one: presence.Here) -> str:
    words = WORDS.get(Verb(one.doing)) if one.doing else None
    return f"{one.name} (with “{words.title}” open)" if words else one.name
