"""Measures kept between two looks: read again as long as nothing that they are made from changed.

What they are made from is a digest: of the cases of the period by the ends of their chains, which
move with every event; of the adjustments of their residents; of the policies of the landlord; and
of the text of the rules and the reading themselves. A figure that is kept is never old.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from redress.assessment.models import KeptMeasures
from redress.assessment.rows import period_rows, seen_cases
from redress.people.models import Landlord
from redress.rules.measures import Measure, Window, measure
from redress.rules.measures_table import MEASURES

PACKAGE = Path(__file__).parents[1]
# What a measure follows from besides the cases: the rules, the policies, the reading of the rows.
SOURCES = ("rules/**/*.py", "policies/**/*.toml", "cases/facts.py", "cases/parts.py")


def measures_of(landlord: Landlord, window: Window) -> Mapping[str, Measure]:
    """What the cases of a period show, by provision: as kept, where nothing has changed since."""
    made_from = _made_from(landlord, window)
    period = {"landlord": landlord, "start": window.start, "end": window.end}
    kept = KeptMeasures.objects.filter(**period).first()
    if kept and kept.made_from == made_from:
        return {number: _measure(found) for number, found in kept.measures.items()}
    found = measure(seen_cases(landlord, window), window, MEASURES)
    row = KeptMeasures(
        **period,
        made_from=made_from,
        measures={number: asdict(each) for number, each in found.items()},
    )
    KeptMeasures.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["landlord", "start", "end"],
        update_fields=["made_from", "measures"],
    )
    return found


def _measure(found: dict[str, Any]) -> Measure:
    return Measure(**{**found, "cases": tuple(found["cases"])})


def _made_from(landlord: Landlord, window: Window) -> str:
    """The digest of all that the measures follow from."""
    digest = hashlib.sha256()
    for part in _parts(landlord, window):
        digest.update(part.encode())
        digest.update(b"\0")
    return digest.hexdigest()


def _parts(landlord: Landlord, window: Window) -> Iterator[str]:
    yield _sources()
    yield f"{window.start} {window.end} {window.as_at} {landlord.book_version}"
    rows = period_rows(landlord, window).values_list("pk", "head_digest", "resident__adjustments")
    for number, head, adjustments in rows.iterator(chunk_size=2_000):
        yield f"{number} {head}"
        if adjustments:
            yield json.dumps(adjustments, sort_keys=True)


@cache
def _sources() -> str:
    """The digest of the rules and policies in this process, read once."""
    digest = hashlib.sha256()
    paths = (path for pattern in SOURCES for path in PACKAGE.glob(pattern))
    for path in sorted((*paths, Path(__file__).with_name("rows.py"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()
