"""Taking out of a text what could point to a person, for a panel of residents to read a case.

What is known of the people of a case goes by what it is; what only looks like a name or a number
goes by its shape. A machine misses things, so a person reads each text before it is shown, and
`suspects` says where to look first. Dates become months.
"""

import re
from collections.abc import Iterable
from datetime import date

from redress.rules.redaction import HEALTH, Private

NAME, ADDRESS, PHONE, EMAIL = "[name]", "[address]", "[phone]", "[email]"
POSTCODE, REFERENCE, LINK = "[postcode]", "[reference]", "[link]"
MONTHS = tuple(f"{date(2000, month, 1):%B}" for month in range(1, 13))
# In any letters, and as it is shortened; "may" in small letters is a verb but before a year.
MONTH = "|".join(
    ["(?i:Sept)", r"M(?i:ay)|may(?=,?\s+\d{4})"]
    + [f"(?i:{month}|{month[:3]})" for month in MONTHS if month != "May"]
)
DAY_NAME = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s+)?"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DAYS = rf"{DAY}(?:\s*(?:,|&|/|-|–|\bto|\band|\bor|\buntil)\s*{DAY_NAME}{DAY}){{0,6}}"  # 3 to 5
OF_YEAR = r"(?:(?:\.?,?[\s-]+|,)(\d{4})\b)?"
ROADS = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Close|Court|Drive|Way|Walk|Place|Square|Gardens|Terrace|"
    "Crescent|House|Tower|Point|Mews|Grove|Park|Row|Hill|Green|Estate"
)
EMAILS = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
POSTCODES = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b", re.I)
REFERENCES = re.compile(r"\b[A-Z]{2,6}[-/ ]?\d{4,}\b")
# In this order: an address before the numbers in it, a postcode before a reference.
SHAPES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"https?://\S+|www\.\S+", re.I), LINK),
    (EMAILS, EMAIL),
    (POSTCODES, POSTCODE),
    (re.compile(rf"\b(?:flat\s+)?\d+[a-z]?,?\s+(?:[A-Z][\w’']+\s+){{1,3}}(?:{ROADS})\b"), ADDRESS),
    (re.compile(r"\b[Ff]lat\s+\d+[A-Za-z]?\b"), ADDRESS),
    (REFERENCES, REFERENCE),
    (re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor)\.?\s+[A-Z][\w’'-]+"), NAME),
)
NUMERIC = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b")
ISO = re.compile(r"\b(\d{4})[-/.](\d{2})[-/.](\d{2})\b")
WRITTEN = re.compile(
    rf"(?<!£)\b(?:the\s+)?{DAY_NAME}{DAYS}[\s-]*(?:of\s+)?({MONTH})(?![^\W\d_]){OF_YEAR}"
)
MONTH_FIRST = re.compile(
    rf"\b{DAY_NAME}({MONTH})\.?\s+(?:the\s+)?{DAYS}\b(?!\.\d|,\d{{3}}\b|\s?%){OF_YEAR}"
)
PHONES = re.compile(r"(?<![\w£])\+?\d[\d ()-]{8,}\d\b")
LONG_NUMBER = re.compile(r"(?<![£\d,.])\b\d{5,}\b")
LEFT: dict[str, tuple[re.Pattern[str], ...]] = {
    "an email address": (EMAILS,),
    "a postcode": (POSTCODES,),
    "a phone number": (PHONES,),
    "the number of a case or a job": (REFERENCES, LONG_NUMBER),
    "a day": (ISO, NUMERIC, WRITTEN, MONTH_FIRST),
}
CAPITAL = re.compile(r"(?<=[a-z,;:] )[A-Z][a-z’'-]{2,}\b")
KNOWN_CAPITALS = {*MONTHS, *(m[:3] for m in MONTHS), "Ombudsman", "Housing", "Code"}
LEAST = 3  # letters of a name that is looked for


def redacted(text: str, private: Private, references: Iterable[str] = ()) -> str:
    """The text with a mark such as [name] in the place of whatever could point to a person.

    `private` holds the names and places of everybody who has to do with the case; `references` are
    numbers of cases and jobs.
    """
    text = _months(text)
    for known in sorted(filter(None, references), key=len, reverse=True):
        text = re.sub(re.escape(known), REFERENCE, text, flags=re.I)
    for place in sorted(private.places, key=len, reverse=True):
        text = _place(text, place)
    for shape, mark in SHAPES:
        text = shape.sub(mark, text)
    text = PHONES.sub(PHONE, text)
    text = LONG_NUMBER.sub(REFERENCE, text)
    for word in _name_words(private.names):
        text = re.sub(rf"\b{re.escape(word)}(?:[’']s)?\b", NAME, text, flags=re.I)
    return re.sub(rf"{re.escape(NAME)}(?:[\s,.-]+{re.escape(NAME)})+", NAME, text)


def left(text: str, private: Private) -> tuple[str, ...]:
    """What still stands in a text and may not be shown, in words: for refusing to confirm it."""
    found = []
    if private.is_in(text):
        found.append("a name, an address or a number of somebody of this case")
    found += [words for words, shapes in LEFT.items() if any(each.search(text) for each in shapes)]
    return tuple(found)


def suspects(text: str) -> tuple[str, ...]:
    """Words to look at first: capitals within a sentence, and words of health."""
    capitals = (found.group() for found in CAPITAL.finditer(text))
    health = (found.group() for found in HEALTH.finditer(text))
    kept = [each for each in capitals if each not in KNOWN_CAPITALS]
    return tuple(dict.fromkeys([*kept, *health]))


def month_of(day: date) -> str:
    """A date as the panel reads it: "March 2026"."""
    return f"{day:%B %Y}"


def _months(text: str) -> str:
    text = ISO.sub(lambda m: _named(m[2], m[1], m[0]), text)
    text = NUMERIC.sub(lambda m: _named(m[2], m[3] if len(m[3]) == 4 else f"20{m[3]}", m[0]), text)
    for shape in (WRITTEN, MONTH_FIRST):
        text = shape.sub(lambda m: f"{_whole(m[1])} {m[2]}" if m[2] else _whole(m[1]), text)
    return text


def _named(month: str, year: str, whole: str) -> str:
    number = int(month)
    return f"{MONTHS[number - 1]} {year}" if 1 <= number <= 12 else REFERENCE


def _whole(month: str) -> str:
    return next(each for each in MONTHS if each.startswith(month[:3].title()))


def _place(text: str, place: str) -> str:
    """A known address, e-mail address or number, however it is spaced."""
    words = re.findall(r"\w+", place)
    if len("".join(words)) < 5:
        return text
    mark = (
        EMAIL
        if "@" in place
        else PHONE
        if place.strip("+ ()-").replace(" ", "").isdigit()
        else ADDRESS
    )
    return re.sub(r"[\W_]{0,3}".join(map(re.escape, words)), mark, text, flags=re.I)


def _name_words(names: Iterable[str]) -> list[str]:
    words = {word for name in names for word in re.findall(r"[^\W\d_][\w’'-]*", name)}
    return sorted((word for word in words if len(word) >= LEAST), key=len, reverse=True)
