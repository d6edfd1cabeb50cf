"""Offers of money over all cases of a landlord: owed, waiting for an answer, settled."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Q

from redress.cases.access import visible
from redress.cases.models import Offer
from redress.people.models import Landlord
from redress.rules.access import Actor
from redress.rules.facts_offers import Answer

PAGE = 50
LONGEST_NUMBER = 19  # digits that a row's number may have


class Show(StrEnum):
    """Which offers: what is owed comes first."""

    OWED = "owed"  # accepted and not paid
    WAITING = "waiting"  # no answer yet
    SETTLED = "settled"  # paid, or refused


WHICH: dict[Show, Q] = {
    Show.OWED: Q(answer=Answer.ACCEPTED.value, paid_on__isnull=True),
    Show.WAITING: Q(answer__isnull=True, paid_on__isnull=True),
    Show.SETTLED: Q(answer=Answer.REFUSED.value) | Q(paid_on__isnull=False),
}


@dataclass(frozen=True)
class Offered:
    """One offer of money, and its case in a few words."""

    reference: str
    number: int
    pounds: int
    offered_on: date
    pay_by: date | None
    answered_on: date | None
    refused: bool
    paid_on: date | None
    proof: str
    about: str
    handler: str


def offers_of_money(
    landlord: Landlord, actor: Actor, show: Show, after: str = ""
) -> tuple[list[Offered], str]:
    """A page of offers, the oldest first, of cases this person may see; with the mark to give for
    the next page, empty on the last. A mark that is not ours starts anew."""
    rows = (
        Offer.objects.filter(WHICH[show], visible(actor, "case__"), landlord=landlord)
        .filter(pounds__isnull=False)
        .select_related("case__handler")
        .order_by("offered_on", "id")
    )
    day, _, number = after.partition(".")
    try:
        mark = date.fromisoformat(day), int(number[:LONGEST_NUMBER])
        rows = rows.filter(Q(offered_on__gt=mark[0]) | Q(offered_on=mark[0], id__gt=mark[1]))
    except ValueError:
        pass  # no mark: the first page, as the docstring says
    found = list(rows[: PAGE + 1])
    more = f"{found[PAGE - 1].offered_on}.{found[PAGE - 1].pk}" if len(found) > PAGE else ""
    return [_offered(row) for row in found[:PAGE]], more


def _offered(row: Offer) -> Offered:
    case = row.case
    return Offered(
        reference=case.reference,
        number=row.number,
        pounds=row.pounds or 0,
        offered_on=row.offered_on,
        pay_by=row.pay_by,
        answered_on=row.answered_on,
        refused=row.answer == Answer.REFUSED,
        paid_on=row.paid_on,
        proof=row.proof,
        about=case.category or case.service or case.description[:80],
        handler=case.handler.name if case.handler else "",
    )
