"""The round that reminds handlers of their dates, and tells somebody above of late ones.

What is due is `rules.reminding`; the action refuses what is not, so two rounds at once send one.
"""

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from redress.cases.access import NoAccess, get_case
from redress.cases.perform import Done, perform
from redress.cases.promises import due_soon
from redress.people.models import Landlord, Membership
from redress.rules.access import SYSTEM, Role, Verb
from redress.rules.actions.remind import Remind

AHEAD = timedelta(days=7)  # calendar days in which two working days always lie
ABOVE = (Role.TEAM_LEADER, Role.COMPLAINTS_OFFICER, Role.HEAD_OF_SERVICE)  # who is told, in order

Person = tuple[str, str]


def run(now: datetime) -> int:
    """Send every reminder that is due today; gives how many."""
    sent, above = 0, {}
    for landlord, reference in due_soon(localdate(now) + AHEAD):
        if landlord.pk not in above:
            above[landlord.pk] = somebody_above(landlord)
        sent += _remind(landlord, reference, above[landlord.pk], now)
    return sent


def _remind(landlord: Landlord, reference: str, above: Person | None, now: datetime) -> bool:
    try:
        row = get_case(SYSTEM, landlord, reference, verb=Verb.REMIND)
    except NoAccess:
        return False
    if row.handler is None:
        return False
    given = Remind(handler=(row.handler.name, row.handler.email), above=above)
    done = perform(SYSTEM, landlord, reference, Verb.REMIND, given, at=now)
    return isinstance(done, Done)


def somebody_above(landlord: Landlord) -> Person | None:
    """Whoever looks after late cases: a team leader, else the complaints officer, else a head."""
    rows = Membership.objects.filter(landlord=landlord, user__is_active=True, role__in=ABOVE)
    people = [
        (ABOVE.index(Role(row.role)), row.user.name, row.user.email)
        for row in rows.select_related("user")
    ]
    return min(people)[1:] if people else None
