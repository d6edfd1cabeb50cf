"""Lengths of time read from words, as policies and old papers write them."""

import re

from redress.rules.spans import Span, Unit

UNITS = "|".join(f"{unit.word.removesuffix('s')}s?" for unit in Unit)
PATTERN = rf"(?:([0-9]{{1,3}}) to )?([0-9]{{1,3}}) ({UNITS})"
WORDS = re.compile(rf"{PATTERN}(?:, read as {PATTERN})?")


def read_span(words: str) -> Span:
    """The span in words such as "10 working days", "24 to 48 hours" or "48 hours, read as
    2 working days".

    Raises ValueError for anything else: no unit, an amount of 0 or above 999, a range that does
    not rise.
    """
    found = WORDS.fullmatch(words)
    if not found:
        units = ", ".join(unit.word for unit in Unit)
        raise ValueError(f'"{words[:40]}" is not a length of time; write an amount and {units}')
    written = _span(words, *found.groups()[:3])
    if found[5] is None:
        return written
    reading = _span(words, *found.groups()[3:])
    return Span(written.amount, written.unit, written.target, reading)


def written(span: Span) -> str:
    """The words that `read_span` reads as this span."""
    return f"{span.words()}, read as {span.read_as.words()}" if span.read_as else span.words()


def _span(words: str, target: str | None, amount: str, unit: str) -> Span:
    lower = None if target is None else int(target)
    if int(amount) < 1 or (lower is not None and not 1 <= lower < int(amount)):
        raise ValueError(f'"{words}" does not rise from 1; write the lower amount first')
    return Span(int(amount), Unit(unit.removesuffix("s").replace(" ", "_") + "s"), lower)
