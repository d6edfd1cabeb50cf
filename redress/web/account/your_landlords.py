"""Where somebody who has signed in can go."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from redress.cases.access import actor_of
from redress.people.models import Landlord
from redress.rules.access import LEADS
from redress.web.pages import signed_in, site_page


@site_page(needs=signed_in)
def your_landlords(request: HttpRequest) -> HttpResponse:
    """The landlords for which this person holds a role; straight on where there is one."""
    held = Landlord.objects.filter(membership__user=request.user.pk).distinct().order_by("name")
    if len(held) == 1:
        return redirect(home_of(request, held[0]))
    return render(request, "account/your_landlords.html", {"landlords": held})


def home_of(request: HttpRequest, landlord: Landlord) -> str:
    """Where somebody begins: the overview for who leads or oversees and handles nothing, else
    Today."""
    held = actor_of(request.user, landlord).roles  # type: ignore[arg-type]
    if held and held <= LEADS:
        return reverse("overview", args=[landlord.slug])
    return reverse("today", args=[landlord.slug])
