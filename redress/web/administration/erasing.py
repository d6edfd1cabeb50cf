"""One proposal to erase: what goes and what stays, approving it or turning it down."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from redress.privacy import reading, store
from redress.privacy.models import Proposal
from redress.rules.access import may_approve_erasure, may_see_to_erasure
from redress.rules.decision import NotKept
from redress.rules.retention import Step
from redress.web.administration.retention import STEP, told, whys
from redress.web.forms import Form
from redress.web.pages import Visit, page

APPROVE, DROP = "approve", "drop"  # what the buttons say
APPROVED = "It is approved. The cases are erased within the hour."
DROPPED = "It is turned down. Nothing is erased."


@page(needs=may_see_to_erasure, posts=True)
def erasing(visit: Visit, number: int) -> HttpResponse:
    """The cases of a proposal with what became of each; posting settles it."""
    found = reading.proposal_of(visit.landlord, number)
    if found is None:
        raise Http404
    form = Form(visit.request.POST if visit.request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            words = _settle(visit, found)
        except NotKept as refused:
            form.add_error(None, told(refused.reasons))
        else:
            messages.success(visit.request, words)
            return redirect("erasing", visit.landlord.slug, number)
    own = found.proposed_by_id == visit.actor.id
    return visit.render(
        "administration/erasing.html",
        form=form,
        proposal=found,
        step=STEP[found.step],
        lines=[(line, whys(line.kept)) for line in reading.lines_of(found, visit.actor)],
        waits=found.step is Step.PROPOSED,
        may_approve=may_approve_erasure(visit.actor) and not own,
    )


def _settle(visit: Visit, found: Proposal) -> str:
    step = visit.request.POST.get("step", "")
    if step == APPROVE:
        if not may_approve_erasure(visit.actor):
            raise Http404
        store.approve(found, visit.actor, visit.now)
        return APPROVED
    if step == DROP:
        store.drop(found, visit.actor, visit.now)
        return DROPPED
    raise Http404
