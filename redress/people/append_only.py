"""The database's own refusal to change what administrators did, and what residents' needs were.

The lines of both histories are never changed or deleted; the details of a line of needs may be
emptied at the end of their retention.
"""

from typing import Any

LOG = "people_adminentry"
SAYS = "the administration log is append-only: its lines are never changed or deleted"
ONCE = "BEFORE INSERT ON {0} WHEN EXISTS (SELECT 1 FROM {0} WHERE id = NEW.id)"
SQLITE = {
    f"{LOG}_once": ONCE.format(LOG),
    f"{LOG}_keep": f"BEFORE UPDATE ON {LOG}",
    f"{LOG}_stay": f"BEFORE DELETE ON {LOG}",
}
POSTGRES_FUNCTION = f"""
CREATE OR REPLACE FUNCTION redress_admin_log_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '{SAYS}';
END $$
"""
POSTGRES = {
    f"{LOG}_keep": f"BEFORE UPDATE OR DELETE OR TRUNCATE ON {LOG} FOR EACH STATEMENT"
    " EXECUTE FUNCTION redress_admin_log_only_grows()"
}


HISTORY = "people_needsentry"
NEEDS_SAYS = "the history of a resident's needs is append-only: its lines are never changed"
KEPT = ("id", "landlord_id", "resident_id", "at", "by_id", "by_name", "what")
NEEDS_SQLITE = {
    f"{HISTORY}_once": ONCE.format(HISTORY),
    f"{HISTORY}_keep": f"BEFORE UPDATE ON {HISTORY} WHEN NEW.details IS NOT NULL OR "
    + " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in KEPT),
    f"{HISTORY}_stay": f"BEFORE DELETE ON {HISTORY}",
}
NEEDS_FUNCTION = f"""
CREATE OR REPLACE FUNCTION redress_needs_only_grow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '{NEEDS_SAYS.replace("'", "''")}';
END $$
"""
SAME = " AND ".join(f"NEW.{column} IS NOT DISTINCT FROM OLD.{column}" for column in KEPT)
NEEDS_POSTGRES = {
    f"{HISTORY}_keep": f"BEFORE UPDATE ON {HISTORY} FOR EACH ROW"
    f" WHEN (NOT (NEW.details IS NULL AND {SAME})) EXECUTE FUNCTION redress_needs_only_grow()",
    f"{HISTORY}_stay": f"BEFORE DELETE OR TRUNCATE ON {HISTORY} FOR EACH STATEMENT"
    " EXECUTE FUNCTION redress_needs_only_grow()",
}


def install_needs(connection: Any) -> None:
    """Make the triggers of the history of needs, on SQLite or PostgreSQL."""
    said = NEEDS_SAYS.replace("'", "''")
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(NEEDS_FUNCTION)
            for name, when in NEEDS_POSTGRES.items():
                cursor.execute(f"CREATE TRIGGER {name} {when}")
            return
        for name, when in NEEDS_SQLITE.items():
            cursor.execute(f"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, '{said}'); END")


def remove_needs(connection: Any) -> None:
    """Take them away: for undoing the migration, and for emptying a test database."""
    postgres = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for name in NEEDS_POSTGRES if postgres else NEEDS_SQLITE:
            on = f" ON {HISTORY}" if postgres else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def install(connection: Any) -> None:
    """Make the triggers, on SQLite or PostgreSQL."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRES_FUNCTION)
            for name, when in POSTGRES.items():
                cursor.execute(f"CREATE TRIGGER {name} {when}")
            return
        for name, when in SQLITE.items():
            cursor.execute(f"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, '{SAYS}'); END")


def remove(connection: Any) -> None:
    """Take the triggers away: for undoing the migration, and for emptying a test database."""
    postgres = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for name in POSTGRES if postgres else SQLITE:
            on = f" ON {LOG}" if postgres else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")
