"""Issuing letters: the facts of the decision and of the case become fixed text on the record."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from django.utils.timezone import localdate

from redress.cases.book import book_of
from redress.cases.models import Case, Letter
from redress.people.models import User
from redress.rules.decision import NewLetter
from redress.rules.facts import CaseFacts, Clock
from redress.rules.letters import Fact, RenderedLetter, fill
from redress.rules.recipients import in_words, recipients
from redress.rules.record import canonical, digest_of, plain
from redress.rules.words import listed, long_date

SEALED = ("number", "stage", "kind", "version", "policy", "issued_on", "subject", "blocks", "text")


def frozen(new: Iterable[NewLetter], row: Case, after: CaseFacts, at: datetime) -> list[Letter]:
    """The letters of an action as they will stand on the record, not yet saved.

    Raises `MissingParts` for a letter that lacks a part the Code asks for (6.9, 6.19, 2.4 …).
    """
    there = Letter.objects.filter(case=row).count() if row.event_count else 0
    return [
        _freeze(letter, number, row, after, localdate(at))
        for number, letter in enumerate(new, there + 1)
    ]


def rendered(letter: NewLetter, row: Case, after: CaseFacts, on: date) -> RenderedLetter:
    """The letter as it will be sent: also what a preview shows."""
    stationery = book_of(row.landlord).stationery(after.landlord)
    written = stationery.wording(letter.kind)
    common = _common(row, after, on) | {
        "ombudsman": stationery.ombudsman(on),
        "resident_name": greeted(letter, row, after, on),
    }
    needed = {name: common[name] for name in written.meta.needs if name in common}
    to = recipients(after, letter.kind, letter.to, on)
    goes_to = in_words(to, row.resident.name if row.resident else "")
    return replace(fill(written, {**needed, **letter.facts}), goes_to=goes_to)


def _freeze(letter: NewLetter, number: int, row: Case, after: CaseFacts, on: date) -> Letter:
    text = rendered(letter, row, after, on)
    made = Letter(
        landlord_id=row.landlord_id,
        case=row,
        number=number,
        stage=letter.stage,
        kind=letter.kind,
        version=text.version,
        policy=after.stage.policy,
        issued_on=on,
        subject=text.subject,
        blocks=plain(text.blocks),
        text=text.text,
    )
    made.digest = fingerprint(made)
    return made


def fingerprint(letter: Letter) -> str:
    """The digest of all that a letter says: words, blocks, kind, date and policy."""
    return digest_of(canonical({name: plain(getattr(letter, name)) for name in SEALED}))


def _common(row: Case, after: CaseFacts, on: date) -> dict[str, Fact]:
    handler = row.handler.name if row.handler else "our complaints team"
    contact = row.landlord.contact or f"speak to any of us at {row.landlord.name}"
    return {
        "date": long_date(on),
        "reference": row.reference,
        "handler_name": handler[0].upper() + handler[1:],
        "landlord_name": row.landlord.name,
        "contact": contact,
        "how_to_escalate": _how_to_escalate(contact, after),
        "how_to_complain": f"You can complain in any way you like: {contact}.",
        "who_considered": _who_considered(after),
    }


def greeted(letter: NewLetter, row: Case, after: CaseFacts, on: date) -> str:
    """Whom the letter greets: the resident, the representative it is written to, or a group of
    which nobody is named to the others."""
    to = recipients(after, letter.kind, letter.to, on)
    if letter.to is not None:
        return to.representatives[0].name
    if to.signatories:
        return "all of you"
    return row.resident.name if row.resident else "resident"


def _how_to_escalate(contact: str, after: CaseFacts) -> str:
    ask = f"You can ask in any way you like: {contact}."
    window = after.deadline(1, Clock.ESCALATE)
    if window is None or window.promise is None:
        return ask
    by = long_date(window.promise.date)
    return f"{ask} Please ask by {by} if you can. If you ask later, we will still look at it."


def _who_considered(after: CaseFacts) -> str:
    considered = after.stage.considered_by
    people = User.objects.filter(pk__in=considered).order_by("name") if considered else ()
    names = [person.name for person in people] or ["A senior officer"]
    if considered & after.considered_stage_1:
        return f"{listed(names)} looked at it."
    return f"{listed(names)} looked at it. Nobody who looked at your complaint before took part."
