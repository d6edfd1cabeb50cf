"""Forms of a self-assessment, written for tests in our own words."""

from datetime import date

from redress.rules.policy_files import code_nearest
from redress.rules.provisions import provisions

HEAD = "Code provision\tCode requirement\tComply: Yes / No\tEvidence\tCommentary / explanation"
ASKED = {each.number: each.asks for each in provisions(code_nearest(date(2024, 4, 1)))}
NUMBERS = tuple(ASKED)


def lines(**changed: str) -> list[str]:
    """A form of 72 provisions, one line each below its heading; `p1_2="…"` gives the line of 1.2,
    and an empty one leaves it out. The heading stands on line 1, so 1.2 on line 2."""
    given = {name[1:].replace("_", "."): line for name, line in changed.items()}
    made = [f"{n}\t{asks}\tYes\tPolicy (Section {n[0]})\tSo we do." for n, asks in ASKED.items()]
    return [
        HEAD,
        *(line for n, old in zip(NUMBERS, made, strict=True) if (line := given.get(n, old))),
    ]


def text(**changed: str) -> str:
    """The same as a text."""
    return "\n".join(lines(**changed)) + "\n"


def html(**changed: str) -> str:
    """The same as a page with one table."""
    rows = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in line.split(chr(9)))}</tr>\n"
        for line in lines(**changed)
    )
    return f"<!doctype html>\n<p>Our report.</p>\n<table>\n{rows}</table>\n"
