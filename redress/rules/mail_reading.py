"""Reading an e-mail with the standard library, whatever came: nothing here raises.

What cannot be read gives a mail with its `problem`, and as much of its head as can be. A mail is
bounded before it is parsed, for parts in parts cost more than they weigh.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from redress.rules.mail import Attached, Automatic, Mail, Original, Problem
from redress.rules.mail_forwarded import original_in, original_of
from redress.rules.mail_text import cleaned, decoded, from_html, one_line, without_quoted

LARGEST = 30 * 1024 * 1024  # bytes that are parsed whole
BEGINNING = 512 * 1024  # of one that is larger, or nested too deeply
MOST_PARTS = 200  # that are looked at
MOST_BOUNDARIES = 60  # multiparts in one mail
MOST_HEADS = 1_000  # lines that a part of a mail begins with
MOST_FILES = 60
LONGEST_ID = 250
# What the library raises for what it cannot read, as it was found to.
FAULTS = (
    MessageError, ValueError, LookupError, TypeError, AttributeError, AssertionError,
    RecursionError,
)  # fmt: skip
PART = re.compile(rb"(?im)^content-type:")
BOUNDARY = re.compile(rb"(?i)boundary\s*=")
OWN_LINES = re.compile(rb"(?im)^(?:from|date|subject|to):.*$")
SENT_TO = ("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To")
AUTO_SUBJECT = re.compile(
    r"(?i)^\s*(automatic reply|auto(matic)?[- ]?(reply|response)|out of (the )?office|autoreply)\b"
)
LOCKED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted")
TNEF = ("application/ms-tnef", "application/vnd.ms-tnef")
ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,190}")
CALENDAR = re.compile(r"(?im)^(SUMMARY|DTSTART|LOCATION|DESCRIPTION)[^:\n]*:(.*)$")


def read(content: bytes) -> Mail:
    """The mail that these bytes are. Never raises, and never looks at anything outside them."""
    problem = None
    if len(content) > LARGEST:
        problem = Problem.LARGE
    elif (
        len(BOUNDARY.findall(content)) > MOST_BOUNDARIES or len(PART.findall(content)) > MOST_HEADS
    ):
        problem = Problem.NESTED
    if problem:
        return _beginning(content, problem)
    try:
        return _read(message_from_bytes(content, policy=policy.compat32))
    except FAULTS:
        return _beginning(content, Problem.BROKEN)


def digest_of(content: bytes) -> str:
    """By what an e-mail is known: SHA-256 of its Message-ID and of its body, in hexadecimal. What
    servers write above it on its way changes nothing. One without an id is known by all of it but
    those lines."""
    head, _, body = content.replace(b"\r\n", b"\n").partition(b"\n\n")
    found = re.search(rb"(?im)^message-id:\s*(\S.*)$", head)
    name = found[1].strip() if found else b"\n".join(OWN_LINES.findall(head)) or head
    digest = hashlib.sha256(name + b"\n\n")
    digest.update(body)
    return digest.hexdigest()


def _beginning(content: bytes, problem: Problem) -> Mail:
    """The head of a mail and the first text in it, read from its first half a megabyte with one
    boundary at most. Its files are not taken."""
    head, _, body = content[:BEGINNING].replace(b"\r\n", b"\n").partition(b"\n\n")
    try:
        top = message_from_bytes(head + b"\n\n", policy=policy.compat32)
        mail = _head(top)
    except FAULTS:
        return Mail(problem=Problem.BROKEN)
    text = _first_text(body) if problem is not Problem.BROKEN else ""
    left = ("The mail is not read whole. Open it as it came.",)
    return replace(mail, text=without_quoted(cleaned(text)), problem=problem, left_out=left)


def _first_text(body: bytes) -> str:
    """The first plain text in a body of parts, found without taking all of them apart."""
    for found in re.finditer(rb"(?i)content-type:\s*text/plain([^\n]*)", body):
        head, _, rest = body[found.start() :].partition(b"\n\n")
        ends = re.search(rb"(?m)^--\S", rest)
        part = head[:2_000] + b"\n\n" + (rest[: ends.start()] if ends else rest)
        try:
            text = _text_of(message_from_bytes(part, policy=policy.compat32))
        except FAULTS:
            continue
        if text.strip():
            return text
    return ""


def _read(mail: Message) -> Mail:
    head = _head(mail)
    plain: list[str] = []
    html: list[str] = []
    files: list[Attached] = []
    left: list[str] = []
    problem = None
    for part in _parts(mail):
        kind = part.get_content_type()
        if kind in LOCKED:
            problem = Problem.LOCKED
        elif kind in TNEF:
            left.append("winmail.dat: Outlook’s own form, which is not read. Open the mail itself.")
        elif kind == "message/rfc822":
            files.append(_enclosed(part))
        elif kind in ("text/plain", "text/html") and not _is_file(part):
            (plain if kind == "text/plain" else html).append(_text_of(part))
        elif kind == "text/calendar":
            plain.append(_calendar(_text_of(part)))
        elif len(files) < MOST_FILES:
            files.append(_file(part, len(files) + 1))
        else:
            left.append("More files than are taken from one mail.")
    whole = _words_of(plain, html)
    inside = [file.content for file in files if file.content_type == "message/rfc822"]
    original = _inner(inside) or original_in(whole, head.subject)
    return replace(
        head,
        text=whole if original else without_quoted(whole),
        attached=tuple(files),
        problem=problem,
        original=original,
        left_out=tuple(dict.fromkeys(left)),
    )


def _inner(inside: list[bytes]) -> Original | None:
    """The mail that was passed on as a file."""
    if len(inside) != 1:
        return None
    try:
        inner = message_from_bytes(inside[0], policy=policy.compat32)
        head, parts = _head(inner), list(_parts(inner))
        plain = [_text_of(part) for part in parts if part.get_content_type() == "text/plain"]
        html = [_text_of(part) for part in parts if part.get_content_type() == "text/html"]
    except FAULTS:
        return None
    return original_of(head, _words_of(plain, html))


def _words_of(plain: list[str], html: list[str]) -> str:
    """What a person reads: the plain text, or where there is none the HTML’s."""
    return cleaned("\n\n".join(plain)) or cleaned("\n\n".join(map(from_html, html)))


def _parts(mail: Message) -> Iterator[Message]:
    """The parts that hold something, in order, without going into a mail in the mail; no more than
    are looked at."""
    waiting, seen = [mail], 0
    while waiting and seen < MOST_PARTS:
        part, seen = waiting.pop(), seen + 1
        below = part.get_payload() if part.is_multipart() else None
        if part.get_content_type() in LOCKED:
            yield part
        elif isinstance(below, list) and part.get_content_type() != "message/rfc822":
            waiting.extend(reversed([each for each in below if isinstance(each, Message)]))
        else:
            yield part


def _is_file(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(_filename(part))


def _filename(part: Message) -> str:
    try:
        return part.get_filename() or ""
    except FAULTS:
        return ""


def _payload(part: Message) -> bytes:
    """What a part holds, its encoding undone as far as it can be."""
    try:
        content = part.get_payload(decode=True)
    except FAULTS:
        content = None
    if isinstance(content, bytes):
        return content
    text = part.get_payload()
    return text.encode("utf-8", errors="replace") if isinstance(text, str) else b""


def _text_of(part: Message) -> str:
    try:
        charset = part.get_content_charset() or "utf-8"
    except FAULTS:
        charset = "utf-8"
    return decoded(_payload(part), charset)


def _file(part: Message, number: int) -> Attached:
    ending = part.get_content_subtype().split("+")[-1]
    name = one_line(_filename(part), 200) or f"attachment {number}.{ending}"
    return Attached(name, part.get_content_type(), _payload(part))


def _enclosed(part: Message) -> Attached:
    """A mail in the mail, as a file."""
    below = part.get_payload()
    inner = below[0] if isinstance(below, list) and below else None
    try:
        content = inner.as_bytes() if isinstance(inner, Message) else _payload(part)
        subject = one_line(str(inner["Subject"] or ""), 80) if isinstance(inner, Message) else ""
    except FAULTS:
        content, subject = _payload(part), ""
    name = one_line(_filename(part), 200) or f"{subject or 'message'}.eml"
    return Attached(name, "message/rfc822", content)


def _calendar(text: str) -> str:
    """What an invitation says, in lines."""
    said = [f"{name.capitalize()}: {value.strip()}" for name, value in CALENDAR.findall(text)]
    return "\n".join(["Calendar", *said[:20]])


def _head(mail: Message) -> Mail:
    """What the headers say."""
    names = _people([_header(mail, "From")])
    name, address = names[0] if names else ("", "")
    sent_to = _people([value for header in SENT_TO for value in _headers(mail, header)])
    subject = one_line(_header(mail, "Subject"), 300)
    ids = " ".join([*_headers(mail, "In-Reply-To"), *_headers(mail, "References")])
    return Mail(
        message_id=one_line(_header(mail, "Message-ID"), LONGEST_ID),
        name=one_line(_words(name), 200),
        address=_address(address),
        to=tuple(dict.fromkeys(_address(each) for _, each in sent_to if each)),
        subject=subject,
        sent_on=_day(_header(mail, "Date")),
        names=tuple(re.findall(r"<([^<>\s]{1,250})>", ids)[-100:]),
        automatic=_automatic(mail, subject, address),
    )


def _people(values: list[str]) -> list[tuple[str, str]]:
    """Names and addresses; of a header that the library cannot read, what looks like addresses."""
    try:
        return getaddresses([value[:20_000] for value in values])
    except FAULTS:
        return [("", found) for value in values for found in ADDRESS.findall(value[:20_000])]


def _headers(mail: Message, name: str) -> list[str]:
    """Every header of that name, decoded; one that the library cannot read, as it stands."""
    found = [value for key, value in mail.raw_items() if key.lower() == name.lower()]
    return [_words(str(value).replace("\n", " ").replace("\r", " ")) for value in found]


def _header(mail: Message, name: str) -> str:
    found = _headers(mail, name)
    return found[0] if found else ""


def _words(value: str) -> str:
    """A header’s encoded words undone, and bytes that stand in it bare read as text."""
    bare = value.encode("utf-8", errors="surrogateescape")
    value = decoded(bare, "utf-8")
    try:
        text = str(make_header(decode_header(value)))
    except FAULTS:
        text = value
    return text.encode("utf-8", errors="replace").decode("utf-8", errors="replace")


def _address(text: str) -> str:
    address = one_line(text, 254).casefold()
    return address if address.count("@") == 1 and " " not in address else ""


def _day(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text).date()
    except FAULTS:
        return None


def _automatic(mail: Message, subject: str, address: str) -> Automatic | None:
    """What a machine sent (RFC 3834), by its headers, its envelope’s sender or its subject."""
    kind = mail.get_content_type()
    submitted = _header(mail, "Auto-Submitted").split(";")[0].strip().lower()
    precedence = _header(mail, "Precedence").strip().lower()
    machine = address.split("@")[0].lower() in ("mailer-daemon", "postmaster")
    if kind == "multipart/report" or machine or _header(mail, "Return-Path").strip() == "<>":
        return Automatic.REPORT
    replied = any(_header(mail, each) for each in ("X-Autoreply", "X-Autorespond"))
    if submitted == "auto-replied" or precedence == "auto_reply" or replied:
        return Automatic.REPLY
    if AUTO_SUBJECT.match(subject):
        return Automatic.REPLY
    if _header(mail, "X-Spam-Flag").strip().lower() == "yes":
        return Automatic.SPAM
    if precedence in ("bulk", "list", "junk") or _header(mail, "List-Id"):
        return Automatic.BULK
    return Automatic.GENERATED if submitted not in ("", "no") else None
