"""The first call of a stage: by when it was promised, who was tried, and when they were reached."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from redress.rules.facts import CaseFacts, Clock
from redress.web.desk.story import Event


@dataclass(frozen=True)
class FirstCall:
    """The date promised, each attempt that reached nobody, and the day of the one that did."""

    due_on: date
    attempts: tuple[date, ...]
    reached_on: date | None

    @property
    def in_time(self) -> bool:
        """Whether the call that reached them kept the promise."""
        return self.reached_on is not None and self.reached_on <= self.due_on


def first_call(case: CaseFacts, events: Iterable[Event]) -> FirstCall | None:
    """The first call of the latest stage; None where the landlord promises none."""
    deadline = case.deadline(case.stage.number, Clock.FIRST_CALL)
    if deadline is None or deadline.due_on is None:
        return None
    notes = [
        json.loads(event.content)["note"]
        for event in events
        if event.name == "call_recorded" and event.content
    ]
    tried = [date.fromisoformat(note["on"]) for note in notes if note["reached"] is False]
    since = sorted(day for day in tried if day >= case.stage.received_on)
    return FirstCall(deadline.due_on, tuple(since), deadline.met_on)
