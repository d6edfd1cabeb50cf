"""The answers page by page, as the check and the copy show them."""

from typing import Any

from redress.rules import form_pages
from redress.web.forms import DayOrMonth, day_or_month
from redress.web.resident.draft import Draft
from redress.web.resident.questions import section


def sections(draft: Draft) -> list[dict[str, Any]]:
    """Each page that is asked: its heading, and its questions with the id at which each is
    changed."""
    return [
        {"page": page, "heading": section(page, draft.who), "rows": _rows(draft, page)}
        for page in draft.pages
    ]


def _rows(draft: Draft, page: str) -> list[dict[str, Any]]:
    if page == form_pages.FILES:
        names = [file.name for _, file in draft.files]
        bound: Any = draft.form(page)["attached"]
        return [{"question": section(page, draft.who), "lines": names, "id": bound.first_id}]
    return [_row(bound) for bound in draft.form(page)]


def _row(bound: Any) -> dict[str, Any]:
    return {"question": bound.label, "lines": _lines(bound), "id": bound.first_id}


def _lines(bound: Any) -> list[str]:
    """An answer as lines of text; none where none was given."""
    given = bound.initial
    if isinstance(bound.field, DayOrMonth):
        return [day_or_month(given)] if given else []
    if hasattr(bound.field, "choices"):
        chosen = given if isinstance(given, list) else [given]
        return [str(words) for value, words in bound.field.choices if value and value in chosen]
    return given.split("\n") if given else []
