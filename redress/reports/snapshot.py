"""One moment of the store for everything that a report reads: no two of its figures can tell of
different moments."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction


@contextmanager
def snapshot() -> Iterator[None]:
    """Read in here what belongs together; write nothing. What others write meanwhile is not seen,
    and they need not wait. RuntimeError inside another transaction, which may see it."""
    with _for_reading(), transaction.atomic(durable=True):
        if connection.vendor == "postgresql" and not connection.savepoint_ids:  # as in a test
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


@contextmanager
def _for_reading() -> Iterator[None]:
    """SQLite's transactions are begun for writing (`config.env.sqlite`): they keep others out."""
    if connection.vendor != "sqlite":
        yield
        return
    sqlite: Any = connection
    sqlite.ensure_connection()
    mode, sqlite.transaction_mode = sqlite.transaction_mode, "DEFERRED"
    try:
        yield
    finally:
        sqlite.transaction_mode = mode
