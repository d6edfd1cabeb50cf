"""Risks as tags: words first, and the worst one before the others."""

from collections.abc import Iterable
from dataclasses import dataclass

from redress.rules.hazards import DANGER_NOW
from redress.web.risks import risk_words


@dataclass(frozen=True)
class Tag:
    """What a tag says, and its colour, which only repeats that one is worse than another."""

    words: str
    colour: str


def risk_tags(risks: Iterable[str]) -> list[Tag]:
    """The tags of a case's risks; danger comes first, and red."""
    ordered = sorted(risks, key=lambda risk: risk != DANGER_NOW)
    return [Tag(risk_words(r), "red" if r == DANGER_NOW else "orange") for r in ordered]
