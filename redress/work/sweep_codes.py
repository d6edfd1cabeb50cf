"""The round that takes away codes, and the names of forms, that are of no use any more."""

from datetime import datetime

from redress.cases import following


def run(now: datetime) -> int:
    """Takes away those that are a day old; gives how many."""
    return following.sweep(now)
