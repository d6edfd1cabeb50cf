"""What uploads left lying that no case names: pieces cut off, and files of refused actions."""

from datetime import datetime

from redress.cases import mail_in
from redress.cases.stored import sweep


def run(now: datetime) -> int:
    """How many were taken away."""
    return sweep(now) + mail_in.sweep(now)
