"""Tell a member, or somebody who may only hear the outcome, what was decided: a redacted version.

The answer itself goes to the resident. This letter is made of the same decision, and holds of it
only what is safe by what it is and what was marked as safe.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from redress.rules.decision import Checks, Context, Decision, NewLetter, Reason, Refused
from redress.rules.facts import ActionFacts, CaseFacts, Finding, IssueFacts, StageFacts
from redress.rules.facts_offers import Remedy
from redress.rules.facts_people import RepresentativeFacts, Scope
from redress.rules.recipients import representative_of
from redress.rules.record import NewEvent
from redress.rules.redaction import HEALTH_TOLD, Private, faults
from redress.rules.words import FINDING, REMEDY, long_date

NO_CONSENT = (
    "We wrote to the resident ourselves. They have not agreed that we tell you more, so we cannot."
)
NOTHING_TO_DO = "There is nothing that we can list here."
LEFT_OUT = (
    "We left out names, the address, and anything about health or money. "
    "The resident has our full answer."
)


@dataclass(frozen=True, kw_only=True)
class TellOutcome:
    """Whom, by number; and which issues and actions may be told in the words they have. `words` is
    what else may be told. `private` is what the record knows of the resident and fills in.
    """

    number: int
    issues: tuple[int, ...] = ()
    actions: tuple[int, ...] = ()
    words: str = ""
    private: Private = field(default_factory=Private)


def decide(case: CaseFacts, given: TellOutcome, context: Context) -> Decision | Refused:
    """Write to them (THH policy, Complaints through an advocate: redacted, or a separate answer).

    Without the resident's consent, given and in date, the letter says no more than that they were
    answered. Refuses before there is an answer, one who is not there, anything marked as safe
    without consent or beyond its scope, and the resident's name, address or money in what is
    marked. Words of health in it are warned of.
    """
    whom = representative_of(case, given.number)
    told = answered(case)
    checks = Checks(context.policy(case))
    if whom is None or whom.ended_on is not None:
        return Refused((Reason("no_such_representative", "", "number"),))
    if told is None:
        return Refused((Reason("not_answered_yet", "Code 6.7"),))
    issues = [each for each in case.issues_in if each.number in given.issues]
    actions = [a for a in case.actions if a.number in given.actions and not a.internal]
    clause = checks.policy.representatives.members_clause
    marked = bool(issues or actions or given.words.strip())
    checks.must(whom.agreed(context.today) or not marked, "no_consent", clause, "number")
    in_scope = whom.scope is not Scope.OUTCOME or not (actions or given.words.strip())
    checks.must(in_scope, "out_of_scope", "Code 3.6", "actions")
    _check_words(checks, issues, actions, given, clause)
    if checks.refused:
        return Refused(tuple(checks.refused))
    entry = {"number": whom.number, "told_on": context.today.isoformat()}
    event = NewEvent("outcome_told", {"representatives": [entry]}, {"name": whom.name})
    letter = _letter(case, told, whom, context, issues, actions, given.words.strip())
    return Decision((event,), (letter,), warnings=tuple(checks.warned))


def answered(case: CaseFacts) -> StageFacts | None:
    """The latest stage that was answered; None where none was."""
    return next((stage for stage in reversed(case.stages) if stage.responded_on), None)


def _check_words(
    checks: Checks,
    issues: Sequence[IssueFacts],
    actions: Sequence[ActionFacts],
    given: TellOutcome,
    clause: str,
) -> None:
    """Each text that is marked as safe, at the place where it was marked."""
    marked = {
        "issues": [each.summary for each in issues],
        "actions": [each.what for each in actions],
        "words": [given.words],
    }
    for place, texts in marked.items():
        for fault in faults(texts, given.private):
            kept = checks.warned if fault is HEALTH_TOLD else checks.refused
            kept.append(replace(fault, provision=clause, field=place))


def _letter(
    case: CaseFacts,
    told: StageFacts,
    whom: RepresentativeFacts,
    context: Context,
    issues: Sequence[IssueFacts],
    actions: Sequence[ActionFacts],
    words: str,
) -> NewLetter:
    agreed = whom.agreed(context.today)
    facts: dict[str, str | Sequence[str]] = {
        "decided": _decided(case, told, issues) if agreed else [NO_CONSENT],
        "actions": [f"{a.what} – by {long_date(a.due_on)}" for a in actions] or [NOTHING_TO_DO],
        "more": words or LEFT_OUT,
    }
    return NewLetter("outcome_for_others", told.number, facts, to=whom.number)


def _decided(case: CaseFacts, told: StageFacts, issues: Sequence[IssueFacts]) -> list[str]:
    """The decision in words that are ours alone, but for the issues that were marked."""
    day = long_date(told.responded_on) if told.responded_on else ""
    if told.outcome is None:
        return [f"We answered the resident on {day}."]
    lines = [f"Stage {told.number}, answered on {day}: {FINDING[told.outcome].lower()}."]
    for issue in issues:
        found = next((f.finding for f in issue.findings if f.stage == told.number), None)
        if found:
            lines.append(f"{issue.summary.rstrip('.')}: {FINDING[found].lower()}.")
    if told.outcome in (Finding.UPHELD, Finding.PARTLY_UPHELD):
        kinds = {kind for each in case.offers if each.stage == told.number for kind in each.kinds}
        lines += [f"{REMEDY[kind]}." for kind in Remedy if kind in kinds - {Remedy.MONEY}]
    return lines
