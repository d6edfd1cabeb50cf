"""The database's own refusal to change the histories of learning: they are only added to."""

from typing import Any

IMPROVEMENTS = "learning_improvemententry"
SAYS = "a history of learning is append-only"
FUNCTION = f"""
CREATE OR REPLACE FUNCTION redress_learning_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '{SAYS}';
END $$
"""


def install(connection: Any, table: str = IMPROVEMENTS) -> None:
    """Make the triggers of a history, on SQLite or PostgreSQL."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(FUNCTION)
            cursor.execute(
                f"CREATE TRIGGER {table}_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
                " FOR EACH STATEMENT EXECUTE FUNCTION redress_learning_history()"
            )
            return
        for name, event in (("keep", "UPDATE"), ("stay", "DELETE")):
            cursor.execute(
                f"CREATE TRIGGER {table}_{name} BEFORE {event} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{SAYS}'); END"
            )


def remove(connection: Any, table: str = IMPROVEMENTS) -> None:
    """Take them away: for undoing the migration, and for emptying a test database."""
    postgres = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for name in ("keep",) if postgres else ("keep", "stay"):
            on = f" ON {table}" if postgres else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{name}{on}")
