"""What a landlord tells its residents of a quarter's complaints, in short and plain sentences.

Every number is counted, never typed (Code 8.1, 9.3; THH policy, "Learning from complaints"). What
could point to a person is left out: a subject is named only where five or more spoke of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from redress.rules.figures_tally import Tally
from redress.rules.words import counted, listed

FEW = 5  # complaints below which a subject is not named
MOST = 3  # subjects that are named
ON_TIME = "We sent 1 answer, on time."  # where it is the only one
FIXED_NAMES = ("Housing Ombudsman", "0300 111 3000")  # nobody can choose a shorter one


@dataclass(frozen=True)
class Told:
    """What is told: under a heading, its sentences."""

    heading: str
    sentences: tuple[str, ...]


def told(
    stage_1: Tally, stage_2: Tally, subjects: Sequence[tuple[str, int]], done: Sequence[str] = ()
) -> list[Told]:
    """The page of a quarter: how many, how quickly, what was found, what about, and what was done.

    `subjects` are what the complaints were about, with how many; `done` the changes made.
    """
    parts = [
        Told("What you told us", (*_came(stage_1, stage_2), *_about(subjects))),
        Told("How we did", (*_answered(stage_1), *_found(stage_1))),
        Told("You said, we did", tuple(done)),
        Told(
            "If you are not happy",
            (
                "Tell us. We want to put it right.",
                "You can ask the Housing Ombudsman for help at any time. It is free. "
                "Call 0300 111 3000.",
            ),
        ),
    ]
    return [part for part in parts if part.sentences]


def _came(stage_1: Tally, stage_2: Tally) -> list[str]:
    if not stage_1.received:
        return ["No one made a complaint in these months."]
    first = f"You made {counted(stage_1.received, 'complaint')}."
    if not stage_2.received:
        return [first, "No one asked us to look again."]
    once = "Once" if stage_2.received == 1 else f"{stage_2.received:,} times"
    return [first, f"{once} you asked us to look again."]


def _about(subjects: Sequence[tuple[str, int]]) -> list[str]:
    named = [name for name, number in subjects if number >= FEW][:MOST]
    return [f"You spoke most about {listed(named)}."] if named else []


def _answered(tally: Tally) -> list[str]:
    if not tally.answered:
        return []
    late = tally.answered - tally.on_time
    if tally.answered == 1:
        return ["We sent 1 answer, and it was late. We are sorry." if late else ON_TIME]
    if not late:
        return [f"We sent {tally.answered:,} answers, all on time."]
    said = f"We sent {tally.on_time:,} of our {tally.answered:,} answers on time."
    return [said, f"{'One was' if late == 1 else 'The rest were'} late. We are sorry."]


def _found(tally: Tally) -> list[str]:
    if tally.decided < FEW:
        return []
    return [
        f"We looked into {tally.decided:,}. In {tally.upheld_or_partly:,} of them we got things "
        "wrong."
    ]
