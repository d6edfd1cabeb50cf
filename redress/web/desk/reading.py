"""What the lists have in common: who reads cases, and as whom they look at them."""

from django.http import HttpResponse
from django.shortcuts import redirect

from redress.cases.access import NoAccess
from redress.cases.filters import Seen
from redress.rules.access import Verb, may, may_administer, may_look_over, may_read_cases
from redress.web.desk.due import landlord_calendar
from redress.web.pages import Visit


def elsewhere(visit: Visit) -> HttpResponse | None:
    """Where somebody who reads no cases is sent: who may only take complaints, to that; who only
    looks over what is reported, to the overview."""
    if may_read_cases(visit.actor):
        return None
    if may(visit.actor, Verb.RECEIVE):
        return redirect("receive", visit.landlord.slug)
    if may_administer(visit.actor):
        return redirect("administration", visit.landlord.slug)
    if may_look_over(visit.actor):
        return redirect("overview", visit.landlord.slug)
    raise NoAccess


def seen_by(visit: Visit) -> Seen:
    """Who looks, when, and by the landlord's own working days."""
    return Seen(visit.actor, visit.today, landlord_calendar(visit.landlord, visit.today))
