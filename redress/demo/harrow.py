"""Three years of Harrow's cases, as an old system would hand them over.

The totals are those Harrow published: for 2023-24 all fifteen tables of its Appendix A, for the
two years before the numbers received. Every single case is invented. The rows are the same each
time they are made.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from random import Random

from redress.demo import harrow_totals
from redress.demo.harrow_dates import give_dates, give_stage_2
from redress.demo.harrow_draft import Draft
from redress.demo.harrow_reasons import give_published_reasons, give_services
from redress.demo.harrow_totals import FACTS
from redress.rules.case_rows import COLUMNS
from redress.rules.figures import Group
from redress.rules.figures_year import Year

PUBLISHED = Year.parse("2023-24")
WAYS_IN = {"web": 45, "email": 30, "phone": 20, "letter": 4, "in_person": 1}
WAYS_OF_MEMBERS = {"email": 95, "letter": 5}
OFTEN_A_PETITION = 0.004


def rows() -> Iterator[dict[str, str]]:
    """The rows of 2021-22, 2022-23 and 2023-24 in the columns of an import, oldest first."""
    for label in sorted(FACTS["earlier"]):
        chance = Random(f"Harrow {label}")  # noqa: S311 invented cases, not secrets
        drafts = harrow_totals.earlier(FACTS["earlier"][label], chance)
        yield from _year(drafts, Year.parse(label), chance)
    chance = Random(f"Harrow {PUBLISHED.label}")  # noqa: S311
    yield from _year(harrow_totals.published(chance), PUBLISHED, chance)


def write_csv(path: Path) -> int:
    """Writes `rows` as a file that `redress import cases` reads; answers how many rows."""
    made = list(rows())
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(made)
    return len(made)


def _year(drafts: list[Draft], year: Year, chance: Random) -> Iterator[dict[str, str]]:
    first = [draft for draft in drafts if draft.group is Group.STAGE_1]
    second = [draft for draft in drafts if draft.group is Group.STAGE_2]
    cases = [draft for draft in drafts if draft.group is not Group.STAGE_2]
    give_dates(cases, year, chance)
    give_stage_2(second, first, year, chance)
    give_services(cases, chance)
    if year == PUBLISHED:
        give_published_reasons(first, second, chance)
    _give_references(cases, year, chance)
    return (draft.row() for draft in sorted(drafts, key=lambda draft: draft.received))


def _give_references(cases: list[Draft], year: Year, chance: Random) -> None:
    cases.sort(key=lambda draft: draft.received)
    for number, draft in enumerate(cases, start=1):
        member = draft.group in (Group.MP_ENQUIRY, Group.COUNCILLOR_ENQUIRY)
        ways = WAYS_OF_MEMBERS if member else WAYS_IN
        draft.reference = f"HC{year.begins % 100}-{number:04}"
        draft.channel = chance.choices(list(ways), list(ways.values()))[0]
        draft.petition = draft.group is Group.STAGE_1 and chance.random() < OFTEN_A_PETITION
