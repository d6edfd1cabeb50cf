"""Cells of CSV files, which spreadsheets run as formulas where they can."""

import re
from decimal import Decimal

UNSEEN = r"\x00-\x20\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # some programs skip it
SIGNS = r"=+\-@＝＋－＠﹦﹢﹣﹫"  # also as wide and small letters
FORMULA = re.compile(rf"[{UNSEEN}]*[\t\r\n{SIGNS}]")


def cell(value: object) -> str:
    """A value as a cell: a number, a date as 2026-05-14, nothing for None. A text that a
    spreadsheet might run as a formula, blanks before it or not, is given a leading quote."""
    text = "" if value is None else str(value)
    number = isinstance(value, int | float | Decimal)
    return f"'{text}" if FORMULA.match(text) and not number else text
