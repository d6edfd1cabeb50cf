"""The database's own refusal to change what happened: triggers on events and issued letters.

An event may not be changed or deleted, except that its content may be emptied (erasure at the end
of retention, which leaves the digests). An issued letter may not be changed or deleted at all.
"""

from typing import Any

EVENTS, LETTERS = "cases_event", "cases_letter"
KEPT = (
    "id landlord_id case_id sequence name at by_id by_name content_digest digest".split()  # noqa: SIM905
)

# SQLite's REPLACE would delete the old row without asking the triggers of DELETE.
THERE = "BEFORE INSERT ON {0} WHEN EXISTS (SELECT 1 FROM {0} WHERE id = NEW.id OR ({1}))"
SQLITE = {
    f"{EVENTS}_once": THERE.format(EVENTS, "case_id = NEW.case_id AND sequence = NEW.sequence"),
    f"{LETTERS}_once": THERE.format(LETTERS, "case_id = NEW.case_id AND number = NEW.number"),
    f"{EVENTS}_keep": f"BEFORE UPDATE ON {EVENTS} WHEN NEW.content IS NOT NULL OR "
    + " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in KEPT),
    f"{EVENTS}_stay": f"BEFORE DELETE ON {EVENTS}",
    f"{LETTERS}_keep": f"BEFORE UPDATE ON {LETTERS}",
    f"{LETTERS}_stay": f"BEFORE DELETE ON {LETTERS}",
}
SAYS = "the record is append-only: events and issued letters are never changed or deleted"

POSTGRES_FUNCTION = f"""
CREATE OR REPLACE FUNCTION redress_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '{SAYS}';
END $$
"""
SAME = " AND ".join(f"NEW.{column} IS NOT DISTINCT FROM OLD.{column}" for column in KEPT)
POSTGRES = {
    f"{EVENTS}_keep": f"BEFORE UPDATE ON {EVENTS} FOR EACH ROW"
    f" WHEN (NOT (NEW.content IS NULL AND {SAME}))",
    f"{EVENTS}_stay": f"BEFORE DELETE OR TRUNCATE ON {EVENTS} FOR EACH STATEMENT",
    f"{LETTERS}_keep": f"BEFORE UPDATE OR DELETE OR TRUNCATE ON {LETTERS} FOR EACH STATEMENT",
}


def install(connection: Any) -> None:
    """Make the triggers, on SQLite or PostgreSQL."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRES_FUNCTION)
            for name, when in POSTGRES.items():
                cursor.execute(
                    f"CREATE TRIGGER {name} {when} EXECUTE FUNCTION redress_append_only()"
                )
            return
        for name, when in SQLITE.items():
            cursor.execute(f"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, '{SAYS}'); END")


def remove(connection: Any) -> None:
    """Take the triggers away: for undoing the migration, and for emptying a test database."""
    postgres = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for name in POSTGRES if postgres else SQLITE:
            table = EVENTS if name.startswith(EVENTS) else LETTERS
            on = f" ON {table}" if postgres else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")
