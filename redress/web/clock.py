"""The one place in which pages read the clock. Everything below them is told the time."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """This moment, with its zone."""
    return timezone.now()


def day(moment: datetime) -> date:
    """The day of a moment in the site's own zone."""
    return timezone.localdate(moment)
