"""The round that tells handlers of adjustments whose day of review has passed (Code 5.10)."""

from datetime import datetime

from django.utils.timezone import localdate

from redress.cases.needs import remind
from redress.people.needs import late_adjustments


def run(now: datetime) -> int:
    """Tell of each late review once; gives how many residents that was."""
    return sum(remind(resident, now) for resident in late_adjustments(localdate(now)))
