"""Keyboard shortcuts: what each key does, and the switch for those who do not want them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from redress.people.shortcuts import set_shortcuts
from redress.web.desk.keys import anywhere, on_a_case, on_lists
from redress.web.pages import Visit, page, signed_in

SAID = {
    "on": "Keyboard shortcuts are on, on every computer that you use.",
    "off": "Keyboard shortcuts are off, on every computer that you use.",
}


@page(needs=signed_in, posts=True)
def shortcuts(visit: Visit) -> HttpResponse:
    """The keys that this person has, and turning them on or off (WCAG 2.1.4)."""
    wish = visit.request.POST.get("shortcuts", "")
    if wish in SAID:
        set_shortcuts(visit.actor, wish == "on")
        messages.success(visit.request, SAID[wish])
    if visit.request.method == "POST":
        return redirect("shortcuts", visit.landlord.slug)
    tables = [
        ("On every page", anywhere(visit.actor)),
        ("On Today, and on a list of cases", on_lists(visit.actor)),
        ("On the page of a case", on_a_case(visit.actor)),
    ]
    return visit.render("desk/shortcuts.html", tables=[each for each in tables if each[1]])
