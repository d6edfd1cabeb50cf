"""Every kind of event is decided on: whether a resident who follows their complaint sees it."""

from redress.rules.resident_view import EVENTS
from redress.web.desk.telling import TOLD
from redress.web.resident.follow.said import HAPPENED


def test_every_kind_of_event_is_decided_on() -> None:
    """A new one is named in `rules/resident_view.py`, True only where the resident may know."""
    assert EVENTS.keys() == TOLD.keys()


def test_every_event_that_is_shown_has_words() -> None:
    """In `web/resident/follow/said.py`."""
    assert HAPPENED.keys() == {name for name, seen in EVENTS.items() if seen}
