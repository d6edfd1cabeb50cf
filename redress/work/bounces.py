"""Mail that came back: found by the message it names, and never made into anything else.

Bounces are read from a Maildir folder to which the landlord's mail server delivers what is sent to
the bounce address. Reading one changes at most one message; no answer is ever sent, so nothing can
go round in circles.
"""

import email
import logging
import mailbox
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings

from redress.cases import carrying

LARGEST = 10 * 1024 * 1024  # of a mail that is read
OURS = re.compile(r"\b([0-9a-f]{32})@|\+([0-9a-f]{32})@")
log = logging.getLogger("redress.work")


@dataclass(frozen=True)
class Bounce:
    """A report that one of our messages was not delivered, and why, in the server's words."""

    message_id: str
    said: str


def bounce_of(content: bytes) -> Bounce | None:
    """The bounce that a mail is; None for any other mail, such as "your message is delayed", an
    answer by a machine, or spam. A report counts (RFC 3464) that says "failed" with a status 5.x.x
    and names a message of ours, in its address or in the message it returns."""
    mail = email.message_from_bytes(content, policy=policy.default)
    if not isinstance(mail, EmailMessage) or mail.get_content_type() != "multipart/report":
        return None
    failed = [part for part in _reports(mail) if part.get("Action", "").strip().lower() == "failed"]
    names = _named(mail)
    if not failed or not names:
        return None
    report = failed[0]
    said = report.get("Diagnostic-Code") or report.get("Status") or "No reason was given."
    return Bounce(names[0], " ".join(str(said).split())[:900])


def _reports(mail: EmailMessage) -> Iterator[EmailMessage]:
    """The parts of a delivery report, one for each recipient."""
    for part in mail.walk():
        if part.get_content_type() == "message/delivery-status":
            payload = part.get_payload()
            yield from (each for each in payload if isinstance(each, EmailMessage))


def _named(mail: EmailMessage) -> list[str]:
    """Message ids of ours that the mail names: where it was sent to, then what it returns."""
    texts = [str(mail.get(name, "")) for name in ("To", "Delivered-To", "X-Original-To")]
    for part in mail.walk():
        if part.get_content_type() in ("message/rfc822", "text/rfc822-headers"):
            texts.append(part.as_string()[:20_000])
    found = [match for text in texts for match in OURS.findall(text)]
    return [one or other for one, other in found]


def read_bounces(now: datetime) -> int:
    """Read the folder's new mail; gives how many messages were found to have come back.

    Each mail is moved out of the way once it is read, whatever it was: `cur` keeps it for a person.
    """
    if not settings.BOUNCE_FOLDER:
        return 0
    folder, found = mailbox.Maildir(settings.BOUNCE_FOLDER, create=False), 0
    for key in list(folder.keys()):
        info = folder.get_message(key) if _is_new(folder, key) else None
        if info is None:
            continue
        found += _read(folder.get_bytes(key), now)
        info.set_subdir("cur")
        info.add_flag("S")
        folder[key] = info
    return found


def _is_new(folder: mailbox.Maildir, key: str) -> bool:
    path = Path(settings.BOUNCE_FOLDER) / "new" / key
    if path.is_file() and path.stat().st_size > LARGEST:
        log.warning("a mail of more than %s bytes in the folder of bounces is left", LARGEST)
        return False
    return path.is_file()


def _read(content: bytes, now: datetime) -> bool:
    bounce = bounce_of(content)
    if bounce is None:
        return False
    return carrying.returned(bounce.message_id, f"Came back: {bounce.said}", now)
