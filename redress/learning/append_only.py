"""The database's own refusal to change the histories of learning: they are only added to."""

from redress.people.history import Refusals, function

IMPROVEMENTS = "learning_improvemententry"
SAYS = "a history of learning is append-only"
SQLITE = {
    f"{IMPROVEMENTS}_keep": (f"BEFORE UPDATE ON {IMPROVEMENTS}", SAYS),
    f"{IMPROVEMENTS}_stay": (f"BEFORE DELETE ON {IMPROVEMENTS}", SAYS),
}
POSTGRES = {
    f"{IMPROVEMENTS}_keep": f"BEFORE UPDATE OR DELETE OR TRUNCATE ON {IMPROVEMENTS}"
    " FOR EACH STATEMENT EXECUTE FUNCTION redress_learning_history()"
}
REFUSALS = Refusals(SQLITE, function("redress_learning_history", SAYS), POSTGRES)
install, remove = REFUSALS.install, REFUSALS.remove
