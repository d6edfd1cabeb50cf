"""Doing something to a case: read once, decide once, write once, in one transaction.

Every channel and every page comes through these two functions.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from redress.cases import store, undoing
from redress.cases.access import NoAccess, get_case
from redress.cases.book import book_of
from redress.cases.facts import facts_of
from redress.cases.models import Case
from redress.cases.private import filled
from redress.people.cover import with_covers
from redress.people.models import Landlord, Resident
from redress.people.staff import refresher_due
from redress.rules.access import Actor, Verb
from redress.rules.actions.link import Link
from redress.rules.actions.receive import Receive
from redress.rules.actions.undo import Undo
from redress.rules.decision import Also, Book, Context, Decision, Reason, Refused
from redress.rules.facts import CaseFacts, Tenure, Tie
from redress.rules.stages import decide

BY_THE_WAY = ("reminded", "comments_chased")  # the worker's own steps, which change nothing else


@dataclass(frozen=True)
class Done:
    """The action was written. `warnings` are what it went ahead in spite of; `split` is the
    reference of a new complaint made from a new issue; `repeated` says that the same submission
    had already made this case, and nothing was written; `turned_away` says of files why they are
    not kept."""

    reference: str
    case: CaseFacts
    warnings: tuple[Reason, ...] = ()
    split: str = ""
    repeated: bool = False
    turned_away: tuple[Reason, ...] = ()


def receive(
    actor: Actor,
    landlord: Landlord,
    given: Receive,
    *,
    at: datetime,
    submission: str | None = None,
    book: Book | None = None,
) -> Done | Refused:
    """Start a case. The reference is given here; `given.reference` and `.landlord` are not read.

    `submission` is the key of the form or message: the same key makes one case, however often.
    `at` is the moment it is recorded, with its zone.
    """
    with transaction.atomic():
        locked = Landlord.objects.select_for_update().get(pk=landlord.pk)
        known = submission and Case.objects.filter(landlord=locked, submission=submission).first()
        if known:
            return Done(known.reference, facts_of(known), repeated=True)
        reference, number = _next_reference(locked)
        given = _as_on_receipt(replace(given, landlord=locked.slug, reference=reference), locked)
        context = Context(actor, localdate(at), book or book_of(locked))
        answer = decide(Verb.RECEIVE, None, given, context)
        if isinstance(answer, Refused):
            return answer
        Landlord.objects.filter(pk=locked.pk).update(next_number=number + 1)
        _, after = store.apply(
            answer,
            landlord=locked,
            row=None,
            before=None,
            actor=actor,
            at=at,
            submission=submission or None,
        )
        return Done(reference, after, answer.warnings)


def _as_on_receipt(given: Receive, landlord: Landlord) -> Receive:
    """With the home and the tenure that the resident has now, unless the form says otherwise: the
    case keeps them however often the resident moves."""
    if given.resident is None:
        return given
    known = Resident.objects.filter(pk=given.resident, landlord=landlord)
    for home, tenure in known.values_list("home_id", "tenure"):
        said = given.tenure or (Tenure(tenure) if tenure else None)
        return replace(given, home=given.home or home, tenure=said)
    return given


def _next_reference(landlord: Landlord) -> tuple[str, int]:
    """The next reference that no case has, with its number: an import may have brought some that
    look like ours. The landlord is locked, so nobody else takes it meanwhile."""
    number = landlord.next_number
    while True:
        reference = f"{landlord.reference_prefix}-{number:06}"
        if not Case.objects.filter(landlord=landlord, reference=reference).exists():
            return reference, number
        number += 1


def perform(
    actor: Actor,
    landlord: Landlord,
    reference: str,
    verb: Verb,
    given: Any,
    *,
    at: datetime,
    seen: int | None = None,
    book: Book | None = None,
) -> Done | Refused:
    """Do one thing to a case.

    `seen` is the number of events the person had seen; where more have happened since, the answer
    is `changed_meanwhile` and nothing is written. Raises `NoAccess` where the case is not theirs.
    """
    with transaction.atomic():
        other = getattr(given, "other", "").strip()
        if other:
            _lock_both(landlord, reference, other)
        row = get_case(actor, landlord, reference, verb=verb, lock=True)
        if seen is not None and changed_since(row, seen):
            return Refused((Reason("changed_meanwhile"),))
        before = facts_of(row)
        acting = with_covers(actor, landlord, localdate(at)) if verb is Verb.SIGN else actor
        context = Context(
            acting,
            localdate(at),
            book or book_of(row.landlord),
            partial(refresher_due, row.landlord),
        )
        if verb is Verb.UNDO:
            given = Undo(step=undoing.last_step(row, at))
        if other and hasattr(given, "found"):
            given = replace(given, found=_found(actor, landlord, other, verb))
        answer = decide(verb, before, filled(verb, given, row), context)
        if isinstance(answer, Refused):
            return answer
        if verb is Verb.UNDO and not undoing.stop(row, at):
            transaction.set_rollback(True)
            return Refused((Reason("letter_has_left"),))
        _, after = store.apply(
            answer, landlord=row.landlord, row=row, before=before, actor=actor, at=at
        )
        done = _follow_on(
            actor, landlord, answer, Done(reference, after, answer.warnings), at, book
        )
        if isinstance(done, Refused):
            transaction.set_rollback(True)
        return done


def _follow_on(
    actor: Actor, landlord: Landlord, answer: Decision, done: Done, at: datetime, book: Book | None
) -> Done | Refused:
    """What the decision asks of other cases. A refusal there leaves nothing done here either."""
    also = list(answer.also)
    if answer.new_case is not None:
        made = receive(actor, landlord, answer.new_case, at=at, book=book)
        if isinstance(made, Refused):
            return made
        tied = Link(other=made.reference, tie=Tie.SPLIT_INTO, found=made.case)
        also.append(Also(done.reference, Verb.LINK, tied))
        done = replace(done, split=made.reference)
    for each in also:
        more = perform(actor, landlord, each.reference, each.verb, each.given, at=at, book=book)
        if isinstance(more, Refused):
            return more
        if each.reference == done.reference:
            done = replace(done, case=more.case)
    return done


def changed_since(row: Case, seen: int) -> bool:
    """Whether anything happened since that a person at a form must know of: a reminder is not."""
    if seen == row.event_count:
        return False
    since = row.events.filter(sequence__gt=seen).exclude(name__in=BY_THE_WAY)
    return seen > row.event_count or seen < 0 or since.exists()


def _lock_both(landlord: Landlord, *references: str) -> None:
    """Two people who tie the same two cases, each from its own side, wait for each other here."""
    both = Case.objects.filter(landlord=landlord, reference__in=references).order_by("pk")
    list(both.select_for_update().values_list("pk"))


def _found(actor: Actor, landlord: Landlord, reference: str, verb: Verb) -> CaseFacts | None:
    """Another case of the landlord as it stands; None where whoever acts may not see one."""
    try:
        return facts_of(get_case(actor, landlord, reference, verb=verb))
    except NoAccess:
        return None
