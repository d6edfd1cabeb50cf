"""Messages on a case: when one is answered, when it may ask for stage 2, and who is told.

No message is ever answered, nor the question of stage 2 settled, by the words of the message.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from urllib.parse import quote

from redress.rules.decision import Context, Decision, NewMessage
from redress.rules.facts import CaseFacts, State
from redress.rules.facts_incoming import AnsweredBy, Asks, IncomingFacts
from redress.rules.record import Patch

Entries = list[Patch]  # what an event sets of messages


def may_ask_for_stage_2(case: CaseFacts) -> bool:
    """Whether every message on the case raises the question: after a stage 1 response (Code 6.10).

    The words are not looked at: most people who want stage 2 do not say so by name.
    """
    if case.merged_into or case.state not in (State.STAGE_1_ANSWERED, State.CLOSED):
        return False
    return case.stage.number == 1 and case.stage.responded_on is not None


def open_messages(case: CaseFacts) -> tuple[IncomingFacts, ...]:
    """Those that are not answered, or of which nobody has said whether they ask for stage 2."""
    return tuple(each for each in case.incoming if each.is_open)


def answered_until(case: CaseFacts, day: date, by: AnsweredBy, today: date) -> Entries:
    """What an event sets where something on `day` answers all messages that had come by then."""
    return [
        {"number": each.number, "answered_on": today.isoformat(), "answered_by": by.value}
        for each in case.incoming
        if not each.is_answered and each.received_on <= day
    ]


def asked_for(case: CaseFacts) -> Entries:
    """What an event sets where stage 2 begins: every open question of a message is a yes."""
    return [
        {"number": each.number, "stage_2": Asks.YES.value} for each in case.incoming if each.may_ask
    ]


def with_letters(case: CaseFacts | None, decision: Decision, context: Context) -> Decision:
    """The decision, which answers every message on the case where a person issues a letter with it.

    A letter that the resident's own step or the worker brings about answers nothing, nor does one
    to somebody who speaks for them.
    """
    by_hand = context.actor.id is not None and any(each.to is None for each in decision.letters)
    if case is None or not by_hand:
        return decision
    entries = answered_until(case, context.today, AnsweredBy.LETTER, context.today)
    return _laid(decision, entries) if entries else decision


def _laid(decision: Decision, entries: Entries) -> Decision:
    first, *others = decision.events
    merged = {entry["number"]: entry for entry in entries}
    for entry in first.patch.get("incoming", ()):
        merged[entry["number"]] = {**merged.get(entry["number"], {}), **entry}
    first = replace(first, patch={**first.patch, "incoming": list(merged.values())})
    return replace(decision, events=(first, *others))


def told(case: CaseFacts, new: IncomingFacts) -> tuple[NewMessage, ...]:
    """Tells whoever handles the case that a message is there, with no word of it.

    At most once a day while messages wait: a storm of them is one e-mail. Nobody is told where
    nobody handles the case: it is on everybody's list.
    """
    waits = [each for each in case.incoming if each.is_open]
    if case.handler is None or _told_today(waits, new.recorded_on):
        return ()
    about = " Say whether it is a request for stage 2." if new.may_ask else ""
    text = f"A message has come in on {case.reference}.{about} It waits for an answer:"
    path = f"desk/case/{quote(case.reference)}#messages"
    subject = f"A message came in on {case.reference}"
    return (NewMessage("message_came_in", "", "", subject, text, path, to_user=case.handler),)


def _told_today(waiting: Iterable[IncomingFacts], today: date) -> bool:
    return any(each.recorded_on == today for each in waiting)
