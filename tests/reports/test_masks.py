"""Every table of the annual report says how the people in it are protected, and no small number of
a breakdown is in what is published, in whichever form."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from docx import Document

from redress.demo.voices import HARROW
from redress.reports.annual_formats import made
from redress.reports.annual_paper import paper_of, whole_of
from redress.reports.masks import joined, split_of
from redress.reports.paper import WHOLE, Bar, Chart, Exhibit, Grid, Guarded, Report, Section
from redress.reports.publication import MARK, Unprotected, for_publication, unprotected
from redress.reports.satisfaction_masks import of_survey
from redress.rules.definitions import BY_SLUG
from redress.rules.facts_followed import Kept, RatingFacts
from redress.rules.figures import Money
from redress.rules.satisfaction import Contacted, voices
from redress.rules.suppression import determined
from redress.rules.survey import Of
from redress.satisfaction.reading import Heard
from tests.papers.tagged import Tagged
from tests.reports import few
from tests.rules.test_suppression import known_by_hand

WHOLE_REPORT = few.report()
INSIDE = whole_of(WHOLE_REPORT)
OUTSIDE = paper_of(WHOLE_REPORT, publication=True)
SECTIONS = {
    *("introduction", "received", "stage_1", "stage_2", "members", "escalation", "reasons"),
    *("days", "lateness", "refused", "putting-right", "measures", "learning", "quality"),
    *("satisfaction", "ombudsman", "asked", "appendix"),
}


def grids(paper: Report) -> Iterator[tuple[str, Grid]]:
    for section in paper.sections:
        for exhibit in section.exhibits:
            for grid in exhibit.grids:
                yield section.id, grid


def test_every_section_is_there_and_says_how_it_is_protected() -> None:
    assert {each.id for each in INSIDE.sections} == SECTIONS
    assert list(unprotected(INSIDE)) == []


def small() -> Iterator[tuple[str, str, str, str]]:
    """Each cell that tells a small count that may not be known: section, caption, row, column."""
    splits = joined(*(grid.split for _, grid in grids(INSIDE) if grid.split))
    few_ = {key for key, n in splits.counts.items() if 0 < n < 5} - set(splits.public)
    for section, grid in grids(INSIDE):
        for row, shown in zip(grid.rows, grid.shows, strict=False):
            for column, names in zip(grid.head[1:], shown, strict=True):
                if few_.intersection(names):
                    yield section, grid.caption, row[0], column


SMALL = list(small())


def test_the_made_up_landlord_has_small_counts_in_every_breakdown() -> None:
    split = {section for section, grid in grids(INSIDE) if grid.split}
    assert {each[0] for each in SMALL} == split - {"days", "putting-right"}


def published_cells(form: str) -> dict[tuple[str, str, str, str], str]:
    """What a form of data tells, by section, caption, row and column."""
    content = made(WHOLE_REPORT, form, publication=True).decode()
    if form == "csv":
        lines = list(csv.DictReader(io.StringIO(content)))
        titles = {each.title: each.id for each in INSIDE.sections}
        found = [
            (titles[x["section"]], x["table"], x["row"], x["column"], x["value"]) for x in lines
        ]
    else:
        found = [
            (section["id"], table["caption"], row[0], column, cell)
            for section in json.loads(content)["sections"]
            for exhibit in section["exhibits"]
            for table in exhibit["tables"]
            for row in table["rows"]
            for column, cell in zip(table["head"][1:], row[1:], strict=True)
        ]
    return {(a, b, c, d): cell for a, b, c, d, cell in found}


@pytest.mark.parametrize("form", ["csv", "json"])
def test_no_small_count_is_in_the_data(form: str) -> None:
    cells = published_cells(form)
    assert {cells[each] for each in SMALL if each in cells} == {MARK}


def words_of(form: str) -> str:
    content = made(WHOLE_REPORT, form, publication=True)
    if form == "pdf":
        text = " ".join(each.text for each in Tagged(content).elements("Document"))
    elif form == "docx":
        file = Document(io.BytesIO(content))
        cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
        text = " ".join([each.text for each in file.paragraphs] + cells)
    else:
        text = re.sub(r"<[^>]+>", " ", content.decode())
    return " ".join(text.split())


@pytest.mark.parametrize("form", ["html", "pdf", "docx", "csv", "json"])
def test_no_small_count_is_said_in_any_form(form: str) -> None:
    text = words_of(form)
    told = [
        *("Gamma", "Delta", "Epsilon", "An insurance claim", "Thought vexatious"),
        *("Leaseholders", "Not recorded", "Shared owners", "Records", "Handover"),
    ]
    assert [word for word in told if re.search(rf"{word}\W{{1,6}}[1-4]\b(?![.,]\d)", text)] == []
    assert [words for words in TOLD if words in text] == []


TOLD = (
    "The commonest causes are",
    "asked us not to write or ring (3)",
    "of the 3 shared owners",
    "No reason is on the record of 3",
)


def test_what_is_not_said_was_said_within() -> None:
    text = " ".join(str(section) for section in INSIDE.sections)
    assert [words for words in TOLD if words not in text] == []


def test_no_hidden_count_follows_from_all_that_is_shown() -> None:
    """Over the whole report at once: every sum of every table, and all that stands unmarked."""
    splits = joined(*(grid.split for _, grid in grids(INSIDE) if grid.split))
    unknown = set(splits.counts) - shown(SECTIONS) - set(splits.public)
    small_ = {name for name in unknown if 0 < splits.counts[name] < 5}
    by_totals_alone = determined(set(splits.counts) - set(splits.public), splits.sums)
    assert determined(unknown, splits.sums) & small_ <= by_totals_alone


@pytest.mark.parametrize("section", ["lateness", "refused", "learning", "quality"])
def test_nor_by_another_method(section: str) -> None:
    for where, grid in grids(INSIDE):
        if where == section and grid.split:
            unknown = set(grid.split.counts) - shown({section}) - set(grid.split.public)
            few_ = {name for name in unknown if 0 < grid.split.counts[name] < 5}
            assert few_
            assert known_by_hand(unknown, grid.split.sums) & few_ == set(), grid.caption


def shown(sections: set[str]) -> set[str]:
    """The counts that can be seen in the published tables."""
    out = {(section, grid.caption): grid for section, grid in grids(OUTSIDE)}
    return {
        name
        for section, grid in grids(INSIDE)
        if section in sections and (section, grid.caption) in out
        for row, names in zip(out[section, grid.caption].rows, grid.shows, strict=False)
        for cell, each in zip(row[1:], names, strict=True)
        if cell != MARK
        for name in each
    }


def test_no_column_has_one_mark_below_a_total() -> None:
    for _, grid in grids(OUTSIDE):
        for column in zip(*grid.rows, strict=True) if grid.total else ():
            assert column.count(MARK) != 1 or "–" in column, grid.caption


def test_a_bar_of_few_is_not_drawn_and_its_words_tell_nothing() -> None:
    for section in OUTSIDE.sections:
        for exhibit in section.exhibits:
            for bar in exhibit.chart.bars if exhibit.chart else ():
                if bar.name in ("Gamma", "Delta", "Epsilon"):
                    assert (bar.value, bar.parts) == (MARK, ())


def test_what_is_published_carries_no_counts_behind_it() -> None:
    assert all(grid.split is None and not grid.shows for _, grid in grids(OUTSIDE))
    assert all(section.guarded == () for section in OUTSIDE.sections)


def test_within_everything_is_shown() -> None:
    assert MARK not in {cell for _, grid in grids(INSIDE) for row in grid.rows for cell in row}
    kept = paper_of(WHOLE_REPORT)
    assert [grid.rows for _, grid in grids(kept)] == [grid.rows for _, grid in grids(INSIDE)]
    assert [each.sentences for each in kept.sections] == [s.sentences for s in INSIDE.sections]
    assert all(grid.split is None for _, grid in grids(kept))  # else kept tenfold


def paper(grid: Grid, chart: Chart | None = None, said: str = "") -> Report:
    guarded = (Guarded(said, ("x/a/n",), "Some."),) if said else ()
    section = Section(
        "s", "S", (Exhibit(chart, (grid,)),), (said,) if said else (), guarded=guarded
    )
    day = few.DAY
    return Report(slug="x", landlord="X", title="T", period="P", as_at=day, sections=(section,))


def test_a_table_or_chart_that_says_nothing_of_it_is_not_published() -> None:
    bare = Grid("Bare", ("", "Cases"), (("Repairs", "2"),))
    with pytest.raises(Unprotected, match="s: Bare"):
        for_publication(paper(bare))
    chart = Chart("Drawn", (Bar("Repairs", "2", "2 cases", ()),), "Each bar is some.")
    with pytest.raises(Unprotected, match="s: Drawn"):
        for_publication(paper(replace(bare, open_because=WHOLE), chart))
    split = split_of("x", {"a": {"n": 2}}, {"n": 2})
    with pytest.raises(Unprotected, match="Bare"):
        for_publication(paper(replace(bare, split=split)))  # which cells show it is not said


def test_a_sentence_that_tells_a_hidden_count_is_said_otherwise() -> None:
    split = split_of("x", {"a": {"n": 2}, "b": {"n": 9}, "c": {"n": 9}}, {"n": 20})
    grid = Grid("T", ("", "N"), (("a", "2"),), split=split, shows=((("x/a/n",),),))
    assert for_publication(paper(grid, said="Two of a.")).sections[0].sentences == ("Some.",)


def test_what_a_percentage_gives_away_counts_as_shown() -> None:
    lines = {Of.ALL: few.PERCENT_ONLY, Of.OWNERSHIP: few.PERCENT_ONLY}
    split = of_survey(replace(HARROW[0], lines=lines))
    assert next(n for k, n in split.counts.items() if k.endswith("ownership/satisfied")) == 2
    assert all("/all/" in key for key in split.public)


def published(**other: object) -> dict[str, Section]:
    paper_ = paper_of(few.report(**other), publication=True)
    return {section.id: section for section in paper_.sections}


def test_money_of_a_few_and_how_long_a_few_answers_took_are_left_out() -> None:
    first, *others = few.rows()
    rows = [first._replace(money=(Money(50, few.DAY),)), *(r for r in others if r.stage == 1)]
    rows += [row for row in others if row.stage == 2][:3]
    found = published(details=few.details(rows))
    assert found["putting-right"].sentences[0] == "Money was promised in 1 case."
    money = dict(row[:2] for row in found["putting-right"].exhibits[0].grids[0].rows)
    assert (money["Compensation promised"], money[BY_SLUG["promises"].name]) == (MARK, "0")
    days = found["days"].exhibits[0]
    of_one, of_two = (row[3:] for row in days.grids[0].rows)
    assert of_two == (MARK, MARK) and MARK not in of_one
    assert [said[:7] for said in days.sentences] == ["Stage 1"]


def test_what_a_few_residents_said_is_left_out_of_the_whole_too() -> None:
    asked = [
        Contacted("Alpha", few.DAY, few.DAY, few.DAY, rating=RatingFacts(1, few.DAY, 5, Kept.YES))
    ] * 3 + [Contacted("Alpha", few.DAY, few.DAY, few.DAY)] * 20
    whole, services = voices(asked, few.AS_AT)
    after = published(heard=Heard("2023-24", whole, services, (), ()))["satisfaction"].exhibits[0]
    assert [grid.head[1] for grid in after.grids] == ["Closed"]
    assert after.chart and after.chart.title == "How those who answered say that we handled it"
    assert [bar.value for bar in after.chart.bars] == [MARK]
    assert [said[:11] for said in after.sentences] == ["Of the 23 c"]
