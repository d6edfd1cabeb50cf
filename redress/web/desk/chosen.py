"""Which list is asked for: everything that says so stands in its address, and nowhere else."""

from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, QueryDict

from redress.cases.filters import (
    AWAITED,
    DUES,
    FOR_ANY,
    ME,
    NOBODY,
    PROMISES,
    SHOWS,
    STAGES,
    WAITING,
    WAITING_ELSE,
    Filters,
)
from redress.cases.lists import SORTS, Order, order_of
from redress.rules.facts import Kind, Tenure

LONGEST = 120  # characters of a service, a category or a tag
FALLING = "-"
# What may be said of each filter; for the others, any text.
KNOWN: dict[str, tuple[str, ...]] = {
    "show": SHOWS,
    "stage": tuple(STAGES),
    "waiting": (*WAITING, *WAITING_ELSE, FOR_ANY, *AWAITED),
    "due": DUES,
    "promise": PROMISES,
    "complex": ("yes",),
    "kind": tuple(Kind),
    "tenure": tuple(Tenure),
}
NAMES = tuple(field.name for field in fields(Filters))


@dataclass(frozen=True)
class Chosen:
    """A list, its order, and the marks of the page shown of it."""

    filters: Filters
    sort: str = ""
    before: str = ""
    after: str = ""

    @property
    def order(self) -> Order:
        """How it is sorted."""
        return order_of(self.sort, self.filters)

    @property
    def query(self) -> str:
        """What stands in the address for this list: filters and order, no page."""
        values = {name: getattr(self.filters, name) for name in NAMES} | {"sort": self.sort}
        return urlencode({name: value for name, value in values.items() if value})

    def but(self, **changes: str) -> "Chosen":
        """The first page of the same list with some filters changed."""
        sort = changes.pop("sort", self.sort)
        return Chosen(replace(self.filters, **changes), sort)

    def address(self, **changes: str) -> str:
        """The address of `but`, from the list's own."""
        return f"?{self.but(**changes).query}"

    def page(self, **mark: str) -> str:
        """The address of another page of this list."""
        return f"?{self.query}&{urlencode(mark)}" if self.query else f"?{urlencode(mark)}"


def chosen(asked: QueryDict) -> Chosen:
    """The list that an address asks for. One that no page of ours links to is not found."""
    values = {name: asked.get(name, "").strip() for name in NAMES}
    for name, value in values.items():
        if value and not _possible(name, value):
            raise Http404
    sort = asked.get("sort", "")
    if sort and sort.removeprefix(FALLING) not in SORTS:
        raise Http404
    return Chosen(
        Filters(**values), sort, asked.get("before", "")[:LONGEST], asked.get("after", "")[:LONGEST]
    )


def _possible(name: str, value: Any) -> bool:
    if name in KNOWN:
        return value in KNOWN[name]
    if name == "handler":
        return value in (ME, NOBODY) or (value.isdecimal() and value.isascii() and len(value) < 10)
    return len(value) <= LONGEST and "\x00" not in value
