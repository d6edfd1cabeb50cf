"""Reads a report's text into claims that can be held against figures.

Only what is read for certain becomes a claim: a number, what it counts, whose and of which year.
Every other number is told as not checked, so that a clean answer says no more than it knows.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from redress.rules import claims_words as words
from redress.rules.claims import Claim, Measure, Published, Slip, Unchecked
from redress.rules.claims_sums import sums
from redress.rules.claims_text import Passage, passages
from redress.rules.figures import Group, Scope
from redress.rules.figures_year import Year

JOINED = re.compile(r"^\s*\(\s*$")  # between a number and its percentage: "12 (14.6%)"
DIRECT = re.compile(
    r"^\s*(?:\)\s*)?(?:of (?:them|these|those),? )?(?:were|was|are|is|have|had|has)?\s*(?:been )?"
    r"(?:still |recorded as |answered |responded to |completed |closed |an? )*$",
    re.IGNORECASE,
)
ADJECTIVES = re.compile(r"^\s*(?:(?:of|the|these|those|all|new|formal|housing|recorded) )*$", re.I)
SHARE = re.compile(r"^\s*(?:are|were|was|is|being)\s+(?:an? )?$", re.IGNORECASE)
PART = re.compile(r"accounting for|which is|or about|representing|equal to", re.IGNORECASE)
LONGEST_ROW = 200  # characters of a row whose numbers are read
LOOK_FORWARD = 60  # characters in which the year of a growth stands
WHY = "what it counts could not be read"
WHY_SERVICE = "it speaks of one service; only figures of all services are checked"
WHY_PERIOD = "it speaks of a part of the year"
WHY_SCOPE = "it speaks of a group of residents that no table is of"
WHY_MONEY = "sums of money are not among the figures"


@dataclass(frozen=True)
class Read:
    """What one number was read as, and what the next one in the sentence may inherit."""

    value: Decimal
    is_percent: bool
    claims: tuple[Claim, ...] = ()
    why: str = WHY


@dataclass(frozen=True)
class Sentence:
    """A passage while it is read: its words, the year of the report, and what it stands under."""

    passage: Passage
    year: Year
    context: Group | None
    scope: Scope | None
    services: Collection[str]

    @property
    def text(self) -> str:
        return self.passage.text


def read(text: str, year: Year, source: str, services: Collection[str] = ()) -> Published:
    """What a text says of `year`. `services` are names whose figures no claim can be about."""
    claims: list[Claim] = []
    unchecked: list[Unchecked] = []
    slips: list[Slip] = []
    all_passages = list(passages(text))
    for number, passage in enumerate(all_passages, start=1):
        where = passage.section or f"line {passage.line}"
        for slip in words.no_years_in(passage.text):
            slips.append(Slip(id=f"p{number}", where=where, says=passage.text[:300], slip=slip))
        found = list(_numbers(_sentence(passage, year, services)))
        for place, each in enumerate(found):
            made = (
                claim.model_copy(update={"id": f"p{number}n{place}{claim.id}"})
                for claim in each.claims
            )
            claims += [claim.model_copy(update={"where": where}) for claim in made]
        if left := [each for each in found if not each.claims]:
            unchecked.append(_unchecked(passage, where, number, left))
    return Published(
        year=year.label,
        source=source,
        claims=tuple(claims),
        sums=tuple(sums(all_passages)),
        unchecked=tuple(unchecked),
        slips=tuple(slips),
    )


def _unchecked(passage: Passage, where: str, number: int, left: list[Read]) -> Unchecked:
    figures = ", ".join(f"{each.value:,}{'%' if each.is_percent else ''}" for each in left)
    why = f"{figures}: {'; '.join(dict.fromkeys(each.why for each in left))}"
    return Unchecked(id=f"p{number}", where=where, says=passage.text[:300], why=why)


def _sentence(passage: Passage, year: Year, services: Collection[str]) -> Sentence:
    table = passage.title if passage.cells else ""
    about = f"{table} {passage.text}" if passage.cells else passage.text
    context = words.group_in(table) or _other(table) or words.group_in(passage.heading)
    scope = words.scope_in(f"{about}" if passage.cells else passage.text)
    return Sentence(passage, year, context, scope, services)


def _other(table: str) -> Group | None:
    return Group.OTHER if re.match(r"other\b", table, re.IGNORECASE) else None


def _numbers(sentence: Sentence) -> Iterator[Read]:
    """Every number that may count something, each read with those before it in mind."""
    cells = sentence.passage.cells
    if cells and (len(cells) > 2 or len(sentence.text) > LONGEST_ROW):
        return  # a row of words, or of many columns whose heads are not read
    text = sentence.text
    plain = words.NO_COUNT.sub(lambda found: "_" * len(found[0]), text)
    found = list(words.NUMBER.finditer(plain))
    before: list[Read] = []
    for place, number in enumerate(found):
        start = found[place - 1].end() if place else 0
        end = found[place + 1].start() if place + 1 < len(found) else len(text)
        if JOINED.match(text[number.end() : end]):
            end = found[place + 2].start() if place + 2 < len(found) else len(text)
        before.append(_read(sentence, number, start, end, before))
        yield before[-1]


def _read(
    sentence: Sentence, number: re.Match[str], start: int, end: int, before: list[Read]
) -> Read:
    value = Decimal(number["number"].replace(",", "") + (number["places"] or ""))
    read = Read(value, bool(number["percent"]))
    if number["money"]:
        return replace(read, why=WHY_MONEY)
    if why := _not_of_the_whole(sentence, number):
        return replace(read, why=why)
    text, here, past = sentence.text, number.start(), number.end()
    given = _Around(sentence, text[start:here], text[past:end], text[:here], text[past:], before)
    found = _percent(given, read) if read.is_percent else _count(given, read)
    return replace(read, claims=tuple(found))


def _not_of_the_whole(sentence: Sentence, number: re.Match[str]) -> str:
    """Why the number cannot be one of the tables, whatever it counts; "" if it may be."""
    text = sentence.text
    if any(name and re.search(rf"\b{re.escape(name)}\b", text) for name in sentence.services):
        return WHY_SERVICE
    if sentence.scope is None:
        return WHY_SCOPE
    around = text[max(0, number.start() - 40) : number.end() + 60]
    return WHY_PERIOD if words.PARTLY.search(around) else ""


@dataclass(frozen=True)
class _Around:
    """The words around a number: up to its neighbours, and to the ends of the sentence."""

    sentence: Sentence
    before: str
    after: str
    all_before: str
    all_after: str
    read: list[Read]

    @property
    def group(self) -> Group | None:
        """What is counted: named after the number, else the last named before it."""
        return (
            words.group_in(self.after)
            or words.last_group_in(self.all_before)
            or words.group_in(self.sentence.text)
            or self.sentence.context
        )

    @property
    def last(self) -> Claim | None:
        """The claim read before this one in the sentence."""
        made = [claim for each in self.read for claim in each.claims]
        return made[-1] if made else None

    def year(self) -> str:
        """The year of the figure where the words after it name another than the report's."""
        named = words.years_in(self.after)
        return named[0] if named and named[0] != self.sentence.year.label else ""

    def against(self) -> str:
        """The year that a growth is measured from: named after it, else the year before."""
        near = self.all_after[:LOOK_FORWARD]
        for years, said in words.AGO:
            if said.search(near.split(",")[0].split("(")[0]):
                return self.sentence.year.earlier(years).label
        named = [year for year in words.years_in(near) if year < self.sentence.year.label]
        return named[0] if named else self.sentence.year.earlier(1).label


def _percent(around: _Around, read: Read) -> Iterator[Claim]:
    growth = _growth(around)
    said = words.said_in(around.after) or ("" if growth else words.said_in(around.before))
    text = around.sentence.text
    if words.WHO_COMPLAINED.match(around.after.strip()) and PART.search(around.before):
        yield from _part(around, read)
    elif words.ESCALATED.search(text) and not said and not growth:
        yield _claim(around, read, Group.STAGE_2, Measure.ESCALATION_PERCENT)
    elif share := _share(around):
        yield _claim(around, read, share, Measure.SHARE_OF_ALL_PERCENT)
    elif growth and not said:
        group = words.last_group_in(around.all_before) or around.group
        if group:
            value = replace(read, value=read.value * growth)
            yield _claim(around, value, group, Measure.GROWTH_PERCENT, against=around.against())
    elif said and (group := _owner(around)):
        for name in _all_said(said):
            yield _claim(around, read, group, _denominated(name, text))


def _owner(around: _Around) -> Group | None:
    return words.last_group_in(around.all_before) or around.group


def _all_said(said: str) -> tuple[str, ...]:
    """Closed without an outcome is two things: without an outcome, and closed."""
    return ("no_outcome", said) if said == "closed_no_outcome" else (said,)


def _denominated(said: str, text: str) -> Measure:
    """The measure of a percentage: of all received, unless the sentence says of what."""
    if said == "upheld_or_partly" and words.OF_DECIDED.search(text):
        return Measure.UPHELD_OR_PARTLY_OF_DECIDED_PERCENT
    if said == "on_time" and words.OF_ANSWERED.search(text):
        return Measure.ON_TIME_OF_ANSWERED_PERCENT
    return words.PERCENT[said]


def _growth(around: _Around) -> int:
    """1 for more, -1 for fewer, 0 where the words around the number tell of no change."""
    near = f"{around.before} {around.after}"
    more, fewer = words.MORE.search(near), words.FEWER.search(near)
    if more or fewer:
        return -1 if fewer and not more else 1
    last = around.last
    if last and last.measure is Measure.GROWTH_PERCENT and re.match(r"\s*since\b", around.after):
        return -1 if last.value < 0 else 1
    return 0


def _share(around: _Around) -> Group | None:
    """The group that the number is the share of, among all complaints and enquiries."""
    named = words.GROUP.search(around.after)
    whole = words.group_in(around.sentence.text) is Group.ALL
    if named and whole and SHARE.match(around.after[: named.start()]):
        return words.group_in(around.after)
    if words.IN_ALL.match(around.after.strip()) and named:
        inner = words.group_in(around.after)
        return words.last_group_in(around.all_before) if inner is Group.ALL else None
    last = around.last
    if last and last.measure is Measure.SHARE_OF_ALL_PERCENT and "compared" in around.before:
        return last.group
    return None


def _part(around: _Around, read: Read) -> Iterator[Claim]:
    """A count that the text gives, and the share of all complainants that it says this is."""
    counts = [each.value for each in around.read if not each.is_percent]
    if counts and counts[-1] > 0:
        yield _claim(around, read, Group.ALL, Measure.PART_PERCENT, part=int(counts[-1]))


def _count(around: _Around, read: Read) -> Iterator[Claim]:
    named = words.GROUP.search(around.after)
    said = words.SAYS.search(around.after)
    row = around.sentence.passage.cells
    if row:
        yield from _row(around, read)
    elif named and ADJECTIVES.match(around.after[: named.start()]):
        rest = around.after[named.end() :]
        after = words.SAYS.search(rest)
        direct = after and DIRECT.match(rest[: after.start()])
        measure = words.COUNT[after.lastgroup or ""] if after and direct else Measure.RECEIVED
        if not (after and not direct and not words.RECEIVED.search(rest[: after.start()])):
            yield _claim(around, read, words.group_in(around.after), measure)
    elif said and (group := _owner(around)) and _directly(around.after[: said.start()]):
        for name in _all_said(said.lastgroup or ""):
            yield _claim(around, read, group, words.COUNT[name])
    elif (group := _owner(around)) and re.match(r"\s*of " + words.YEAR.pattern, around.after):
        yield _claim(around, read, group, Measure.RECEIVED)


def _directly(between: str) -> bool:
    """Whether nothing stands between a number and what is said of it but its percentage."""
    return bool(DIRECT.match(re.sub(r"\(\s*[\d.]+ ?(?:%|per ?cent)\s*\)", " ", between)))


def _row(around: _Around, read: Read) -> Iterator[Claim]:
    """A row of a table with a name and one number: "Completed on time", 198."""
    name = around.sentence.passage.cells[0]
    group = words.group_in(name) or around.sentence.context
    if group is None or len(around.sentence.passage.cells) != 2:
        return
    if said := words.said_in(name):
        yield _claim(around, read, group, words.COUNT[said])
    elif words.RECEIVED.search(name):
        yield _claim(around, read, group, Measure.RECEIVED)


def _claim(
    around: _Around, read: Read, group: Group | None, measure: Measure, **others: object
) -> Claim:
    sentence = around.sentence
    return Claim.model_validate(
        {
            "id": measure.value,
            "where": "",
            "says": sentence.text[:500],
            "group": group,
            "scope": sentence.scope or Scope.ALL_HOUSING_SERVICES,
            "measure": measure,
            "value": read.value,
            "year": "" if measure is Measure.GROWTH_PERCENT else around.year(),
        }
        | others
    )
