"""The letters an action would issue, before it is done: nothing is written."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from redress.cases import letters
from redress.cases.access import get_case
from redress.cases.book import book_of
from redress.cases.facts import facts_of
from redress.cases.private import filled
from redress.people.models import Landlord
from redress.rules.access import Actor, Verb
from redress.rules.decision import Book, Context, Reason, Refused
from redress.rules.letters import RenderedLetter
from redress.rules.record import evolve
from redress.rules.stages import decide


@dataclass(frozen=True)
class Preview:
    """What would be sent, and what the action would go ahead in spite of."""

    letters: tuple[RenderedLetter, ...]
    warnings: tuple[Reason, ...]


def preview(
    actor: Actor,
    landlord: Landlord,
    reference: str,
    verb: Verb,
    given: Any,
    *,
    at: datetime,
    book: Book | None = None,
) -> Preview | Refused:
    """What `perform` would answer and issue at this moment; of a response that is sent for
    signature, what signing it now would issue. Raises what `perform` raises."""
    row = get_case(actor, landlord, reference)
    before = facts_of(row)
    context = Context(actor, localdate(at), book or book_of(row.landlord))
    answer = decide(verb, before, filled(verb, given, row), context)
    if isinstance(answer, Refused):
        return answer
    answer = replace(answer.would, warnings=answer.warnings) if answer.would else answer
    after = before
    for event in answer.events:
        after = evolve(after, event.patch)
    made = (letters.rendered(letter, row, after, context.today) for letter in answer.letters)
    return Preview(tuple(made), answer.warnings)
