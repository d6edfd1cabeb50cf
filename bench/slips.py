"""How often a name, street or postcode with one slip of the finger still finds its case.

    python -m bench.slips [QUERIES]

On the environment's database, which `made_up_people` has filled. The slips are the same each time:
a letter left out or put in, a wrong one, or two changed about, in a word of four letters or more.
A hit is a case of that resident, or at that place, among the first three. Prints JSON.
"""

import json
import re
import sys
import time
from random import Random
from typing import Any

from redress.commands import setup_django

SLUG = "harrow"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def slipped(text: str, draw: Random) -> str:
    """The text with one slip in it, in a word of four letters or more: in a shorter one a slip
    makes as often another word as none."""
    all_words = list(re.finditer(r"\w+", text))
    words = [word for word in all_words if len(word.group()) > 3] or all_words
    places = [at for word in words for at in range(*word.span())]
    at = draw.choice(places)
    head, letter, tail = text[:at], text[at], text[at + 1 :]
    kind = draw.choice(("out", "in", "wrong", "about"))
    if kind == "about" and tail[:1].strip():
        return head + tail[0] + letter + tail[1:]
    if kind == "out":
        return head + tail
    return head + (letter if kind == "in" else "") + draw.choice(LETTERS) + tail


def main(many: int) -> None:
    """Look for that many cases by slipped texts."""
    setup_django()
    from redress.cases.models import Case
    from redress.cases.search import find
    from redress.demo.staff import staff_of
    from redress.people.landlords import landlord_named

    landlord, draw = landlord_named(SLUG), Random(11)
    officer = staff_of(landlord).officer
    numbers = list(Case.objects.filter(landlord=landlord).values_list("pk", flat=True))
    rows = Case.objects.select_related("resident__home").in_bulk(draw.sample(numbers, many))
    took, hits = [], 0
    for row in rows.values():
        texts = [row.resident.name, f"{row.resident.name.split()[1]} {row.resident.home.address}"]
        text = slipped(draw.choice(texts), draw)
        began = time.perf_counter()
        found = find(officer, landlord, text).lines[:3]
        took.append((time.perf_counter() - began) * 1_000)
        hits += any(_is_it(line, row) for line in found)
    took.sort()
    print(json.dumps({"queries": many, "hits": hits, "p95_ms": took[many * 95 // 100]}))


def _is_it(line: Any, row: Any) -> bool:
    return line.resident == row.resident.name or line.place == row.resident.home.address


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
