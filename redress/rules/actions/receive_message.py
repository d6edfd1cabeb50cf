"""Receive a message on a case, by whatever channel. It changes no state, and is never lost."""

from dataclasses import dataclass
from datetime import date

from redress.rules import incoming
from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.facts_incoming import Asks, IncomingFacts, Sender
from redress.rules.filed import FiledFile, documents_of, noted
from redress.rules.record import NewEvent, plain

LONGEST = 50_000  # characters of a message; the mail it came in is kept whole


@dataclass(frozen=True, kw_only=True)
class ReceiveMessage:
    """What came, the day it first reached any member of staff, how, and from whom.

    `name` is whoever wrote it, as they gave it. `files` came with it; `left_out` says of others
    why they are not kept ("photo.exe: a program").
    """

    received_on: date
    channel: str
    text: str
    name: str
    sender: Sender = Sender.RESIDENT
    files: tuple[FiledFile, ...] = ()
    left_out: tuple[str, ...] = ()


def decide(case: CaseFacts, given: ReceiveMessage, context: Context) -> Decision | Refused:
    """Put it on the record (Code 5.12), and tell whoever handles the case.

    It waits until a letter or a call after it, or until somebody marks it answered. After a stage 1
    response it asks whether it is a request for stage 2, which a person answers (Code 6.10).
    A closed case takes it too. Refuses a message of no words and no files, one that is too long,
    a date in the future, and one from nobody.
    """
    checks = Checks(context.policy(case))
    text, name = given.text.strip(), given.name.strip()
    checks.must(bool(text or given.files), "message_missing", "Code 5.12", "text")
    checks.must(len(text) <= LONGEST, "message_too_long", "Code 5.12", "text")
    checks.must(bool(name), "message_from_nobody", "Code 5.12", "name")
    past = given.received_on <= context.today
    checks.must(past, "date_out_of_range", "Code 5.12", "received_on")
    if checks.refused:
        return Refused(tuple(checks.refused))
    documents = documents_of(case, given.files, given.received_on)
    new = IncomingFacts(
        number=len(case.incoming) + 1,
        received_on=given.received_on,
        recorded_on=context.today,
        channel=given.channel,
        sender=given.sender,
        name=name,
        text=text,
        documents=tuple(document.number for document in documents),
        stage_2=Asks.OPEN if incoming.may_ask_for_stage_2(case) else None,
    )
    patch = {"incoming": [plain(new)]}
    if documents:
        patch["documents"] = plain(documents)
    note = noted(given.files) if documents else {}
    note |= {"left_out": list(given.left_out)} if given.left_out else {}
    event = NewEvent("message_received", patch, note)
    return Decision((event,), messages=incoming.told(case, new), files=given.files)
