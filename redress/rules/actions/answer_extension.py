"""What the resident says of a new response date."""

from dataclasses import dataclass, replace

from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.record import NewEvent, plain
from redress.rules.said import with_message
from redress.rules.words import long_date


@dataclass(frozen=True, kw_only=True)
class AnswerExtension:
    """Whether they agree to the latest new date, and what they want to say about it."""

    agreed: bool
    words: str = ""


def decide(case: CaseFacts, given: AnswerExtension, context: Context) -> Decision | Refused:
    """Keep the answer with the extension. The date stands either way: the landlord decides it, and
    has named the Ombudsman (Code 6.4, 6.5, 6.15, 6.16). One who does not agree waits for an answer.

    Refuses where no date of this stage was moved, and the same answer again.
    """
    stage = case.stage
    checks = Checks(context.policy(case))
    checks.must(bool(stage.extensions), "no_extension", "Code 6.4")
    last = stage.extensions[-1] if stage.extensions else None
    new = last is None or last.agreed is not given.agreed
    checks.must(new, "answered_before", "Code 6.4", "agreed")
    if checks.refused or last is None:
        return Refused(tuple(checks.refused))
    told = [*stage.extensions[:-1], replace(last, agreed=given.agreed)]
    patch = {"stages": [{"number": stage.number, "extensions": plain(told)}]}
    note = {
        "agreed": given.agreed,
        "words": given.words.strip(),
        "new_date": last.new_date.isoformat(),
    }
    decision = Decision((NewEvent("extension_answered", patch, note),))
    if given.agreed and not note["words"]:
        return decision
    said = "I agree." if given.agreed else "I do not agree."
    text = f"About the new date, {long_date(last.new_date)}: {said} {note['words']}"
    return with_message(case, decision, context, text)
