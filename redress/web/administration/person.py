"""One member of staff: their roles, their training, their account, and their leaving."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from redress.cases import queries, staffing
from redress.people import staff
from redress.people.cover import CoverRefused, absences, cover_for, end_cover_of
from redress.people.models import User
from redress.people.staff import LastAdministrator, Person
from redress.rules.access import CASEWORK, DECIDERS, Actor, may_administer
from redress.web.administration.forms import LeaveForm, RolesForm, TrainingForm
from redress.web.desk.cover import WORDS as COVER
from redress.web.desk.forms.cover import CoverForm
from redress.web.desk.verbs import ROLE
from redress.web.forms import Form
from redress.web.pages import Visit, page

LAST = "Give somebody else the administrator’s role first: nobody could administer the site"
LEFT = (
    "{number} of their open cases would be left with nobody. Say who takes them, or hand them over "
    "from the list of their cases first"
)
Step = Callable[[Visit, Person, Form], bool]


@page(needs=may_administer, posts=True)
def person(visit: Visit, number: int) -> HttpResponse:
    """The forms; each says which it is by its `step`."""
    found = staff.person_of(visit.landlord, number)
    if found is None:
        raise Http404
    step = visit.request.POST.get("step", "")
    if visit.request.method == "POST" and step == "link":
        staffing.reopen(visit.landlord, visit.actor, found.user, visit.now)
        messages.success(visit.request, f"A link to set a password goes to {found.user.email}.")
        return redirect("person", visit.landlord.slug, number)
    if visit.request.method == "POST" and step == "end_cover":
        return _cover_ended(visit, found)
    forms = _forms(visit, found, step)
    if step in forms and forms[step].is_valid() and DO[step](visit, found, forms[step]):
        return redirect("people", visit.landlord.slug)
    return visit.render(
        "administration/person.html",
        person=found,
        words=[ROLE[role] for role in found.roles],
        form=forms.get(step),
        handles=staffing.open_cases(visit.landlord, found.user),
        away=absences(away_of(found), visit.landlord, visit.today),
        **{f"{name}_form": form for name, form in forms.items()},
    )


def _forms(visit: Visit, found: Person, step: str) -> dict[str, Form]:
    """All forms of the page; what was typed is in the one that was sent."""
    data = {step: visit.request.POST} if visit.request.method == "POST" else {}
    others = [
        (str(number), name)
        for number, name in queries.colleagues(visit.landlord, *CASEWORK)
        if number != found.user.pk
    ]
    signers = queries.colleagues(visit.landlord, *DECIDERS)
    can_sign = [(str(number), name) for number, name in signers if number != found.user.pk]
    forms: dict[str, Form] = {
        "roles": RolesForm.of(found, data.get("roles")),
        "training": TrainingForm.of(found, visit.today, data.get("training")),
        "leave": LeaveForm(others, data.get("leave")),
    }
    if DECIDERS & {*found.roles}:  # nobody needs to sign for anyone else
        forms["cover"] = CoverForm(can_sign, data.get("cover"))
    return forms


def away_of(found: Person) -> Actor:
    """Them, as those who are away."""
    return Actor(found.user.pk, found.user.name, frozenset(found.roles))


def _cover(visit: Visit, found: Person, form: Form) -> bool:
    said = form.cleaned_data
    names = dict(form.fields["covered_by"].choices)  # type: ignore[attr-defined]
    covering = int(said["covered_by"]), names[said["covered_by"]]
    days = said["from_on"], said["to_on"]
    try:
        cover_for(visit.landlord, visit.actor, away_of(found), covering, days, visit.now)
    except CoverRefused as refused:
        form.add_error(refused.field, COVER[refused.reason])
        return False
    messages.success(visit.request, f"{covering[1]} signs for {found.user.name} on these days.")
    return True


def _cover_ended(visit: Visit, found: Person) -> HttpResponse:
    number = visit.request.POST.get("number", "")
    if number.isdecimal() and len(number) < 19:
        away = away_of(found)
        end_cover_of(visit.landlord, visit.actor, away, int(number), visit.now)
        messages.success(visit.request, "This cover has ended.")
    return redirect("person", visit.landlord.slug, found.user.pk)


def _roles(visit: Visit, found: Person, form: Form) -> bool:
    assert isinstance(form, RolesForm)  # noqa: S101 as `_forms` makes it
    team = staff.team_named(form.cleaned_data["organisation"], form.cleaned_data["team"])
    try:
        staff.set_roles(visit.landlord, visit.actor, found, form.chosen, team, visit.now)
    except LastAdministrator:
        form.add_error("roles", LAST)
        return False
    messages.success(visit.request, f"The roles of {found.user.name} are kept.")
    return True


def _training(visit: Visit, found: Person, form: Form) -> bool:
    said = form.cleaned_data
    trained, due = said["trained_on"], said["refresher_due"]
    staff.train(visit.landlord, visit.actor, found, trained, due, visit.now)
    messages.success(visit.request, f"The training of {found.user.name} is noted.")
    return True


def _leave(visit: Visit, found: Person, form: Form) -> bool:
    chosen = form.cleaned_data["to"]
    to = User.objects.get(pk=int(chosen)) if chosen else None
    try:
        moved = staffing.leave(visit.landlord, visit.actor, found, to, visit.now)
    except LastAdministrator:
        form.add_error(None, LAST)
    except staffing.CasesLeft as left:
        form.add_error("to", LEFT.format(number=left.number))
    else:
        handed = f" {moved} open cases went to {to.name}." if to and moved else ""
        messages.success(visit.request, f"{found.user.name} has left.{handed}")
        return True
    return False


DO: dict[str, Step] = {
    "roles": _roles,
    "training": _training,
    "leave": _leave,
    "cover": _cover,
}
