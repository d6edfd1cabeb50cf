"""The database's own refusal to change what an approved self-assessment said, and its history."""

from typing import Any

HISTORY = "assessment_assessmententry"
ANSWERS = "assessment_provisionanswer"
WHOLE = "assessment_assessment"
HISTORY_SAYS = "the history of a self-assessment is append-only"
APPROVED_SAYS = "an approved self-assessment is never changed"
APPROVED = (
    "(SELECT approved_on FROM assessment_assessment WHERE id = OLD.assessment_id) IS NOT NULL"
)
SQLITE = {
    f"{HISTORY}_keep": (f"BEFORE UPDATE ON {HISTORY}", HISTORY_SAYS),
    f"{HISTORY}_stay": (f"BEFORE DELETE ON {HISTORY}", HISTORY_SAYS),
    f"{ANSWERS}_keep": (
        f"BEFORE UPDATE ON {ANSWERS} WHEN {APPROVED}",
        APPROVED_SAYS,
    ),
    f"{ANSWERS}_stay": (
        f"BEFORE DELETE ON {ANSWERS} WHEN {APPROVED}",
        APPROVED_SAYS,
    ),
    f"{WHOLE}_keep": (f"BEFORE UPDATE ON {WHOLE} WHEN OLD.approved_on IS NOT NULL", APPROVED_SAYS),
    f"{WHOLE}_stay": (f"BEFORE DELETE ON {WHOLE} WHEN OLD.approved_on IS NOT NULL", APPROVED_SAYS),
}
FUNCTIONS = f"""
CREATE OR REPLACE FUNCTION redress_assessment_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '{HISTORY_SAYS}';
END $$;
CREATE OR REPLACE FUNCTION redress_assessment_answers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF {APPROVED} THEN
    RAISE EXCEPTION '{APPROVED_SAYS}';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION redress_assessment_approved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '{APPROVED_SAYS}';
END $$
"""
POSTGRES = {
    f"{HISTORY}_keep": f"BEFORE UPDATE OR DELETE OR TRUNCATE ON {HISTORY} FOR EACH STATEMENT"
    " EXECUTE FUNCTION redress_assessment_history()",
    f"{ANSWERS}_keep": f"BEFORE UPDATE OR DELETE ON {ANSWERS} FOR EACH ROW"
    " EXECUTE FUNCTION redress_assessment_answers()",
    f"{WHOLE}_keep": f"BEFORE UPDATE OR DELETE ON {WHOLE} FOR EACH ROW"
    " WHEN (OLD.approved_on IS NOT NULL) EXECUTE FUNCTION redress_assessment_approved()",
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
