"""A letter as it goes on paper: the blocks of the letter, and what stands around them."""

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
    every page as not sent.
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
        """The lines above the salutation, such as date and reference; none where it has none."""
        return self.blocks[: opening_length(self.blocks)]

    @property
    def body(self) -> tuple[Block, ...]:
        """What follows them, from the salutation on; the subject goes after the salutation."""
        return self.blocks[opening_length(self.blocks) :]


def opening_length(blocks: tuple[Block, ...]) -> int:
    """How many blocks stand above the salutation: short paragraphs, three at most; else 0."""
    for place, block in enumerate(blocks[: LONGEST_OPENING + 1]):
        if is_salutation(block):
            return place
        if block.kind != "paragraph" or len(block.lines[0]) > LONGEST_LINE:
            return 0
    return 0


def is_salutation(block: Block) -> bool:
    """Whether this is "Dear ..."."""
    return block.kind == "paragraph" and block.lines[0].startswith(SALUTATION)


def leaves_room_to_sign(block: Block) -> bool:
    """Whether a signature goes below this block: "Yours sincerely"."""
    return block.kind == "paragraph" and block.lines[0].rstrip(",") in VALEDICTIONS
