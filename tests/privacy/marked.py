"""A case full of marked words, made by every action that takes text; and where the mark is."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from enum import Enum
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from redress.cases.access import actor_of
from redress.cases.facts import facts_of
from redress.cases.files import perform_with
from redress.cases.models import Case
from redress.cases.perform import Done
from redress.people.models import Home, Resident, User
from redress.people.register import add_resident
from redress.rules.access import SYSTEM, Actor, Role, Verb, may
from redress.rules.actions.note_document import NoteDocument
from redress.rules.actions.receive import NewIssue
from redress.rules.actions.settle_offer import Outcome
from redress.rules.stages import possible
from tests import builders
from tests.rules import inputs, story
from tests.uploads.corpus import PDF

MARK = "zqx"
KEYS = ("category", "service", "risk", "kind", "ground", "cause")
# What would end the case, hide it, or lead away from it; each of these is done in its turn.
APART = {
    *(Verb.UNDO, Verb.RECEIVE, Verb.SPLIT, Verb.MERGE, Verb.TAKE_IN, Verb.OPEN_RESTRICTED),
    *(Verb.REFUSE, Verb.REFUSE_ESCALATION, Verb.WITHDRAW, Verb.CLOSE, Verb.REOPEN, Verb.HOLD),
    *(Verb.RESPOND, Verb.SUBMIT, Verb.SIGN, Verb.SEND_BACK, Verb.ESCALATE, Verb.RESTRICT),
    *(Verb.ANSWER_REQUEST, Verb.RAISE_COMPLAINT, Verb.LOG, Verb.ACKNOWLEDGE, Verb.ALLOCATE),
    *(Verb.DECLARE_CONFLICT, Verb.CORRECT_RECEIVED_DATE, Verb.RELEASE_HOLD),
}


def marked(value: Any) -> Any:
    """An input with the mark in each of its texts: in what is no key of ours, for that has no space
    and no capital."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        if "@" in value:
            return MARK + value
        return f"{value} {MARK}" if " " in value else value
    if isinstance(value, tuple):
        return tuple(marked(each) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        texts = [each.name for each in fields(value) if each.name not in KEYS]
        return replace(value, **{name: marked(getattr(value, name)) for name in texts})
    return value


def person_of(office: builders.Office) -> Resident:
    """A resident of whom everything is marked."""
    home = Home.objects.create(
        landlord=office.landlord, address=f"4 {MARK} Walk", postcode="E1 4AA", ward="Mile End"
    )
    return add_resident(
        office.landlord,
        name=f"Mary {MARK}",
        home=home,
        phone=f"07700 900123 {MARK}",
        email=f"mary@{MARK}.example",
        needs=f"Ring twice {MARK}",
        safe=f"Not at home {MARK}",
        tenure="tenant",
    )


def full_case(office: builders.Office) -> tuple[str, set[Verb]]:
    """A complaint through both stages and closed, with everything done to it that can be; gives its
    reference and what was done."""
    reference = office.one.receive(
        date(2026, 5, 1),
        resident=person_of(office).pk,
        description=f"It leaks {MARK}",
        outcome_sought=f"Mend it {MARK}",
        issues=(NewIssue(summary=f"The ceiling {MARK}"), NewIssue(summary=f"Nobody came {MARK}")),
    )
    done = {Verb.RECEIVE}
    for verb, day, desk in (
        (Verb.LOG, date(2026, 5, 5), office.one),
        (Verb.ACKNOWLEDGE, date(2026, 5, 7), office.one),
        (Verb.RESPOND, date(2026, 5, 18), office.one),
        (Verb.ESCALATE, date(2026, 5, 20), office.two),
        (Verb.ACKNOWLEDGE, date(2026, 5, 26), office.two),
        (Verb.RESPOND, date(2026, 6, 19), office.two),
    ):
        given = marked(inputs.plausible(verb, case_of(reference), day))
        if verb is Verb.RESPOND:
            mending = replace(marked(inputs.MENDING), due_on=day + timedelta(days=9))
            given = replace(given, actions=(mending,), late_note=f"Late {MARK}")
            office.answers(desk, reference, given, day)
        else:
            desk.does(reference, verb, given, day)
        done.add(verb)
        _everything(office, reference, done, day + timedelta(days=1))
    _restrict(office, reference, done, date(2026, 6, 22))
    _settle(office, reference, done, date(2026, 7, 1))
    return reference, done


def case_of(reference: str) -> Any:
    return facts_of(Case.objects.get(reference=reference))


def _everything(office: builders.Office, reference: str, done: set[Verb], day: date) -> None:
    """Whatever the state allows, by whoever may; what is refused is refused."""
    people = [office.one.actor, _second(office), story.MARY, SYSTEM, story.SAM]
    for verb in possible(case_of(reference).state):
        if verb in APART:
            continue
        for actor in filter(lambda each: may(each, verb), people):
            given = marked(inputs.plausible(verb, case_of(reference), day))
            desk = builders.Desk(office.landlord, actor)
            if isinstance(desk.tries(reference, verb, given, day), Done):
                done.add(verb)
                break


def _restrict(office: builders.Office, reference: str, done: set[Verb], day: date) -> None:
    """Contact is restricted and is free again; the case is held and is free again."""
    one, two = office.one, builders.Desk(office.landlord, _second(office))
    for verb, desk in (
        (Verb.RECORD_BEHAVIOUR, one),
        (Verb.RESTRICT_CONTACT, one),
        (Verb.APPROVE_RESTRICTION, two),
        (Verb.REVIEW_RESTRICTION, two),
        (Verb.END_RESTRICTION, two),
        (Verb.HOLD, two),
        (Verb.RELEASE_HOLD, two),
    ):
        given = marked(inputs.plausible(verb, case_of(reference), day))
        desk.does(reference, verb, given, day)
        done.add(verb)


def _second(office: builders.Office) -> Actor:
    """Somebody who approves what another proposed."""
    there = User.objects.filter(name="Hope Mills").first()
    made = there or builders.user(office.landlord, Role.HEAD_OF_SERVICE, name="Hope Mills")
    return actor_of(made, office.landlord) if isinstance(made, User) else made


def _settle(office: builders.Office, reference: str, done: set[Verb], day: date) -> None:
    """Files, then all that is owed is done, and the case is closed."""
    sent = SimpleUploadedFile(f"{MARK}.pdf", PDF + MARK.encode(), "application/pdf")
    note = NoteDocument(name=f"Photos {MARK}", received_on=day)
    kept = perform_with(
        office.one.actor, office.landlord, reference, Verb.NOTE_DOCUMENT, note,
        uploads=[sent], at=builders.at(day),
    )  # fmt: skip
    assert isinstance(kept, Done), kept
    for action in case_of(reference).actions:
        if action.done_on is None:
            given = inputs.plausible(Verb.COMPLETE_ACTION, case_of(reference), day)
            given = replace(marked(given), number=action.number)
            office.one.does(reference, Verb.COMPLETE_ACTION, given, day)
    for offer in case_of(reference).offers:
        if offer.is_open:
            given = inputs.plausible(Verb.SETTLE_OFFER, case_of(reference), day)
            given = replace(given, number=offer.number, outcome=Outcome.REFUSED)
            office.one.does(reference, Verb.SETTLE_OFFER, given, day)
    close = inputs.plausible(Verb.CLOSE, case_of(reference), day)
    office.one.does(reference, Verb.CLOSE, close, day)
    done.add(Verb.CLOSE)
    for other in Case.objects.exclude(reference=reference):  # which an issue became (Code 6.8)
        for verb in (Verb.WITHDRAW, Verb.CLOSE):
            given = marked(inputs.plausible(verb, case_of(other.reference), day))
            office.one.does(other.reference, verb, given, day)
        done.add(Verb.WITHDRAW)
    for verb, by in ((Verb.ASK_SATISFACTION, SYSTEM), (Verb.RATE, story.MARY)):
        given = marked(inputs.plausible(verb, case_of(reference), day))
        builders.Desk(office.landlord, by).does(reference, verb, given, day)
        done.add(verb)


def found_in_database() -> list[str]:
    """Every table and column in which the mark stands, whatever its type."""
    with connection.cursor() as cursor:
        found = []
        for table in connection.introspection.table_names(cursor):
            columns = connection.introspection.get_table_description(cursor, table)
            for column in (each.name for each in columns):
                quoted = connection.ops.quote_name(column)
                cursor.execute(
                    f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}"  # noqa: S608
                    f" WHERE LOWER(CAST({quoted} AS TEXT)) LIKE %s",
                    [f"%{MARK}%"],
                )
                if cursor.fetchone()[0]:
                    found.append(f"{table}.{column}")
    return found


def found_in_files(folder: Path) -> Iterator[str]:
    """Every file of which the name or the content has the mark."""
    for path in folder.rglob("*"):
        if path.is_file() and (MARK in path.name or MARK.encode() in path.read_bytes().lower()):
            yield str(path.relative_to(folder))
