"""A database in which threads and processes see what others commit, emptied afterwards."""

from collections.abc import Generator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, connections

from tests import triggers


@pytest.fixture
def committed(
    django_db_setup: None, django_db_blocker: pytest.FixtureRequest, tmp_path: Path
) -> Generator[None, None, None]:
    """A database in which threads see what others commit, emptied afterwards.

    PostgreSQL: that of the other tests. SQLite: a file, as in use, because the other tests' is in
    memory and belongs to one connection.
    """
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        yield from on_postgresql() if connection.vendor == "postgresql" else on_a_file(tmp_path)


def on_postgresql() -> Generator[None, None, None]:
    yield
    triggers.remove(connection)
    call_command("flush", interactive=False, verbosity=0)
    triggers.install(connection)


def on_a_file(folder: Path) -> Generator[None, None, None]:
    memory = connections["default"]
    name = memory.settings_dict["NAME"]
    memory.ensure_connection()
    memory.settings_dict["NAME"] = str(folder / "redress.sqlite3")
    connections["default"] = file = connections.create_connection("default")
    file.ensure_connection()
    memory.connection.backup(file.connection)
    yield
    file.close()
    memory.settings_dict["NAME"] = name
    connections["default"] = memory
