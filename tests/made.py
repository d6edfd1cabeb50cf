"""The tables of the test database, made once by the migrations and copied from then on.

The first process that needs them makes them and keeps them: on SQLite as a file in `var/test`,
named by the digest of what makes them; on PostgreSQL as a database of the server, which lasts as
long as the server does. The others wait for it and copy.
"""

import fcntl
import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import django
from django.core import management
from django.db import connection

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "var" / "test"
PATTERN = "redress_made_once"  # the database on PostgreSQL


def copy_instead_of_migrating() -> None:
    """From now on a new test database is copied, where there is what to copy."""
    create = connection.creation.create_test_db
    command = management.call_command

    def called(name: str, *words: Any, **given: Any) -> None:
        if name != "migrate":
            command(name, *words, **given)
            return
        with alone():
            HOW[connection.vendor](lambda: command(name, *words, **given))

    def created(*words: Any, **given: Any) -> Any:
        with patch.object(management, "call_command", called):
            return create(*words, **given)

    connection.creation.create_test_db = created  # type: ignore[method-assign]


def _on_sqlite(make: Callable[[], object]) -> None:
    path = KEPT / f"made-{digest()}.sqlite3"
    if path.exists():
        with sqlite3.connect(path) as made:
            made.backup(_opened())
        made.close()
        return
    make()
    half = path.with_suffix(f".{os.getpid()}")
    with sqlite3.connect(half) as kept:
        _opened().backup(kept)
    kept.close()
    half.rename(path)


def _on_postgresql(make: Callable[[], object]) -> None:
    name = connection.settings_dict["NAME"]
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [PATTERN])
        made = cursor.fetchone()
    if not made:
        make()
    connection.close()
    with connection._nodb_cursor() as cursor:
        if made:
            cursor.execute(f'DROP DATABASE "{name}"')
        new, old = (name, PATTERN) if made else (PATTERN, name)
        cursor.execute(f'CREATE DATABASE "{new}" TEMPLATE "{old}"')


HOW = {"sqlite": _on_sqlite, "postgresql": _on_postgresql}


def _opened() -> Any:
    connection.ensure_connection()
    return connection.connection


def digest() -> str:
    """Of all that makes the tables: migrations, the triggers they install, and Django."""
    made_by = hashlib.sha256(django.__version__.encode())
    for pattern in ("*/migrations/*.py", "*/*append_only.py", "people/history.py"):
        for path in sorted((ROOT / "redress").glob(pattern)):
            made_by.update(path.read_bytes())
    return made_by.hexdigest()[:20]


@contextmanager
def alone() -> Iterator[None]:
    """One process at a time."""
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / "made.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
