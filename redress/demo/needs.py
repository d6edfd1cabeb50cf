"""One resident whose needs are kept, and one whose contact is restricted: all of it invented.

Both are told on cases that stay open, by the same actions as everything else.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from redress.cases import needs as of_cases
from redress.cases.models import Case
from redress.demo.staff import Staff
from redress.people import needs
from redress.people.models import Landlord
from redress.rules.access import Actor, Verb
from redress.rules.actions.approve_restriction import ApproveRestriction
from redress.rules.actions.record_behaviour import RecordBehaviour
from redress.rules.actions.restrict_contact import RestrictContact
from redress.rules.actions.warn import Warn
from redress.rules.behaviour import kinds_of
from redress.rules.facts import State
from redress.rules.facts_conduct import Limit
from redress.rules.needs import Needs
from redress.rules.sending import Format, Never

# How each policy names what happens here.
TOO_MANY_CALLS = ("too_much_contact", "persistent", "unreasonable", "demands")
Do = Callable[[Actor, str, Verb, Any, date], None]  # who, which case, what, and on which day
SAID = Needs(
    language="Sylheti",
    interpreter="Sylheti, by phone, ten minutes before the call",
    formats=(Format.LARGE_PRINT,),
    never_by=(Never.VOICEMAIL,),
    safe="Ring after ten in the morning. Send a text first.",
    unsafe="Do not leave a voicemail. Not while my partner is at home.",
    needs="She lip-reads: face her when you visit.",
)


def tell_needs(
    landlord: Landlord, staff: Staff, today: date, at: Callable[[date], datetime]
) -> None:
    """Somebody who told us what they need: one adjustment in time, one late, and a disability."""
    resident = _open(landlord, 0).resident
    if resident is None:
        return
    day, by = today - timedelta(days=100), staff.officer
    of_cases.change(resident, SAID, by, at(day), needs.seen_of(resident))
    agreed = {
        "We read each letter to her by phone on the day it goes.": today - timedelta(days=4),
        "Visits are booked with two hours’ notice, and a text before.": today + timedelta(days=60),
    }
    for what, review_on in agreed.items():
        who = by, at(day), needs.seen_of(resident)
        needs.agree(resident, *who, what=what, agreed_on=day, agreed_by="", review_on=review_on)
    says, seen = "She is hard of hearing and has low vision.", needs.seen_of(resident)
    needs.disclose(resident, by, at(day), seen, says=says, disclosed_on=day)


def tell_restriction(landlord: Landlord, staff: Staff, today: date, do: Do) -> None:
    """Somebody who was warned and went on: one person is the contact now. Where the landlord's
    policy lists no kind of behaviour that fits, nobody's contact is restricted."""
    kinds = [kind.code for kind in kinds_of(landlord.slug) if kind.code in TOO_MANY_CALLS]
    if not kinds:
        return
    reference = _open(landlord, 1).reference
    officer = staff.officer

    def happened(what: str, day: date) -> None:
        given = RecordBehaviour(
            kind=kinds[0], on=day, what=what, affected="The two who answer the phones."
        )
        do(officer, reference, Verb.RECORD_BEHAVIOUR, given, day)

    day = today - timedelta(days=12)
    happened("He rang 24 times in a day, and shouted at whoever answered.", day)
    do(officer, reference, Verb.WARN, WARNED, day + timedelta(days=1))
    happened("He rang 31 times in a day.", day + timedelta(days=5))
    proposed = _restriction(day + timedelta(days=6))
    do(officer, reference, Verb.RESTRICT_CONTACT, proposed, day + timedelta(days=6))
    agrees = ApproveRestriction(agrees=True, comment="One call a week is enough, and he can write.")
    do(staff.head, reference, Verb.APPROVE_RESTRICTION, agrees, day + timedelta(days=7))


def _open(landlord: Landlord, which: int) -> Case:
    """One of the landlord's complaints that are being looked into, oldest first."""
    rows = Case.objects.filter(landlord=landlord, state=State.STAGE_1_OPEN.value)
    return rows.select_related("resident").order_by("pk")[which]


WARNED = Warn(
    told="You rang 24 times in one day and shouted at two of us.",
    ask="Please ring once a day at most, and speak to us calmly.",
    considered="He told us of no illness. We asked what makes the calls so hard for him.",
    offered="The advice centre can speak for you. We can ring you at a time you choose.",
)


def _restriction(day: date) -> RestrictContact:
    return RestrictContact(
        limits=(Limit.SINGLE_CONTACT, Limit.SET_TIMES),
        details="Please ring Amina Khan on Tuesdays between ten and eleven.",
        contact="Amina Khan, 020 7946 0000",
        reasons="You rang 31 times in one day, after we had asked you to ring once.",
        proportionate="You can still ring each week, and write whenever you like.",
        considered=WARNED.considered,
        offered=WARNED.offered,
        equality="You told us of no disability. We asked you again.",
        equality_by="Amina Khan",
        equality_changed="You may ring at another hour if you are ill that day.",
        way_open="Write to us at any time. In an emergency ring repairs as before.",
        appeal="Write to our head of service, who will ask somebody new to look at it.",
        review_on=day + timedelta(days=90),
        ends_on=day + timedelta(days=180),
    )
