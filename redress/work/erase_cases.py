"""Cases whose erasure was proposed by one person and approved by another. A fault with one keeps
no other from being erased, and that one is tried again."""

from datetime import datetime

from redress.privacy import store
from redress.work.faults import Faults


def run(now: datetime) -> int:
    """How many were erased. ExceptionGroup with every fault, when all that can be is erased."""
    erased, faults = 0, Faults()
    for number in store.to_erase():
        with faults.noted(f"erasing, line {number} of the proposals"):
            erased += store.erase(number, now)
    faults.told()
    return erased
