"""Reading a published self-assessment: every provision once, and every doubtful cell listed.

The form is a table in parts: provision, requirement, comply, evidence, commentary. Landlords'
copies have headings in the middle, rows that go on after a page break, and comments in the margin.
Nothing is dropped: what does not fit a column stands with the provision before it, as a doubt.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field

from redress.rules.assessment import Answer, Answered, answered
from redress.rules.assessment_rows import Margin, SourceRow
from redress.rules.provisions import order
from redress.rules.words import listed

NUMBER = re.compile(r"\W*(\d{1,2}\.\d{1,2})\W*")
ODD_NUMBER = re.compile(r"\W*\d{1,3}(?:\.\d{1,3})*\W*")  # a number, and none of a provision
HEADING = re.compile(r"(?i)\W*(section \d+\b.*|stage \d+\W*|appendix\b.*)", re.S)
RULE = re.compile(r"[\s\-–—_=|:+]*")
ENDS = re.compile(r"[.!?:;]['’\")\]]*$")
COLUMNS = ("number", "requirement", "answer", "evidence", "commentary")
MOST_MORE = 200  # rows that a provision goes on for; the published ones have one
NAMES = (
    ("number", ("code provision", "provision", "ref", "number")),
    ("requirement", ("requirement",)),
    ("answer", ("comply", "compliant", "yes / no", "yes/no")),
    ("evidence", ("evidence",)),
    ("commentary", ("commentary", "explanation", "comment")),
)


class FormError(Exception):
    """The file is no whole self-assessment: `faults` has a sentence for each thing wrong."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


@dataclass(frozen=True)
class Doubt:
    """A cell that somebody should look at: where it stands, and what is doubtful about it.

    `number` is the provision, `line` that of the file (of the tables, for a Word file).
    """

    line: int
    number: str
    column: str
    says: str


@dataclass(frozen=True)
class FormProvision:
    """One provision as the form has it: the official wording and the landlord's own words."""

    number: str
    line: int
    requirement: str
    answered: Answered
    evidence: str
    commentary: str
    margin: tuple[Margin, ...] = ()
    whole: bool = True  # it has a cell for each column


@dataclass(frozen=True)
class Form:
    """A whole self-assessment: each provision once, in the order of the Code, and the doubts."""

    provisions: tuple[FormProvision, ...]
    doubts: tuple[Doubt, ...]


@dataclass
class _Read:
    """What was read so far: the cells of each provision by its column, and the doubts.

    `widths` are how many cells of each have begun: fewer than there are columns where a cell is
    wrapped over several lines, or left out.
    """

    columns: tuple[str, ...] = ()
    found: list[dict[str, str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    margins: list[list[Margin]] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    more: int = 0  # rows that the last provision has gone on for

    def doubt(self, line: int, column: str, says: str) -> None:
        number = self.found[-1]["number"] if self.found else ""
        self.doubts.append(Doubt(line, number, column, says))


def read_form(rows: Iterable[SourceRow], numbers: Collection[str] | None) -> Form:
    """The form in these rows. `numbers` are the provisions of the Code, each of which must be there
    once; None for a Code of which the form alone says what it has: a gap in its numbers is then
    a doubt.

    Raises FormError where no row is headed as the form is, where what follows is no part of it, and
    where provisions are missing, doubled or unknown: each is named with its lines.
    """
    read = _Read()
    for row in rows:
        _take(read, row)
    if not read.columns:
        raise FormError(
            ["there is no table headed Code provision, Code requirement, Comply, Evidence"]
        )
    if numbers is None:
        _check_alone(read)
    else:
        _check(read, numbers)
    made = [_provision(read, index) for index in range(len(read.found))]
    made.sort(key=lambda each: order(each.number))
    return Form(tuple(made), tuple(sorted(read.doubts, key=lambda doubt: doubt.line)))


def doubt_if_same(form: Form, numbers: Collection[str]) -> Form:
    """The form, doubted where it has the very numbers of another Code: it may be that one's."""
    if {each.number for each in form.provisions} != set(numbers):
        return form
    first = form.provisions[0]
    says = "its numbers are those of the Housing Ombudsman's Code: is it the form of the other?"
    return Form(form.provisions, (Doubt(first.line, first.number, "number", says), *form.doubts))


def _take(read: _Read, row: SourceRow) -> None:
    """Lay one row where it belongs. The kinds of row in turn: the first that it is."""
    if columns := _headed(row):
        read.columns = columns
    elif not read.columns:
        return  # before the form: a covering report
    elif number := _numbered(read, row):
        _begin(read, row, number)
    elif row.margin and not any(cell.text for cell in row.cells):
        pass
    elif _is_heading(row):
        return
    else:
        _goes_on(read, row)
    if row.margin and read.found:
        read.margins[-1] += row.margin
        for comment in row.margin:
            read.doubt(row.line, "", f"a comment by {comment.by} stands in the margin")


def _headed(row: SourceRow) -> tuple[str, ...]:
    """The columns that a heading row names, in its order; nothing for any other row."""
    names = tuple(_column(cell.text) for cell in row.cells)
    needed = {"number", "answer", "evidence"}
    return names if needed <= set(names) and not NUMBER.fullmatch(row.cells[0].text) else ()


def _column(text: str) -> str:
    said = " ".join(text.casefold().split())
    if len(said) > 60:
        return ""
    return next((name for name, words in NAMES if any(word in said for word in words)), "")


def _numbered(read: _Read, row: SourceRow) -> str:
    place = read.columns.index("number")
    cells = [cell.text for cell in row.cells]
    found = NUMBER.fullmatch(cells[place]) if place < len(cells) and not row.loose else None
    return found[1] if found else ""


def _begin(read: _Read, row: SourceRow, number: str) -> None:
    """A new provision."""
    read.found.append(dict.fromkeys(COLUMNS, "") | {"number": number})
    read.lines.append(row.line)
    read.margins.append([])
    read.widths.append(len(row.cells))
    read.more = 0
    for column, text, odd in _cells(read, row):
        if column != "number":
            read.found[-1][column] = text
        for words in odd:
            read.doubt(row.line, column, words)


def _cells(
    read: _Read, row: SourceRow, first: int = 0
) -> Iterable[tuple[str, str, tuple[str, ...]]]:
    """The cells of a row with their columns, from the column `first` on; what is beyond the last
    column belongs to the last."""
    for place, cell in enumerate(row.cells, first):
        column = read.columns[min(place, len(read.columns) - 1)] or "commentary"
        yield column, cell.text, cell.odd


def _is_heading(row: SourceRow) -> bool:
    """A heading in the middle, or a line of dashes."""
    texts = [cell.text for cell in row.cells if not RULE.fullmatch(cell.text)]
    return not texts or (len(texts) == 1 and bool(HEADING.fullmatch(texts[0])))


def _goes_on(read: _Read, row: SourceRow) -> None:
    """A row without a number: what it holds goes on from the provision before it."""
    if not read.found:
        read.doubt(row.line, "", f"not read, before the first provision: {_short(row)}")
        return
    read.more += 1
    if read.more > MOST_MORE:
        number = read.found[-1]["number"]
        raise FormError(
            [f"line {row.line}: {number} goes on for too long: cut off what follows it"]
        )
    if row.loose and read.widths[-1] >= len(read.columns):
        _join(read, row.line, _unfinished(read.found[-1]), row.cells[0].text)
        return
    first = read.widths[-1] - 1 if _is_wrapped(read, row) else 0
    for column, text, odd in _cells(read, row, first):
        if column == "number" and ODD_NUMBER.fullmatch(text):
            read.doubt(row.line, column, f"{text} is no number of a provision, and was joined")
        if text:
            _join(read, row.line, "commentary" if column == "number" else column, text)
        for words in odd:
            read.doubt(row.line, column, words)
    read.widths[-1] = max(read.widths[-1], first + len(row.cells))


def _is_wrapped(read: _Read, row: SourceRow) -> bool:
    """Whether a row goes on from the middle of the last cell, whose line was broken in it."""
    reach = read.widths[-1] - 1 + len(row.cells)
    begun = row.loose or bool(row.cells[0].text) or reach == len(read.columns)
    return read.widths[-1] < len(read.columns) and reach <= len(read.columns) and begun


def _unfinished(found: dict[str, str]) -> str:
    """The cell that a wrapped line goes on from: the last that does not end as a sentence does."""
    filled: list[str] = [name for name in reversed(COLUMNS[1:]) if found[name] and name != "answer"]
    open_ended = [name for name in filled if not ENDS.search(found[name])]
    return (open_ended or filled or ["commentary"])[0]


def _join(read: _Read, line: int, column: str, text: str) -> None:
    before = read.found[-1][column]
    read.found[-1][column] = f"{before} {text}".strip()
    if before:
        read.doubt(line, column, f"goes on after a break, and was joined: {text[:60]}")


def _short(row: SourceRow) -> str:
    return " | ".join(cell.text for cell in row.cells)[:80]


def _check(read: _Read, numbers: Collection[str]) -> None:
    """Each provision of the Code is there once, and no other."""
    where = _where(read)
    missing = sorted(set(numbers) - {number for number, _ in where}, key=order)
    faults = _doubled(where, missing)
    faults += [
        f"line {line}: the Code has no provision {number}"
        for number, line in where
        if number not in numbers
    ]
    if missing:
        noun = "provision is" if len(missing) == 1 else "provisions are"
        faults.append(f"{len(missing)} {noun} missing: {', '.join(missing)}")
    if faults:
        raise FormError(faults)


def _check_alone(read: _Read) -> None:
    """The same of a form without a list of its provisions: none is there twice, some are there, and
    what its numbers leave out is a doubt."""
    where = _where(read)
    if not where:
        raise FormError(["no row of the table has the number of a provision, such as 1.2"])
    there = {number for number, _ in where}
    tens = [f"{n}0" for n in there if n.endswith(".1") and f"{n[:-1]}9" in there]
    if faults := _doubled(where, [ten for ten in tens if ten not in there]):
        raise FormError(faults)
    before = (0, 0)
    for number, line in sorted(where, key=lambda each: order(each[0])):
        section, place = order(number)
        if left_out := _left_out(before, (section, place)):
            read.doubts.append(Doubt(line, number, "number", f"{left_out} before it"))
        before = (section, place)


def _left_out(before: tuple[int, int], now: tuple[int, int]) -> str:
    """What the form leaves out between two provisions: sections, or numbers of a section."""
    section, first = now[0], before[1] + 1 if now[0] == before[0] else 1
    if section > before[0] + 1:
        return f"the form has nothing of section {_span(str(before[0] + 1), str(section - 1))}"
    if now[1] > first:
        return f"the form has no {_span(f'{section}.{first}', f'{section}.{now[1] - 1}')}"
    return ""


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def _where(read: _Read) -> list[tuple[str, int]]:
    """The number of each provision with its line."""
    return [(each["number"], line) for each, line in zip(read.found, read.lines, strict=True)]


def _doubled(where: Sequence[tuple[str, int]], missing: Sequence[str]) -> list[str]:
    """A sentence for each provision that is there more than once."""
    counted = Counter(number for number, _ in where)
    return [
        f"provision {number} stands {times} times, on lines "
        f"{listed([str(line) for each, line in where if each == number])}{_ten(number, missing)}"
        for number, times in counted.items()
        if times > 1
    ]


def _ten(number: str, missing: Sequence[str]) -> str:
    """A spreadsheet makes 5.1 of 5.10."""
    ten = f"{number}0"
    return f"; one of them may be {ten}, which is missing" if ten in missing else ""


def _provision(read: _Read, index: int) -> FormProvision:
    found, line = read.found[index], read.lines[index]
    made = FormProvision(
        number=found["number"],
        line=line,
        requirement=found["requirement"],
        answered=answered(found["answer"]),
        evidence=found["evidence"],
        commentary=found["commentary"],
        margin=tuple(read.margins[index]),
        whole=read.widths[index] >= len(read.columns),
    )
    read.doubts += [
        Doubt(line, made.number, column, says)
        for column, doubtful, says in DOUBTS
        if doubtful(made)
    ]
    return made


def _two_answers(each: FormProvision) -> bool:
    return each.answered.answer is Answer.SPLIT


# What is doubtful in a cell that was read whole.
DOUBTS: tuple[tuple[str, Callable[[FormProvision], bool], str], ...] = (
    ("requirement", lambda p: not p.requirement, "the official wording is missing"),
    ("answer", lambda p: not p.answered.words, "there is no answer"),
    (
        "answer",
        lambda p: bool(p.answered.words) and p.answered.answer is None,
        "the answer is neither yes, no nor partly",
    ),
    (
        "answer",
        lambda p: p.answered.answer is Answer.YES_FROM and p.answered.from_on is None,
        "yes, from a day that is not named",
    ),
    ("answer", _two_answers, "two answers in one: each half keeps its words"),
    ("evidence", lambda p: not p.evidence, "there is no evidence"),
    (
        "evidence",
        lambda p: not p.whole,
        "there is no cell for commentary: evidence and commentary may stand together",
    ),
)
