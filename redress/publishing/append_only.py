"""The database's own refusal to change what was published, and the files of any edition."""

from redress.people.history import Refusals, function

EDITION, FILE = "publishing_edition", "publishing_editionfile"
PUBLISHED_SAYS = "what was published is never changed"
FILE_SAYS = "a file of an edition is never changed"
APPROVED_SAYS = "an approved edition takes no more files"
# Of the file's edition: whether it is published (a file goes with a draft), whether approved.
OUT = "(SELECT published_at FROM publishing_edition WHERE id = OLD.edition_id) IS NOT NULL"
APPROVED = "(SELECT approved_at FROM publishing_edition WHERE id = NEW.edition_id) IS NOT NULL"
SQLITE = {
    f"{EDITION}_keep": (
        f"BEFORE UPDATE ON {EDITION} WHEN OLD.published_at IS NOT NULL",
        PUBLISHED_SAYS,
    ),
    f"{EDITION}_stay": (
        f"BEFORE DELETE ON {EDITION} WHEN OLD.published_at IS NOT NULL",
        PUBLISHED_SAYS,
    ),
    f"{FILE}_keep": (f"BEFORE UPDATE ON {FILE}", FILE_SAYS),
    f"{FILE}_stay": (f"BEFORE DELETE ON {FILE} WHEN {OUT}", PUBLISHED_SAYS),
    f"{FILE}_whole": (f"BEFORE INSERT ON {FILE} WHEN {APPROVED}", APPROVED_SAYS),
}
FILES = f"""
CREATE OR REPLACE FUNCTION redress_edition_files() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN RAISE EXCEPTION '{FILE_SAYS}'; END IF;
  IF TG_OP = 'DELETE' THEN
    IF {OUT} THEN RAISE EXCEPTION '{PUBLISHED_SAYS}'; END IF;
    RETURN OLD;
  END IF;
  IF {APPROVED} THEN RAISE EXCEPTION '{APPROVED_SAYS}'; END IF;
  RETURN NEW;
END $$;
"""
FUNCTIONS = function("redress_edition_published", PUBLISHED_SAYS) + FILES
POSTGRES = {
    f"{EDITION}_keep": f"BEFORE UPDATE OR DELETE ON {EDITION} FOR EACH ROW"
    " WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION redress_edition_published()",
    f"{FILE}_keep": f"BEFORE INSERT OR UPDATE OR DELETE ON {FILE} FOR EACH ROW"
    " EXECUTE FUNCTION redress_edition_files()",
}
REFUSALS = Refusals(SQLITE, FUNCTIONS, POSTGRES)
install, remove = REFUSALS.install, REFUSALS.remove
