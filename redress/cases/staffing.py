"""People come and go: an account with a link to set its password, and no case left behind."""

import secrets
from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from redress.cases.models import Case, Message
from redress.cases.perform import perform
from redress.people import admin_log, passwords
from redress.people.models import Landlord, Membership, Team, User
from redress.people.staff import Person, drop
from redress.rules.access import SYSTEM, Actor, Role, Verb
from redress.rules.actions.allocate import Allocate
from redress.rules.decision import Refused
from redress.rules.sending import Way

UNUSED = timedelta(days=90)
SUBJECT = "Set your password for complaints at {landlord}"
TEXT = (
    "{by} has given you an account in the complaints system of {landlord}.\n\n"
    "Set your password on the page below. The link works once, for {days} days."
)


class OnTheStaff(Exception):
    """Somebody with this e-mail address is on the staff of this landlord already."""


class CasesLeft(Exception):
    """Cases that could not be handed over; `number` of them."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(f"{number} cases are left")


def add(
    landlord: Landlord,
    by: Actor,
    *,
    email: str,
    name: str,
    team: Team,
    roles: Collection[Role],
    at: datetime,
) -> User:
    """Put somebody on the staff and send them a link to set their password.

    Whoever has an account already, with another landlord of the site say, keeps it as it is: the
    name too, and no link goes out unless the account was closed. Raises `OnTheStaff`.
    """
    with transaction.atomic():
        Landlord.objects.select_for_update().get(pk=landlord.pk)
        user = User.objects.filter(email=email.lower()).first()
        if user and Membership.objects.filter(user=user, landlord=landlord).exists():
            raise OnTheStaff
        known = user is not None and user.is_active
        if user is None:
            user = User(email=email.lower(), name=name, open_since=at)
            user.set_unusable_password()
            user.save()
        Membership.objects.bulk_create(
            Membership(user=user, landlord=landlord, team=team, role=role.value) for role in roles
        )
        held = [role.value for role in Role if role in roles]
        admin_log.note(landlord, by, "added", user.name, at, email=user.email, roles=held)
        if not known:
            reopen(landlord, by, user, at)
        return user


def reopen(landlord: Landlord, by: Actor, user: User, at: datetime) -> None:
    """Open somebody's account if it is closed, and send them a link to set their password.

    What they had as password before is no longer one.
    """
    with transaction.atomic():
        if not user.is_active or not user.has_usable_password():
            user.is_active, user.open_since = True, at
            user.set_unusable_password()
            user.save(update_fields=["is_active", "open_since", "password"])
            admin_log.note(landlord, by, "opened", user.name, at)
        Message.objects.create(
            landlord=landlord,
            kind=passwords.KIND,
            way=Way.EMAIL.value,
            to_name=user.name,
            to_address=user.email,
            subject=SUBJECT.format(landlord=landlord.name),
            text=TEXT.format(by=by.name, landlord=landlord.name, days=passwords.DAYS),
            message_id=secrets.token_hex(16),
            created_at=at,
            not_before=at,
        )
        admin_log.note(landlord, by, "link", user.name, at, to=user.email)


def open_cases(landlord: Landlord, user: User) -> int:
    """How many open cases of the landlord somebody handles, restricted ones among them."""
    return Case.objects.filter(landlord=landlord, handler=user, open_due__isnull=False).count()


def leave(landlord: Landlord, by: Actor, person: Person, to: User | None, at: datetime) -> int:
    """Take somebody off the staff; gives how many open cases went to `to` in the same step.

    A leaver owns no open case: raises `CasesLeft` where one stays with them, for nobody takes it or
    a rule forbids it (Code 6.13), and `LastAdministrator`. Nothing is then written.
    """
    with transaction.atomic():
        Landlord.objects.select_for_update().get(pk=landlord.pk)
        moved = _hand_over(landlord, by, person.user, to, at) if to else 0
        if left := open_cases(landlord, person.user):
            raise CasesLeft(left)
        drop(landlord, person.user)
        told = {"cases": moved, "to": to.name if to else ""}
        admin_log.note(landlord, by, "left", person.user.name, at, **told)
        return moved


def _hand_over(landlord: Landlord, by: Actor, leaver: User, to: User, at: datetime) -> int:
    """By the system, which sees restricted cases too, in the name of whoever asked for it."""
    actor = Actor(by.id, by.name, system=True)
    theirs = Case.objects.filter(landlord=landlord, handler=leaver, open_due__isnull=False)
    given, moved = Allocate(handler=to.pk, handler_name=to.name), 0
    for reference in theirs.order_by("pk").values_list("reference", flat=True):
        answer = perform(actor, landlord, reference, Verb.ALLOCATE, given, at=at)
        moved += not isinstance(answer, Refused)
    return moved


def close_unused(now: datetime) -> int:
    """Close the accounts nobody has signed in to for 90 days; gives how many.

    Their roles and cases stay: an administrator opens the account again, or hands the cases over.
    """
    since = now - UNUSED
    idle = Q(last_login__lt=since) | Q(last_login__isnull=True)
    closed = 0
    for user in User.objects.filter(idle, is_active=True, open_since__lt=since).order_by("pk"):
        with transaction.atomic():
            still = User.objects.filter(idle, pk=user.pk, is_active=True)
            if not still.update(is_active=False):
                continue
            closed += 1
            for landlord in Landlord.objects.filter(membership__user=user).distinct():
                admin_log.note(landlord, SYSTEM, "closed", user.name, now)
    return closed
