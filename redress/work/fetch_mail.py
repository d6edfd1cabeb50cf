"""The round that takes in e-mail: each mail once, whatever fails, and none is lost.

A mail is kept and decided before it is moved on in its box. Where moving fails it is known by its
place, and not taken again. Where the database is away, it stays in the box.
"""

import logging
from datetime import datetime

from django.db import DatabaseError, IntegrityError, transaction
from django.utils.timezone import localdate

from redress.cases import carrying, mail_in
from redress.cases.models.mail_item import WAITING, MailItem, MailPlace
from redress.people.models import Landlord
from redress.rules.mail_places import Why
from redress.work.bounces import bounce_of
from redress.work.mailboxes import Box, NotMoved, Unreachable, box_for

MOST = 200  # of one box in one turn
log = logging.getLogger("redress.work")


def run(now: datetime) -> int:
    """Take in what lies in every landlord’s box; gives how many mails were decided."""
    return sum(fetch(landlord, now) for landlord in Landlord.objects.order_by("pk"))


def fetch(landlord: Landlord, now: datetime, most: int = MOST) -> int:
    """Take in what lies in one landlord’s box, at most so many. A box that cannot be reached is
    said in the log, and tried again."""
    try:
        box = box_for(landlord)
    except Unreachable as error:
        log.warning("%s: %s", landlord.slug, error)
        return 0
    if box is None:
        return 0
    done = 0
    try:
        for key in _to_do(box)[:most]:
            done += _take(landlord, box, key, now)
    except Unreachable as error:
        log.warning("%s: %s", landlord.slug, error)
    finally:
        box.close()
    return done


def _to_do(box: Box) -> list[str]:
    """What lies in the box, what was not taken yet first. Places of what has gone are forgotten."""
    there = box.keys()
    known = MailPlace.objects.filter(box=box.name[:200])
    kept = set(known.filter(validity=box.validity).values_list("key", flat=True))
    gone = kept - set(there)
    if gone:
        known.filter(validity=box.validity, key__in=gone).delete()
    known.exclude(validity=box.validity).delete()  # the box counts anew
    return sorted(there, key=lambda key: key in kept)


def _take(landlord: Landlord, box: Box, key: str, now: datetime) -> bool:
    """Keep, decide, and move on. True where a mail was decided now."""
    item = _known(box, key)
    if item is None:
        arrived = box.take(key)
        if arrived is None:
            return False
        day = localdate(min(arrived.at, now))
        item = mail_in.keep(landlord, arrived.content, day, now)
        _remember(box, key, item)
    decided = item.state == WAITING
    if decided:
        _settle(item, now)
    try:
        box.move_on(key)
    except NotMoved as error:
        log.warning("%s: a mail cannot be moved on: %s", landlord.slug, error)
        return decided
    MailPlace.objects.filter(box=box.name[:200], validity=box.validity, key=key).delete()
    return decided


def _settle(item: MailItem, now: datetime) -> None:
    """Decide it; a fault of ours with one mail puts that before a person, and the others go on.
    A report that a letter of ours was not delivered counts, in whatever box it comes."""
    try:
        mail_in.settle(item, now)
        if item.why == Why.REPORT and (bounce := bounce_of(mail_in.content_of(item))):
            carrying.returned(bounce.message_id, f"Came back: {bounce.said}", now)
    except (DatabaseError, OSError):
        raise  # it passes: the mail stays where it is
    except Exception as error:
        log.exception("mail %s", item.pk)
        mail_in.park_faulty(item, now, type(error).__name__)


def _known(box: Box, key: str) -> MailItem | None:
    place = MailPlace.objects.filter(box=box.name[:200], validity=box.validity, key=key)
    found = place.select_related("item__landlord").first()
    return found.item if found else None


def _remember(box: Box, key: str, item: MailItem) -> None:
    try:
        with transaction.atomic():
            MailPlace.objects.create(
                landlord=item.landlord,
                box=box.name[:200],
                validity=box.validity,
                key=key,
                item=item,
            )
    except IntegrityError:  # another turn has noted it
        return


__all__ = ["fetch", "run"]
