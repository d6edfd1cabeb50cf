"""Where somebody who has signed in can go."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from redress.people.models import Landlord
from redress.web.pages import signed_in, site_page


@site_page(needs=signed_in)
def your_landlords(request: HttpRequest) -> HttpResponse:
    """The landlords for which this person holds a role; straight on where there is one."""
    held = Landlord.objects.filter(membership__user=request.user.pk).distinct().order_by("name")
    if len(held) == 1:
        return redirect(f"/{held[0].slug}/desk/")
    return render(request, "account/your_landlords.html", {"landlords": held})
