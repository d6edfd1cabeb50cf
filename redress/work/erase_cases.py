"""Cases whose erasure was proposed by one person and approved by another."""

from datetime import datetime

from redress.privacy import store


def run(now: datetime) -> int:
    """How many were erased."""
    return store.erase_approved(now)
