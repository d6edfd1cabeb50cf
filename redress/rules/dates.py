"""Dates read from words, as files and commands give them."""

import re
from datetime import date
from types import NoneType

ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
SHOWN = 40  # characters of a wrong value that a message repeats
OTHERS = {
    NoneType: "nothing",
    bool: "a yes or no",
    int: "a number",
    list: "a list",
    dict: "a table",
}


def read_date(words: str) -> date:
    """The date in "2024-05-21". Raises ValueError for any other writing and for 30 February."""
    if not ISO.fullmatch(words):
        raise ValueError(f"{shown(words)} is not a date; write year-month-day, such as 2024-05-21")
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise ValueError(f"{shown(words)} does not exist in the calendar; correct it") from None


def shown(value: object) -> str:
    """A wrong value as a message repeats it: quoted, on one line, and not all of a long one."""
    if not isinstance(value, str):
        return OTHERS.get(type(value), "what stands there")
    return repr(value if len(value) <= SHOWN else f"{value[:SHOWN]}…")
