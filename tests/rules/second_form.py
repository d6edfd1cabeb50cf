"""A form of the second Code, made up for tests: the table's shape is real, every word is ours."""

HEAD = "Code provision\tCode requirement\tComply: Yes / No\tEvidence\tCommentary / explanation"
LINES = (
    "1.1\tSay what a tall tale is.\tYes\tTale book\tSo we do.",
    "1.2\tTell it before supper.\tYes\t\tSo we do.",
    "2.1\tLaugh at the end.\tNo\tNone yet\tFrom spring on.",
    "6.2\tLend the book to all.\tPartly\tLending list\tNot on Sundays.",
    "10.1\tMend the book.\tYes going forward\tGlue\tSince the fire.",
)
NUMBERS = ("1.1", "1.2", "2.1", "6.2", "10.1")


def text(*lines: str) -> str:
    """The form as text with tabs: the five provisions, or these lines."""
    return "\n".join([HEAD, *(lines or LINES)]) + "\n"
