"""Papers to try things on."""

from datetime import date
from typing import Any

from redress.papers.letterhead import letterhead_of
from redress.papers.paper import Paper
from redress.rules.letter_samples import facts
from redress.rules.letters import render
from redress.rules.wording import Block

ADDRESS = ("Ms Chioma Okafor", "Flat 2", "14 Orchard House", "Exampleham", "ZZ2 9DD")


def paper(kind: str = "stage_1_response", slug: str = "harrow", **others: Any) -> Paper:
    """A letter of this kind under this landlord's letterhead."""
    letter = render(kind, facts(kind))
    given: dict[str, Any] = {
        "letterhead": letterhead_of(slug, slug),
        "address": ADDRESS,
        "date": date(2026, 5, 14),
        "reference": "HAR-000041",
        "subject": letter.subject,
        "blocks": letter.blocks,
    }
    return Paper(**(given | others))


def saying(*texts: str, **others: Any) -> Paper:
    """A letter of these paragraphs, after "Dear Ms Okafor"."""
    said = ("Dear Ms Okafor", *texts)
    return paper(blocks=tuple(Block("paragraph", (text,)) for text in said), **others)


def flat(text: str) -> str:
    """The text on one line: where lines break is the page's affair."""
    return " ".join(text.split())


def solid(text: str) -> str:
    """The text without any blank."""
    return "".join(text.split())
