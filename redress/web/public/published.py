"""What a landlord has published, at an address that stays: every file as it was approved."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from redress.publishing import reading
from redress.publishing.front import front
from redress.publishing.site import FIRST
from redress.web.pages import Visit, anyone, page

A_DAY = "public, max-age=86400"  # it never changes; a browser asks again now and then all the same


@page(needs=anyone)
def to_published(visit: Visit) -> HttpResponse:
    """The address without its last stroke, which the pages' own links need."""
    return HttpResponseRedirect(reverse("published", args=[visit.landlord.slug]))


@page(needs=anyone)
def published(visit: Visit, path: str = "") -> HttpResponse:
    """A file of an edition as `2023-24/report.html`, or of the page that lists the editions. An
    edition's name alone leads to its first page."""
    label, _, inner = path.partition("/")
    edition = reading.edition_of(visit.landlord, label)
    if edition and not inner:
        first = f"{edition.label}/{FIRST}"
        return HttpResponseRedirect(reverse("published-file", args=[visit.landlord.slug, first]))
    if edition:
        return answer(reading.file_of(edition, inner), cached=A_DAY)
    if "/" in path and not path.startswith("assets/"):
        raise Http404
    found = (each for each in front(visit.landlord) if each.path == (path or FIRST))
    return answer(next(found, None))


def answer(found: Any, cached: str = "") -> HttpResponse:
    """A file of the site byte for byte; what is not there has no page."""
    if found is None:
        raise Http404
    response = HttpResponse(bytes(found.content), content_type=found.kind)
    response.headers["ETag"] = f'"{found.digest}"'
    if cached:
        response.headers["Cache-Control"] = cached
    return response
