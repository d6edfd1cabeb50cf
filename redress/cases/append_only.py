"""The database's own refusal to change what happened: triggers on events and issued letters.

An event may not be changed or deleted, except that its content may be emptied (erasure at the end
of retention, which leaves the digests). An issued letter may not be changed or deleted at all.
"""

from redress.people.history import Refusals, function

EVENTS, LETTERS = "cases_event", "cases_letter"
KEPT = (
    "id landlord_id case_id sequence name at by_id by_name content_digest digest".split()  # noqa: SIM905
)

# SQLite's REPLACE would delete the old row without asking the triggers of DELETE.
THERE = "BEFORE INSERT ON {0} WHEN EXISTS (SELECT 1 FROM {0} WHERE id = NEW.id OR ({1}))"
WHEN = {
    f"{EVENTS}_once": THERE.format(EVENTS, "case_id = NEW.case_id AND sequence = NEW.sequence"),
    f"{LETTERS}_once": THERE.format(LETTERS, "case_id = NEW.case_id AND number = NEW.number"),
    f"{EVENTS}_keep": f"BEFORE UPDATE ON {EVENTS} WHEN NEW.content IS NOT NULL OR "
    + " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in KEPT),
    f"{EVENTS}_stay": f"BEFORE DELETE ON {EVENTS}",
    f"{LETTERS}_keep": f"BEFORE UPDATE ON {LETTERS}",
    f"{LETTERS}_stay": f"BEFORE DELETE ON {LETTERS}",
}
SAYS = "the record is append-only: events and issued letters are never changed or deleted"
SQLITE = {name: (when, SAYS) for name, when in WHEN.items()}
SAME = " AND ".join(f"NEW.{column} IS NOT DISTINCT FROM OLD.{column}" for column in KEPT)
THEN = "EXECUTE FUNCTION redress_append_only()"
POSTGRES = {
    f"{EVENTS}_keep": f"BEFORE UPDATE ON {EVENTS} FOR EACH ROW"
    f" WHEN (NOT (NEW.content IS NULL AND {SAME})) {THEN}",
    f"{EVENTS}_stay": f"BEFORE DELETE OR TRUNCATE ON {EVENTS} FOR EACH STATEMENT {THEN}",
    f"{LETTERS}_keep": f"BEFORE UPDATE OR DELETE OR TRUNCATE ON {LETTERS}"
    f" FOR EACH STATEMENT {THEN}",
}
REFUSALS = Refusals(SQLITE, function("redress_append_only", SAYS), POSTGRES)
install, remove = REFUSALS.install, REFUSALS.remove
