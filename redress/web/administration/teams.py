"""The teams, and a form for a new one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from redress.people import teams as kept
from redress.people.teams import TeamRefused
from redress.rules.access import may_administer
from redress.web.forms import Form, Text
from redress.web.pages import Visit, page

REFUSED = {
    "taken": "There is a team of this name already. Give another name",
    "shared": "Another landlord of this site has people in this team. Make a team of your own",
}


class TeamForm(Form):
    """What a team is called."""

    name = Text("Name of the team", limit=100)


@page(needs=may_administer, posts=True)
def teams(visit: Visit) -> HttpResponse:
    """Each with its organisation and how many of our staff are in it."""
    posted = visit.request.method == "POST"
    form = TeamForm(visit.request.POST if posted else None)
    if posted and form.is_valid():
        name = form.cleaned_data["name"]
        try:
            team = kept.add(visit.landlord, visit.actor, name, visit.now)
        except TeamRefused as refused:
            form.add_error("name", REFUSED[refused.reason])
        else:
            messages.success(visit.request, f"{name} is a team. Put people into it.")
            return redirect("team", visit.landlord.slug, team.pk)
    return visit.render("administration/teams.html", form=form, rows=kept.teams(visit.landlord))
