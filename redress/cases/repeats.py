"""Cases at hand while a contact is written down: open ones near by, and what may be a repeat."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Max, Q

from redress.cases.access import visible
from redress.cases.models import Case
from redress.people.models import Landlord, Resident
from redress.rules.access import Actor, may_read_cases
from redress.rules.facts import Kind, State
from redress.rules.repeats import Likeness, alike

LOOKED_AT = 60  # the newest cases of a resident, a home or a block
BACK = timedelta(days=366)  # a repeat within 12 months may be a remedy that failed
OVER = (State.CLOSED, State.REFUSED, State.ESCALATION_REFUSED, State.WITHDRAWN)


@dataclass(frozen=True)
class Near:
    """A case of the same resident, home or block (`whose` says which).

    `answered_on` is the day of the last answer of one that is over. `likeness` is set where it may
    be the same matter; `failed_remedy` where that was answered within 12 months. Somebody who may
    not read cases is told that it is there, and no word of it.
    """

    reference: str
    kind: Kind
    state: State
    received_on: date
    whose: str
    about: str
    answered_on: date | None = None
    likeness: Likeness | None = None

    @property
    def is_open(self) -> bool:
        """Whether something is still to come on it."""
        return self.state not in OVER

    @property
    def failed_remedy(self) -> bool:
        """Whether the same matter was answered and is back."""
        return self.likeness is not None and self.answered_on is not None


def near(
    actor: Actor,
    landlord: Landlord,
    *,
    resident: Resident | None,
    postcode: str,
    text: str,
    today: date,
) -> list[Near]:
    """Open cases near by, and those of the last 12 months whose words are like `text`.

    `postcode` is that of a home not yet on record. The most alike come first, then the newest. Two
    queries. Cases that this person may not see leave no trace; who may not read cases learns only
    of the resident's own.
    """
    reads = may_read_cases(actor)
    rows = _rows(actor, landlord, resident, postcode if reads else "", reads, today)
    likenesses = alike(text, {row.reference: _text(row) for row in rows}) if reads else {}
    found = [_near(row, resident, likenesses.get(row.reference), reads) for row in rows]
    kept = [each for each in found if each.is_open or each.likeness]
    return sorted(kept, key=lambda each: -(each.likeness.score if each.likeness else 0))


def _rows(
    actor: Actor,
    landlord: Landlord,
    resident: Resident | None,
    postcode: str,
    reads: bool,
    today: date,
) -> list[Any]:
    whose = Q(pk__in=[])
    if resident is not None:
        whose |= Q(resident=resident)
        home = resident.home
        if reads and home is not None:
            whose |= Q(resident__home=home)
            postcode = home.postcode or postcode
    if postcode:
        whose |= Q(resident__home__postcode=postcode, resident__home__landlord=landlord)
    rows = Case.objects.filter(whose, visible(actor), landlord=landlord)
    rows = rows.annotate(answered_on=Max("stages__ended_on"))
    rows = rows.filter(~Q(state__in=OVER) | Q(answered_on__gte=today - BACK))
    rows = rows.select_related("resident__home").prefetch_related("issues")
    return list(rows.order_by("-received_on", "-id")[:LOOKED_AT])


def _text(row: Case) -> str:
    return " ".join([row.description, row.category, *(issue.summary for issue in row.issues.all())])


def _near(row: Any, resident: Resident | None, likeness: Likeness | None, reads: bool) -> Near:
    return Near(
        reference=row.reference,
        kind=Kind(row.kind),
        state=State(row.state),
        received_on=row.received_on,
        whose=_whose(row, resident),
        about=(row.category or row.service or row.description[:80]) if reads else "",
        answered_on=row.answered_on,
        likeness=likeness,
    )


def _whose(row: Case, resident: Resident | None) -> str:
    if resident is not None and row.resident_id == resident.pk:
        return "This resident"
    theirs = row.resident.home_id if row.resident else None
    return "This home" if resident and theirs and theirs == resident.home_id else "This block"
