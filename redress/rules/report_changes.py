"""Which figures of a report are others than when it was made before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

Cells = Mapping[tuple[str, str, str, str], str]  # section, table, row, column → the figure


@dataclass(frozen=True)
class Change:
    """One figure: where it stands, what it was and what it is now; "" for not there."""

    section: str
    table: str
    row: str
    column: str
    was: str
    now: str

    @property
    def where(self) -> str:
        """ "Stage 1 complaints: All, Received"."""
        return f"{self.section}: {self.row}, {self.column}" if self.column else self.section


def changed(before: Cells, now: Cells) -> list[Change]:
    """The figures that differ, in the order of the report as it is now, then those gone."""
    places = [*now, *(place for place in before if place not in now)]
    return [
        Change(*place, was=before.get(place, ""), now=now.get(place, ""))
        for place in places
        if before.get(place, "") != now.get(place, "")
    ]


def cells(
    tables: Sequence[tuple[str, str, Sequence[str], Sequence[Sequence[str]]]],
) -> dict[tuple[str, str, str, str], str]:
    """Every figure of tables given as (section, caption, head, rows), by where it stands."""
    return dict(_cells(tables))


def _cells(
    tables: Sequence[tuple[str, str, Sequence[str], Sequence[Sequence[str]]]],
) -> Iterator[tuple[tuple[str, str, str, str], str]]:
    for section, caption, head, rows in tables:
        for row in rows:
            for column, figure in zip(head[1:], row[1:], strict=True):
                yield (section, caption, row[0], column), figure
