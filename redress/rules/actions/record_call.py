"""Record a call, a visit, a meeting, a case conference or a note on the case."""

from dataclasses import dataclass, replace
from datetime import date

from redress.rules import deadlines, incoming
from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts, Choice, Clock, Contact
from redress.rules.facts_incoming import AnsweredBy
from redress.rules.record import NewEvent, plain


@dataclass(frozen=True, kw_only=True)
class RecordCall:
    """What was said, on which day, and whether the resident was reached: None for a
    note of what concerns nobody but colleagues.

    `choice` is what they answered where they were offered the choice to complain (Code 1.3).
    `accompanied_by` names whoever came along with the resident or spoke for them (Code 3.6);
    `outcome` is what was agreed or is to follow.
    """

    on: date
    reached: bool | None
    note: str
    choice: Choice | None = None
    what: Contact = Contact.CALL
    accompanied_by: str = ""
    outcome: str = ""


def decide(case: CaseFacts, given: RecordCall, context: Context) -> Decision | Refused:
    """Keep it on the record; the first that reaches the resident meets the first-call date.

    An attempt that reached nobody is kept too. Refuses an empty note, a date in the future or
    before the complaint came in (Code 5.12: a full record), and a note for colleagues said to have
    reached the resident. A case conference without an outcome is kept with a warning.
    """
    checks = Checks(context.policy(case))
    checks.must(bool(given.note.strip()), "note_missing", "Code 5.12", "note")
    in_range = case.received_on <= given.on <= context.today
    checks.must(in_range, "date_out_of_range", where="on")
    silent = given.what is not Contact.NOTE or given.reached is None
    checks.must(silent, "note_reaches_nobody", "Code 5.12", "what")
    settled = given.what is not Contact.CASE_CONFERENCE or bool(given.outcome.strip())
    checks.should(settled, "outcome_not_noted", "Code 5.12", "outcome")
    if checks.refused:
        return Refused(tuple(checks.refused))
    called = deadlines.met(case, case.stage.number, Clock.FIRST_CALL, given.on)
    patch = {"deadlines": plain(called)} if given.reached else {}
    if given.reached and (came := _answers(case, given, context)):
        patch["incoming"] = came
    if given.choice:
        answered = replace(case.intake, choice=given.choice, choice_on=given.on)
        patch["case"] = {"intake": plain(answered)}
    event = NewEvent("call_recorded", patch, _note(given))
    return Decision((event,), warnings=tuple(checks.warned))


def _answers(case: CaseFacts, given: RecordCall, context: Context) -> incoming.Entries:
    """Speaking to the resident answers the messages that had come by then."""
    return incoming.answered_until(case, given.on, AnsweredBy.CALL, context.today)


def _note(given: RecordCall) -> dict[str, object]:
    """What the event keeps: who came along and what came of it only where somebody said so."""
    more = {"accompanied_by": given.accompanied_by.strip(), "outcome": given.outcome.strip()}
    said: dict[str, object] = {name: text for name, text in more.items() if text}
    return {
        "what": given.what.value,
        "on": given.on.isoformat(),
        "reached": given.reached,
        "note": given.note.strip(),
        **said,
    }
