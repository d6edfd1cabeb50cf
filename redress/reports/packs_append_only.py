"""The database's own refusal to change a pack that was made, or to take back that it was opened."""

from redress.people.history import Refusals, function

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
FUNCTIONS = function("redress_pack_kept", PACK_SAYS) + function("redress_pack_opened", READER_SAYS)
POSTGRES = {
    f"{PACK}_keep": f"BEFORE UPDATE OR DELETE OR TRUNCATE ON {PACK} FOR EACH STATEMENT"
    " EXECUTE FUNCTION redress_pack_kept()",
    f"{READER}_keep": f"BEFORE UPDATE ON {READER} FOR EACH ROW WHEN ({OPENED})"
    " EXECUTE FUNCTION redress_pack_opened()",
    f"{READER}_stay": f"BEFORE DELETE OR TRUNCATE ON {READER} FOR EACH STATEMENT"
    " EXECUTE FUNCTION redress_pack_opened()",
}
REFUSALS = Refusals(SQLITE, FUNCTIONS, POSTGRES)
install, remove = REFUSALS.install, REFUSALS.remove
