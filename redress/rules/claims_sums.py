"""Tables in a report's text whose parts do not make the total that the same text gives."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from redress.rules.claims import Sum
from redress.rules.claims_text import Passage

WHOLE = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,9}")
COUNTED = re.compile(r"(?<![\w.,/£-])(\d{1,3}(?:,\d{3})+|\d{1,9})(?![\w/%]|[.,]\d)")
FEWEST_ROWS = 3
SHORTEST_WORD = 4  # letters


def sums(passages: Iterable[Passage]) -> Iterator[Sum]:
    """Each table with a total: its own last column, or the number that the section begins with."""
    counted: dict[str, Passage] = {}
    for (section, title), rows in groupby(passages, lambda each: (each.section, each.title)):
        found = list(rows)
        if not title:
            for each in found:
                if not each.is_heading and COUNTED.search(each.text):
                    counted.setdefault(section, each)
            continue
        yield from _across(found)
        yield from _down(found, counted.get(section))


def _across(rows: list[Passage]) -> Iterator[Sum]:
    """Rows under a head that ends in "Total"."""
    head = rows[0].cells
    if len(head) < FEWEST_ROWS or head[-1].lower() != "total":
        return
    for row in rows[1:]:
        if len(row.cells) == len(head) and all(map(WHOLE.fullmatch, row.cells)):
            *parts, total = map(_number, row.cells)
            yield Sum(
                id=f"row{row.line}",
                where=row.section,
                says=f"{total:,} in all: {', '.join(head[:-1])}.",
                parts=dict(zip(head[:-1], parts, strict=True)),
                total=total,
            )


def _down(rows: list[Passage], said: Passage | None) -> Iterator[Sum]:
    """Rows of a name and a number, under a head that speaks of what the sentence before counted."""
    head, parts = rows[0], rows[1:]
    are_numbers = all(len(row.cells) == 2 and WHOLE.fullmatch(row.cells[1]) for row in parts)
    if said is None or len(parts) < FEWEST_ROWS or len(head.cells) != 2 or not are_numbers:
        return
    if WHOLE.search(head.cells[1]) or not _speaks_of(head.text, said.text):
        return
    found = COUNTED.search(said.text)
    if found:
        yield Sum(
            id=f"table{head.line}",
            where=head.section or said.section,
            says=said.text[:300],
            parts={row.cells[0]: _number(row.cells[1]) for row in parts},
            total=_number(found[1]),
        )


def _speaks_of(head: str, text: str) -> bool:
    """Whether a word of the head is in the text: "Ombudsman case reason", "22 cases"."""
    wanted = (word for word in re.findall(r"[a-z]+", head.lower()) if len(word) >= SHORTEST_WORD)
    return any(word.removesuffix("s") in text.lower() for word in wanted if word != "number")


def _number(text: str) -> int:
    return int(text.replace(",", ""))
