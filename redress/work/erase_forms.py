"""Residents' forms that were sent, or to which nobody has come back, and counts of hours past."""

from datetime import datetime

from redress.cases import web_drafts, web_sources


def run(now: datetime) -> int:
    """How many were erased."""
    return web_drafts.erase(now) + web_sources.erase(now)
