"""The database's own refusal to change what an approved self-assessment said, and its history."""

from redress.people.history import Refusals, function

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
ANSWERED = f"""
CREATE OR REPLACE FUNCTION redress_assessment_answers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF {APPROVED} THEN
    RAISE EXCEPTION '{APPROVED_SAYS}';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
"""
FUNCTIONS = (
    function("redress_assessment_history", HISTORY_SAYS)
    + ANSWERED
    + function("redress_assessment_approved", APPROVED_SAYS)
)
POSTGRES = {
    f"{HISTORY}_keep": f"BEFORE UPDATE OR DELETE OR TRUNCATE ON {HISTORY} FOR EACH STATEMENT"
    " EXECUTE FUNCTION redress_assessment_history()",
    f"{ANSWERS}_keep": f"BEFORE UPDATE OR DELETE ON {ANSWERS} FOR EACH ROW"
    " EXECUTE FUNCTION redress_assessment_answers()",
    f"{WHOLE}_keep": f"BEFORE UPDATE OR DELETE ON {WHOLE} FOR EACH ROW"
    " WHEN (OLD.approved_on IS NOT NULL) EXECUTE FUNCTION redress_assessment_approved()",
}
REFUSALS = Refusals(SQLITE, FUNCTIONS, POSTGRES)
install, remove = REFUSALS.install, REFUSALS.remove
