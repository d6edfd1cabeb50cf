"""Counting wrong passwords, so that nobody can go on guessing.

The count is kept in Django's cache: with its default, one for each process of the server.
"""

from hashlib import sha256

from django.core.cache import cache

MOST = 5
MINUTES = 15


class Tries:
    """The wrong tries of late for one e-mail address from one network address."""

    def __init__(self, email: str, address: str) -> None:
        self.key = "tries:" + sha256(f"{email}\n{address}".encode()).hexdigest()

    @property
    def used_up(self) -> bool:
        """Whether no more tries are left for now."""
        return int(cache.get(self.key, 0)) >= MOST

    def note_wrong(self) -> None:
        """Count one more wrong try; the quarter of an hour runs from the first."""
        cache.add(self.key, 0, MINUTES * 60)
        cache.incr(self.key)

    def forget(self) -> None:
        """Start again: the password was right."""
        cache.delete(self.key)
