"""How the resident says their complaint was handled."""

from dataclasses import dataclass

from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.facts_followed import Kept, RatingFacts
from redress.rules.record import NewEvent, plain

WORST, BEST = 1, 5


@dataclass(frozen=True, kw_only=True)
class Rate:
    """From 1, very badly, to 5, very well; whether the promises were kept; more in words."""

    handled: int
    kept: Kept
    words: str = ""


def decide(case: CaseFacts, given: Rate, context: Context) -> Decision | Refused:
    """Keep it for the figures (Code 8.1, 9.1: what is learnt from complaints), once a stage.

    Refuses a mark that is not from 1 to 5, and a second one of the same stage.
    """
    checks = Checks(context.policy(case))
    checks.must(WORST <= given.handled <= BEST, "mark_out_of_range", where="handled")
    stage = case.stage.number
    checks.must(all(each.stage != stage for each in case.ratings), "rated_before")
    if checks.refused:
        return Refused(tuple(checks.refused))
    new = RatingFacts(stage, context.today, given.handled, given.kept, given.words.strip())
    note = plain(new)
    patch = {"case": {"ratings": plain([*case.ratings, new])}}
    return Decision((NewEvent("rated", patch, note),))
