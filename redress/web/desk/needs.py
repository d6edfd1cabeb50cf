"""What a resident needs: one page to see it and to change it, from any case of theirs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect

from redress.cases import needs as of_cases
from redress.cases.access import get_case
from redress.people import needs
from redress.people.needs import Reasons
from redress.rules.access import may_answer_data_requests, may_change_needs, may_read_cases
from redress.rules.decision import Reason
from redress.rules.needs import AdjustmentFacts
from redress.web.desk.forms.base import Refusable
from redress.web.desk.forms.needs import (
    AgreeForm,
    DiscloseForm,
    EndForm,
    NeedsForm,
    ReviewForm,
)
from redress.web.desk.needs_history import told
from redress.web.pages import Visit, page

FORMS: dict[str, type[Refusable]] = {
    "needs": NeedsForm,
    "agree": AgreeForm,
    "review": ReviewForm,
    "end": EndForm,
    "disclose": DiscloseForm,
}
DONE = {
    "needs": "What they need is kept. Letters that wait go by it.",
    "agree": "The adjustment is kept.",
    "review": "The adjustment goes on, with its next review.",
    "end": "The adjustment has ended.",
    "disclose": "It is on record, for those who work on the case.",
    "take-off": "It is off the record.",
}
TAKE_OFF = "take-off"


@dataclass(frozen=True)
class OneAdjustment:
    """An adjustment that holds, with the forms to look at it again and to end it."""

    facts: AdjustmentFacts
    late: bool
    review: Refusable
    end: Refusable
    open: bool


@page(needs=may_read_cases, posts=True)
def needs_page(visit: Visit, reference: str) -> HttpResponse:
    """The page for the resident of a case, and doing what one of its forms asks."""
    row = get_case(visit.actor, visit.landlord, reference)
    if row.resident is None:
        raise Http404
    if visit.request.method != "POST":
        return _shown(visit, row)
    if not may_change_needs(visit.actor):
        raise PermissionDenied
    return _posted(visit, row, visit.request.POST)


def _posted(visit: Visit, row: Any, data: QueryDict) -> HttpResponse:
    do, seen = data.get("do", ""), _number(data.get("seen", ""))
    if do == TAKE_OFF and of_cases.disabilities(visit.actor, row.resident):
        number = _number(data.get("number", ""))
        found = needs.take_off(row.resident, visit.actor, visit.now, seen, number=number)
        return _shown(visit, row) if found else _done(visit, row, do)
    if do not in FORMS:
        raise Http404
    form = _form(visit, do, data)
    if not form.is_valid():
        return _shown(visit, row, form)
    if found := DOES[do](visit, row.resident, seen, form):
        data = data.copy()
        data["seen"] = str(needs.seen_of(row.resident))  # having read why, they may send it again
        form = _form(visit, do, data)
        form.is_valid()
        form.refuse([Reason("needs_changed") if one == needs.STALE else one for one in found])
        return _shown(visit, row, form)
    return _done(visit, row, do)


def _form(visit: Visit, do: str, data: Any = None, **first: Any) -> Refusable:
    """One of the forms of the page, whose fields have ids of their own."""
    number = (data or first).get("number", "")
    made = FORMS[do](data, initial={"do": do, **first}, auto_id=f"id_{do}{number}_%s")
    made.set_today(visit.today)
    return made


def _done(visit: Visit, row: Any, do: str) -> HttpResponse:
    messages.success(visit.request, DONE[do])
    return redirect("needs", visit.landlord.slug, row.reference)


def _needs(visit: Visit, resident: Any, seen: int, form: Any) -> Reasons:
    return of_cases.change(resident, form.given(), visit.actor, visit.now, seen)


def _agree(visit: Visit, resident: Any, seen: int, form: Any) -> Reasons:
    return needs.agree(resident, visit.actor, visit.now, seen, **form.given())


def _review(visit: Visit, resident: Any, seen: int, form: Any) -> Reasons:
    said = form.cleaned_data
    number, review_on = _number(said["number"]), said["review_on"]
    who = visit.actor, visit.now, seen
    return needs.review(resident, *who, number=number, review_on=review_on)


def _end(visit: Visit, resident: Any, seen: int, form: Any) -> Reasons:
    number, why = _number(form.cleaned_data["number"]), form.cleaned_data["why"]
    return needs.end(resident, visit.actor, visit.now, seen, number=number, why=why)


def _disclose(visit: Visit, resident: Any, seen: int, form: Any) -> Reasons:
    said = form.cleaned_data
    who = visit.actor, visit.now, seen
    return needs.disclose(resident, *who, says=said["says"], disclosed_on=said["disclosed_on"])


DOES: dict[str, Callable[[Visit, Any, int, Any], Reasons]] = {
    "needs": _needs,
    "agree": _agree,
    "review": _review,
    "end": _end,
    "disclose": _disclose,
}


def _shown(visit: Visit, row: Any, wrong: Refusable | None = None) -> HttpResponse:
    """The page; `wrong` is the form that was not accepted, as it was typed."""
    row.resident.refresh_from_db()
    resident, seen = row.resident, needs.seen_of(row.resident)

    def form(do: str, **first: Any) -> Refusable:
        new = _form(visit, do, seen=str(seen), **first)
        return wrong if wrong is not None and wrong.auto_id == new.auto_id else new

    def one(facts: AdjustmentFacts) -> OneAdjustment:
        late, number = facts.is_late(visit.today), str(facts.number)
        both = form("review", number=number), form("end", number=number)
        return OneAdjustment(facts, late, *both, open=late or wrong in both)

    return visit.render(
        "desk/needs.html",
        reference=row.reference,
        resident=resident,
        before=of_cases.before_contact(resident),
        changes=may_change_needs(visit.actor),
        may_answer_data_requests=may_answer_data_requests(visit.actor),
        form=wrong,
        needs_form=form("needs", **NeedsForm.first(resident.what_they_need)),
        agree_form=form("agree", agreed_on=visit.today),
        adjustments=[one(each) for each in resident.agreed if each.in_force],
        ended=[each for each in resident.agreed if not each.in_force],
        disabilities=of_cases.disabilities(visit.actor, resident),
        disclose_form=form("disclose", disclosed_on=visit.today),
        seen=seen,
        history=[told(line) for line in needs.history(resident)],
    )


def _number(text: str) -> int:
    """The number in a hidden field; -1, which fits nothing, where it holds something else."""
    return int(text) if text.isdecimal() and len(text) < 10 else -1
