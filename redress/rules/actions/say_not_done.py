"""The resident says that something promised was not done."""

from dataclasses import dataclass

from redress.rules.actions.reopen import where_it_stood
from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import ActionFacts, CaseFacts, State
from redress.rules.facts_followed import DisputeFacts
from redress.rules.record import NewEvent, Patch, plain
from redress.rules.said import with_message


@dataclass(frozen=True, kw_only=True)
class SayNotDone:
    """Which action, and what is wrong in the resident's words, which may be left empty."""

    number: int
    words: str = ""


def decide(case: CaseFacts, given: SayNotDone, context: Context) -> Decision | Refused:
    """Keep what they say with the action, and owe it again where it was marked as done (Code 6.6,
    6.17, 7.3: followed through to completion). A closed case that was answered is open again.

    Refuses an action that was not promised to the resident.
    """
    checks = Checks(context.policy(case))
    promised = [action for action in case.actions if not action.internal]
    action = next((each for each in promised if each.number == given.number), None)
    checks.must(action is not None, "no_such_action", "Code 7.3", "number")
    if action is None:
        return Refused(tuple(checks.refused))
    entry = {
        "number": action.number,
        "done_on": None,
        "disputes": plain(_said(action, given, context)),
    }
    patch: Patch = {"actions": [entry]}
    if case.state is State.CLOSED and case.stage.responded_on and not case.merged_into:
        patch["case"] = {"state": where_it_stood(case.stage).value}
    note = {
        "what": action.what,
        "words": given.words.strip(),
        "was_done_on": plain(action.done_on),
        "from": case.state.value,
    }
    decision = Decision((NewEvent("not_done_said", patch, note),))
    text = f"Not done: {action.what.rstrip('.')}. {note['words']}"
    return with_message(case, decision, context, text)


def _said(action: ActionFacts, given: SayNotDone, context: Context) -> list[DisputeFacts]:
    new = DisputeFacts(context.today, given.words.strip(), action.done_on)
    return [*action.disputes, new]
