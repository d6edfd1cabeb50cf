"""Puts work on made-up cases: tags, risks, promises, comments, messages, and who may see them.

Straight into the tables, as `made_up_people` does with residents: one case in some of everything
that is over, however many cases there are, and as much open work in a small store as in a large.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from itertools import islice
from random import Random
from typing import Any

OPEN = "NEW-"  # how references of the open cases begin
TAGS = ((20, "disrepair"), (5_000, "meeting"))  # one case in so many has it
RISK, RESTRICTED, PROMISED, ASKED = 100, 100, 10, 10  # one case in so many
BATCH = 2_000


def put_work(landlord: Any, officer: Any, now: datetime) -> None:
    """Give every case of the landlord its share; the same each time."""
    from redress.cases.models import Case

    draw, rows = Random(10), Case.objects.filter(landlord=landlord).order_by("id")
    for batch in _batches(rows.iterator(chunk_size=BATCH)):
        _mark(batch, draw, officer)
        for make in (_promise, _comment, _message):
            _save(each for row in batch for each in make(row, draw, now))


def keep_residents_words(landlord: Any) -> None:
    """The words by which residents are found, for residents made in bulk."""
    from redress.people.lookup import words_of
    from redress.people.models import Resident, ResidentWord

    rows = Resident.objects.filter(landlord=landlord, residentword=None).select_related("home")
    for batch in _batches(rows.order_by("id").iterator(chunk_size=BATCH)):
        _save(
            ResidentWord(landlord=landlord, word=word, resident=person)
            for person in batch
            for word in words_of(person)
        )


def _batches(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


def _save(rows: Iterable[Any]) -> None:
    made = list(rows)
    if made:
        type(made[0]).objects.bulk_create(made)


def _mark(batch: list[Any], draw: Random, officer: Any) -> None:
    """Tags and risks with their words, and restricted cases, half of which the officer may see."""
    from redress.cases.models import Case, CasePerson, SearchWord
    from redress.cases.words import RISK as RISK_MARK
    from redress.cases.words import TAG, mark

    changed, words = [], []
    people = []
    for row in batch:
        row.tags = [tag for one_in, tag in TAGS if not draw.randrange(one_in)]
        row.risks = [] if draw.randrange(RISK) else ["vulnerable"]
        row.restricted = row.guarded = not draw.randrange(RESTRICTED)
        if row.restricted and draw.randrange(2):
            people.append(_of(row, CasePerson, user_id=officer.id, may_see=True))
        marks = [mark(TAG, tag) for tag in row.tags] + [mark(RISK_MARK, r) for r in row.risks]
        words += [_of(row, SearchWord, word=word) for word in marks]
        if marks or row.restricted:
            changed.append(row)
    fields = ["tags", "risks", "restricted", "guarded"]
    Case.objects.bulk_update(changed, fields, batch_size=100)
    _save(words)
    _save(people)


def _promise(row: Any, draw: Random, now: datetime) -> Iterator[Any]:
    from redress.cases.models import Action

    is_open, day = row.reference.startswith(OPEN), timedelta(days=1)
    if is_open or not draw.randrange(PROMISED):
        due = now.date() + draw.randrange(-20, 20) * day
        over = now.date() - draw.randrange(1_200) * day
        yield _of(
            row,
            Action,
            number=90,
            stage=1,
            what="Renew the kitchen ceiling",
            owner="Repairs",
            due_on=due if is_open else over,
            done_on=None if is_open else over,
        )


def _comment(row: Any, draw: Random, now: datetime) -> Iterator[Any]:
    from redress.cases.models import Comment

    is_open, day = row.reference.startswith(OPEN), timedelta(days=1)
    if is_open or not draw.randrange(ASKED):
        asked = now.date() - draw.randrange(20) * day if is_open else row.received_on
        yield _of(
            row,
            Comment,
            number=90,
            stage=1,
            name="Repairs contractor",
            email="contractor@example.org",
            question="When did somebody come?",
            asked_on=asked,
            due_on=asked + 7 * day,
            answered_on=None if is_open else asked + 5 * day,
            answer="" if is_open else "On Tuesday.",
        )


def _message(row: Any, draw: Random, now: datetime) -> Iterator[Any]:
    from redress.cases.models import Message
    from redress.rules.sending import MessageState, Way

    is_open = row.reference.startswith(OPEN)
    states = (MessageState.WAITING, MessageState.FAILED, MessageState.ACCEPTED)
    yield _of(
        row,
        Message,
        kind="acknowledgement",
        way=Way.EMAIL.value,
        to_name="A resident",
        to_address="resident@example.org",
        subject="Your complaint",
        message_id=f"{row.pk:032x}",
        state=(draw.choice(states) if is_open else MessageState.ACCEPTED).value,
        created_at=now,
        not_before=now,
    )


def _of(row: Any, make: Callable[..., Any], **values: Any) -> Any:
    return make(landlord_id=row.landlord_id, case_id=row.pk, **values)
