"""The provisions of the Code, by number: what each asks in our words and what can judge it."""

from redress.rules.policy import CodeEdition, Provision
from redress.rules.policy_choices import JudgedFrom

SECTIONS = {  # of the Code, in our words
    "1": "What a complaint is",
    "2": "What is not taken",
    "3": "Being easy to complain to",
    "4": "The people who handle complaints",
    "5": "How complaints are handled",
    "6": "The two stages",
    "7": "Putting things right",
    "8": "Assessing ourselves and reporting",
    "9": "Looking at it as a whole, and learning",
}


def provisions(edition: CodeEdition) -> tuple[Provision, ...]:
    """All provisions of an edition, in the order of the Code (6.9 before 6.10)."""
    return tuple(sorted(edition.provisions, key=lambda each: order(each.number)))


def provision(edition: CodeEdition, number: str) -> Provision:
    """The provision "6.13". Raises LookupError, naming it, where the edition has none."""
    for each in edition.provisions:
        if each.number == number:
            return each
    raise LookupError(f"{edition.name} {edition.starts} has no provision {number}")


def judged_from(edition: CodeEdition, what: JudgedFrom) -> tuple[Provision, ...]:
    """The provisions that a policy, the case records or a person can judge, in order."""
    return tuple(each for each in provisions(edition) if what in each.judged_from)


def order(number: str) -> tuple[int, ...]:
    """A number as the Code orders it: "6.10" is (6, 10), after "6.9"."""
    return tuple(int(part) for part in number.split("."))
