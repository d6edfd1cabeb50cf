"""Noting what makes a new self-assessment due: a restructure, a merger, a request of the Ombudsman,
exceptional circumstances (Code 8.3 to 8.5)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from redress.assessment.due import note_circumstance, noted_of
from redress.rules.access import may_note_circumstances, may_read_reports
from redress.rules.assessment import Trigger
from redress.rules.assessment_change import WHY
from redress.rules.assessment_due import EXCEPTIONAL, Noted, check_noted
from redress.web.forms import Date, Form, LongText, Radios
from redress.web.pages import Visit, page

KEPT = "It is noted."
CHOICES = [
    (trigger.value, f"{words} ({asked})")
    for trigger, (words, asked) in WHY.items()
    if trigger is not Trigger.ANNUAL  # the year ends by itself
]
IF_EXCEPTIONAL = "For exceptional circumstances. Leave it empty until it is done."
FAULTS = {
    "missing": "Enter what happened",
    "ahead": "The date must be today or in the past",
    "out_of_range": "This date must be after it happened, and not ahead",
}


class CircumstanceForm(Form):
    """What happened, and for exceptional circumstances what was done about it."""

    trigger = Radios("What happened", CHOICES, missing="Select what happened")
    what = LongText("In a few words", rows=2, limit=300)
    on = Date("On which day", past=True)
    by_on = Date("By when the Ombudsman wants it", optional=True, hint="If it named a day.")
    told_ombudsman_on = Date(
        "When we told the Ombudsman", optional=True, past=True, hint=IF_EXCEPTIONAL
    )
    told_residents_on = Date("When we told residents", optional=True, past=True)
    published_on = Date("When we published it", optional=True, past=True)
    returns_on = Date("When all will be as before", optional=True)

    def noted(self) -> Noted:
        """What was noted, once the form is valid."""
        return Noted(**{**self.cleaned_data, "trigger": Trigger(self.cleaned_data["trigger"])})


@page(needs=may_note_circumstances, posts=True)
def circumstances(visit: Visit) -> HttpResponse:
    """What was noted, and the form to note one more or to say more of one."""
    posted = visit.request.method == "POST"
    form = CircumstanceForm(visit.request.POST if posted else None, today=visit.today)
    if posted and form.is_valid():
        noted = form.noted()
        faults = check_noted(noted, visit.today)
        for name, code in faults.items():
            form.add_error(name, FAULTS[code])
        if not faults:
            note_circumstance(visit.landlord, noted, visit.actor, visit.now)
            messages.success(visit.request, KEPT)
            return redirect("circumstances", visit.landlord.slug)
    return visit.render(
        "oversight/circumstances.html",
        form=form,
        noted=[(each, *WHY[each.trigger], _steps(each)) for each in noted_of(visit.landlord)],
        reads=may_read_reports(visit.actor),
    )


def _steps(each: Noted) -> list[tuple[str, object]]:
    """What exceptional circumstances ask for, each with its day if it was done."""
    if each.trigger is not Trigger.EXCEPTIONAL:
        return []
    return [(words, getattr(each, name)) for name, words in EXCEPTIONAL]
