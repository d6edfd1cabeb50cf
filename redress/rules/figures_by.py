"""What figures can be filtered by and broken down by: the same thing, read from a row."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from redress.rules.definitions import DEFINITIONS, Definition
from redress.rules.facts import Tenure
from redress.rules.figures import PARTS, FigureRow, Group
from redress.rules.figures_numbers import Counts, Number, held
from redress.rules.figures_stood import Stood, stood

NOT_KNOWN = "-"  # the value of a row that has none


class TenureGroup(StrEnum):
    """Whose homes a complaint is about, as the regulator has it (TSM technical requirements)."""

    LCRA = "lcra"  # low cost rental accommodation: tenants
    LCHO = "lcho"  # low cost home ownership: shared owners
    OUTSIDE = "outside"  # leaseholders of the whole, licensees, applicants and others: in neither


_GROUPS = {
    Tenure.TENANT: TenureGroup.LCRA,
    Tenure.SHARED_OWNER: TenureGroup.LCHO,
}


def _tenure_group(row: Stood) -> str:
    tenure = row.row.tenure
    return _GROUPS.get(tenure, TenureGroup.OUTSIDE) if tenure else ""


# By name: the words for it, and its value in a row, "" where that is not known.
DIMENSIONS: Mapping[str, tuple[str, Callable[[Stood], str]]] = {
    "group": ("Kind", lambda row: row.group.value),
    "service": ("Service", lambda row: row.row.service),
    "tenure": ("Tenure", lambda row: row.row.tenure.value if row.row.tenure else ""),
    "contractor": ("Contractor", lambda row: row.row.contractor),
    "category": ("Category", lambda row: row.row.category),
    "channel": ("Came in by", lambda row: row.row.channel),
    "ward": ("Ward", lambda row: row.row.ward),
    "ground": ("Ground of refusal", lambda row: row.row.refused_ground if row.refused else ""),
    "late_reason": (
        "Reason for lateness",
        lambda row: row.row.late_reason.value if row.row.late_reason else "",
    ),
    "tenure_group": ("Tenure group", _tenure_group),
}


@dataclass(frozen=True)
class Filters:
    """Which rows are looked at: of `group` (which may be several kinds together), and with these
    values by dimension; `NOT_KNOWN` for rows that have none."""

    group: Group = Group.ALL
    values: Mapping[str, str] = field(default_factory=dict)

    def holds(self, row: Stood) -> bool:
        """Whether a row passes."""
        return row.group in PARTS[self.group] and all(
            value_of(row, name) == value for name, value in self.values.items()
        )

    def also(self, name: str, value: str) -> "Filters":
        """The same, narrowed to one value of a dimension."""
        if name == "group":
            return replace(self, group=Group(value))
        return replace(self, values={**self.values, name: value})


def value_of(row: Stood, name: str) -> str:
    """The value of a row in a dimension."""
    return DIMENSIONS[name][1](row) or NOT_KNOWN


def then(rows: Iterable[FigureRow], as_at: date) -> Iterator[Stood]:
    """The rows as they stood at the end of `as_at`, without those that had not come yet."""
    for row in rows:
        found = stood(row, as_at)
        if found:
            yield found


@dataclass
class Broken:
    """The figures of rows, whole and by each value of some dimensions, counted in one pass."""

    whole: dict[str, Number]
    by: Mapping[str, Mapping[str, dict[str, Number]]]

    def table(self, name: str) -> list[tuple[str, dict[str, Number]]]:
        """Each value of a dimension with its figures: the most received first, then by name, what
        is not known last."""
        return sorted(
            self.by[name].items(),
            key=lambda item: (item[0] == NOT_KNOWN, -(item[1]["received"].rows), item[0]),
        )


class Breaking:
    """Rows counted so far, whole and by each value of some dimensions. Memory grows with the
    different values, never with the rows. `definitions` must hold "received" where there is a
    dimension."""

    def __init__(
        self,
        dimensions: Iterable[str] = (),
        definitions: tuple[Definition, ...] = DEFINITIONS,
    ) -> None:
        self._definitions = definitions
        self._whole = Counts(definitions)
        self._parts: dict[str, dict[str, Counts]] = {name: {} for name in dimensions}

    def add(self, row: Stood) -> None:
        """Count one row; each definition is asked once."""
        found = held(row, self._definitions)
        self._whole.add_held(found)
        for name, counted in self._parts.items():
            value = value_of(row, name)
            if value not in counted:
                counted[value] = Counts(self._definitions)
            counted[value].add_held(found)

    def broken(self) -> Broken:
        """The figures of what was counted."""
        parts = {
            name: {value: counts.numbers() for value, counts in counted.items()}
            for name, counted in self._parts.items()
        }
        return Broken(self._whole.numbers(), parts)


def broken(
    rows: Iterable[Stood],
    dimensions: Iterable[str] = (),
    definitions: tuple[Definition, ...] = DEFINITIONS,
) -> Broken:
    """The figures of these rows, whole and broken down, in one pass."""
    counting = Breaking(dimensions, definitions)
    for row in rows:
        counting.add(row)
    return counting.broken()
