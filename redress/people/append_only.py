"""The database's own refusal to change what administrators did, and what residents' needs were.

The lines of both histories are never changed or deleted; the details of a line of needs may be
emptied at the end of their retention.
"""

from redress.people.history import Refusals, function

LOG = "people_adminentry"
SAYS = "the administration log is append-only: its lines are never changed or deleted"
ONCE = "BEFORE INSERT ON {0} WHEN EXISTS (SELECT 1 FROM {0} WHERE id = NEW.id)"
SQLITE = {
    f"{LOG}_once": (ONCE.format(LOG), SAYS),
    f"{LOG}_keep": (f"BEFORE UPDATE ON {LOG}", SAYS),
    f"{LOG}_stay": (f"BEFORE DELETE ON {LOG}", SAYS),
}
POSTGRES = {
    f"{LOG}_keep": f"BEFORE UPDATE OR DELETE OR TRUNCATE ON {LOG} FOR EACH STATEMENT"
    " EXECUTE FUNCTION redress_admin_log_only_grows()"
}
REFUSALS = Refusals(SQLITE, function("redress_admin_log_only_grows", SAYS), POSTGRES)
install, remove = REFUSALS.install, REFUSALS.remove

HISTORY = "people_needsentry"
NEEDS_SAYS = "the history of a resident's needs is append-only: its lines are never changed"
KEPT = ("id", "landlord_id", "resident_id", "at", "by_id", "by_name", "what")
NEEDS_WHEN = {
    f"{HISTORY}_once": ONCE.format(HISTORY),
    f"{HISTORY}_keep": f"BEFORE UPDATE ON {HISTORY} WHEN NEW.details IS NOT NULL OR "
    + " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in KEPT),
    f"{HISTORY}_stay": f"BEFORE DELETE ON {HISTORY}",
}
NEEDS_SQLITE = {name: (when, NEEDS_SAYS) for name, when in NEEDS_WHEN.items()}
SAME = " AND ".join(f"NEW.{column} IS NOT DISTINCT FROM OLD.{column}" for column in KEPT)
NEEDS_POSTGRES = {
    f"{HISTORY}_keep": f"BEFORE UPDATE ON {HISTORY} FOR EACH ROW"
    f" WHEN (NOT (NEW.details IS NULL AND {SAME})) EXECUTE FUNCTION redress_needs_only_grow()",
    f"{HISTORY}_stay": f"BEFORE DELETE OR TRUNCATE ON {HISTORY} FOR EACH STATEMENT"
    " EXECUTE FUNCTION redress_needs_only_grow()",
}
OF_NEEDS = Refusals(NEEDS_SQLITE, function("redress_needs_only_grow", NEEDS_SAYS), NEEDS_POSTGRES)
install_needs, remove_needs = OF_NEEDS.install, OF_NEEDS.remove
