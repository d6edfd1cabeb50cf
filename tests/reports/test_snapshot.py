"""A report is of one moment, whatever others write while it is read."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from redress.people.models import Landlord
from redress.reports import annual
from redress.reports.snapshot import snapshot
from redress.rules.access import Role
from redress.rules.figures_year import Year
from tests import builders

DAY = date(2026, 5, 12)


def elsewhere(do: Callable[[], Any]) -> Any:
    """Done by another connection."""

    def run() -> Any:
        try:
            return do()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(run).result()


@pytest.mark.postgresql  # SQLite in memory has one connection: below
def test_a_complaint_that_comes_meanwhile_is_in_all_of_it_or_in_nothing(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    landlord = builders.landlord()
    desk = builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))
    desk.receive(date(2025, 6, 3))
    read = annual.details_of

    def late(*given: Any) -> Any:
        elsewhere(lambda: desk.receive(date(2025, 6, 4)))
        return read(*given)

    monkeypatch.setattr(annual, "details_of", late)
    report = annual.annual(landlord, Year(2025), DAY)
    assert report.details is not None
    assert report.figures.tally().received == report.details.whole["received"].rows == 1
    monkeypatch.undo()
    assert annual.annual(landlord, Year(2025), DAY).figures.tally().received == 2


@pytest.mark.sqlite
def test_on_sqlite_it_keeps_nobody_from_writing(transactional_db: None) -> None:
    def begun(inside: AbstractContextManager[Any]) -> str:
        with CaptureQueriesContext(connection) as asked, inside:
            Landlord.objects.exists()
        return str(asked.captured_queries[0]["sql"])

    assert begun(snapshot()) == "BEGIN DEFERRED"
    assert begun(transaction.atomic()) == "BEGIN IMMEDIATE"


def test_it_is_refused_inside_a_transaction_that_sees_what_others_write(
    transactional_db: None,
) -> None:
    with transaction.atomic(), pytest.raises(RuntimeError, match="durable"), snapshot():
        pass
    with snapshot():
        assert not Landlord.objects.exists()
    with transaction.atomic():  # the next one can write again
        builders.landlord()
