"""Ask the resident for clarification. No clock waits for the answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from redress.rules.calendar import LAST
from redress.rules.decision import Checks, Context, Decision, NewLetter, Refused
from redress.rules.facts import CaseFacts, Clock
from redress.rules.record import NewEvent
from redress.rules.words import long_date

STILL = {
    Clock.ACKNOWLEDGE: "We will still write to you by {} to say what we will look into.",
    Clock.RESPOND: "We will still send you our answer by {}.",
}


@dataclass(frozen=True, kw_only=True)
class AskClarification:
    """What is unclear, a question each, and the day by which an answer can still be used."""

    questions: tuple[str, ...]
    answer_by: date


def decide(case: CaseFacts, given: AskClarification, context: Context) -> Decision | Refused:
    """Ask (Code 5.6, 5.7). Every date stays where it is: the Code has no pause (6.2 to 6.4).

    Refuses without a question, and a day that is not ahead.
    """
    checks = Checks(context.policy(case))
    asked = [question.strip() for question in given.questions if question.strip()]
    checks.must(bool(asked), "clarification_missing", "Code 5.6", "questions")
    checks.must(given.answer_by > context.today, "not_ahead", "Code 5.6", "answer_by")
    checks.must(given.answer_by <= LAST, "date_not_known", "Code 5.6", "answer_by")
    if checks.refused:
        return Refused(tuple(checks.refused))
    note = {"questions": asked, "answer_by": given.answer_by.isoformat()}
    facts: dict[str, str | Sequence[str]] = {
        "questions": asked,
        "answer_by": long_date(given.answer_by),
        "still_by": still_by(case),
    }
    letter = NewLetter("clarification", case.stage.number, facts)
    return Decision((NewEvent("clarification_asked", {}, note),), (letter,))


def still_by(case: CaseFacts) -> str:
    """What the resident is owed next whether they answer or not, in the letter's words."""
    for clock, words in STILL.items():
        deadline = case.deadline(case.stage.number, clock)
        if deadline and deadline.due_on and deadline.met_on is None:
            return words.format(long_date(deadline.due_on))
    return "We will go on looking into it."
