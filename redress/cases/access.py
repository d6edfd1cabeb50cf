"""The only door to a case: no page and no action gets one any other way."""

from django.db.models import Exists, OuterRef, Q

from redress.cases.models import Case, CasePerson
from redress.people.models import Landlord, Membership, User
from redress.rules.access import Actor, Role, Verb, may, may_read_cases


class NoAccess(Exception):
    """There is no such case for this person. Says the same whether or not it exists."""


def actor_of(user: User | None, landlord: Landlord) -> Actor:
    """The user as they act for this landlord, with the roles held there and nowhere else."""
    if user is None or not user.is_active:
        return Actor(id=None, name="")
    held = Membership.objects.filter(user=user, landlord=landlord).values_list("role", flat=True)
    return Actor(user.pk, user.name, frozenset(Role(role) for role in held))


def visible(actor: Actor, path: str = "") -> Q:
    """The cases that this person may see, of a landlord whose cases they may read.

    All but those restricted to people of whom they are none, and those in which they have declared
    a conflict of interest (Code 5.8c). Every list, search and count asks this. `path` leads from
    the rows asked for to the case, such as "case__". The worker sees all, to do its rounds.
    """
    if actor.system:
        return Q()
    mine = CasePerson.objects.filter(case=OuterRef(f"{path}pk"), user=actor.id)
    named, apart = Exists(mine.filter(may_see=True)), Exists(mine.filter(may_see=False))
    free = Q(**{f"{path}guarded": False})
    unrestricted = Q(**{f"{path}restricted": False})
    return free | (unrestricted & ~apart) | (~unrestricted & named)


def get_case(
    actor: Actor,
    landlord: Landlord,
    reference: str,
    *,
    verb: Verb | None = None,
    lock: bool = False,
) -> Case:
    """The case of this landlord with this reference, for someone who may read its cases or, with
    `verb`, may do that: a request for stage 2 may reach anyone on the staff, who reads nothing.

    A case that is restricted to others is as one that does not exist, except for OPEN_RESTRICTED.
    With `lock` the row is held to the end of the transaction. Raises `NoAccess`.
    """
    does = verb is not None and may(actor, verb)
    if not (actor.resident or may_read_cases(actor) or does):
        raise NoAccess
    rows = Case.objects.select_related("landlord", "handler", "home", "resident__home")
    if lock:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(landlord=landlord, reference=reference).first()
    if found is None:
        raise NoAccess
    by_link = actor.resident or actor.asked is not None  # which somebody who may see it gave them
    if not found.guarded or by_link or (does and verb is Verb.OPEN_RESTRICTED):
        return found
    if not Case.objects.filter(visible(actor), pk=found.pk).exists():
        raise NoAccess
    return found
