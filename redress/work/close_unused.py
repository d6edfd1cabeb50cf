"""The round that closes accounts nobody uses: a forgotten one is a way in."""

from datetime import datetime

from redress.cases.staffing import close_unused


def run(now: datetime) -> int:
    """Close each account that was not used for 90 days; gives how many."""
    return close_unused(now)
