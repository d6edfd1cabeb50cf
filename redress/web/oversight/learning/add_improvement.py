"""Putting an improvement on the register, or adding a case to one that is there."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from redress.cases.lessons import issue_of
from redress.learning import panel, reading, store
from redress.learning.models import PanelComment
from redress.rules.access import may_propose_improvement
from redress.rules.decision import NotKept
from redress.web.forms import Form, Select
from redress.web.oversight.learning.entry_form import EntryForm
from redress.web.pages import Visit, page

ADDED = "The improvement is on the register."
LINKED = "The case is added to this improvement."


class ThereForm(Form):
    """One of those that are on the register and open."""

    there = Select("Improvement", [], missing="Select an improvement")

    def __init__(self, choices: list[tuple[int, str]], *args: Any) -> None:
        super().__init__(*args)
        named = [(str(number), f"{number}: {what}") for number, what in choices]
        self.fields["there"].choices = [("", "Choose"), *named]  # type: ignore[attr-defined]


@page(needs=may_propose_improvement, posts=True)
def add_improvement(visit: Visit) -> HttpResponse:
    """The form, filled from the lesson that led to it where the address names one."""
    led, comment = _led_by(visit), _said_by_panel(visit)
    posted = visit.request.POST if visit.request.method == "POST" else None
    step = posted.get("step", "") if posted else ""
    choices = reading.open_choices(visit.landlord) if led else []
    there = ThereForm(choices, posted if step == "there" else None)
    form = EntryForm(
        visit.landlord,
        posted if step == "new" else None,
        initial=_first(led, comment),
        today=visit.today,
    )
    if there.is_bound and there.is_valid() and led:
        number = int(there.cleaned_data["there"])
        row = reading.row_of(visit.landlord, number)
        if row:
            store.link(row, led.case, led.number, visit.actor, visit.now)
        messages.success(visit.request, LINKED)
        return redirect("improvement", visit.landlord.slug, number)
    if form.is_bound and form.is_valid():
        sources = [(led.case, led.number)] if led else []
        try:
            row = store.add(visit.landlord, form.entry(), visit.actor, visit.now, sources)
            if comment:
                panel.came_of(comment, row)
        except NotKept as refused:
            form.refuse(refused.reasons)
        else:
            messages.success(visit.request, ADDED)
            return redirect("improvement", visit.landlord.slug, row.number)
    return visit.render(
        "oversight/learning/add_improvement.html",
        form=there if step == "there" else form,
        entry_form=form,
        there_form=there if choices else None,
        led=led,
    )


def _led_by(visit: Visit) -> Any:
    """The issue that the address names, of a case that this person may see."""
    asked = visit.request.GET
    issue = asked.get("issue", "")
    if not (issue.isascii() and issue.isdecimal() and len(issue) < 5):
        return None
    return issue_of(visit.landlord, visit.actor, asked.get("case", ""), int(issue))


def _said_by_panel(visit: Visit) -> PanelComment | None:
    """The comment of the residents' panel that the address names."""
    number = visit.request.GET.get("panel", "")
    known = number.isascii() and number.isdecimal() and len(number) < 10
    return panel.comment_of(visit.landlord, int(number)) if known else None


def _first(led: Any, comment: PanelComment | None) -> dict[str, str]:
    if led is None:
        return {"why": f"The residents’ panel said: {comment.text}"} if comment else {}
    service = led.service or led.case.service
    return {"why": led.lesson, "cause": led.cause, "service": service}
