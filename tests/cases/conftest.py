"""Databases for tests that tamper with the record, and for tests with several people at once."""

import pytest
from django.db import connection

from redress.cases import append_only
from tests.committed import committed

__all__ = ["committed", "tampering"]


@pytest.fixture
def tampering(db: None) -> None:
    """A database without the triggers, for the length of one test: the thief has got in."""
    append_only.remove(connection)
