"""Record a call, a visit or a note on the case."""

from dataclasses import dataclass, replace
from datetime import date

from redress.rules import deadlines
from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts, Choice, Clock
from redress.rules.record import NewEvent, plain


@dataclass(frozen=True, kw_only=True)
class RecordCall:
    """What was said, on which day, and whether the resident was reached: None for a
    note of what concerns nobody but colleagues.

    `choice` is what they answered where they were offered the choice to complain (Code 1.3).
    """

    on: date
    reached: bool | None
    note: str
    choice: Choice | None = None


def decide(case: CaseFacts, given: RecordCall, context: Context) -> Decision | Refused:
    """Keep the call on the record; the first that reaches the resident meets the first-call date.

    An attempt that reached nobody is kept too. Refuses an empty note and a date in the future
    or before the complaint came in (Code 5.12: a full record).
    """
    checks = Checks(context.policy(case))
    checks.must(bool(given.note.strip()), "note_missing", "Code 5.12", "note")
    in_range = case.received_on <= given.on <= context.today
    checks.must(in_range, "date_out_of_range", where="on")
    if checks.refused:
        return Refused(tuple(checks.refused))
    called = deadlines.met(case, case.stage.number, Clock.FIRST_CALL, given.on)
    patch = {"deadlines": plain(called)} if given.reached else {}
    if given.choice:
        answered = replace(case.intake, choice=given.choice, choice_on=given.on)
        patch["case"] = {"intake": plain(answered)}
    note = {"on": given.on.isoformat(), "reached": given.reached, "note": given.note.strip()}
    return Decision((NewEvent("call_recorded", patch, note),))
