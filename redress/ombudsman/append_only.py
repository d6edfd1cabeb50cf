"""The database's own refusal to change the history of the Ombudsman's register: its lines are only
added. What a line says may be emptied when the case it is about is erased, and nothing else."""

from typing import Any

from redress.people import history
from redress.people.history import Refusals, function

HISTORY = "ombudsman_ombudsmanentry"
SAYS = f"{HISTORY} is append-only"
KEPT = ("id", "landlord_id", "case_id", "at", "by_id", "by_name", "what")
SAME = " AND ".join(f"NEW.{column} IS NOT DISTINCT FROM OLD.{column}" for column in KEPT)
CHANGED = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in KEPT)
EMPTY = "NEW.details = '{}'"
ERASABLE = Refusals(
    sqlite={
        f"{HISTORY}_update": (f"BEFORE UPDATE ON {HISTORY} WHEN NOT ({EMPTY}) OR {CHANGED}", SAYS),
        f"{HISTORY}_delete": (f"BEFORE DELETE ON {HISTORY}", SAYS),
    },
    functions=function(f"{HISTORY}_keep", SAYS),
    postgres={
        f"{HISTORY}_keep": f"BEFORE UPDATE ON {HISTORY} FOR EACH ROW"
        f" WHEN (NOT ({EMPTY}::jsonb AND {SAME})) EXECUTE FUNCTION {HISTORY}_keep()",
        f"{HISTORY}_stay": f"BEFORE DELETE OR TRUNCATE ON {HISTORY}"
        f" FOR EACH STATEMENT EXECUTE FUNCTION {HISTORY}_keep()",
    },
)
install, remove = ERASABLE.install, ERASABLE.remove


def let_words_go(connection: Any) -> None:
    """Put these triggers in place of the first ones, which let nothing go."""
    history.let_go(connection, HISTORY)
    install(connection)


def hold_words(connection: Any) -> None:
    """Put the first triggers back: for undoing the migration."""
    remove(connection)
    history.keep_forever(connection, HISTORY)
