"""/health: whether the site is well, for whatever watches it."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from redress.web import clock
from redress.web.pages import anyone, site_page
from redress.work.health import checks


@site_page(needs=anyone)
def health(request: HttpRequest) -> HttpResponse:
    """200 where all is well, 503 where something is not; each thing with what was found."""
    found = checks(clock.now())
    well = all(check.well for check in found)
    said = {check.name: {"well": check.well, "found": check.found} for check in found}
    return JsonResponse({"well": well, **said}, status=200 if well else 503)
