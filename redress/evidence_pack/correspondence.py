"""Letters as issued, and messages in and out, put into the pack."""

from dataclasses import dataclass

from django.utils.timezone import localtime

from redress.cases.models import Letter, Message
from redress.evidence_pack.archive import Archive
from redress.evidence_pack.record import Record
from redress.papers.letters import issued
from redress.papers.pdf import pdf
from redress.rules.facts_incoming import IncomingFacts
from redress.rules.sending import MessageState
from redress.rules.words import ANSWERED_BY, SENDER, WAY, long_date

WIPED = "(It brought a code or a link that lets somebody in. The words are kept nowhere.)"
STATE: dict[MessageState, str] = {
    MessageState.WAITING: "waits to be sent",
    MessageState.HANDED_OVER: "being handed over",
    MessageState.ACCEPTED: "sent",
    MessageState.FAILED: "could not be sent",
    MessageState.IN_DOUBT: "in doubt whether it went",
    MessageState.CANCELLED: "taken back before it left",
}


@dataclass(frozen=True)
class Sent:
    """A message that went out by itself, and its place in the pack."""

    message: Message
    path: str


def letter_path(number: int) -> str:
    """Where a letter lies in the pack."""
    return f"letters/{number:03}.pdf"


def incoming_path(number: int) -> str:
    """Where a message that came in lies."""
    return f"messages-in/{number:03}.txt"


def put_letters(record: Record, archive: Archive) -> None:
    """Every letter as it was issued, on the landlord's paper, in print of the usual size."""
    for letter in record.letters:
        archive.put(letter_path(letter.number), pdf(issued(record.row, letter, large_print=False)))


def put_incoming(record: Record, archive: Archive) -> None:
    """What came in on the case, each with who wrote it, when, and what answered it."""
    for each in record.case.incoming:
        archive.put(incoming_path(each.number), _incoming(each).encode())


def _incoming(each: IncomingFacts) -> str:
    head = {
        "From": f"{each.name} ({SENDER[each.sender].lower()})",
        "Received": long_date(each.received_on),
        "Put on the record": long_date(each.recorded_on),
        "By": each.channel.replace("_", " "),
        "With it": ", ".join(f"document {number}" for number in each.documents),
        "Answered": answered(each),
    }
    return _text(head, each.text)


def answered(each: IncomingFacts) -> str:
    """When a message was answered and by what; empty where it was not."""
    if each.answered_on is None:
        return ""
    by = ANSWERED_BY[each.answered_by] if each.answered_by else ""
    said = f": {each.answer}" if each.answer else ""
    return f"{long_date(each.answered_on)} {by}{said}".strip()


def put_sent(record: Record, archive: Archive) -> list[Sent]:
    """What went out and is no letter, such as a request for comments. Of a letter that went to
    somebody else than the resident, what stood before it."""
    ours = [each for each in record.messages if each.letter_id is None or each.text]
    found = [Sent(each, f"messages-out/{n:03}.txt") for n, each in enumerate(ours, 1)]
    for each in found:
        archive.put(each.path, _sent(each.message).encode())
    return found


def _sent(message: Message) -> str:
    head = {
        "To": " ".join(filter(None, (message.to_name, message.to_address))),
        "Subject": message.subject,
        "Written": when(message),
        "By": WAY[WAY_OF[message.way]],
        "What became of it": STATE[MessageState(message.state)],
    }
    return _text(head, WIPED if message.secret else message.text)


def when(message: Message) -> str:
    """The day and minute of the last that is known of it."""
    at = localtime(message.settled_at or message.created_at)
    return f"{long_date(at.date())}, {at:%H:%M}"


WAY_OF = {way.value: way for way in WAY}


def _text(head: dict[str, str], text: str) -> str:
    lines = (f"{name}: {' '.join(said.split())}" for name, said in head.items() if said)
    return "\n".join(lines) + f"\n\n{text}\n"


def sent_by(record: Record, letter: Letter) -> str:
    """How a letter went, to whom, and what became of it."""
    ours = [each for each in record.messages if each.letter_id == letter.pk]
    return "\n".join(
        f"{WAY[WAY_OF[each.way]]} to {each.to_name}: {STATE[MessageState(each.state)]}, "
        f"{when(each)}"
        for each in ours
    )
