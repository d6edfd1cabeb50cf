"""What the resident says of the complaint definition: that it is right, or how it is not."""

from dataclasses import dataclass

from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.record import NewEvent
from redress.rules.said import with_message


@dataclass(frozen=True, kw_only=True)
class AnswerDefinition:
    """Whether we understood it; where not, how they would put it."""

    agrees: bool
    words: str = ""


def decide(case: CaseFacts, given: AnswerDefinition, context: Context) -> Decision | Refused:
    """Keep the answer beside the definition (Code 5.6: set out for the resident, who can correct
    it). The definition itself stays as it was sent; a correction waits for an answer.

    Refuses where no definition was set out, and a correction without words.
    """
    checks = Checks(context.policy(case))
    checks.must(bool(case.stage.definition), "no_definition", "Code 5.6")
    said = given.agrees or bool(given.words.strip())
    checks.must(said, "correction_missing", "Code 5.6", "words")
    if checks.refused:
        return Refused(tuple(checks.refused))
    words = "" if given.agrees else given.words.strip()
    answer = {"definition_agreed": given.agrees, "definition_answer": words}
    note = {"agrees": given.agrees, "words": words}
    patch = {"stages": [{"number": case.stage.number, **answer}]}
    decision = Decision((NewEvent("definition_answered", patch, note),))
    if given.agrees:
        return decision
    return with_message(case, decision, context, f"About what you understood: {words}")
