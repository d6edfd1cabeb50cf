"""A case told without a database that also keeps what a measure sees: events with days, letters."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from redress.rules.access import Verb
from redress.rules.decision import Book, Decision
from redress.rules.facts import Kind, State
from redress.rules.measures import Seen, SeenEvent, SeenLetter
from tests.rules.inputs import on, plausible, received
from tests.rules.story import PATHS, Step, Story


@dataclass
class Told(Story):
    """A story with its events as a measure sees them."""

    seen_events: list[SeenEvent] = field(default_factory=list)
    letters: list[SeenLetter] = field(default_factory=list)

    def takes(self, decision: Decision, today: date) -> Decision:
        warned = tuple(reason.code for reason in decision.warnings)
        self.seen_events += [
            SeenEvent(event.name, today, event.note, () if index else warned)
            for index, event in enumerate(decision.events)
        ]
        self.letters += [SeenLetter(each.kind, each.stage, today) for each in decision.letters]
        return super().takes(decision, today)

    def seen(self, **others: Any) -> Seen:
        """The case as a measure sees it."""
        return Seen(self.facts, tuple(self.seen_events), tuple(self.letters), **others)

    def goes(self, *steps: Step) -> "Told":
        """Take these steps, each with what anybody might give."""
        for verb, when, by in steps:
            given = plausible(verb, self.case, on(when))
            if verb is Verb.RESPOND:
                self.answers(given, when, by)
            elif verb in (Verb.REFUSE, Verb.REFUSE_ESCALATION):
                self.refusing(given, when, by)
            else:
                self.does(verb, given, when, by)
        return self


def tell(
    state: State, landlord: str = "code-model", book: Book | None = None, **others: Any
) -> Told:
    """A case told as far as this state, as `story.reach` does."""
    if state in (State.REQUEST_OPEN, State.REQUEST_ANSWERED):
        others = {"kind": Kind.SERVICE_REQUEST} | others
    told = Told(landlord, book or Book())
    given = received(landlord, **others)
    told.does(Verb.RECEIVE, given, given.received_on)
    return told.goes(*PATHS[state])
