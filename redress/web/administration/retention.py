"""Keeping and erasing: the schedule, what is due, and proposing to erase it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from redress.privacy import due, reading, store
from redress.rules.access import may_approve_erasure, may_see_to_erasure
from redress.rules.decision import NotKept, Reason
from redress.rules.retention import Kept, Outcome, Step, schedule_of
from redress.web.forms import Form, Submission
from redress.web.pages import Visit, page

PROPOSED = "It is proposed. Nothing is erased until somebody else approves it."
NOTHING = "Nothing that you chose can be erased. Choose at least one case that is due"
OUTCOME = {
    Outcome.UPHELD: "Upheld, in full or in part",
    Outcome.NOT_UPHELD: "Not upheld",
    Outcome.REFUSED: "Refused",
    Outcome.WITHDRAWN: "Withdrawn",
    Outcome.NONE: "No outcome",
}
KEPT = {
    Kept.ERASED: "it is erased already",
    Kept.NOT_CLOSED: "it is not closed",
    Kept.NOT_YET: "its time is not over",
    Kept.HELD: "a legal hold is on it",
    Kept.OMBUDSMAN: "the Ombudsman still looks at it, or something it asked is not done",
    Kept.ACTIONS: "something promised is not done",
    Kept.MESSAGES: "a message on it is not answered",
    Kept.REQUESTED: "the resident asked for what we keep about them, and it is not sent yet",
    Kept.MONEY: "money that was accepted is not paid",
    Kept.RESTRICTION: "a restriction of contact holds that was decided in it",
    Kept.MERGED: "it was answered in another case that is still kept",
}
STEP = {
    Step.PROPOSED: "Waits for somebody else to approve it",
    Step.APPROVED: "Approved",
    Step.DROPPED: "Turned down",
}
TOLD = {
    "own_proposal": "You proposed it yourself. Somebody else approves it",
    "settled_already": "It was approved or turned down meanwhile",
}


class ProposeForm(Form):
    """The cases are ticked in the list itself."""

    submission = Submission()


def whys(kept: tuple[Kept, ...]) -> str:
    """Why a case is kept, in words."""
    return "; ".join(KEPT[each] for each in kept)


@page(needs=may_see_to_erasure, posts=True)
def retention(visit: Visit) -> HttpResponse:
    """What is due, and what is kept although its time is over; posting proposes to erase."""
    form = ProposeForm(visit.request.POST if visit.request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        made = _propose(visit, form)
        if made is not None:
            return made
    number = visit.request.GET.get("page", "1")
    at = int(number) if number.isdecimal() and 0 < len(number) < 6 else 1
    rows, more = due.listed(visit.actor, visit.landlord, visit.today, max(at, 1))
    return visit.render(
        "administration/retention.html",
        form=form,
        schedule=schedule_of(visit.landlord.slug).lines,
        due=[(row, OUTCOME[row.outcome]) for row in rows if row.verdict.is_due],
        kept=[(row, whys(row.verdict.kept)) for row in rows if not row.verdict.is_due],
        proposals=[(each, STEP[each.step]) for each in reading.newest(visit.landlord)],
        older=max(at, 1) + 1 if more else None,
        approves=may_approve_erasure(visit.actor),
    )


def _propose(visit: Visit, form: Form) -> HttpResponse | None:
    typed = visit.request.POST.getlist("case")
    chosen = [int(number) for number in typed if number.isdecimal() and len(number) < 19]
    key = form.cleaned_data["submission"]
    try:
        made = store.propose(visit.landlord, chosen, visit.actor, visit.now, key)
    except NotKept:
        form.add_error(None, NOTHING)
        return None
    messages.success(visit.request, PROPOSED)
    return redirect("erasing", visit.landlord.slug, made.number)


def told(reasons: tuple[Reason, ...]) -> str:
    """Why a proposal cannot be approved or turned down."""
    return ". ".join(TOLD[reason.code] for reason in reasons)
