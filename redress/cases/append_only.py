"""The database's own refusal to change what happened: triggers on events and issued letters.

An event may not be changed or deleted, except that its content may be emptied (erasure at the end
of retention, which leaves the digests). An issued letter may not be changed or deleted, except that
all of its words may be emptied at once, for the same reason.
"""

from typing import Any

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

# From the migration on that lets cases be erased: a letter may lose its words, all of them at once
# and nothing else.
LETTER_KEPT = (
    "id landlord_id case_id number stage kind version policy issued_on digest".split()  # noqa: SIM905
)
WORDLESS = "NEW.subject = '' AND NEW.text = '' AND NEW.blocks = '[]'"
LETTER_SAME = " AND ".join(f"NEW.{name} IS NOT DISTINCT FROM OLD.{name}" for name in LETTER_KEPT)
CHANGED = " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in LETTER_KEPT)
ERASABLE = Refusals(
    sqlite={
        f"{LETTERS}_keep": (
            f"BEFORE UPDATE ON {LETTERS} WHEN NOT ({WORDLESS}) OR {CHANGED}",
            SAYS,
        )
    },
    functions=function("redress_append_only", SAYS),
    postgres={
        f"{LETTERS}_keep": f"BEFORE UPDATE ON {LETTERS} FOR EACH ROW"
        f" WHEN (NOT ({WORDLESS}::jsonb AND {LETTER_SAME})) {THEN}",
        f"{LETTERS}_stay": f"BEFORE DELETE OR TRUNCATE ON {LETTERS} FOR EACH STATEMENT {THEN}",
    },
)
install = REFUSALS.install


def let_words_go(connection: Any) -> None:
    """Put the trigger that lets the words of a letter be emptied in place of the first one."""
    ERASABLE.remove(connection)
    ERASABLE.install(connection)


def hold_words(connection: Any) -> None:
    """Put the first trigger back: for undoing that migration."""
    remove(connection)
    install(connection)


def remove(connection: Any) -> None:
    """Take all of them away."""
    REFUSALS.remove(connection)
    ERASABLE.remove(connection)
