"""Put somebody on the staff."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from redress.cases import staffing
from redress.people.staff import team_named
from redress.rules.access import may_administer
from redress.web.administration.forms import AddForm
from redress.web.pages import Visit, page

TAKEN = "Somebody on the staff has this email address already"
ADDED = "{name} is on the staff. A link to set a password goes to {email}."
KNOWN = "{name} is on the staff. They have an account already and sign in as before."


@page(needs=may_administer, posts=True)
def add(visit: Visit) -> HttpResponse:
    """The form; a link to set a password goes to whoever is new."""
    posted = visit.request.method == "POST"
    form = AddForm.for_landlord(visit.landlord, visit.request.POST if posted else None)
    if posted and form.is_valid() and _added(visit, form):
        return redirect("people", visit.landlord.slug)
    return visit.render("administration/add.html", form=form)


def _added(visit: Visit, form: AddForm) -> bool:
    said = form.cleaned_data
    try:
        user = staffing.add(
            visit.landlord,
            visit.actor,
            email=said["email"],
            name=said["name"],
            team=team_named(said["organisation"], said["team"]),
            roles=form.chosen,
            at=visit.now,
        )
    except staffing.OnTheStaff:
        form.add_error("email", TAKEN)
        return False
    words = KNOWN if user.has_usable_password() else ADDED
    messages.success(visit.request, words.format(name=user.name, email=user.email))
    return True
