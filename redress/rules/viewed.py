"""What of a resident's data somebody looked at: the words of the record of views."""

from dataclasses import dataclass
from enum import StrEnum


class What(StrEnum):
    """What was looked at. A case is all of its pages."""

    CASE = "case"
    DOCUMENT = "document"  # by its number on the case
    LETTER = "letter"  # by its number on the case
    PACK = "pack"  # the whole record as one file
    EVERYTHING = "everything"  # of one person, as one file
    EXPORT = "export"  # a list of cases as a file; of no one case


WORDS = {
    What.CASE: "The case",
    What.DOCUMENT: "Document {number}",
    What.LETTER: "Letter {number}",
    What.PACK: "The evidence pack",
    What.EVERYTHING: "Everything about the resident as a file",
    What.EXPORT: "A list of cases as a file",
}


@dataclass(frozen=True)
class Look:
    """One look; `number` is that of a letter or document, and 0 for all else."""

    what: What
    number: int = 0

    @property
    def words(self) -> str:
        """In words, with the number where there is one."""
        return WORDS[self.what].format(number=self.number)
