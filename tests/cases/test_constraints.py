"""What the tables refuse, whoever writes to them."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from redress.cases.models import Action, Case, Deadline, Event, Issue, Letter, Stage
from redress.rules.facts import State
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def row() -> Case:
    """A case at stage 1, being looked into."""
    return Case.objects.get(reference=builders.office().reach(State.STAGE_1_OPEN))


def refused(does: Any, name: str) -> None:
    """The database refuses; PostgreSQL also says by which constraint."""
    says = name if connection.vendor == "postgresql" else "constraint|append-only"
    with pytest.raises(IntegrityError, match=says), transaction.atomic():
        does()


def stage(row: Case, number: int, **others: Any) -> Stage:
    return Stage(
        case=row, landlord=row.landlord, number=number, policy="p", code="c",
        received_on=date(2026, 5, 20), **others,
    )  # fmt: skip


def test_at_most_one_stage_is_open(row: Case) -> None:
    refused(stage(row, 2).save, "at_most_one_open_stage")
    stage(row, 2, ended_on=date(2026, 6, 1)).save()


def test_there_is_no_stage_3(row: Case) -> None:
    """Code 5.3."""
    refused(stage(row, 3, ended_on=date(2026, 6, 1)).save, "never_more_than_two_stages")


def test_a_stage_is_there_once(row: Case) -> None:
    refused(stage(row, 1, ended_on=date(2026, 6, 1)).save, "a_stage_once")


def test_a_reference_is_there_once_at_a_landlord(row: Case) -> None:
    other = builders.office("harrow", "HAR")
    theirs = Case.objects.get(reference=other.reach(State.STAGE_1_RECEIVED))
    theirs.reference = row.reference
    theirs.save()  # another landlord's may be the same
    theirs.landlord = row.landlord
    refused(theirs.save, "one_reference")


def test_a_submission_makes_one_case(row: Case) -> None:
    other = Case.objects.get(reference=builders.Desk(
        row.landlord, builders.user(row.landlord, builders.Role.HANDLER, name="Hal")
    ).receive(date(2026, 5, 1)))  # fmt: skip
    Case.objects.filter(pk=row.pk).update(submission="form-1")
    refused(lambda: Case.objects.filter(pk=other.pk).update(submission="form-1"), "one_submission")


@pytest.mark.parametrize(("column", "value"), [("state", "half_open"), ("kind", "moan")])
def test_states_and_kinds_are_those_we_know(row: Case, column: str, value: str) -> None:
    changed = Case.objects.filter(pk=row.pk)
    refused(lambda: changed.update(**{column: value}), f"known_{column}")


@pytest.mark.parametrize(
    ("table", "name"),
    [
        (Issue, "an_issue_once"),
        (Deadline, "a_clock_once"),
        (Event, "event_order"),
        (Letter, "a_letter_once"),
    ],
)
def test_a_part_is_there_once(row: Case, table: Any, name: str) -> None:
    part = table.objects.filter(case=row).first()
    part.pk = None
    refused(lambda: part.save(force_insert=True), name)


def test_an_action_is_there_once(row: Case) -> None:
    def action() -> Action:
        return Action(
            case=row, landlord=row.landlord, number=1, stage=1, what="Mend", owner="Repairs",
            due_on=date(2026, 6, 1),
        )  # fmt: skip

    action().save()
    refused(action().save, "an_action_once")


@pytest.mark.parametrize("table", [Case, Stage, Issue, Deadline, Action, Event, Letter])
def test_every_table_carries_its_landlord(table: Any) -> None:
    field = table._meta.get_field("landlord")
    assert not field.null
