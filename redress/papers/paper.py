"""A letter as it goes on paper: the blocks of the letter, and what stands around them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from redress.papers.letterhead import Letterhead
from redress.rules.wording import Block

SALUTATION = "Dear "
VALEDICTIONS = ("Yours sincerely", "Yours faithfully")
LONGEST_OPENING = 3  # blocks above the salutation that stand beside the address: date, reference
LONGEST_LINE = 120  # characters of one of them


@dataclass(frozen=True, kw_only=True)
class Paper:
    """All that a letter on paper shows. `blocks` are the letter's own, in their order.

    `address` are the lines of the recipient; without any, the window stays empty. `is_draft` marks
    every page as not sent. `goes_to` says who will get it; it is on the screen, not on the paper.
    """

    letterhead: Letterhead
    address: tuple[str, ...]
    date: date
    reference: str
    subject: str
    blocks: tuple[Block, ...]
    language: str = "en-GB"
    large_print: bool = False
    is_draft: bool = False
    goes_to: str = ""

    def __post_init__(self) -> None:
        """A letter without a subject is refused: its reader could not tell it from another."""
        if not self.subject.strip():
            raise ValueError("a letter on paper needs a subject")

    @property
    def title(self) -> str:
        """What the file is called inside: the subject, with the draft's mark."""
        return f"Draft, not sent: {self.subject}" if self.is_draft else self.subject

    @property
    def opening(self) -> tuple[Block, ...]:
        """The lines above the salutation, such as date and reference: short, three at most."""
        above = self.blocks[: next(self._salutations(), 0)]
        short = (len(block.lines[0]) <= LONGEST_LINE for block in above)
        are_lines = all(block.kind == "paragraph" for block in above) and all(short)
        return above if are_lines and len(above) <= LONGEST_OPENING else ()

    @property
    def salutation(self) -> tuple[Block, ...]:
        """ "Dear ...", where it comes next; the subject goes below it."""
        return tuple(filter(is_salutation, self.blocks[len(self.opening) :][:1]))

    @property
    def body(self) -> tuple[Block, ...]:
        """All that comes after the subject."""
        return self.blocks[len(self.opening) + len(self.salutation) :]

    def _salutations(self) -> Iterator[int]:
        return (place for place, block in enumerate(self.blocks) if is_salutation(block))


def is_salutation(block: Block) -> bool:
    """Whether this is "Dear ..."."""
    return block.kind == "paragraph" and block.lines[0].startswith(SALUTATION)


def leaves_room_to_sign(block: Block) -> bool:
    """Whether a signature goes below this block: "Yours sincerely"."""
    return block.kind == "paragraph" and block.lines[0].rstrip(",") in VALEDICTIONS
