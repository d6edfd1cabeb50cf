"""Rows of a form in which things complained about are written, and the issues made of them."""

from typing import Any

from redress.rules.actions.receive import NewIssue
from redress.web.desk.forms.base import Group, Refusable
from redress.web.desk.forms.fields import RuledLines
from redress.web.forms import Date, Form, Lines

PARTS = ("summary", "occurred_on", "aware_on")
SUMMARY = 500  # characters in the sentence that says what an issue is


def add_rows(form: Form, rows: int, *, ruled: int = 0) -> None:
    """Three fields a row: the issue, when it happened, when the resident knew.

    The rules refuse the first `ruled` rows where they are empty; the others may be left so.
    """
    for row in numbers(rows):
        hint = "In one sentence, as the resident would say it."
        kind: Any = RuledLines if row <= ruled else Lines
        optional = {} if row <= ruled else {"optional": True}
        form.fields[name(row, "summary")] = kind(
            "What it is", limit=SUMMARY, rows=2, hint=hint, **optional
        )
        form.fields[name(row, "occurred_on")] = Date("When it happened", past=True, optional=True)
        form.fields[name(row, "aware_on")] = Date(
            "When the resident knew of it", past=True, optional=True
        )


def issues_in(said: dict[str, Any], rows: int) -> tuple[NewIssue, ...]:
    """The issues written in the rows; a row without its sentence is none."""
    found = (NewIssue(**{part: said[name(row, part)] for part in PARTS}) for row in numbers(rows))
    return tuple(issue for issue in found if issue.summary)


def numbers(rows: int) -> range:
    """The numbers of the rows."""
    return range(1, rows + 1)


def name(row: int, part: str) -> str:
    """The name of a field of a row."""
    return f"issue_{row}_{part}"


def groups(
    form: Refusable, rows: int, hint: str, *, first: int = 1, folded: bool = False
) -> list[Group]:
    """A group a row, the first one open unless `folded`; `first` is the number the first issue will
    have.
    """
    return [
        Group(
            form.bound(*names(row)),
            f"Issue {first + row - 1}",
            hint if row == 1 else "",
            beside=True,
            folded=folded or row > 1,
        )
        for row in numbers(rows)
    ]


def names(row: int) -> list[str]:
    """The names of the fields of a row."""
    return [name(row, part) for part in PARTS]
