"""The words by which cases are found, made the same way from a case and from what is typed.

A tag and a risk are kept among them as marks ("#agreed", "!danger_now"), which nobody can type:
what is typed is taken apart at every sign that is no letter or digit.
"""

from collections.abc import Iterable

from redress.cases.models import Case
from redress.people.models import Resident
from redress.people.words import LONGEST, words
from redress.rules.facts import CaseFacts

TOLD = 60  # words kept of what a case says at length: its description, issues and definitions
TAG, RISK = "#", "!"
# Facts of which the words of a case are made: where none changes, the words stand.
SOURCES = {"service", "category", "description", "resident", "tags", "risks"}
# Too common to tell one case from another.
EMPTY = frozenset(
    "about after again all also and any are because been before being but can come could did does "  # noqa: SIM905
    "done for from get had has have her him his how into its just like made more much need never "
    "not nothing now off one only our out over said same she should since some still such than "
    "that the their them then there they this through time told too under very want was were what "
    "when where which who why will with would you your".split()
)


def told_by(case: CaseFacts) -> list[str]:
    """What a case says at length besides its description: its issues and its definitions."""
    return [*(i.summary for i in case.issues), *(s.definition for s in case.stages)]


def of_case(case: Case | CaseFacts, resident: Resident | None, told: Iterable[str]) -> set[str]:
    """The words of a case: reference, names, address, phone, service, category, and what it says.

    `told` is what it says at length (see `told_by`); of that and the description, the first words
    that tell one case from another.
    """
    texts = [case.reference, case.service, case.category]
    in_one = [case.reference]  # found too where somebody types it without its dashes or brackets
    if resident is not None:
        in_one.append(resident.phone)
        texts += [resident.name, resident.phone, resident.email]
        if resident.home is not None:
            texts += [resident.home.address, resident.home.postcode, resident.home.uprn]
    found = {word for text in texts for word in words(text)}
    found |= {"".join(words(text))[:LONGEST] for text in in_one} - {""}
    marks = {mark(TAG, tag) for tag in case.tags} | {mark(RISK, risk) for risk in case.risks}
    return found | marks | set(_telling([case.description, *told]))


def _telling(texts: Iterable[str]) -> list[str]:
    """The first words that say something, each once."""
    found = (word for text in texts for word in words(text) if len(word) > 2 and word not in EMPTY)
    return list(dict.fromkeys(found))[:TOLD]


def mark(kind: str, text: str) -> str:
    """The mark of a tag or a risk among the words."""
    return kind + " ".join(text.casefold().split())[: LONGEST - 1]


def sort_name(resident: Resident | None) -> str:
    """The resident's name as lists sort by it; those without a name come first."""
    return " ".join(words(resident.name))[:200] if resident else ""
