"""What may stand in the version of an answer that is made for somebody else than the resident.

It is made of parts that are safe by what they are: the finding, the stage, the date, kinds of
remedy. A text that somebody wrote goes in only where it is marked as safe, and is looked at here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from redress.rules.decision import Reason
from redress.rules.signatories import plain_words

LEAST = 5  # letters and figures of a place that is looked for: the shortest postcode has 5
NAMED = Reason("names_the_resident")
MONEY_TOLD = Reason("money_in_it")
HEALTH_TOLD = Reason("health_in_it")
MONEY = re.compile(r"£|\bpounds?\b|\bcompensat", re.IGNORECASE)
HEALTH = re.compile(
    r"\b(asthma|autis|cancer|dementia|depress|diabet|disab|disease|doctor|epilep|health|hospital"
    r"|ill\b|illness|medic|mental|mobility|pregnan|sick|stroke|therap|wheelchair)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Private:
    """What is known of the resident and may not stand in it: names, address, ways to reach them."""

    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    def is_in(self, text: str) -> bool:
        """Whether a text holds one of them: a name as a word of its own, or a whole address, e-mail
        address, postcode or number."""
        words = plain_words(text)
        if {word for name in self.names for word in plain_words(name) if len(word) > 2} & {*words}:
            return True
        read = "".join(words)
        sought = ("".join(plain_words(place)) for place in self.places)
        return any(one in read for one in sought if len(one) >= LEAST)


def faults(texts: Iterable[str], private: Private) -> tuple[Reason, ...]:
    """What stands in texts marked as safe and may not: a name or place, money; and words of
    health, which a person must judge."""
    each = tuple(texts)
    found = {
        NAMED: any(private.is_in(text) for text in each),
        MONEY_TOLD: any(MONEY.search(text) for text in each),
        HEALTH_TOLD: any(HEALTH.search(text) for text in each),
    }
    return tuple(reason for reason, is_there in found.items() if is_there)
