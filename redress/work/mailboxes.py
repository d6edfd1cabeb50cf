"""Mailboxes to which e-mail comes: over IMAP, or a Maildir folder on this machine.

A box says what lies in it by keys, gives one mail at a time and moves on what has been decided. It
deletes nothing. What cannot be reached is `Unreachable`, and what cannot be moved `NotMoved`.
"""

import imaplib
import re
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from redress.people.models import Landlord

SECONDS = 30
LOOPBACK = ("127.0.0.1", "::1", "localhost")
RECEIVED = re.compile(rb"(?im)^received:.*?;\s*([^\r\n]+(?:\r?\n[ \t][^\r\n]+)*)", re.DOTALL)
LOST = (OSError, imaplib.IMAP4.error)


class Unreachable(Exception):
    """The box cannot be opened or read now. Its mail stays where it is."""


class NotMoved(Exception):
    """A mail cannot be moved on. It stays in the box and is not taken again."""


@dataclass(frozen=True)
class Arrived:
    """A mail as it lies in a box, and when it came there."""

    content: bytes
    at: datetime


class Box(Protocol):
    """A mailbox."""

    @property
    def name(self) -> str:
        """What it is known by, the same for ever."""
        ...

    @property
    def validity(self) -> str:
        """Until when its keys mean the same."""
        ...

    def keys(self) -> list[str]:
        """What lies in it, the oldest first."""
        ...

    def take(self, key: str) -> Arrived | None:
        """One mail; None where it is not there any more."""
        ...

    def move_on(self, key: str) -> None:
        """Put a mail out of the way, where it is kept."""
        ...

    def close(self) -> None:
        """The turn is over."""
        ...


class Folder:
    """A Maildir folder: what is in `new` is taken, and moved to `cur`, which keeps it."""

    validity = "1"

    def __init__(self, path: Path) -> None:
        self.path, self.name = path, f"maildir:{path}"
        if not (path / "new").is_dir():
            raise Unreachable(f"There is no Maildir folder at {path}")

    def keys(self) -> list[str]:
        """The names of the files, by which Maildir orders them."""
        return sorted(each.name for each in (self.path / "new").iterdir() if each.is_file())

    def take(self, key: str) -> Arrived | None:
        """The file, and when the last server had it, by its own line; else the file’s time."""
        path = self.path / "new" / key
        try:
            content, changed = path.read_bytes(), path.stat().st_mtime
        except FileNotFoundError:
            return None
        return Arrived(content, _came(content) or datetime.fromtimestamp(changed, UTC))

    def move_on(self, key: str) -> None:
        """Move it to `cur`, marked as seen."""
        try:
            (self.path / "cur").mkdir(exist_ok=True)
            (self.path / "new" / key).replace(self.path / "cur" / f"{key.split(':')[0]}:2,S")
        except OSError as error:
            raise NotMoved(str(error)) from error

    def close(self) -> None:
        """Nothing is open."""


def _came(content: bytes) -> datetime | None:
    """When the last server took it, by the uppermost line that servers write."""
    head = content[:65_536].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    found = RECEIVED.search(head + b"\n")
    if not found:
        return None
    try:
        moment = parsedate_to_datetime(" ".join(found[1].decode("ascii", "replace").split()))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Where:
    """Where and how a mailbox is reached over IMAP."""

    host: str
    port: int
    folder: str
    tls: bool
    user: str
    password: str


class Imap:
    """A folder of an IMAP server (RFC 3501). What was decided moves to another folder there."""

    def __init__(self, where: Where, done: str) -> None:
        self.where, self.done = where, done
        self.name = f"imap:{where.user}@{where.host}:{where.port}/{where.folder}"
        try:
            self.line = self._connected()
        except LOST as error:
            raise Unreachable(f"The mailbox cannot be reached: {error}") from error
        try:
            self.line.login(where.user, where.password)
            self.validity = self._opened()
        except LOST as error:
            self.line.shutdown()
            raise Unreachable(f"The mailbox cannot be opened: {error}") from error

    def _connected(self) -> imaplib.IMAP4:
        where = self.where
        if not where.tls:
            return imaplib.IMAP4(where.host, where.port, timeout=SECONDS)
        trusted = ssl.create_default_context()
        return imaplib.IMAP4_SSL(where.host, where.port, ssl_context=trusted, timeout=SECONDS)

    def _opened(self) -> str:
        answer, _ = self.line.select(_quoted(self.where.folder))
        if answer != "OK":
            raise imaplib.IMAP4.error(f"there is no folder {self.where.folder}")
        said = self.line.response("UIDVALIDITY")[1]
        return said[0].decode() if said and said[0] else "0"

    def keys(self) -> list[str]:
        """The UIDs of what is not marked as deleted."""
        found = self._ask("SEARCH", "UNDELETED")
        return found[0].decode().split() if found and found[0] else []

    def take(self, key: str) -> Arrived | None:
        """The mail, not marked as read, and when it came to the server."""
        for part in self._ask("FETCH", key, "(INTERNALDATE BODY.PEEK[])"):
            if isinstance(part, tuple):
                moment = imaplib.Internaldate2tuple(part[0])
                at = datetime(*moment[:6]).astimezone(UTC) if moment else datetime.now(UTC)
                return Arrived(part[1], at)
        return None

    def move_on(self, key: str) -> None:
        """Move it (RFC 6851), or copy it and mark it as deleted where the server knows no MOVE."""
        try:
            if "MOVE" not in self.line.capabilities:
                self._copied(key)
            elif self.line.uid("MOVE", key, _quoted(self.done))[0] != "OK":
                self.line.create(_quoted(self.done))
                answer, said = self.line.uid("MOVE", key, _quoted(self.done))
                if answer != "OK":
                    raise NotMoved(str(said))
        except LOST as error:
            raise NotMoved(str(error)) from error

    def _copied(self, key: str) -> None:
        for again in (True, False):
            if self.line.uid("COPY", key, _quoted(self.done))[0] == "OK":
                self.line.uid("STORE", key, "+FLAGS.SILENT", "(\\Deleted)")
                self.line.expunge()
                return
            if again:
                self.line.create(_quoted(self.done))
        raise NotMoved("it cannot be copied")

    def _ask(self, *words: str) -> list[Any]:
        try:
            answer, said = self.line.uid(*words)
        except LOST as error:
            raise Unreachable(f"The mailbox does not answer: {error}") from error
        if answer != "OK":
            raise Unreachable(f"The mailbox answers {answer}")
        return said or []

    def close(self) -> None:
        """End the session in order. What it was marked with was written before."""
        try:
            self.line.logout()
        except LOST:
            self.line.shutdown()


def _quoted(folder: str) -> str:
    return '"' + folder.replace("\\", "\\\\").replace('"', '\\"') + '"'


def box_for(landlord: Landlord) -> Box | None:
    """The landlord’s mailbox, opened; None where none is set. Raises `Unreachable`."""
    address = settings.MAIL_IN.get(landlord.slug, "")
    if not address and Landlord.objects.count() == 1:
        address = settings.MAIL_IN.get("", "")
    if not address:
        return None
    if address.startswith("maildir:"):
        return Folder(Path(address.removeprefix("maildir:")))
    return Imap(where_of(address, landlord.slug), settings.MAIL_IN_DONE)


def where_of(address: str, slug: str) -> Where:
    """`imaps://user@host:port/folder` taken apart; the password is a setting of its own. Raises
    ImproperlyConfigured for anything else, and for a line that others could read."""
    parts = urlsplit(address)
    tls, host = parts.scheme == "imaps", parts.hostname or ""
    if parts.scheme not in ("imap", "imaps") or not host or (not tls and host not in LOOPBACK):
        raise ImproperlyConfigured(
            "REDRESS_MAIL_IN must read imaps://user@host:port/folder or maildir:/folder"
        )
    passwords = settings.MAIL_IN_PASSWORD
    return Where(
        host,
        parts.port or (993 if tls else 143),
        unquote(parts.path.strip("/")) or "INBOX",
        tls,
        unquote(parts.username or ""),
        passwords.get(slug, passwords.get("", "")),
    )
