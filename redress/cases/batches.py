"""The same thing to several cases: each by `perform`, each in a transaction of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from redress.cases.access import NoAccess
from redress.cases.models import Batch
from redress.cases.perform import Done, perform
from redress.people.models import Landlord
from redress.rules.access import Actor, Verb
from redress.rules.decision import Reason

NOT_THERE = Reason("no_such_case")


@dataclass(frozen=True)
class Line:
    """One case of a batch: done, in spite of `warnings`, or the reasons why not."""

    reference: str
    reasons: tuple[Reason, ...]
    warnings: tuple[Reason, ...] = ()


def run(
    actor: Actor,
    landlord: Landlord,
    key: str,
    verb: Verb,
    given: Any,
    cases: Sequence[tuple[str, int]],
    *,
    at: datetime,
) -> None:
    """Do one thing to each of the cases, given as reference and number of events seen.

    A case that is refused stops none of the others. `key` is the form's: sent again, or again
    after a crash, each case is done once.
    """
    new = Batch(landlord=landlord, key=key, by_id=actor.id or 0, verb=verb.value, at=at)
    Batch.objects.bulk_create([new], ignore_conflicts=True)
    batch = Batch.objects.get(landlord=landlord, key=key)
    if batch.by_id != actor.id or batch.verb != verb.value:
        raise NoAccess
    for reference, seen in dict(cases).items():
        with transaction.atomic():
            locked = Batch.objects.select_for_update().get(pk=batch.pk)
            if any(line["reference"] == reference for line in locked.lines):
                continue
            reasons, warned = _tried(actor, landlord, reference, verb, given, at=at, seen=seen)
            locked.lines.append(
                {
                    "reference": reference,
                    "reasons": [[reason.code, reason.provision] for reason in reasons],
                    "warnings": [[reason.code, reason.provision] for reason in warned],
                }
            )
            locked.save(update_fields=["lines"])


def _tried(
    actor: Actor, landlord: Landlord, reference: str, verb: Verb, given: Any, **more: Any
) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """The reasons why not, and what it went ahead in spite of."""
    try:
        with transaction.atomic():
            answer = perform(actor, landlord, reference, verb, given, **more)
    except NoAccess:
        return (NOT_THERE,), ()
    return ((), answer.warnings) if isinstance(answer, Done) else (answer.reasons, ())


def result(actor: Actor, landlord: Landlord, key: str) -> tuple[Verb, list[Line]]:
    """What was done and what came of each case. Raises `NoAccess` where it is not theirs."""
    batch = Batch.objects.filter(landlord=landlord, key=key, by=actor.id).first()
    if batch is None:
        raise NoAccess
    lines = [
        Line(
            each["reference"],
            tuple(Reason(code, why) for code, why in each["reasons"]),
            tuple(Reason(code, why) for code, why in each.get("warnings", ())),
        )
        for each in batch.lines
    ]
    return Verb(batch.verb), lines
