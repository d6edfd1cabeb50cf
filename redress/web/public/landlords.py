"""The landlords of this site. In production a landlord has an address of its own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from redress.people.models import Landlord
from redress.web.pages import anyone, site_page


@site_page(needs=anyone)
def landlords(request: HttpRequest) -> HttpResponse:
    """All landlords by name, each with its start page."""
    return render(
        request, "public/landlords.html", {"landlords": Landlord.objects.order_by("name")}
    )
