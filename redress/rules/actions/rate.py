"""How the resident says their complaint was handled."""

from dataclasses import dataclass

from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.facts_followed import Kept, RatingFacts
from redress.rules.record import NewEvent, plain

WORST, BEST = 1, 5


@dataclass(frozen=True, kw_only=True)
class Rate:
    """From 1, very badly, to 5, very well; whether the promises were kept; more in words.

    `outcome` and `easy` are marks of the same kind, and None where nothing was said of them.
    """

    handled: int
    kept: Kept
    words: str = ""
    outcome: int | None = None
    easy: int | None = None


def decide(case: CaseFacts, given: Rate, context: Context) -> Decision | Refused:
    """Keep it for the figures (Code 8.1, 9.1: what is learnt from complaints), once a stage.

    Refuses a mark that is not from 1 to 5, and a second one of the same stage.
    """
    checks = Checks(context.policy(case))
    for name in ("handled", "outcome", "easy"):
        mark = getattr(given, name)
        checks.must(mark is None or WORST <= mark <= BEST, "mark_out_of_range", where=name)
    stage = case.stage.number
    checks.must(all(each.stage != stage for each in case.ratings), "rated_before")
    if checks.refused:
        return Refused(tuple(checks.refused))
    new = RatingFacts(
        stage,
        context.today,
        given.handled,
        given.kept,
        given.words.strip(),
        given.outcome,
        given.easy,
    )
    note = plain(new)
    patch = {"case": {"ratings": plain([*case.ratings, new])}}
    return Decision((NewEvent("rated", patch, note),))
