"""The public pages in tests: a landlord, and a day on which they are asked for."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from django.core.cache import cache

from redress.people.models import Landlord
from tests import builders

NOW = datetime(2026, 5, 12, 10, tzinfo=UTC)  # a Tuesday


@pytest.fixture
def landlord(db: None) -> Landlord:
    return builders.landlord()


@pytest.fixture
def frozen() -> Iterator[time_machine.Traveller]:
    """Tuesday 12 May 2026, 11 in the morning in London."""
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture(autouse=True)
def no_tries() -> None:
    """Wrong passwords of another test do not count."""
    cache.clear()
