"""How many homes there are, for the regulator's measures: counted when, and who says so."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect

from redress.people import admin_log
from redress.people.homes import counts_of, note_homes
from redress.rules.access import may_administer
from redress.rules.figures_words import TENURE_GROUP
from redress.rules.tsm import GROUPS
from redress.web.forms import Date, Form, Radios, Text, WholeNumber
from redress.web.pages import Visit, page

MOST = 999_999
KEPT = "The number of homes is kept."


class HomesForm(Form):
    """One number of homes."""

    group = Radios("Which homes", [(group.value, TENURE_GROUP[group]) for group in GROUPS])
    homes = WholeNumber("How many", most=MOST, hint="As counted at the end of the year.")
    counted_on = Date("Counted on", past=True)
    source = Text(
        "Where the number comes from", limit=300, hint="Such as: statistical data return 2026."
    )


@page(needs=may_administer, posts=True)
def homes(visit: Visit) -> HttpResponse:
    """The numbers that are known, and the form for one more; one of the same day is put right."""
    posted = visit.request.method == "POST"
    form = HomesForm(visit.request.POST if posted else None, today=visit.today)
    if posted and form.is_valid():
        said = form.cleaned_data
        with transaction.atomic():
            note_homes(visit.landlord, **said)
            about = f"{TENURE_GROUP[said['group']]}: {said['homes']}"
            admin_log.note(visit.landlord, visit.actor, "homes_counted", about, visit.now)
        messages.success(visit.request, KEPT)
        return redirect("homes", visit.landlord.slug)
    rows = [(TENURE_GROUP[row.group], row) for row in counts_of(visit.landlord)]
    return visit.render("administration/homes.html", form=form, rows=rows)
