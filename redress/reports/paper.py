"""A report as plain values, whatever it is about: what every form of it is made from.

A report is made of sections, a section of exhibits, an exhibit of a chart and the tables under it.
`paper_html`, `paper_pdf`, `paper_docx`, `paper_csv` and `paper_json` each show all of it:

    report = Report(slug="harrow", landlord="Harrow Council", title="Complaints in 2023-24",
                    period="1 April 2023 to 31 March 2024", as_at=day, sections=(…,))
    to_html(report), to_pdf(report), to_docx(report), to_csv(report), to_json(report)

Everything here is text as a reader sees it. Nothing of it is read as markup in any form.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from redress.rules.figures_shares import rounded
from redress.rules.suppression import Sum
from redress.rules.words import long_date

# Why the small numbers of a table or chart may be published as they stand (`open_because`).
WHOLE = "totals of the whole landlord, which it must publish (Code 8.1b)"
NOBODY = "it counts nobody"
BY_THE_OMBUDSMAN = "the Ombudsman publishes it about each landlord"

FEWEST_LISTED = 3  # sections from which a report has a list of contents
MANY = 4  # columns that the narrowest telephone still shows beside each other
ROOM_FOR_A_NUMBER = 10  # percent of the width of a chart: a shorter part carries none
DARK, STRIPED, DOTTED, WHITE = 1, 2, 3, 4  # four tones that a grey print tells apart

Size = int | Fraction


@dataclass(frozen=True)
class Key:
    """A figure to set large, and one plain sentence that says what it is of."""

    figure: str
    sentence: str


@dataclass(frozen=True)
class Part:
    """A piece of a bar in percent of the chart's width: its tone and the number in it."""

    start: str
    middle: str
    width: str
    tone: int
    label: str


@dataclass(frozen=True)
class Bar:
    """A bar: what it is of, its main figure, and all that it shows in words.

    `shows` names the counts of a `Split` that can be seen in it.
    """

    name: str
    value: str
    words: str
    parts: tuple[Part, ...]
    shows: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chart:
    """A chart: `title` says what to see, `caption` what the bars are of, `key` names the tones.

    `short_title` names no bar: it is the title where a bar may not be shown. `open_because` says
    why every number of it may be published; without it each bar names what it `shows`.
    """

    title: str
    bars: tuple[Bar, ...]
    caption: str
    key: tuple[tuple[int, str], ...] = ()
    short_title: str = ""
    open_because: str = ""


@dataclass(frozen=True)
class Split:
    """The counts behind a table that splits people up, and which add up to which.

    By it small numbers are left out of what is published (`publication.for_publication`). Tables
    that name the same counts are looked at together. `public` are counts that are never hidden.
    """

    counts: Mapping[str, int]
    sums: tuple[Sum, ...]
    public: tuple[str, ...] = ()


@dataclass(frozen=True)
class Grid:
    """A table: `head` names the columns, each row begins with its own heading.

    `total` is a last row that sums up the others, empty where there is none. `words` is for a table
    of sentences and not of figures. `empty` is said where there are no rows. A table that splits
    people up has a `split`, and `shows` names for each cell of `rows` but the first the counts of
    it that can be seen there; `told` names those that its caption tells. A table without a `split`
    says by `open_because` why every number of it may be published. With `files` its last column
    names files that lie beside the page, a line each: there they are links.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()
    words: bool = False
    empty: str = "None were received."
    split: Split | None = None
    shows: tuple[tuple[tuple[str, ...], ...], ...] = ()
    told: frozenset[str] = frozenset()
    open_because: str = ""
    files: bool = False

    @property
    def named_rows(self) -> list[list[tuple[str, str]]]:
        """Each cell of each row with the name of its column."""
        return [list(zip(self.head, row, strict=True)) for row in self.rows]

    @property
    def named_total(self) -> list[tuple[str, str]]:
        """Each cell of the last row with the name of its column."""
        return list(zip(self.head, self.total, strict=True)) if self.total else []

    @property
    def many(self) -> bool:
        """Whether it has more columns of figures than a telephone is wide."""
        return not self.words and len(self.head) > MANY


@dataclass(frozen=True)
class Guarded:
    """A sentence that tells counts of a `Split`, those of `shows`. Where one of them may not be
    shown, `instead` is said, or nothing."""

    sentence: str
    shows: tuple[str, ...]
    instead: str = ""


@dataclass(frozen=True)
class Exhibit:
    """A chart if there is one, the tables under it, and what they say in sentences.

    `pairs`: the tables are narrow, and two stand side by side where there is room.
    """

    chart: Chart | None
    grids: tuple[Grid, ...]
    sentences: tuple[str, ...] = ()
    pairs: bool = False


@dataclass(frozen=True)
class Section:
    """A part of the report that its contents link to.

    `sentences` open it, computed; `narrative` are the paragraphs that staff wrote beside them.
    `provisions` are those of the Code that it answers ("8.1b"). `label` stands for its number, such
    as "Appendix A". `guarded` are those of its sentences that tell numbers of a breakdown.
    """

    id: str
    title: str
    exhibits: tuple[Exhibit, ...] = ()
    sentences: tuple[str, ...] = ()
    narrative: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    label: str = ""
    guarded: tuple[Guarded, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Report:
    """A report of one landlord. `notice` says what a reader must know first, `note` more of it.

    `mode` says who may see it, such as "Internal: all figures" or "For publication: …".
    """

    slug: str
    landlord: str
    title: str
    period: str
    as_at: date
    key: tuple[Key, ...] = ()
    headlines: tuple[str, ...] = ()
    sections: tuple[Section, ...]
    notice: str = ""
    note: str = ""
    mode: str = ""

    @property
    def stood(self) -> str:
        """ "Figures as they stood at the end of Thu 14 May 2026."."""
        return f"Figures as they stood at the end of {long_date(self.as_at)}."

    @property
    def source(self) -> str:
        """What stands below every chart."""
        return (
            f"Source: the cases of {self.landlord}, as they stood at the end of "
            f"{long_date(self.as_at)}."
        )

    @property
    def has_contents(self) -> bool:
        """Whether it is long enough for a list of contents."""
        return len(self.sections) >= FEWEST_LISTED

    def numbered(self) -> list[tuple[str, Section]]:
        """Each section with what stands before its title: "1.", "Appendix A."."""
        plain = [section for section in self.sections if not section.label]
        return [
            (f"{section.label or plain.index(section) + 1}.", section) for section in self.sections
        ]


def parts(pieces: Iterable[tuple[Size, int, str]], whole: Size) -> tuple[Part, ...]:
    """Pieces (size, tone, label) laid end to end; a piece too narrow for its label has none."""
    placed, start = [], Fraction(0)
    for size, tone, label in pieces:
        width = Fraction(100 * size) / whole
        if width:
            text = label if width >= ROOM_FOR_A_NUMBER else ""
            middle = _percent(start + width / 2)
            placed.append(Part(_percent(start), middle, _percent(width), tone, text))
        start += width
    return tuple(placed)


def _percent(value: Fraction) -> str:
    return f"{rounded(value)}%"
