"""Hard e-mails, generated: what each is, and what must become of it. `bench/mail_corpus.py` shows
the run as a table, in which every one is accounted for."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256

MARY = "Mary Osei <mary@example.org>"
TO = "complaints@landlord.example"
RECEIVED = "from mx.example by landlord.example; Tue, 5 May 2026 10:00:00 +0100"
STAFF = "Sam Roy <sam.roy@landlord.example>"
PHOTO = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


@dataclass(frozen=True)
class Known:
    """What the landlord has: the address of a case whose resident is Mary, a message id and a
    reference of it; the reference and the address of a case of another landlord."""

    answer_to: str
    message_id: str
    reference: str
    theirs: str
    their_answer_to: str


@dataclass(frozen=True)
class Hard:
    """One e-mail: its name, its bytes, and where it must end (`rules.mail_places`), with why."""

    name: str
    content: bytes
    ending: str
    why: str = ""


def letter(text: str = "The ceiling leaks.", sender: str = MARY, **headers: str) -> EmailMessage:
    """A plain mail; a header of None is left out."""
    mail, told = EmailMessage(policy=SMTP), f"{text} {sender} {sorted(headers.items())}"
    mail["Received"] = RECEIVED
    mail["From"], mail["To"] = sender, headers.pop("To", TO)
    mail["Subject"] = headers.pop("Subject", "The ceiling")
    mail["Message-ID"] = f"<{sha256(told.encode()).hexdigest()[:32]}@example.org>"
    mail["Date"] = "Tue, 5 May 2026 09:59:00 +0100"
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    return mail


def of(name: str) -> str:
    """A stranger of this name."""
    return f"{name} <{name.lower()}@stranger.example>"


def raw(name: str, body: bytes, head: str) -> bytes:
    """A mail that no program would write."""
    top = (
        f"Received: {RECEIVED}\r\nFrom: {of(name)}\r\nTo: {TO}\r\nSubject: {name}\r\n"
        f"Message-ID: <{name.lower()}@stranger.example>\r\nMIME-Version: 1.0\r\n{head}\r\n"
    )
    return top.encode() + body


def corpus(known: Known) -> list[Hard]:
    """Every one of them, in an order that does not matter."""
    return [*_plain(), *_shapes(), *_threads(known), *_machines(known), *_passed_on(), *_broken()]


def new(name: str, content: EmailMessage | bytes) -> Hard:
    return Hard(name, bytes(content), "new")


def parked(name: str, content: EmailMessage | bytes, why: str) -> Hard:
    return Hard(name, bytes(content), "parked", why)


def ended(name: str, content: EmailMessage | bytes, why: str) -> Hard:
    return Hard(name, bytes(content), "ended", why)


def _plain() -> Iterator[Hard]:
    """Charsets and encodings."""
    yield new("plain text", letter(sender=of("Ann")))
    yield new("right to left", letter("السقف يسرب الماء", of("Bilal")))
    yield new("emoji and a long line", letter("💧" * 3_000, of("Cleo")))
    yield new("nothing but a subject", letter("", of("Dev"), Subject="Nobody came"))
    for number, charset in enumerate(("iso-8859-1", "windows-1252", "utf-16", "koi8-r", "big5")):
        body = "It leaks".encode(charset)
        head = f"Content-Type: text/plain; charset={charset}\r\n"
        yield new(f"in {charset}", raw(f"Charset{number}", body, head))
    wrong = "Content-Type: text/plain; charset=no-such\r\n"
    yield new("a charset that is none", raw("Eve", "Café leaks".encode(), wrong))
    bad64 = "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n"
    yield new("base64 that is none", raw("Fay", b"!!! It leaks !!!", bad64))
    yield new("bare bytes in its head", raw("Gus", b"It leaks", "X-Odd: \xff\r\n"))
    yield new("nulls in its text", raw("Hal", b"It \x00leaks\x00", ""))


def _shapes() -> Iterator[Hard]:
    """Parts and files."""
    html = letter("", of("Ida"))
    html.set_content("<p>It <b>leaks</b><img src='http://track.example/x.gif'>", subtype="html")
    yield new("HTML with a picture that reports", html)
    both = letter(sender=of("Jon"))
    both.add_alternative("<p>The ceiling leaks.", subtype="html")
    yield new("text and HTML", both)
    photo = letter("See the photo", of("Kit"))
    photo.add_attachment(PHOTO, maintype="image", subtype="png", filename="ceiling.png")
    yield new("a photo", photo)
    alone = letter("", of("Lee"))
    alone.add_attachment(PDF, maintype="application", subtype="pdf", filename="letter.pdf")
    yield new("a file and no words", alone)
    program = letter("Run this", of("Max"))
    program.add_attachment(b"MZ\x90", maintype="image", subtype="png", filename="a.png")
    yield new("a program called a picture", program)
    odd = letter("Odd name", of("Ned"))
    odd.add_attachment(
        PDF, maintype="application", subtype="pdf", filename="../../etc/pass\u202efdp."
    )
    yield new("a file with a hostile name", odd)
    event = letter("When you come", of("Oda"))
    event.add_attachment(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Visit\nEND:VEVENT\nEND:VCALENDAR",
        subtype="calendar",
    )
    yield new("an invitation", event)
    signed = (
        'Content-Type: multipart/signed; boundary="b"; protocol="application/pkcs7-signature"\r\n'
    )
    body = (
        b"--b\r\nContent-Type: text/plain\r\n\r\nIt leaks\r\n--b\r\n"
        b'Content-Type: application/pkcs7-signature; name="smime.p7s"\r\n\r\nMIIF\r\n--b--\r\n'
    )
    yield new("signed", raw("Pat", body, signed))
    sealed = "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n"
    yield parked("sealed (S/MIME)", raw("Quinn", b"MIAGCSqGSIb3", sealed), "unreadable")
    tnef = letter("My wall is wet", of("Ray"))
    tnef.add_attachment(
        b"x\x9f>\x22", maintype="application", subtype="ms-tnef", filename="winmail.dat"
    )
    yield new("winmail.dat beside its words", tnef)
    bare = "Content-Type: application/ms-tnef\r\n"
    yield parked("winmail.dat alone", raw("Sue", b"x\x9f>\x22", bare), "unreadable")
    many = 'Content-Type: multipart/mixed; boundary="b"\r\n'
    part = b"--b\r\nContent-Type: text/plain\r\n\r\nIt leaks\r\n"
    yield parked("10,000 parts", raw("Tom", part * 10_000 + b"--b--", many), "unreadable")
    deep = b"".join(
        b'--b%d\r\nContent-Type: multipart/mixed; boundary="b%d"\r\n\r\n' % (n, n + 1)
        for n in range(10_000)
    )
    top = 'Content-Type: multipart/mixed; boundary="b0"\r\n'
    yield parked("10,000 parts in parts", raw("Una", deep, top), "unreadable")
    inner = "Content-Type: message/rfc822\r\n"
    mails = b"Content-Type: message/rfc822\r\n\r\n" * 3_000
    yield parked("3,000 mails in mails", raw("Val", mails, inner), "unreadable")


def _threads(known: Known) -> Iterator[Hard]:
    """What belongs, or claims to belong, to a case."""
    on = "on_case"
    yield Hard("to the case’s own address", bytes(letter("Still wet", To=known.answer_to)), on)
    upper = known.answer_to.upper()
    yield Hard("the same in capitals", bytes(letter("Wetter", To=upper)), on)
    other = letter("I am her son", of("Ben"), To=known.answer_to)
    yield Hard("to that address, from somebody else", bytes(other), on)
    answer = letter("As you ask", In_Reply_To=f"<{known.message_id}@landlord.example>")
    yield Hard("answers our mail, from the resident", bytes(answer), on)
    forged = letter("Send it to me", of("Cat"), References=f"<{known.message_id}@landlord.example>")
    yield parked("answers our mail, from a stranger", forged, "reply_from_unknown")
    named = letter("When?", Subject=f"Re: {known.reference}")
    yield Hard("names its case, from the resident", bytes(named), on)
    stranger = letter("When?", of("Dot"), Subject=f"Re: {known.reference}")
    yield parked("names a case, from a stranger", stranger, "reference_from_unknown")
    yield parked("from the resident, about nothing named", letter("And the boiler"), "known_sender")
    guessed = letter("Hello", of("Eli"), To=f"complaints+{'a' * 32}@landlord.example")
    yield parked("a guessed address of a case", guessed, "token_unknown")
    theirs = letter("Hello", of("Fin"), To=known.their_answer_to)
    yield parked("the address of another landlord’s case", theirs, "token_unknown")
    yield new("names another landlord’s case", letter("Hi", of("Gil"), Subject=known.theirs))


def _machines(known: Known) -> Iterator[Hard]:
    """Machines, and what would go round in circles."""
    away = {"To": known.answer_to, "Auto_Submitted": "auto-replied"}
    yield ended("out of office, to a case", letter("I am away", **away), "auto_reply")
    silent = letter("Back on Monday", of("Han"), Subject="Automatic reply: Your complaint")
    yield ended("out of office that only its subject tells", silent, "auto_reply")
    yield ended("an empty envelope", letter("Thank you", of("Ian"), Return_Path="<>"), "report")
    daemon = letter("User unknown", "Mail Delivery <MAILER-DAEMON@mx.example>")
    yield ended("a bounce in words", daemon, "report")
    report = 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n'
    body = b"--b\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\n--b--\r\n"
    yield ended("a bounce", raw("Jed", body, report), "report")
    read = 'Content-Type: multipart/report; report-type=disposition-notification; boundary="b"\r\n'
    yield ended("a receipt that it was read", raw("Kay", body, read), "report")
    yield ended("our own mail", letter("Dear Mary", f"Landlord <{TO}>"), "ours")
    yield parked(
        "from a website’s form", letter("Cold", of("Lou"), Auto_Submitted="auto-generated"), "bulk"
    )
    yield parked("to a list", letter("News", of("Mia"), List_Id="<news.example>"), "bulk")
    yield parked("spam, says our server", letter("Win", of("Nat"), X_Spam_Flag="YES"), "spam")


def _passed_on() -> Iterator[Hard]:
    """What colleagues pass on."""
    block = "From: {}\nSent: {}\nTo: Sam Roy\nSubject: Damp\n\nMy wall is wet."
    gmail = "Please see\n\n---------- Forwarded message ---------\n"
    first = gmail + block.format(of("Olga"), "Fri, 1 May 2026 at 09:00").replace("Sent:", "Date:")
    yield new("passed on (Gmail)", letter(first, STAFF, Subject="Fwd: Damp"))
    outlook = "-----Original Message-----\n" + block.format(of("Pia"), "01 May 2026 09:00")
    yield new("passed on (Outlook)", letter(outlook, STAFF, Subject="FW: Damp"))
    marked = block.format(of("Rex"), "1 May 2026").replace("Sent:", "Date:").replace("\n", "\n> ")
    apple = "Begin forwarded message:\n\n> " + marked
    yield new("passed on (Apple)", letter(apple, STAFF, Subject="Fwd: Damp"))
    inner = letter("My wall is wet", of("Sid"))
    enclosed = letter("Please see", STAFF, Subject="Damp")
    enclosed.add_attachment(inner)
    yield new("passed on as a file", enclosed)
    undated = gmail + block.format(of("Tess"), "last week")
    yield parked("passed on without a day", letter(undated, STAFF, Subject="Fwd: Damp"), "no_date")
    hers = gmail + block.format(MARY, "1 May 2026")
    yield parked(
        "passed on, from who has a case", letter(hers, STAFF, Subject="Fwd: x"), "known_sender"
    )
    office = "Ann Lee MP <ann.lee.mp@parliament.uk>"
    yield parked("from an MP’s office", letter("My constituent", office), "for_others")
    yield parked("a colleague’s own words", letter("What do I do?", STAFF), "from_staff")


def _broken() -> Iterator[Hard]:
    """What no program writes on purpose."""
    yield parked("nothing at all", b"", "no_sender")
    yield parked("bytes", bytes(range(256)) * 40, "no_sender")
    yield parked(
        "no sender", f"Received: {RECEIVED}\r\nTo: {TO}\r\n\r\nIt leaks".encode(), "no_sender"
    )
    head = 'Content-Type: multipart/mixed; boundary="b"\r\n'
    yield new(
        "cut off in the middle", raw("Vic", b"--b\r\nContent-Type: text/plain\r\n\r\nIt le", head)
    )
    yield new(
        "parts without a boundary", raw("Wes", b"It leaks", "Content-Type: multipart/mixed\r\n")
    )
    yield new("a head of 200,000 marks", raw("Xia", b"It leaks", f"X-Long: {'x ' * 100_000}\r\n"))
    yield new(
        "a hundred recipients", letter("Cold", of("Yan"), Cc=", ".join(map(of, "abcdefgh" * 12)))
    )
    encoded = "Subject: =?utf-8?b?!!!?= =?x?q?y?=\r\n"
    yield new("a subject that cannot be decoded", raw("Zed", b"It leaks", encoded))
