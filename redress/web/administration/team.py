"""One team: its name, and who is in it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from redress.people import staff
from redress.people import teams as kept
from redress.people.teams import TeamRefused
from redress.rules.access import may_administer
from redress.web.administration.teams import REFUSED, TeamForm
from redress.web.forms import Checkboxes, Form
from redress.web.pages import Visit, page

RENAMED = "The team is called {name} now."
MOVED = "In {team} now: {names}."
NOBODY = "They were in this team already."


class PeopleForm(Form):
    """Who is put into the team."""

    def __init__(self, others: list[tuple[str, str]], data: object = None) -> None:
        super().__init__(data)
        self.fields["people"] = Checkboxes(
            "Put into this team", others, missing="Select at least one person"
        )


@page(needs=may_administer, posts=True)
def team(visit: Visit, number: int) -> HttpResponse:
    """Renaming it, and moving people into it; each form says which it is by its `step`."""
    found = kept.team_of(visit.landlord, number)
    if found is None:
        raise Http404
    people = staff.people(visit.landlord)
    outside = [(str(each.user.pk), each.user.name) for each in people if each.team != found]
    data = visit.request.POST if visit.request.method == "POST" else None
    step = data.get("step", "") if data else ""
    naming = TeamForm(data if step == "name" else None, initial={"name": found.name})
    moving = PeopleForm(outside, data if step == "people" else None)
    if step == "name" and naming.is_valid():
        try:
            name = naming.cleaned_data["name"]
            kept.rename(visit.landlord, visit.actor, found, name, visit.now)
        except TeamRefused as refused:
            naming.add_error("name", REFUSED[refused.reason])
        else:
            messages.success(visit.request, RENAMED.format(name=name))
            return redirect("team", visit.landlord.slug, number)
    if step == "people" and moving.is_valid():
        numbers = [int(each) for each in moving.cleaned_data["people"]]
        names = kept.put_in(visit.landlord, visit.actor, found, numbers, visit.now)
        said = MOVED.format(team=found.name, names=", ".join(names)) if names else NOBODY
        messages.success(visit.request, said)
        return redirect("team", visit.landlord.slug, number)
    return visit.render(
        "administration/team.html",
        team=found,
        form=moving if step == "people" else naming,
        naming=naming,
        moving=moving if outside else None,
        people=[each for each in people if each.team == found],
    )
