"""Tables of history that the database itself lets nobody change: lines are only added."""

from typing import Any


def keep_forever(connection: Any, table: str) -> None:
    """Make the triggers that refuse to change or delete a line, on SQLite or PostgreSQL."""
    says = f"{table} is append-only"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                f"CREATE OR REPLACE FUNCTION {table}_keep() RETURNS trigger LANGUAGE plpgsql"
                f" AS $$ BEGIN RAISE EXCEPTION '{says}'; END $$"
            )
            cursor.execute(
                f"CREATE TRIGGER {table}_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
                f" FOR EACH STATEMENT EXECUTE FUNCTION {table}_keep()"
            )
            return
        for verb in ("UPDATE", "DELETE"):
            cursor.execute(
                f"CREATE TRIGGER {table}_{verb.lower()} BEFORE {verb} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{says}'); END"
            )


def let_go(connection: Any, table: str) -> None:
    """Take the triggers away: for undoing the migration."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"DROP TRIGGER IF EXISTS {table}_keep ON {table}")
            return
        for verb in ("update", "delete"):
            cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{verb}")
