"""People who said in a survey that they are unhappy, as a file of rows hands them over (Code 1.6):
only what it takes to offer them the choice to complain."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from redress.rules.case_rows import RowFault, read_rows
from redress.rules.dates import read_date

COLUMNS = ("date", "name", "contact", "words")
MOST = {"name": 200, "contact": 254, "words": 2_000}
MOST_ROWS = 2_000


@dataclass(frozen=True)
class UnhappyRow:
    """One person: when they said it, who they are, how they can be reached, and in what words."""

    said_on: date
    who: str
    contact: str
    words: str


def read_unhappy(text: str, today: date) -> list[UnhappyRow] | list[RowFault]:
    """The people of a file with commas, or every fault. Without a way to reach somebody nothing can
    be offered to them."""
    rows, faults = read_rows(text, COLUMNS, COLUMNS, MOST_ROWS)
    found: list[UnhappyRow] = []
    for line, row in rows:
        read = _row(row, line, today)
        found += [read] if isinstance(read, UnhappyRow) else []
        faults += read if isinstance(read, list) else []
    return faults or found


def _row(row: Mapping[str, str], line: int, today: date) -> UnhappyRow | list[RowFault]:
    faults = [
        RowFault(line, name, row[name], f"is over {most} characters")
        for name, most in MOST.items()
        if len(row[name]) > most
    ]
    if not row["contact"]:
        faults.append(RowFault(line, "contact", "", "is empty: nobody could be reached"))
    try:
        said_on = read_date(row["date"])
    except ValueError as error:
        return [*faults, RowFault(line, "date", row["date"], f"cannot be read: {error}")]
    if said_on > today:
        faults.append(RowFault(line, "date", row["date"], "lies ahead"))
    return faults or UnhappyRow(said_on, row["name"], row["contact"], row["words"])
