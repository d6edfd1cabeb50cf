"""The database's own refusal to change what administrators did: triggers on their log."""

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
