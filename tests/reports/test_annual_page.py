"""What a committee sees of Harrow's year: key figures, sections, charts, tables, disagreements."""

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from redress.reports import annual_charts, annual_published, annual_tables, paper_html
from redress.reports.annual import AnnualReport
from redress.reports.annual_key import key_figures
from redress.reports.annual_paper import paper_of
from redress.reports.annual_sections import sections
from redress.reports.paper import Chart, parts
from redress.reports.published import published
from redress.rules.facts import Finding, Kind
from redress.rules.figures import By, FigureRow, Figures, Group, count
from redress.rules.figures_year import Year
from tests.reports.harrow_by_hand import APPENDIX_A, AS_AT, case_rows, figures_of

YEAR = Year.parse("2023-24")


def body(report: AnnualReport) -> str:
    return paper_html.body(paper_of(report))


def to_html(report: AnnualReport) -> str:
    return paper_html.to_html(paper_of(report))


@pytest.fixture(scope="module")
def report() -> AnnualReport:
    rows = list(case_rows())
    return AnnualReport(
        slug="harrow",
        name="Harrow Council",
        year=YEAR,
        homes=4800,
        figures=figures_of(rows, "2023-24"),
        earlier={label: figures_of(rows, label) for label in ("2022-23", "2021-22")},
        published=published("harrow", "2023-24"),
    )


def of_rows(rows: list[FigureRow]) -> AnnualReport:
    figures = Figures(AS_AT, count(rows, AS_AT).cells)
    return AnnualReport("x", "X", YEAR, None, figures, {}, None)


def complaint(**fields: object) -> FigureRow:
    basics = {"reference": "H", "kind": Kind.COMPLAINT, "stage": 1, "received": date(2023, 5, 2)}
    return FigureRow(**(basics | fields))  # type: ignore[arg-type]


def all_charts(report: AnnualReport) -> list[Chart]:
    found = [each.chart for section in sections(report) for each in section.exhibits]
    return [chart for chart in found if chart]


def words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_five_key_figures_with_a_sentence_each(report: AnnualReport) -> None:
    found = [(key.figure, key.sentence) for key in key_figures(report)]
    assert found == [
        ("1,364", "complaints and enquiries received, 28.9% more than the 1,058 of 2022-23."),
        ("81.1%", "of the 456 stage 1 complaints were answered on time."),
        ("75.6%", "of the 82 stage 2 complaints were answered on time."),
        ("18.0%", "is the escalation rate: 82 stage 2 complaints beside 456 stage 1 complaints."),
        (
            "43.4%",
            "of the 83 stage 1 complaints with a finding were upheld or partly upheld; "
            "373 of 456 have no outcome recorded, 7 of them not answered.",
        ),
    ]


def test_the_code_is_beside_the_promise_where_it_sets_a_limit() -> None:
    report = of_rows(
        [
            complaint(
                due_promise=date(2023, 5, 30),
                due_code=date(2023, 5, 16),
                responded=date(2023, 5, 30),
                service="Repairs",
            )
        ]
    )
    assert (
        key_figures(report)[1].sentence
        == "of the 1 stage 1 complaint was answered on time; 0.0% within the Code’s limit."
    )
    named = annual_tables.named(report, Group.STAGE_1, By.SERVICE)
    grid = annual_tables.answers("X", named, report.figures.tally(Group.STAGE_1), Group.STAGE_1)
    assert grid.head[-2:] == ("On time", "In the Code’s limit")
    assert grid.rows == (("Repairs", "1", "0", "0", "100.0%", "0.0%"),)
    assert grid.total == ("All", "1", "0", "0", "100.0%", "0.0%")


def test_a_year_of_nothing_has_one_key_figure_and_no_chart() -> None:
    nothing = of_rows([])
    assert [(k.figure, k.sentence) for k in key_figures(nothing)] == [
        ("0", "complaints and enquiries received in 2023-24.")
    ]
    assert all_charts(nothing) == []


def test_sections_stand_in_the_order_of_a_committee_report(report: AnnualReport) -> None:
    html = body(report)
    links = re.findall(r'href="#(report-[\w-]+)"', html)
    assert links == [
        "report-introduction",
        "report-received",
        "report-stage_1",
        "report-stage_2",
        "report-members",
        "report-escalation",
        "report-reasons",
        "report-compliments",
        "report-published",
        "report-asked",
        "report-appendix",
    ]
    places = [html.index(f'<section id="{link}"') for link in links]
    assert places == sorted(places)


def test_no_id_stands_twice_and_every_reference_lands(report: AnnualReport) -> None:
    html = body(report)
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    wanted = re.findall(r'(?:href="#|aria-\w+="|url\(#)([\w-]+)', html)
    assert set(wanted) - {"true"} <= set(ids)


def test_every_sentence_of_the_report_is_on_the_page(report: AnnualReport) -> None:
    words = words_of(to_html(report))
    for sentence in report.headlines():
        assert sentence in words


def test_each_chart_says_its_message(report: AnnualReport) -> None:
    titles = [chart.title for chart in all_charts(report)]
    assert titles[0] == "More complaints and enquiries each year: 817, 1,058 and 1,364"
    assert titles[1].startswith("Stage 1 complaints: 81.1% of the 456 were answered on time; ")
    assert titles[2] == (
        "Stage 1 complaints: 373 of 456 have no outcome recorded, 7 of them not answered"
    )
    assert titles[3].startswith("Stage 2 complaints: 75.6% of the 82 were answered on time; ")
    assert titles[4] == (
        "Stage 2 complaints: 61 of 82 have no outcome recorded, 5 of them not answered"
    )
    assert titles[5] == (
        "Member enquiries: 81.0% of the 823 were answered on time; "
        "fewest: Councillor enquiries (80.3%)"
    )
    assert titles[6] == "Stage 2 beside stage 1, year by year: 19.4%, 20.3% and 18.0%"
    assert titles[7] == (
        "What each service hears most at stage 1: Outstanding repair (30), Accommodation (40) "
        "and Service charges (27)"
    )


@pytest.mark.parametrize(
    ("earlier", "now", "title"),
    [
        (3, 2, "Fewer complaints and enquiries each year: 3 and 2"),
        (2, 2, "Complaints and enquiries, year by year: 2 and 2"),
        (2, 3, "More complaints and enquiries each year: 2 and 3"),
    ],
)
def test_the_title_tells_which_way_it_went(earlier: int, now: int, title: str) -> None:
    before = {"2022-23": of_rows([complaint()] * earlier).figures}
    chart = annual_charts.received(replace(of_rows([complaint()] * now), earlier=before))
    assert chart is not None
    assert chart.title == title


def test_a_bar_is_as_long_as_its_numbers(report: AnnualReport) -> None:
    members = all_charts(report)[5]
    received, on_time, late, overdue, *_ = APPENDIX_A["mp_enquiry", "all_housing_services"]
    bar = members.bars[0]
    assert (received, on_time, late, overdue) == (539, 439, 92, 8)
    assert (bar.name, bar.value) == ("MP enquiries", "81.4% on time")
    assert bar.words == "539 received: 439 on time, 92 late, 8 not answered"
    assert [(part.start, part.width, part.label) for part in bar.parts] == [
        ("0.0%", "81.4%", "439"),
        ("81.4%", "17.1%", "92"),
        ("98.5%", "1.5%", ""),  # too narrow for a number: the words have it
    ]


def test_the_longest_bar_is_the_whole_width(report: AnnualReport) -> None:
    bars = all_charts(report)[0].bars
    assert [(bar.name, bar.value, bar.parts[0].width) for bar in bars] == [
        ("2021-22", "817", "59.9%"),
        ("2022-23", "1,058", "77.6%"),
        ("2023-24", "1,364", "100.0%"),
    ]


def test_no_more_than_four_tones_each_named(report: AnnualReport) -> None:
    for chart in all_charts(report):
        tones = {part.tone for bar in chart.bars for part in bar.parts}
        assert tones <= {1, 2, 3, 4}
        if any(len(bar.parts) > 1 for bar in chart.bars):
            assert tones <= {tone for tone, _ in chart.key}


def test_what_is_neither_finding_nor_nothing_has_a_tone_of_its_own() -> None:
    report = of_rows([complaint(outcome=Finding.RESOLVED, responded=date(2023, 5, 9))])
    chart = all_charts(report)[1]
    assert (3, "Resolved or withdrawn") in chart.key
    assert chart.bars[0].words == "1 received: 1 resolved or withdrawn"


def test_parts_of_nothing_are_left_out() -> None:
    made = parts([(0, 1, "0"), (Fraction(1, 2), 2, "half")], 1)
    assert [(part.start, part.middle, part.width, part.tone) for part in made] == [
        ("0.0%", "25.0%", "50.0%", 2)
    ]


def test_every_bar_is_told_in_words_to_those_who_do_not_see_it(report: AnnualReport) -> None:
    html = body(report)
    bars = sum(len(chart.bars) for chart in all_charts(report))
    assert len(re.findall(r'<svg [^>]*role="img"', html)) == bars
    assert len(re.findall(r"<title>[^<]+</title>", html)) == bars
    assert len(re.findall(r"<desc [^>]+>[^<]+</desc>", html)) == bars


def test_under_every_chart_are_its_source_and_a_table(report: AnnualReport) -> None:
    figures = body(report).split("<figure")[1:]
    assert len(figures) == 8
    for figure in figures:
        assert "Source: the cases of Harrow Council" in figure.split("</figcaption>")[0]
        assert "<table" in figure.split("</section>")[0]


def test_the_fifteen_tables_are_columns_of_the_appendix(report: AnnualReport) -> None:
    grids = annual_tables.appendix(report)
    heads = [name for grid in grids for name in grid.head[1:]]
    assert [name.split(".")[0] for name in heads] == [f"A{n}" for n in range(1, 16)]
    told = [dict(zip(g.head, row, strict=True)) for g in grids for row in g.rows[:1]]
    received = [row[name] for row in told for name in row if name]
    assert received == [f"{numbers[0]:,}" for numbers in APPENDIX_A.values()]


def test_a_disagreement_has_both_figures_and_a_reason(report: AnnualReport) -> None:
    section = annual_published.section(report)
    assert section is not None
    grid, rows = section.exhibits[0].grids[0], section.exhibits[0].grids[0].rows
    assert grid.caption == "Where its text and the tables disagree"
    assert len(rows) == 9
    assert rows[1] == (
        "6.3",
        "12% of stage 2 complaints were upheld or partly upheld.",
        "14.6% (12 of 82 stage 2 complaints received)",
        "Near to it: 12.8% (6 of 47 stage 2 complaints received from tenants and leaseholders).",
    )
    assert all(all(row) for row in rows)


def test_what_is_invented_is_two_sentences_and_the_rest_is_folded(report: AnnualReport) -> None:
    before, _, folded = body(report).partition("<details>")
    notice = words_of(before.split("report-notice")[1].split(">", 1)[1])
    assert notice.count(". ") + notice.endswith(".") == 2
    assert "invented for the demonstration" in notice
    assert "fifteen tables of Appendix A" in folded.split("</details>")[0]


def test_figures_of_many_columns_name_themselves_on_a_telephone() -> None:
    """There the headings have no room, and a number must not be broken in two."""
    row = complaint(due_promise=date(2023, 5, 30), due_code=date(2023, 5, 16), service="Repairs")
    report = of_rows([row])
    named = annual_tables.named(report, Group.STAGE_1, By.SERVICE)
    whole = report.figures.tally(Group.STAGE_1)
    wide = annual_tables.answers("X", named, whole, Group.STAGE_1)
    slim = annual_tables.escalation(report)
    assert (wide.many, slim.many) == (True, False)
    page = body(report)
    assert page.count('<td data-name="Received">1</td>') == 4  # by service, by tenure, and of all
