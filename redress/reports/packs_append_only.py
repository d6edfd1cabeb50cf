"""The database's own refusal to change a pack that was made, or to take back that it was opened."""

from typing import Any

PACK, READER = "reports_pack", "reports_packreader"
PACK_SAYS = "a pack is never changed"
READER_SAYS = "who opened a pack, and when, is never changed"
OPENED = "OLD.opened_at IS NOT NULL"
SQLITE = {
    f"{PACK}_keep": (f"BEFORE UPDATE ON {PACK}", PACK_SAYS),
    f"{PACK}_stay": (f"BEFORE DELETE ON {PACK}", PACK_SAYS),
    f"{READER}_keep": (f"BEFORE UPDATE ON {READER} WHEN {OPENED}", READER_SAYS),
    f"{READER}_stay": (f"BEFORE DELETE ON {READER}", READER_SAYS),
}
FUNCTIONS = f"""
CREATE OR REPLACE FUNCTION redress_pack_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '{PACK_SAYS}';
END $$;
CREATE OR REPLACE FUNCTION redress_pack_opened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '{READER_SAYS}';
END $$
"""
POSTGRES = {
    f"{PACK}_keep": f"BEFORE UPDATE OR DELETE OR TRUNCATE ON {PACK} FOR EACH STATEMENT"
    " EXECUTE FUNCTION redress_pack_kept()",
    f"{READER}_keep": f"BEFORE UPDATE ON {READER} FOR EACH ROW WHEN ({OPENED})"
    " EXECUTE FUNCTION redress_pack_opened()",
    f"{READER}_stay": f"BEFORE DELETE OR TRUNCATE ON {READER} FOR EACH STATEMENT"
    " EXECUTE FUNCTION redress_pack_opened()",
}


def install(connection: Any) -> None:
    """Make the triggers, on SQLite or PostgreSQL."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(FUNCTIONS)
            for name, when in POSTGRES.items():
                cursor.execute(f"CREATE TRIGGER {name} {when}")
            return
        for name, (when, says) in SQLITE.items():
            cursor.execute(f"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, '{says}'); END")


def remove(connection: Any) -> None:
    """Take the triggers away: for undoing the migration, and for emptying a test database."""
    postgres = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for name in POSTGRES if postgres else SQLITE:
            table = name.removesuffix("_keep").removesuffix("_stay")
            on = f" ON {table}" if postgres else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")
