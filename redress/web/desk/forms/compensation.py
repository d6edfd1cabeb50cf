"""The calculator: up to four failures, each with its days or how many times."""

from collections.abc import Iterator
from typing import Any

from redress.rules.compensation import Failure, Worked, guidances, work_out
from redress.web.desk.forms.base import Group, Refusable
from redress.web.forms import Date, Select, WholeNumber

ROWS = range(1, 5)
NOTHING = ("", "Choose what went wrong")


class CompensationForm(Refusable):
    """Rows that are not filled in count for nothing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {each.name: each for edition in guidances() for each in edition.sums}
        sums = [
            (each.name, f"{each.says} (£{each.pounds} a {each.per})") for each in known.values()
        ]
        for row in ROWS:
            self.fields[f"what_{row}"] = Select("What went wrong", [NOTHING, *sums], optional=True)
            self.fields[f"first_{row}"] = Date("First day", optional=True, past=True)
            self.fields[f"last_{row}"] = Date("Last day", optional=True, past=True)
            self.fields[f"times_{row}"] = WholeNumber(
                "How many times", optional=True, least=1, most=99, hint="For appointments missed."
            )

    @property
    def groups(self) -> list[Group]:
        """One group a failure."""
        return [
            Group(
                self.bound(*(f"{name}_{row}" for name in ("what", "first", "last", "times"))),
                f"Failure {row}",
                "Both days count. For one day, give it twice." if row == 1 else "",
                beside=True,
                folded=row > 1,
            )
            for row in ROWS
        ]

    def clean(self) -> dict[str, Any]:
        """A failure that is chosen needs both its days, in order."""
        said: dict[str, Any] = self.cleaned_data
        for row in ROWS:
            first, last = said.get(f"first_{row}"), said.get(f"last_{row}")
            if not said.get(f"what_{row}"):
                if first or last:
                    self.add_error(f"what_{row}", "Choose what went wrong on these days")
                continue
            for name, day in ((f"first_{row}", first), (f"last_{row}", last)):
                if day is None and name not in self.errors:
                    self.add_error(name, "Enter the day; for one day, enter it twice")
            if first and last and last < first:
                self.add_error(f"last_{row}", "The last day must not be before the first")
        return said

    def worked(self) -> list[Worked]:
        """What each failure comes to. Of a valid form only."""
        return [work_out(failure) for failure in self._failures()]

    def _failures(self) -> Iterator[Failure]:
        said = self.cleaned_data
        for row in ROWS:
            if name := said[f"what_{row}"]:
                days = said[f"first_{row}"], said[f"last_{row}"]
                yield Failure(name, *days, said[f"times_{row}"] or 1)
