"""E-mail that waits for a person, and what a person says of it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db import transaction
from django.db.models import Q, QuerySet

from redress.cases.access import NoAccess, get_case, visible
from redress.cases.mail_in import content_of, put
from redress.cases.models import Case
from redress.cases.models.mail_item import ENDED, NEW, ON_CASE, PARKED, MailItem
from redress.people.models import Landlord
from redress.rules.access import Actor, Verb
from redress.rules.mail import Mail
from redress.rules.mail_places import Ending, Place, Why
from redress.rules.mail_reading import read

PAGE = 50
LONGEST_NUMBER = 19  # digits that a row's number may have
LONGEST_REASON = 500


class Show(StrEnum):
    """Which e-mails are listed."""

    PARKED = "parked"
    ENDED = "ended"
    TAKEN = "taken"


STATES = {Show.PARKED: (PARKED,), Show.ENDED: (ENDED,), Show.TAKEN: (NEW, ON_CASE)}


@dataclass(frozen=True)
class Opened:
    """One e-mail, read. `suggestion` is the reference of the case it may belong to."""

    item: MailItem
    mail: Mail
    suggestion: str
    case: str

    @property
    def is_open(self) -> bool:
        """Whether somebody can say where it belongs."""
        return self.item.state in (PARKED, ENDED)


def listed(
    actor: Actor, landlord: Landlord, show: Show, after: str = ""
) -> tuple[list[MailItem], str]:
    """A page of e-mails that this person may see: what waits, the longest first, of the others the
    newest; with the mark for the next page, empty on the last. A mark that is not ours starts anew.
    """
    rows = _theirs(actor, landlord).filter(state__in=STATES[show])
    rows = rows.select_related("case", "suggested")
    if show is Show.PARKED:
        rows = rows.order_by("received_on", "id")
        day, _, number = after.partition(".")
        try:
            mark = date.fromisoformat(day), int(number[:LONGEST_NUMBER])
            rows = rows.filter(Q(received_on__gt=mark[0]) | Q(received_on=mark[0], id__gt=mark[1]))
        except ValueError:
            pass  # no mark: the first page, as the docstring says
    else:
        rows = rows.order_by("-id")
        if after.isdecimal() and len(after) < LONGEST_NUMBER:
            rows = rows.filter(id__lt=int(after))
    found = list(rows[: PAGE + 1])
    return found[:PAGE], _mark(found[PAGE - 1], show) if len(found) > PAGE else ""


def _mark(item: MailItem, show: Show) -> str:
    return f"{item.received_on}.{item.pk}" if show is Show.PARKED else str(item.pk)


def waiting(actor: Actor, landlord: Landlord) -> int:
    """How many e-mails wait for a person: over what waits alone."""
    return _theirs(actor, landlord).filter(state=PARKED).count()


def _theirs(actor: Actor, landlord: Landlord) -> QuerySet[MailItem]:
    """The e-mails that this person may see: none of a case, or that may be of one, that is hidden
    from them."""
    of_case = Q(case__isnull=True) | visible(actor, "case__")
    suggested = Q(suggested__isnull=True) | visible(actor, "suggested__")
    return MailItem.objects.filter(of_case, suggested, landlord=landlord)


def item_of(actor: Actor, landlord: Landlord, number: int) -> MailItem | None:
    """One e-mail by its number, if this person may see it."""
    rows = _theirs(actor, landlord).select_related("case", "suggested", "landlord")
    return rows.filter(pk=number).first() if number < 10**LONGEST_NUMBER else None


def opened(item: MailItem) -> Opened:
    """An e-mail, read as text. Nothing in it is fetched or carried out."""
    suggestion = item.suggested.reference if item.suggested else ""
    return Opened(
        item, read(content_of(item)), suggestion, item.case.reference if item.case else ""
    )


def of_case(row: Case) -> list[MailItem]:
    """The e-mails that made a case or came to it, for its page, the newest first."""
    return list(row.mail.order_by("-id")[:PAGE])


def make_case(actor: Actor, item: MailItem, now: datetime) -> MailItem | None:
    """Make a new case of an e-mail, on the day it came. None where the rules refuse."""
    return put(item, read(content_of(item)), Place(Ending.NEW), now, by=actor)


def put_on(actor: Actor, item: MailItem, reference: str, now: datetime) -> MailItem | None:
    """Put an e-mail on a case of the landlord. Raises `NoAccess` where this person may not see it;
    None where the rules refuse."""
    row = get_case(actor, item.landlord, reference, verb=Verb.RECEIVE_MESSAGE)
    where = Place(Ending.ON_CASE, None, row.pk)
    return put(item, read(content_of(item)), where, now, by=actor)


def not_for_us(actor: Actor, item: MailItem, reason: str, now: datetime) -> bool:
    """Say that nothing is to be done about an e-mail, and why. It is kept. False where somebody
    has settled it meanwhile, or there is no reason."""
    if not reason.strip():
        return False
    with transaction.atomic():
        locked = MailItem.objects.select_for_update().get(pk=item.pk)
        if locked.state != PARKED:
            return False
        locked.state, locked.why = ENDED, Why.NOT_FOR_US.value
        locked.note = reason.strip()[:LONGEST_REASON]
        locked.settled_at, locked.settled_by = now, actor.name
        locked.save()
    return True


__all__ = [
    "NoAccess", "Opened", "Show", "item_of", "listed", "make_case", "not_for_us", "of_case",
    "opened", "put_on", "waiting",
]  # fmt: skip
