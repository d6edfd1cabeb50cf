"""The words by which cases are found, made the same way from a case and from what is typed."""

from redress.cases.models import Case
from redress.people.words import LONGEST, words

__all__ = ["of_case", "words"]


def of_case(row: Case) -> list[str]:
    """The words of a case: reference, names, address, phone, service and category."""
    texts = [row.reference, row.service, row.category]
    in_one = [row.reference]  # found too where somebody types it without its dashes or brackets
    resident = row.resident
    if resident is not None:
        in_one.append(resident.phone)
        texts += [resident.name, resident.phone, resident.email]
        if resident.home is not None:
            texts += [resident.home.address, resident.home.postcode]
    found = [word for text in texts for word in words(text)]
    found += ["".join(words(text))[:LONGEST] for text in in_one]
    return [word for word in found if word]
