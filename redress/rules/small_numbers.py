"""Numbers that staff typed and that are small enough to point to a person.

Tables and computed sentences leave such numbers out by themselves (`suppression`); what people
write cannot be left out, so it is pointed out to whoever publishes it. A number is small as in the
tables, written in digits or in words, and near a word for people or cases: "3 residents", "one
tenant in Kings Road", "complaints about lifts: 2", "of the 40 cases, three were upheld". Shares,
sums of money, days, stages and "at least one" count nobody.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from redress.rules.claims_text import Passage, passages
from redress.rules.claims_words import NO_COUNT, NUMBER
from redress.rules.suppression import FEWEST

WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "a single": 1, "a couple of": 2}
SMALL = {word for word, number in WORDS.items() if number < FEWEST}
IN_WORDS = re.compile(rf"\b(?:{'|'.join(sorted(SMALL, key=len, reverse=True))})\b(?!-)", re.I)
PEOPLE = (
    r"residents?|tenants?|leaseholders?|(?:shared )?owners?|applicants?|customers?|complainants?|"
    r"people|persons?|households?|famil(?:y|ies)|child(?:ren)?|adults?|m[ae]n|wom[ae]n|girls?|boys?|"
    r"couples?|mothers?|fathers?|parents?|neighbours?|pensioners?|victims?|survivors?"
)
CASES = (
    r"cases?|complaints?|enquir(?:y|ies)|compliments?|requests?|referrals?|escalations?|refusals?|"
    r"homes?|flats?|propert(?:y|ies)"
)
# A word for people or cases that stands before one of these is about another thing.
THINGS = (
    r"process\w*|procedures?|polic(?:y|ies)|teams?|officers?|handl\w+|managers?|manag\w+|panels?|"
    r"systems?|services?|forms?|stud(?:y|ies)|satisfaction|surveys?|groups?|associations?|boards?|"
    r"engagement|involvement|scrutiny|code|reports?|leads?|advis[eo]rs?|champions?|liaison|records?|"
    r"responses?|stages?|visits?|representatives?|meetings?|newsletters?|events?|files?|work\w*"
)
NOUN = rf"\b(?:{PEOPLE}|{CASES})\b(?![’']?[ -](?:{THINGS})\b)"
NAMED = re.compile(NOUN, re.I)
# Words after which what follows is no longer what the number counts.
ELSE = (
    r"for|to|by|with|at|that|which|who|and|or|as|when|where|if|is|are|was|were|be|has|have|had|can|"
    r"will|than|per|each|every|any|days?|hours?|weeks?|months?|years?|working|stages?|times?|ways?|"
    r"points?|staff|members?|officers?|teams?|steps?|reasons?|places?|changes?|themes?|areas?|tiers?"
)
SHARE = r"(?: \([^()]{1,20}\))?"  # "(2%)", between a number and what it counts
AFTER = re.compile(rf"^{SHARE}(?:[ -](?!(?:{ELSE})\b)[\w’'/-]+){{0,4}}?[ -]{NOUN}", re.I)
NAME = re.compile(r"\w[)”\"]?(?: ?[:=]| [–-]) ?$")  # of a row, before its number
END = re.compile(rf"^{SHARE}[.,;]?$")
BEFORE = re.compile(rf"{NOUN}(?: [\w’'/-]+){{0,5}} ?[:(–=] ?$", re.I)
SAID_OF = r"were|was|had|have|has|are|is|came|did|went|asked|complained"
ALONE = re.compile(
    rf"^{SHARE} (?:(?:more|others?) )?(?:of them\b|(?:of (?:these|those|which) )?(?:{SAID_OF})\b)",
    re.I,
)
NOT_COUNTED = re.compile(
    r"(?:\b(?:more than|less than|fewer than|at least|at most|up to|no|any|every|each|part|option|"
    r"stage|number|chapter|(?:one|1) in)|[/-]) ?$",
    re.I,
)
RATIO = re.compile(r"^ in (?:every )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b", re.I)
NEAR = 120  # characters before and after a number that are looked at
LONGEST = 300  # characters of a sentence that is told


@dataclass(frozen=True)
class Small:
    """A sentence with small numbers near words for people or cases, the numbers as written, and
    the heading it stands under."""

    sentence: str
    numbers: tuple[str, ...]
    where: str


def small_numbers(text: str, where: str = "") -> Iterator[Small]:
    """The sentences of a text, and the rows of its tables, that tell a number from 1 to 4 of people
    or cases, in their order. What "three were late" counts may be named by the sentence before;
    what a row such as "Lifts: 2" counts, by that or by a heading. `where` is the heading of what
    stands before any heading."""
    before = ""
    for passage in passages(text):
        words = _words(passage)
        headings = f"{passage.heading or where} {passage.title}"
        if found := tuple(_found(words, f"{before} {words}", headings)):
            yield Small(words[:LONGEST], found, passage.heading or where)
        before = words if NAMED.search(words) or not _is_row(words) else before


def _words(passage: Passage) -> str:
    """The name of a row and its number read as "Complaints about lifts: 2"."""
    return ": ".join(passage.cells) if passage.cells else passage.text


def _is_row(words: str) -> bool:
    """Whether it is a name and a number alone."""
    number = next(NUMBER.finditer(words), None)
    return bool(
        number and NAME.search(words[: number.start()]) and END.match(words[number.end() :])
    )


def _found(text: str, said: str, headings: str) -> Iterator[str]:
    plain = NO_COUNT.sub(lambda found: "_" * len(found[0]), text)
    of_them = bool(NAMED.search(said))
    in_rows = of_them or bool(NAMED.search(headings))
    for start, end in sorted(
        [*_digits(plain), *(each.span() for each in IN_WORDS.finditer(plain))]
    ):
        before, after = plain[max(0, start - NEAR) : start], plain[end : end + NEAR]
        if NOT_COUNTED.search(before) or RATIO.match(after):
            continue
        if counted := AFTER.match(after):
            yield text[start : end + counted.end()]
        elif (
            BEFORE.search(before)
            or (of_them and ALONE.match(after))
            or (in_rows and NAME.search(before) and END.match(after))
        ):
            yield text[start:end]


def _digits(text: str) -> Iterator[tuple[int, int]]:
    """Where small whole numbers stand that are no money and no percentage."""
    for found in NUMBER.finditer(text):
        whole = not (found["money"] or found["places"] or found["percent"])
        if whole and 0 < int(found["number"].replace(",", "")) < FEWEST:
            yield found.span("number")
