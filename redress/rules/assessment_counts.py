"""How many provisions of a self-assessment have each answer, in figures and in a sentence. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from redress.rules.assessment import ANSWERS, Answer
from redress.rules.words import listed, long_date


@dataclass(frozen=True)
class Counts:
    """How many there are, and how many have each answer that any has, in words."""

    provisions: int
    each: tuple[tuple[str, int], ...]

    @property
    def full(self) -> int:
        """How many are answered with a plain yes."""
        return dict(self.each).get(ANSWERS[Answer.YES], 0)

    @property
    def says(self) -> str:
        """ "65 with “Yes”, 3 with “No”"."""
        return listed([f"{number} with “{words}”" for words, number in self.each])


def counts(answers: Iterable[Answer | None]) -> Counts:
    """The counts of the answers of a whole self-assessment, in the order of `ANSWERS`."""
    given = list(answers)
    found = ((words, given.count(answer)) for answer, words in ANSWERS.items())
    return Counts(len(given), tuple((words, number) for words, number in found if number))


def approved(found: Counts, year: str, by: str, on: date) -> str:
    """Who approved a self-assessment and what it answers, in a sentence."""
    return (
        f"The self-assessment of {year} was approved by {by} on {long_date(on)}. Of its "
        f"{found.provisions} provisions it answers {found.says}."
    )
