"""Rounds that go on past a fault: one thing that fails keeps no other from being done."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

log = logging.getLogger("redress.work")


class Faults:
    """The faults of one round, each with what it is of."""

    def __init__(self) -> None:
        self._met: list[Exception] = []

    @contextmanager
    def noted(self, of: str) -> Iterator[None]:
        """Keep a fault for the end of the round, with what it is of: no word of a resident."""
        try:
            yield
        except Exception as error:
            log.exception("%s", of)
            error.add_note(of)
            self._met.append(error)

    def told(self) -> None:
        """ExceptionGroup with every fault, when all that can be done is done; nothing without."""
        if self._met:
            names = "; ".join(note for fault in self._met for note in fault.__notes__)
            raise ExceptionGroup(f"not done: {names}", self._met)
