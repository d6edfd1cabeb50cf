"""The database's own refusal to change what is kept: triggers, on SQLite and PostgreSQL."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Refusals:
    """Triggers that refuse. The name of each is its table's and a word: "cases_event_keep".

    On SQLite each has when it refuses and what it says; on PostgreSQL each has when, and which of
    `functions` then says it.
    """

    sqlite: Mapping[str, tuple[str, str]]
    functions: str
    postgres: Mapping[str, str]

    def install(self, connection: Any) -> None:
        """Make the triggers."""
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(self.functions)
                for name, when in self.postgres.items():
                    cursor.execute(f"CREATE TRIGGER {name} {when}")
                return
            for name, (when, says) in self.sqlite.items():
                refuse = f"SELECT RAISE(ABORT, '{quoted(says)}')"
                cursor.execute(f"CREATE TRIGGER {name} {when} BEGIN {refuse}; END")

    def remove(self, connection: Any) -> None:
        """Take them away: for undoing the migration, and for emptying a test database."""
        postgres = connection.vendor == "postgresql"
        with connection.cursor() as cursor:
            for name in self.postgres if postgres else self.sqlite:
                on = f" ON {name.rpartition('_')[0]}" if postgres else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def function(name: str, says: str) -> str:
    """A function for PostgreSQL that refuses whatever asks it."""
    return (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql"
        f" AS $$ BEGIN RAISE EXCEPTION '{quoted(says)}'; END $$;"
    )


def quoted(says: str) -> str:
    """Words inside the quotation marks of SQL."""
    return says.replace("'", "''")


def only_grows(table: str) -> Refusals:
    """The refusal to change or delete any line of a table: lines are only added."""
    says = f"{table} is append-only"
    return Refusals(
        sqlite={
            f"{table}_{verb.lower()}": (f"BEFORE {verb} ON {table}", says)
            for verb in ("UPDATE", "DELETE")
        },
        functions=function(f"{table}_keep", says),
        postgres={
            f"{table}_keep": f"BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
            f" FOR EACH STATEMENT EXECUTE FUNCTION {table}_keep()"
        },
    )


def keep_forever(connection: Any, table: str) -> None:
    """Make the triggers that refuse to change or delete a line."""
    only_grows(table).install(connection)


def let_go(connection: Any, table: str) -> None:
    """Take them away: for undoing the migration."""
    only_grows(table).remove(connection)
