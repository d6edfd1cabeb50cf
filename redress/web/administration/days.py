"""Days that do not count: bank holidays proclaimed or moved, and the landlord's own closures."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from redress.cases import days_off
from redress.cases.days_off import What
from redress.rules.access import may_administer
from redress.rules.calendar import FIRST, LAST
from redress.rules.words import long_date
from redress.web.forms import Date, Form, Radios, Text
from redress.web.pages import Visit, page

WHAT = {
    What.CLOSURE: "A day on which we are closed: it moves our own promises, never the Code limit",
    What.HOLIDAY: "A new bank holiday: it moves the Code limit too, for every landlord here",
    What.MOVED: "A bank holiday that was moved away: the day counts again, for every landlord here",
}
SHORT = {What.CLOSURE: "Closed", What.HOLIDAY: "Bank holiday", What.MOVED: "No bank holiday"}
THERE = "This day is set already. Take it away first to set it anew"


class DayForm(Form):
    """One day, and what it becomes."""

    what = Radios("What it is", [(each.value, words) for each, words in WHAT.items()])
    date = Date("Date")
    why = Text(
        "Why", limit=100, hint="Shown wherever a date is explained, such as Staff conference."
    )

    def clean(self) -> None:
        day = self.cleaned_data.get("date")
        if day and not FIRST <= day <= LAST:
            words = f"The date must be from {long_date(FIRST)} to {long_date(LAST)}"
            self.add_error("date", words)


@page(needs=may_administer, posts=True)
def days(visit: Visit) -> HttpResponse:
    """Those that are set, and the form for one more, which leads to what it would change."""
    posted = visit.request.method == "POST"
    form = DayForm(visit.request.POST if posted else None)
    there = days_off.days(visit.landlord, visit.today)
    if posted and form.is_valid():
        said = form.cleaned_data
        closure = said["what"] == What.CLOSURE
        if any(d.date == said["date"] and (d.what is What.CLOSURE) == closure for d in there):
            form.add_error("date", THERE)
        else:
            return redirect(address(visit, said["what"], said["date"].isoformat(), said["why"]))
    rows = [
        (SHORT[day.what], day, address(visit, day.what, day.date.isoformat(), day.why, off="1"))
        for day in there
    ]
    return visit.render("administration/days.html", form=form, rows=rows)


def address(visit: Visit, what: str, date: str, why: str, off: str = "") -> str:
    """The page that shows what a change would do, and makes it."""
    asked = {"what": str(what), "date": date, "why": why, "off": off}
    there = reverse("change", args=[visit.landlord.slug])
    return f"{there}?{urlencode({name: value for name, value in asked.items() if value})}"
