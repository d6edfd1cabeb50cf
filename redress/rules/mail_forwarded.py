"""The mail inside one that was passed on, in the forms of Outlook, Gmail and Apple, or as a file.

Code 3.2: a complaint made to any member of staff has reached the landlord on that day.
"""

import re
from datetime import date
from email.utils import parseaddr

from redress.rules.mail import Mail, Original
from redress.rules.mail_text import one_line

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
PASSED_ON = re.compile(r"(?i)^\s*(fw|fwd)\s*:")
MARKED = re.compile(r"(?im)^[>\s-]*(begin forwarded message|forwarded message)\b")
LINE = re.compile(r"^[>\s]*\*?(From|Sent|Date|To|Cc|Subject):\*?[ \t]*(.*)$", re.IGNORECASE)
DAY_MONTH = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})\b")
MONTH_DAY = re.compile(r"\b([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b")
NUMBERS = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?!\d)")
MOST_LINES = 400  # that are looked at


def original_of(head: Mail, text: str) -> Original | None:
    """The original that came as a file of its own, from its head and its text."""
    if not head.address:
        return None
    return Original(head.name, head.address, head.subject, head.sent_on, text)


def original_in(text: str, subject: str) -> Original | None:
    """The original in the text of a mail that says it was passed on; None for any other mail, such
    as an answer, which quotes in the same way."""
    if not (PASSED_ON.match(subject) or MARKED.search(text[:20_000])):
        return None
    lines = text.split("\n")
    for start in range(min(len(lines), MOST_LINES)):
        found, length = _block(lines[start:])
        if "from" in found and ("sent" in found or "date" in found):
            return _original(found, lines[start + length :])
    return None


def _block(lines: list[str]) -> tuple[dict[str, str], int]:
    """The lines of a head that begins here, each once, and how many lines it takes."""
    found: dict[str, str] = {}
    for number, line in enumerate(lines[:14]):
        match = LINE.match(line)
        if match is None:
            if found and line.strip(" >\t"):
                return found, number
            if not found:
                return {}, 0
            continue
        found.setdefault(match[1].lower(), match[2].strip().strip("*").strip())
    return found, min(len(lines), 14)


def _original(found: dict[str, str], rest: list[str]) -> Original | None:
    sender = re.sub(
        r"[\[<]\s*(?:mailto:)?([^\s<>\[\]]+@[^\s<>\[\]]+?)\s*[\]>]", r"<\1>", found["from"]
    )
    name, address = parseaddr(sender)
    if "@" not in address:
        return None
    said = "\n".join(re.sub(r"^\s*> ?", "", line) for line in rest).strip()
    day = day_in(found.get("sent") or found.get("date", ""))
    return Original(
        one_line(name, 200),
        one_line(address, 254).casefold(),
        one_line(found.get("subject", ""), 300),
        day,
        said,
    )


def day_in(text: str) -> date | None:
    """The day in "Tuesday, 5 May 2026 10:32", "May 5, 2026", "05/05/2026" (as in England) or
    "2026-05-05"; None where there is none."""
    if found := DAY_MONTH.search(text):
        return _day(int(found[3]), _month(found[2]), int(found[1]))
    if found := MONTH_DAY.search(text):
        return _day(int(found[3]), _month(found[1]), int(found[2]))
    if found := NUMBERS.search(text):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    if found := ISO.search(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    return None


def _month(word: str) -> int:
    short = word[:3].lower()
    return MONTHS.index(short) + 1 if short in MONTHS else 0


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
