"""Lists read a page at a time, the newest first: each page begins before the number of a row."""

from typing import Any, TypeVar

from redress.web.pages import Visit

PAGE = 50
Row = TypeVar("Row", bound=Any)


def before(visit: Visit) -> int | None:
    """The number before which the page of the address begins (`?before=120`); None for the first
    page, and for what is no number."""
    text = visit.request.GET.get("before", "")
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 19 else None


def a_page(found: list[Row]) -> tuple[list[Row], int | None]:
    """The rows of a page, and before which the next one begins: None where it is the last. Of the
    rows found there is one more than a page has, where there are more."""
    return found[:PAGE], found[PAGE - 1].pk if len(found) > PAGE else None
