"""What a resident does while they follow their complaint and that needs an answer stands among the
messages on the case too: it waits there until a letter, a call or a person answers it (Code 5.9).
"""

from dataclasses import replace

from redress.rules import incoming
from redress.rules.decision import Context, Decision
from redress.rules.facts import CaseFacts, Channel
from redress.rules.facts_incoming import Asks, IncomingFacts, Sender
from redress.rules.record import plain


def with_message(case: CaseFacts, decision: Decision, context: Context, text: str) -> Decision:
    """The decision, which also puts these words among the messages and tells whoever handles the
    case. After a stage 1 response they may ask for stage 2, which a person answers (Code 6.10).
    """
    speaks = any(each.name == context.actor.name for each in case.representatives)
    new = IncomingFacts(
        number=len(case.incoming) + 1,
        received_on=context.today,
        recorded_on=context.today,
        channel=Channel.WEB.value,
        sender=Sender.REPRESENTATIVE if speaks else Sender.RESIDENT,
        name=context.actor.name,
        text=text.strip(),
        stage_2=Asks.OPEN if incoming.may_ask_for_stage_2(case) else None,
    )
    first, *others = decision.events
    first = replace(first, patch={**first.patch, "incoming": [plain(new)]})
    told = (*decision.messages, *incoming.told(case, new))
    return replace(decision, events=(first, *others), messages=told)
