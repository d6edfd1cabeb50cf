"""One version of the policy: looked at, then published or withdrawn."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from redress.cases import policies as kept
from redress.people.models import PolicyVersion
from redress.rules.access import may_administer
from redress.rules.policy_files import PolicyError
from redress.web.forms import Form, Text
from redress.web.pages import Visit, page

PUBLISHED = "It is published. It is in force from its start date."
WITHDRAWN = "It is withdrawn and a draft again."
NOT_NOW = "Nothing was changed: it stands otherwise than when you opened this page."


class PublishForm(Form):
    """Why it starts in the past, where it does."""

    reason = Text("Why it starts in the past", optional=True, limit=300)


@page(needs=may_administer, posts=True)
def policy(visit: Visit, number: int) -> HttpResponse:
    """Against the version it follows and against the Code."""
    row = kept.one_of(visit.landlord, number)
    if row is None:
        raise Http404
    step = visit.request.POST.get("step", "")
    form = PublishForm(visit.request.POST if step == "publish" else None)
    if step == "withdraw":
        done = kept.withdraw(visit.landlord, visit.actor, row, visit.now)
        messages.success(visit.request, WITHDRAWN if done else NOT_NOW)
        return redirect("policies", visit.landlord.slug)
    if step == "publish" and form.is_valid() and _published(visit, row, form):
        return redirect("policies", visit.landlord.slug)
    return visit.render(
        "administration/policy.html",
        row=row,
        look=kept.look(visit.landlord, row, visit.today),
        form=form,
        past=row.starts < visit.today,
        ahead=row.starts > visit.today,
    )


def _published(visit: Visit, row: PolicyVersion, form: Form) -> bool:
    reason = form.cleaned_data["reason"]
    try:
        done = kept.publish(visit.landlord, visit.actor, row, reason, visit.now)
    except PolicyError as error:
        form.add_error("reason", str(error))
        return False
    messages.success(visit.request, PUBLISHED if done else NOT_NOW)
    return True
