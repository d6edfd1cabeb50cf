"""The virus scanner looks at files that wait for it, again and again until it answers."""

from datetime import datetime

from redress.cases.scanning import scan_waiting


def run(now: datetime) -> int:
    """How many files are settled. Raises where the scanner was silent: the round's problem."""
    return scan_waiting(now)
