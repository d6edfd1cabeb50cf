"""A message as an e-mail: text, the same in HTML, and for a letter the letter as PDF."""

from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from html import escape

from django.conf import settings

from redress.cases.following import where_to_follow
from redress.cases.models import Letter, Message
from redress.cases.reply_addresses import address_of
from redress.papers.glyphs import FontsMissing
from redress.papers.letters import (
    asks_for_large_print,
    asks_for_plain_email,
    for_another,
    issued,
)
from redress.papers.pdf import pdf
from redress.people.models import Landlord
from redress.people.passwords import with_link
from redress.rules.wording import Block


class Unsendable(ValueError):
    """No e-mail can be made of this message; says why, for a person."""


@dataclass(frozen=True)
class Envelope:
    """What is handed to the mail server. `sender` is where it sends back what it cannot deliver;
    `lacks` says what could not be put in."""

    sender: str
    recipient: str
    content: bytes
    lacks: str = ""


def sender_of(landlord: Landlord) -> str:
    """The address from which a landlord writes; empty where none is set."""
    known: dict[str, str] = settings.MAIL_FROM
    return known.get(landlord.slug, known.get("", ""))


def envelope(message: Message) -> Envelope:
    """The e-mail of a message. Raises `Unsendable` where an address or subject will not do."""
    sender = sender_of(message.landlord)
    try:
        mail = _headed(message, sender)
        lacks = _filled(mail, message)
        content = mail.as_bytes(policy=SMTP)
        message.to_address.encode("ascii")
    except (ValueError, IndexError, MessageError) as error:  # all are the library's, for addresses
        raise Unsendable(f"No e-mail can be made of it: {error}") from error
    return Envelope(_return_to(message, sender), message.to_address, content, lacks)


def _headed(message: Message, sender: str) -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address(message.landlord.name, addr_spec=sender)
    mail["To"] = Address(" ".join(message.to_name.split()), addr_spec=message.to_address)
    mail["Subject"] = " ".join(message.subject.split())
    mail["Date"] = message.created_at
    mail["Message-ID"] = f"<{message.message_id}@{sender.rpartition('@')[2]}>"
    if message.letter and message.case and (answer_to := address_of(message.case)):
        mail["Reply-To"] = Address(message.landlord.name, addr_spec=answer_to)
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: no machine should answer
    return mail


def _filled(mail: EmailMessage, message: Message) -> str:
    """Put the words and the letter in; gives what is missing from it, for the record."""
    letter = message.letter
    mail.set_content(words_of(message), cte="quoted-printable")
    if letter is None or _is_plain(message):
        return ""
    html = html_of(letter, message.landlord, before=message.text)
    mail.add_alternative(html, subtype="html", cte="quoted-printable")
    name = f"{letter.kind.replace('_', '-')}-{letter.issued_on:%Y-%m-%d}.pdf"
    try:
        paper = pdf_of(message)
    except FontsMissing:  # the words are all there; that the PDF is not stands on the message
        return "It went without its PDF, for the fonts of letters are not installed."
    if paper:
        mail.add_attachment(paper, maintype="application", subtype="pdf", filename=name)
    return ""


def _is_plain(message: Message) -> bool:
    """Whether its resident needs a letter as an e-mail of words alone."""
    resident = message.case.resident if message.case else None
    return not for_another(message) and asks_for_plain_email(resident)


def words_of(message: Message) -> str:
    """The words of a letter, after those that stand before it for somebody else than the resident,
    and where the complaint is followed; or of a message that is no letter, with the link that only
    the mail may hold."""
    if message.letter:
        where = where_to_follow(message.landlord)
        return "\n\n".join(filter(None, (message.text, message.letter.text, where)))
    return with_link(message.kind, message.to_address, message.text)


def html_of(letter: Letter, landlord: Landlord, *, before: str = "") -> str:
    """The letter's blocks as a plain page that every mail program shows, after the words that stand
    before it."""
    first = [Block("paragraph", (before,))] if before else []
    blocks = [*first, *(Block(**block) for block in letter.blocks)]
    blocks.append(Block("paragraph", (where_to_follow(landlord),)))
    body = "\n".join(_block(block) for block in blocks)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8">'
        f"<title>{escape(letter.subject)}</title></head>\n"
        f'<body style="font: 16px/1.5 sans-serif; max-width: 38em">\n'
        f"<p><strong>{escape(landlord.name)}</strong></p>\n{body}\n</body>\n</html>\n"
    )


def _block(block: Block) -> str:
    lines = [escape(line).replace("\n", "<br>") for line in block.lines]
    if block.kind == "list":
        return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"
    tag = "h2" if block.kind == "heading" else "p"
    return f'<{tag} dir="auto">{lines[0]}</{tag}>'


def pdf_of(message: Message) -> bytes | None:
    """The message's letter as PDF, in large print where its resident asked for it; None for what
    is no letter. Raises `FontsMissing`."""
    if message.letter is None or message.case is None:
        return None
    large = not for_another(message) and asks_for_large_print(message.case.resident)
    return pdf(issued(message.case, message.letter, large_print=large, to=message))


def _return_to(message: Message, sender: str) -> str:
    """The address for mail that cannot be delivered, which names the message in itself."""
    box: str = settings.BOUNCE_ADDRESS
    if not box:
        return sender
    name, _, domain = box.rpartition("@")
    return f"{name}+{message.message_id}@{domain}"
