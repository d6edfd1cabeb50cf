"""Keeping a draft while it is being written: the script of the form calls it every few seconds."""

from django.http import HttpResponse, JsonResponse

from redress.cases import queries
from redress.cases.access import get_case
from redress.cases.drafts import Newer
from redress.rules.access import Verb, may
from redress.web.desk import drafting
from redress.web.desk.asked import Asked
from redress.web.pages import Visit, page, signed_in

GONE = "This draft was used or thrown away meanwhile. Press “Keep as a draft” to keep it again."


@page(needs=signed_in, posts=True, looks=None)
def autosave(visit: Visit, reference: str, verb: Verb) -> HttpResponse:
    """Keeps the fields; answers with the version kept, or says why they are not."""
    row = get_case(visit.actor, visit.landlord, reference, verb=verb)
    asked = Asked(visit, queries.case_page(row), verb)
    able = may(visit.actor, verb) and asked.is_possible and verb not in drafting.WITHOUT
    if visit.request.method != "POST" or not able:
        return JsonResponse({"said": "This cannot be done any more."}, status=409)
    answer = drafting.keep(asked, visit.request.POST, anew=False)
    if answer is None:
        return JsonResponse({"said": GONE}, status=409)
    if isinstance(answer, Newer):
        said = f"{answer.theirs.name} has kept a newer text. Press “Keep as a draft” to see both."
        return JsonResponse({"said": said}, status=409)
    return JsonResponse({"version": answer.version})
