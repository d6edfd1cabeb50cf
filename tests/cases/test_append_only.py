"""The database itself refuses to change or delete what happened and what was sent."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError

from redress.cases import append_only
from redress.cases.models import Case, Event, Letter
from redress.cases.verify import verify
from redress.rules.facts import State
from tests import builders

pytestmark = pytest.mark.django_db

EVENT_CHANGES: dict[str, Any] = {
    "sequence": 99,
    "name": "closed",
    "at": builders.at(date(2025, 1, 1)),
    "by": None,
    "by_name": "Somebody",
    "content": "{}",
    "content_digest": "0" * 64,
    "digest": "0" * 64,
}
LETTER_CHANGES: dict[str, Any] = {
    "number": 99,
    "kind": "closing",
    "issued_on": date(2025, 1, 1),
    "subject": "Another",
    "text": "Another",
    "blocks": [],
    "digest": "0" * 64,
}


@pytest.fixture
def reference() -> str:
    return builders.office().reach(State.STAGE_1_OPEN)


def refused(does: Callable[[], object]) -> None:
    """The database says no, and says why."""
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        does()


def sql(text: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(text)


@pytest.mark.parametrize("column", EVENT_CHANGES)
def test_an_event_never_changes(reference: str, column: str) -> None:
    change = {column: EVENT_CHANGES[column]}
    refused(lambda: Event.objects.filter(case__reference=reference, sequence=1).update(**change))


@pytest.mark.parametrize("column", LETTER_CHANGES)
def test_an_issued_letter_never_changes(reference: str, column: str) -> None:
    change = {column: LETTER_CHANGES[column]}
    refused(lambda: Letter.objects.filter(case__reference=reference, number=1).update(**change))


def test_neither_is_saved_again(reference: str) -> None:
    for row in (Event.objects.first(), Letter.objects.first()):
        assert row is not None
        refused(row.save)


def test_neither_is_deleted_one_by_one_or_all_at_once(reference: str) -> None:
    for rows in (Event.objects.all(), Letter.objects.all()):
        refused(rows.delete)
        row = rows.last()
        assert row is not None
        refused(row.delete)


@pytest.mark.parametrize("table", [append_only.EVENTS, append_only.LETTERS])
def test_nor_by_bare_sql(reference: str, table: str) -> None:
    refused(lambda: sql(f"DELETE FROM {table}"))  # noqa: S608
    if connection.vendor == "postgresql":
        sql("SET CONSTRAINTS ALL IMMEDIATE")  # else it is refused for another reason
        refused(lambda: sql(f"TRUNCATE {table} CASCADE"))


@pytest.mark.parametrize("table", [append_only.EVENTS, append_only.LETTERS])
def test_nor_by_putting_another_in_its_place(reference: str, table: str) -> None:
    """SQLite's REPLACE deletes without asking the triggers of DELETE."""
    if connection.vendor == "sqlite":
        refused(lambda: sql(f"REPLACE INTO {table} SELECT * FROM {table}"))  # noqa: S608
    else:
        refused(
            lambda: sql(
                f"INSERT INTO {table} SELECT * FROM {table}"  # noqa: S608
                " ON CONFLICT (id) DO UPDATE SET digest = '0'"
            )
        )


def test_a_case_with_a_story_is_not_deleted(reference: str) -> None:
    with pytest.raises(ProtectedError):
        Case.objects.all().delete()


class TestErasure:
    """At the end of retention the content goes and the digests stay."""

    def test_emptying_the_content_is_allowed_and_the_chain_still_verifies(
        self, reference: str
    ) -> None:
        Event.objects.filter(case__reference=reference).update(content=None)
        checked = verify()
        assert (checked.events, checked.faults) == (3, [])

    def test_one_event_emptied_is_enough_and_no_fault_either(self, reference: str) -> None:
        Event.objects.filter(case__reference=reference, sequence=1).update(content=None)
        assert verify().faults == []

    def test_what_is_emptied_is_not_filled_again(self, reference: str) -> None:
        rows = Event.objects.filter(case__reference=reference, sequence=1)
        content = rows.get().content
        rows.update(content=None)
        refused(lambda: rows.update(content=content))

    def test_nothing_else_changes_with_it(self, reference: str) -> None:
        rows = Event.objects.filter(case__reference=reference, sequence=1)
        refused(lambda: rows.update(content=None, by_name="Somebody"))

    def test_a_chain_that_is_broken_shows_in_an_emptied_case_too(
        self, reference: str, tampering: None
    ) -> None:
        Event.objects.filter(case__reference=reference).update(content=None)
        Event.objects.filter(case__reference=reference, sequence=2).update(by_name="Somebody")
        assert verify().faults == [f"{reference}: event 2 (logged): it does not fit the chain"]


def test_without_the_triggers_all_of_this_could_be_done(reference: str, tampering: None) -> None:
    """It is the triggers that refuse, and they can be put back."""
    assert Event.objects.update(by_name="Somebody") == 3
    append_only.install(connection)
    refused(lambda: Event.objects.update(by_name="Another"))
    refused(lambda: Letter.objects.update(text="Another"))
