"""Ask the resident how their complaint was handled, once it is closed."""

from dataclasses import dataclass
from datetime import date

from redress.rules.decision import Checks, Context, Decision, NewLetter, Refused
from redress.rules.facts import CaseFacts, Kind
from redress.rules.record import NewEvent
from redress.rules.words import long_date

FIRST = "We closed your complaint on {closed_on}."
AGAIN = "We asked you how we dealt with your complaint, and have not heard from you."
AT_1 = "You can ask us to look at your complaint again. That is stage 2. Just tell us."
AT_2 = "You can complain about how we dealt with it. Just tell us."


@dataclass(frozen=True, kw_only=True)
class AskSatisfaction:
    """`link` is the whole address at which they answer, until `answer_by`."""

    link: str
    closed_on: date
    answer_by: date
    reminder: bool = False


def decide(case: CaseFacts, given: AskSatisfaction, context: Context) -> Decision | Refused:
    """Write to them, and say what they can do if they are unhappy (Code 1.6).

    Refuses for what is no complaint that was answered, and once they have told us.
    """
    checks = Checks(context.policy(case))
    answered = case.kind is Kind.COMPLAINT and case.stage.responded_on is not None
    checks.must(answered, "nothing_to_ask_about")
    told = any(each.stage == case.stage.number for each in case.ratings)
    checks.must(not told, "rated_before")
    if checks.refused:
        return Refused(tuple(checks.refused))
    opening = AGAIN if given.reminder else FIRST.format(closed_on=long_date(given.closed_on))
    facts = {
        "opening": opening,
        "answer_by": long_date(given.answer_by),
        "link": given.link,
        "not_happy": AT_1 if case.stage.number == 1 else AT_2,
    }
    note = {"reminder": given.reminder, "answer_by": given.answer_by.isoformat()}
    letter = NewLetter("satisfaction", case.stage.number, facts)
    return Decision((NewEvent("satisfaction_asked", {}, note),), (letter,))
