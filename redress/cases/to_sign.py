"""What waits for a signature: the list, the letter as it will go, and what changed in it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from redress.cases import letters
from redress.cases.access import visible
from redress.cases.book import book_of
from redress.cases.models import Case, Look, Submission
from redress.people.cover import with_covers
from redress.people.models import Landlord, User
from redress.rules import sign_off
from redress.rules.access import DECIDERS, Actor
from redress.rules.actions import sign
from redress.rules.decision import Context
from redress.rules.facts import CaseFacts, SubmissionFacts, Submitted
from redress.rules.letters import RenderedLetter
from redress.rules.record import evolve
from redress.rules.stages import RUNNING

MOST = 100  # rows of the list
SIGNED_IN = [state.value for state in RUNNING]  # while a stage runs


@dataclass(frozen=True)
class Waiting:
    """One response or refusal that waits. `wrote` is who sent it in."""

    reference: str
    resident: str
    about: str
    stage: int
    wrote: str
    submitted_on: date
    refusal: bool
    due_on: date | None


def to_sign(landlord: Landlord, actor: Actor, today: date) -> tuple[Waiting, ...]:
    """The responses and refusals that this person may sign today, for themselves or for somebody
    they cover: those due first, never their own. Three queries, however many cases there are.

    A limit on money, and a quick answer whose days have passed, are judged when it is opened.
    """
    acting = with_covers(actor, landlord, today)
    if not acting.roles & DECIDERS:
        return ()
    signers = [who.value for who in sign_off.signs_as(acting)]
    rows = (
        Submission.objects.filter(
            landlord=landlord, settled__isnull=True, signer__in=["", *signers]
        )
        .filter(visible(actor, "case__"))
        .filter(case__state__in=SIGNED_IN)
        .exclude(submitted_by=actor.id)
        .select_related("case__resident")
        .order_by("case__next_due", "id")[:MOST]
    )
    found = list(rows)
    names = dict(
        User.objects.filter(pk__in={row.submitted_by for row in found}).values_list("pk", "name")
    )
    return tuple(_waiting(row, names) for row in found)


def _waiting(row: Submission, names: dict[int, str]) -> Waiting:
    case = row.case
    return Waiting(
        reference=case.reference,
        resident=case.resident.name if case.resident else "No name given",
        about=case.category or case.service or case.description[:80],
        stage=row.stage,
        wrote=names.get(row.submitted_by or 0, ""),
        submitted_on=row.submitted_on,
        refusal=row.kind != Submitted.RESPONSE,
        due_on=case.next_due,
    )


def letters_of(
    row: Case, case: CaseFacts, text: SubmissionFacts, actor: Actor, at: datetime
) -> list[RenderedLetter]:
    """The letters that a text makes if this person signs it now, whatever stands against it."""
    context = Context(actor, localdate(at), book_of(row.landlord))
    decision = sign.issued(case, text, context)
    after = case
    for event in decision.events:
        after = evolve(after, event.patch)
    return [letters.rendered(each, row, after, context.today) for each in decision.letters]


def looked_before(row: Case, case: CaseFacts, actor: Actor) -> SubmissionFacts | None:
    """The last text before the one that waits that this person has looked at, and note that they
    look at this one. None where they see the response for the first time."""
    waiting = case.waiting
    if waiting is None or actor.id is None:
        return None
    Look.objects.get_or_create(
        landlord_id=row.landlord_id, case=row, user_id=actor.id, number=waiting.number
    )
    seen = set(
        Look.objects.filter(case=row, user=actor.id, number__lt=waiting.number).values_list(
            "number", flat=True
        )
    )
    before = [each for each in case.submissions if each.number in seen]
    alike = before and (before[-1].stage, before[-1].kind) == (waiting.stage, waiting.kind)
    return before[-1] if alike else None
