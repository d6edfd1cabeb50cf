"""Record what was learned from an issue that was upheld: its cause, and the lesson."""

from dataclasses import dataclass

from redress.rules.causes import causes_of
from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.learning import upheld
from redress.rules.record import NewEvent

SOURCE = "Code 9.1"
SAYS_NOTHING = frozenset({"", "n/a", "na", "nil", "no", "none", "nothing", "tbc", "-", "."})


@dataclass(frozen=True, kw_only=True)
class Learn:
    """Of which issue; the root cause, by its key (`rules.causes`); what went wrong and what is
    learned, in words; and whether something must change beyond this case."""

    issue: int
    cause: str
    went_wrong: str
    lesson: str
    wider: bool


def decide(case: CaseFacts, given: Learn, context: Context) -> Decision | Refused:
    """Keep it on the issue (Code 9.1, 9.2). It can be changed later; the record keeps both.

    The resident sees nothing of it. Refuses an issue that was not upheld in whole or in part, a
    cause that is not on the landlord's list, and words that are missing or say nothing.
    """
    checks = Checks(context.policy(case))
    issue = next((each for each in upheld(case) if each.number == given.issue), None)
    any_at_all = "issue" if upheld(case) else ""  # else nothing that is typed would mend it
    checks.must(issue is not None, "nothing_upheld", SOURCE, any_at_all)
    checks.must(given.cause in causes_of(case.landlord), "no_such_cause", SOURCE, "cause")
    wrong, lesson = given.went_wrong.strip(), given.lesson.strip()
    for name, text in (("went_wrong", wrong), ("lesson", lesson)):
        checks.must(text.casefold() not in SAYS_NOTHING, f"{name}_missing", SOURCE, name)
    if checks.refused or issue is None:
        return Refused(tuple(checks.refused))
    said: dict[str, object] = {
        "cause": given.cause,
        "went_wrong": wrong,
        "lesson": lesson,
        "wider": given.wider,
    }
    when = {"learned_on": context.today.isoformat(), "learned_by": context.actor.id}
    patch = {"issues": [{"number": issue.number, **said, **when}]}
    note = {"issue": issue.summary, "changed": issue.learned_on is not None, **said}
    return Decision((NewEvent("lesson_recorded", patch, note),))
