"""The only writer. A decision becomes rows, events and letters in one transaction.

Nothing else in Redress writes to the tables of a case (the import, `cases.importing`, has a door
here too). What is written is what folding the events gives, so record and rows cannot differ.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localdate

from redress.cases import letters, outbox, stored, words
from redress.cases.facts import (
    CASE_FIELDS,
    deadline_values,
    facts_of,
    response_dates,
    row_values,
)
from redress.cases.models import (
    Action,
    Case,
    CasePerson,
    Comment,
    Deadline,
    Document,
    Event,
    HandOver,
    Incoming,
    Issue,
    Letter,
    Offer,
    Representative,
    SearchWord,
    Signatory,
    Stage,
    StoredFile,
    Submission,
)
from redress.people.models import Landlord, Resident
from redress.rules.access import Actor
from redress.rules.decision import Decision
from redress.rules.facts import CaseFacts, DeadlineFacts, IssueFacts, StageFacts, State
from redress.rules.facts_conduct import next_restriction
from redress.rules.learning import upheld_on
from redress.rules.next_step import next_step
from redress.rules.record import (
    FIRST_DIGEST,
    KEYS,
    NewEvent,
    Patch,
    canonical,
    chain,
    digest_of,
    evolve,
    plain,
)

DAYS = ("received_on", "recorded_on", "meeting_offered_on", "awaits_since", "erased_on")
TABLES: dict[str, Any] = {
    "stages": Stage,
    "issues": Issue,
    "deadlines": Deadline,
    "actions": Action,
    "documents": Document,
    "hand_overs": HandOver,
    "comments": Comment,
    "submissions": Submission,
    "offers": Offer,
    "incoming": Incoming,
    "representatives": Representative,
    "signatories": Signatory,
}


def apply(
    decision: Decision,
    *,
    landlord: Landlord,
    row: Case | None,
    before: CaseFacts | None,
    actor: Actor,
    at: datetime,
    submission: str | None = None,
) -> tuple[Case, CaseFacts]:
    """Write a decision: the case's rows, its events, its letters, the outbox that will send them,
    and the rows of its files. Inside a transaction only.

    `row` and `before` are the case as loaded under lock, None for a new one. Gives the row and the
    facts afterwards. `at` is the moment of the action, with its zone.
    """
    after = before
    for event in decision.events:
        after = evolve(after, event.patch)
    if after is None:
        raise ValueError("a decision has at least one event")
    row = row or Case(landlord=landlord, submission=submission)
    for name, value in case_values(after).items():
        setattr(row, name, value)
    row.closed_on = (row.closed_on or localdate(at)) if is_closed(after) else None
    renamed = before is None or words_change(decision.events)
    if renamed:
        row.resident_name = words.sort_name(row.resident)
    issued = letters.frozen(decision.letters, row, after, at)
    events = _events(row, decision, actor, at, issued)
    row.save()  # once: it carries the end of the chain
    _keep_restriction(row, after, decision.events)
    _save_parts(row, before, after, decision.events)
    _save_people(row, before, after)
    Letter.objects.bulk_create(issued)
    outbox.put(decision, issued, row, after, at)
    StoredFile.objects.bulk_create(stored.rows(decision, row, actor.name, at))
    Event.objects.bulk_create(events)
    if renamed:
        keep_words(row, after, new=before is None)
    return row, after


def case_values(after: CaseFacts) -> dict[str, Any]:
    """The columns of the case row that follow from its facts."""
    step = next_step(after)
    values = {name: plain(getattr(after, name)) for name in CASE_FIELDS}
    values |= {name: getattr(after, name) for name in DAYS}
    values["handler_id"] = after.handler
    values["resident_id"] = after.resident
    values["home_id"] = after.home
    values["merged_into"] = after.merged_into
    values["accompanied"] = bool(after.representatives or after.signatories)
    values["restriction_due"] = next_restriction(after.conduct)
    values["restrictions"] = len(after.conduct.restrictions)
    values["guarded"] = bool(after.restricted or after.conflicted)
    values["next_due"] = step.due_on if step else None
    is_open = not is_closed(after)
    values["open_due"] = (values["next_due"] or date.max) if is_open else None
    values["next_clock"] = (step.clock.value if step.clock else "action") if step else ""
    return values


def _save_parts(
    row: Case, before: CaseFacts | None, after: CaseFacts, events: Iterable[NewEvent]
) -> None:
    """Write the parts that the events touched. What was not there before is inserted without
    looking: the case is locked, so nobody else can have made it."""
    gone = {name: keys for event in events for name, keys in event.patch.get("gone", {}).items()}
    for name in KEYS:
        for key in gone.get(name, ()):
            named = dict(zip(KEYS[name], key, strict=True))
            TABLES[name].objects.filter(case=row, **named).delete()
    for name in KEYS:
        known = {key_of(name, facts) for facts in getattr(before, name, ())}
        touched = {key for event in events for key in _touched(name, event.patch)}
        new = []
        for facts in getattr(after, name):
            key = key_of(name, facts)
            if key not in touched:
                continue
            columns = part_values(after, facts)
            if key in known:
                named = dict(zip(KEYS[name], key, strict=True))
                TABLES[name].objects.filter(case=row, **named).update(**columns)
            else:
                new.append(TABLES[name](case=row, landlord_id=row.landlord_id, **columns))
        TABLES[name].objects.bulk_create(new)


def _keep_restriction(row: Case, after: CaseFacts, events: Iterable[NewEvent]) -> None:
    """A restriction of contact is of the resident: it stands with them, for all their cases."""
    if row.resident_id is None or not any("conduct" in e.patch.get("case", {}) for e in events):
        return
    person = Resident.objects.select_for_update().get(pk=row.resident_id)
    held = {key: one for key, one in person.restrictions.items() if key != str(row.pk)}
    if after.conduct.in_force:
        held[str(row.pk)] = plain(after.conduct.in_force)
    Resident.objects.filter(pk=person.pk).update(restrictions=held)


def is_closed(case: CaseFacts) -> bool:
    """Whether nothing is owed in it any more."""
    return case.state is State.CLOSED


def last_day(case: CaseFacts) -> date:
    """The last day on which anything is known to have happened to a case that an old system
    closed; the day it was brought in where it says nothing."""
    ends = [day for s in case.stages for day in (s.ended_on, s.responded_on) if day]
    return max(ends, default=case.recorded_on)


def people_of(case: CaseFacts) -> dict[int, bool]:
    """Who may see a guarded case (True) and who may not (False), by their numbers."""
    named = dict.fromkeys(case.named if case.restricted else (), True)
    return named | dict.fromkeys(case.conflicted, False)


def _save_people(row: Case, before: CaseFacts | None, after: CaseFacts) -> None:
    wanted = people_of(after)
    if wanted == (people_of(before) if before else {}):
        return
    CasePerson.objects.filter(case=row).delete()
    CasePerson.objects.bulk_create(
        CasePerson(landlord_id=row.landlord_id, case=row, user_id=person, may_see=may_see)
        for person, may_see in wanted.items()
    )


def key_of(name: str, facts: Any) -> tuple[Any, ...]:
    """By what a part is found among its like: its number, or its stage and clock."""
    return tuple(plain(getattr(facts, key)) for key in KEYS[name])


def _touched(name: str, patch: Patch) -> Iterator[tuple[Any, ...]]:
    for entry in patch.get(name, []):
        yield tuple(entry[key] for key in KEYS[name])
    if name == "stages":  # a stage row carries the dates of its response
        for entry in patch.get("deadlines", []):
            yield (entry["stage"],)
        for stage, _ in patch.get("gone", {}).get("deadlines", []):
            yield (stage,)


def part_values(case: CaseFacts, facts: Any) -> dict[str, Any]:
    """The columns of one part of the case: a stage, an issue, a deadline, an action, a document."""
    if isinstance(facts, DeadlineFacts):
        return deadline_values(facts, plain(facts))
    values: dict[str, Any] = row_values(facts, plain(facts))
    if isinstance(facts, IssueFacts):
        values["upheld_on"] = upheld_on(case, facts)
    if isinstance(facts, StageFacts):
        values |= response_dates(case, facts.number)
    return values


def _events(
    row: Case, decision: Decision, actor: Actor, at: datetime, issued: Sequence[Letter]
) -> list[Event]:
    """The events of a decision, chained, not yet saved. The first keeps warnings and letters."""
    sent = [{"number": each.number, "kind": each.kind, "digest": each.digest} for each in issued]
    made: list[Event] = []
    for event in decision.events:
        content = {"patch": event.patch, "note": plain(event.note)}
        if not made:
            content |= {"warnings": plain(decision.warnings), "letters": sent}
        made.append(next_event(row, event, content, actor, at))
    return made


def next_event(
    row: Case, event: NewEvent, content: dict[str, Any], actor: Actor, at: datetime
) -> Event:
    """The next link of the case's chain, not yet saved; the case's head moves on to it."""
    text = canonical(content)
    row.event_count += 1
    made = Event(
        landlord_id=row.landlord_id,
        case=row,
        sequence=row.event_count,
        name=event.name,
        at=at,
        by_id=actor.id,
        by_name=actor.name,
        content=text,
        content_digest=digest_of(text),
    )
    made.digest = chain(
        row.head_digest or FIRST_DIGEST,
        case=row.reference,
        sequence=made.sequence,
        name=made.name,
        at=at,
        by_id=made.by_id,
        by=made.by_name,
        content=made.content_digest,
    )
    row.head_digest = made.digest
    return made


def words_change(events: Iterable[NewEvent]) -> bool:
    """Whether events may have changed the words by which the case is found."""
    return any(
        words.SOURCES & event.patch.get("case", {}).keys()
        or "issues" in event.patch
        or "gone" in event.patch
        or any("definition" in stage for stage in event.patch.get("stages", ()))
        for event in events
    )


def keep_words(row: Case, case: CaseFacts, *, new: bool = False) -> None:
    """Keep the words by which the case is found now, and no others."""
    wanted = words.of_case(case, row.resident, words.told_by(case))
    had = set() if new else set(_words_of(row).values_list("word", flat=True))
    if had - wanted:
        _words_of(row).filter(word__in=had - wanted).delete()
    SearchWord.objects.bulk_create(
        [
            SearchWord(landlord_id=row.landlord_id, word=word, case=row)
            for word in sorted(wanted - had)
        ],
        ignore_conflicts=True,
    )


def _words_of(row: Case) -> QuerySet[SearchWord]:
    return SearchWord.objects.filter(case=row)


def resident_changed(resident: Resident) -> None:
    """A resident has another name, address or phone: their cases are found by that from now on.

    For whoever changes a resident, in the same transaction.
    """
    rows = Case.objects.filter(resident=resident).select_related("landlord", "resident__home")
    for row in rows.select_for_update(of=("self",)):
        row.resident_name = words.sort_name(row.resident)
        row.save(update_fields=["resident_name"])
        keep_words(row, facts_of(row))


def add_imported(
    cases: Sequence[CaseFacts], landlord: Landlord, actor: Actor, at: datetime
) -> None:
    """Write whole new cases of an old system, many at a time, each with one event `imported`."""
    rows = [Case(landlord=landlord, **case_values(case)) for case in cases]
    for row, case in zip(rows, cases, strict=True):
        row.resident_name = words.sort_name(row.resident)
        row.closed_on = last_day(case) if is_closed(case) else None
    events = [
        next_event(row, NewEvent("imported"), {"patch": whole(case)}, actor, at)
        for row, case in zip(rows, cases, strict=True)
    ]
    Case.objects.bulk_create(rows)
    found: list[SearchWord] = []
    parts: dict[str, list[Any]] = {name: [] for name in KEYS}
    for row, case, event in zip(rows, cases, events, strict=True):
        event.case_id = row.pk
        for name, table in TABLES.items():
            for facts in getattr(case, name):
                columns = part_values(case, facts)
                parts[name].append(table(case=row, landlord_id=landlord.pk, **columns))
        found += [
            SearchWord(landlord_id=landlord.pk, word=word, case=row)
            for word in sorted(words.of_case(case, row.resident, words.told_by(case)))
        ]
    Event.objects.bulk_create(events)
    SearchWord.objects.bulk_create(found)
    for name, table in TABLES.items():
        table.objects.bulk_create(parts[name])


def whole(case: CaseFacts) -> Patch:
    """The patch that makes the whole case from nothing."""
    values = plain(case)
    own = {name: value for name, value in values.items() if name not in KEYS}
    return {"case": own} | {name: values[name] for name in KEYS if values[name]}
