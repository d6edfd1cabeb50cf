"""What a case waits for: a mark that colleagues see, taken off by itself once that has come.

It moves no date. The Code has no pause: time goes on while somebody else is waited for (Code 6.4,
6.15), and where that makes an answer late, the date is extended and the resident is told.
"""

from dataclasses import replace
from typing import Any

from redress.rules.decision import Context, Decision
from redress.rules.facts import Awaited, CaseFacts, State
from redress.rules.facts_incoming import Sender
from redress.rules.record import NewEvent, evolve

GOING = frozenset(
    {
        State.REQUEST_OPEN,
        State.STAGE_1_RECEIVED,
        State.STAGE_1_LOGGED,
        State.STAGE_1_OPEN,
        State.STAGE_2_REQUESTED,
        State.STAGE_2_OPEN,
    }
)
NONE: dict[str, Any] = {"awaits": None, "awaits_since": None, "awaits_why": ""}


def come(case: CaseFacts | None, decision: Decision, context: Context) -> Decision:
    """The decision, with an event that takes the mark off where it brings what was waited for.

    The resident: they are reached, comment on findings or act themselves. A contractor, a survey or
    another body: the last open request for comments is answered. Anything: the case is answered or
    ends. What Redress cannot know of is taken off by hand.
    """
    if case is None or case.awaits is None:
        return decision
    after = case
    for event in decision.events:
        after = evolve(after, event.patch)
    if after.awaits != case.awaits:
        return decision
    how = _how(case, after, decision, context)
    if not how:
        return decision
    return replace(decision, events=(*decision.events, came(case, how)))


def came(case: CaseFacts, how: str, what: str = "") -> NewEvent:
    """The event that takes the mark off; `how` is a word of the record, `what` a colleague's."""
    note = {"awaited": case.awaits.value if case.awaits else "", "how": how, "what": what}
    return NewEvent("awaited_came", {"case": NONE}, note)


def _how(case: CaseFacts, after: CaseFacts, decision: Decision, context: Context) -> str:
    if after.state is not case.state and after.state not in GOING:
        return "over"
    if case.awaits is Awaited.RESIDENT:
        heard = context.actor.resident or any(_heard(event) for event in decision.events)
        return "heard" if heard else ""
    told = any(event.name == "comments_given" for event in decision.events)
    return "told" if told and not any(asked.is_open for asked in after.comments) else ""


def _heard(event: NewEvent) -> bool:
    """They were reached, commented on findings, or wrote."""
    if event.name == "call_recorded":
        return event.note["reached"] is True
    if event.name == "message_received":
        new = event.patch["incoming"][-1]
        return new["sender"] in (Sender.RESIDENT, Sender.REPRESENTATIVE)
    return event.name == "findings_commented"
