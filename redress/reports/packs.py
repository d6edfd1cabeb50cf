"""Regular packs: making one, sending the link to it, reading it, and who has read it.

A pack is kept as it was made. The e-mail holds a link and no figure and no name but the reader's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from redress.cases import outbox
from redress.people.models import Landlord, Membership, User
from redress.reports import kept
from redress.reports.gathered import Gathered
from redress.reports.models import Pack, PackReader
from redress.reports.pack_key import key_figures
from redress.reports.pack_sections import sections_of
from redress.reports.paper import Report
from redress.reports.snapshot import snapshot
from redress.rules.access import Actor
from redress.rules.packs import Due, Planned
from redress.rules.periods import Period

__all__ = ["Pack"]  # for pages, which import no models
MAIL = "pack"  # the kind of its messages
LONGEST = 400
TEXT = """{title}, {period}, is ready.

Open it here. You sign in first: there is nothing about anybody in this email.

{link}"""


@dataclass(frozen=True)
class Receipt:
    """Whether somebody was sent a pack, and when they first opened it."""

    name: str
    sent_at: datetime | None
    opened_at: datetime | None


def made_already(landlord: Landlord, due: Due) -> bool:
    """Whether this pack of this period is there."""
    rows = Pack.objects.filter(landlord=landlord, kind=due.kind.kind, period=due.period.text)
    return rows.exists()


def make(landlord: Landlord, planned: Planned, due: Due, now: datetime, today: date) -> Pack:
    """Make a pack as things stood at the end of the day before `today`, keep it, and send whom it
    is for a link. IntegrityError where it is there already: then nothing is sent."""
    return keep(landlord, planned, due, report_of(landlord, planned, due, today), now)


def keep(landlord: Landlord, planned: Planned, due: Due, report: Report, now: datetime) -> Pack:
    """Keep a pack that was made, and send whom it is for a link. IntegrityError as for `make`."""
    plain = kept.plain(report)
    with transaction.atomic():
        pack = Pack.objects.create(
            landlord=landlord,
            kind=due.kind.kind,
            period=due.period.text,
            title=report.title,
            named=planned.named[:LONGEST],
            clause=planned.clause[:LONGEST],
            governing_body=due.kind.governing_body,
            due_on=due.on,
            as_at=report.as_at,
            made_at=now,
            report=plain,
            digest=kept.digest_of(plain),
        )
        _send(pack, report.period, readers_of(landlord, planned), now)
    return pack


def report_of(landlord: Landlord, planned: Planned, due: Due, today: date) -> Report:
    """The pack of a period, as a report that every form is made from, read at one moment."""
    with snapshot():
        return _report_of(landlord, planned, due, today)


def _report_of(landlord: Landlord, planned: Planned, due: Due, today: date) -> Report:
    of = Gathered(landlord, due.period, today - timedelta(days=1), today)
    return Report(
        slug=landlord.slug,
        landlord=landlord.name,
        title=planned.kind.title,
        period=said(due.period),
        as_at=of.as_at,
        key=key_figures(of) if "answered" in planned.kind.sections else (),
        sections=sections_of(planned.kind.sections, of),
        notice="Invented cases: this is a demonstration." if landlord.demonstration else "",
        mode=f"For {planned.named} ({planned.clause}).",
    )


def said(period: Period) -> str:
    """A period at the beginning of a sentence: "Week of 23 to 29 November 2026"."""
    return period.label[:1].upper() + period.label[1:]


def readers_of(landlord: Landlord, planned: Planned) -> list[User]:
    """Whom a pack is for: everybody with an open account who holds one of its roles, once."""
    roles = [role.value for role in planned.kind.roles]
    held = Membership.objects.filter(landlord=landlord, role__in=roles, user__is_active=True)
    return list(User.objects.filter(pk__in=held.values("user")).order_by("name", "pk"))


def packs_of(
    landlord: Landlord,
    before: int | None = None,
    most: int = 50,
    kinds: Iterable[str] | None = None,
) -> list[Pack]:
    """The newest packs, those older than the pack `before` and of these kinds where that is given,
    without what they hold; each with its readers. Two queries."""
    rows = Pack.objects.filter(landlord=landlord).prefetch_related("readers")
    if kinds is not None:
        rows = rows.filter(kind__in=list(kinds))
    return kept.newest(rows, before, most)


def latest_of(landlord: Landlord) -> dict[str, Pack]:
    """The last pack of each kind, the newest first, without what it holds; each with its readers.
    Two queries."""
    kinds = Pack.objects.filter(landlord=landlord).order_by().values("kind")
    last = kinds.annotate(last=Max("pk")).values("last")
    rows = Pack.objects.filter(pk__in=last).defer("report").order_by("-pk")
    return {pack.kind: pack for pack in rows.prefetch_related("readers")}


def pack_of(landlord: Landlord, number: int) -> Pack | None:
    """One pack of this landlord, by its number."""
    return Pack.objects.filter(landlord=landlord, pk=number).first()


def opened(pack: Pack, actor: Actor, now: datetime) -> None:
    """Write down that somebody who is signed in opened it, the first time."""
    if actor.id is None:
        return
    made = PackReader(
        landlord_id=pack.landlord_id, pack=pack, user_id=actor.id, name=actor.name, opened_at=now
    )
    PackReader.objects.bulk_create([made], ignore_conflicts=True)
    pack.readers.filter(user=actor.id, opened_at=None).update(opened_at=now)


def receipts(pack: Pack) -> list[Receipt]:
    """Who was sent it or has opened it: whoever has not comes first, then by when."""
    found = [Receipt(row.name, row.sent_at, row.opened_at) for row in pack.readers.all()]
    return sorted(found, key=_order)


def _order(each: Receipt) -> tuple[bool, str, str]:
    when = each.opened_at.isoformat() if each.opened_at else ""
    return each.opened_at is not None, when, each.name


def _send(pack: Pack, period: str, people: Sequence[User], now: datetime) -> None:
    """One message each, in the transaction that makes the pack."""
    link = f"{settings.SITE_ADDRESS}/{pack.landlord.slug}/oversight/packs/{pack.pk}"
    text = TEXT.format(title=pack.title, period=period[:1].lower() + period[1:], link=link)
    PackReader.objects.bulk_create(
        PackReader(landlord=pack.landlord, pack=pack, user=each, name=each.name, sent_at=now)
        for each in people
    )
    for each in people:
        subject = f"{pack.title}: {period}"
        outbox.put_mail(pack.landlord, MAIL, each.name, each.email, subject, text, now)
