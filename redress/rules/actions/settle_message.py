"""Settle a message: it is answered, or it asks for stage 2, or it does not. A person says so."""

from dataclasses import dataclass, replace
from enum import StrEnum

from redress.rules.actions import escalate
from redress.rules.actions.escalate import Escalate
from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.facts_incoming import AnsweredBy, Asks, IncomingFacts
from redress.rules.record import NewEvent, Patch


class As(StrEnum):
    """What a person says of a message."""

    ANSWERED = "answered"
    STAGE_2 = "stage_2"
    NOT_STAGE_2 = "not_stage_2"


@dataclass(frozen=True, kw_only=True)
class SettleMessage:
    """Which message, and what is said of it. `why` says how it was answered, or why it is no
    request for stage 2."""

    number: int
    settled_as: As
    why: str = ""


def decide(case: CaseFacts, given: SettleMessage, context: Context) -> Decision | Refused:
    """Keep what was said. A yes begins stage 2 on the day the message was received (Code 6.10,
    6.11), by its channel and with its words; a no keeps why (Code 5.12).

    Refuses a message that is not on the case or has been settled so before, an answer or a no
    without words, and what `escalate` refuses.
    """
    checks = Checks(context.policy(case))
    found = next((each for each in case.incoming if each.number == given.number), None)
    checks.must(found is not None, "no_such_message", where="number")
    if found is not None:
        _check(checks, found, given)
    if found is None or checks.refused:
        return Refused(tuple(checks.refused))
    if given.settled_as is As.STAGE_2:
        return _stage_2(case, found, context)
    entry = _entry(given, context)
    note = {"as": given.settled_as.value, "received_on": found.received_on.isoformat()}
    return Decision((NewEvent("message_settled", {"incoming": [entry]}, note),))


def _check(checks: Checks, found: IncomingFacts, given: SettleMessage) -> None:
    if given.settled_as is As.ANSWERED:
        checks.must(not found.is_answered, "message_answered_already", where="number")
    else:
        checks.must(found.may_ask, "not_asked_about_stage_2", "Code 6.10", "number")
    says = given.settled_as is As.STAGE_2 or bool(given.why.strip())
    checks.must(says, "settled_without_words", "Code 5.12", "why")


def _stage_2(case: CaseFacts, found: IncomingFacts, context: Context) -> Decision | Refused:
    """Begin stage 2 with this message as the request. The question of the others is a yes too."""
    request = Escalate(requested_on=found.received_on, channel=found.channel, reasons=found.text)
    answer = escalate.decide(case, request, context)
    if isinstance(answer, Refused):
        return answer
    (event,) = answer.events
    entries = [
        {**entry, **_answered(context, AnsweredBy.STAGE_2)}
        if entry["number"] == found.number and not found.is_answered
        else entry
        for entry in event.patch.get("incoming", ())
    ]
    event = replace(event, patch={**event.patch, "incoming": entries})
    return replace(answer, events=(event,))


def _entry(given: SettleMessage, context: Context) -> Patch:
    entry: Patch = {"number": given.number}
    if given.settled_as is As.ANSWERED:
        return entry | _answered(context, AnsweredBy.PERSON) | {"answer": given.why.strip()}
    return entry | {"stage_2": Asks.NO.value, "why": given.why.strip()}


def _answered(context: Context, by: AnsweredBy) -> Patch:
    return {"answered_on": context.today.isoformat(), "answered_by": by.value}
