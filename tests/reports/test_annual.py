"""The annual report of Harrow's year in each of its forms: one set of figures behind all."""

import base64
import csv
import hashlib
import io
import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest

from redress.reports import paper_html
from redress.reports.annual import AnnualReport
from redress.reports.annual_csv import to_csv
from redress.reports.annual_json import data_of, to_json
from redress.reports.annual_paper import paper_of
from redress.reports.published import published
from redress.rules.cells import cell
from redress.rules.facts import Kind
from redress.rules.figures import FigureRow, Figures, count
from redress.rules.figures_year import Year
from tests.reports.harrow_by_hand import APPENDIX_A, AS_AT, COLUMNS, case_rows, figures_of

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


@pytest.fixture(scope="module")
def data(report: AnnualReport) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(to_json(report))
    return found


def of_rows(rows: list[FigureRow], **fields: Any) -> AnnualReport:
    basics = {"slug": "x", "name": "X", "year": YEAR, "homes": None, "earlier": {}}
    figures = Figures(AS_AT, count(rows, AS_AT).cells)
    return AnnualReport(**(basics | {"figures": figures, "published": None} | fields))


def test_the_fifteen_tables_in_their_fixed_shape(data: dict[str, Any]) -> None:
    assert [(t["kind"], t["scope"]) for t in data["tables"]] == list(APPENDIX_A)
    for table in data["tables"]:
        assert tuple(table[name] for name in COLUMNS) == APPENDIX_A[table["kind"], table["scope"]]


def test_what_the_report_is_about(data: dict[str, Any]) -> None:
    assert (data["landlord"], data["year"]) == ("harrow", "2023-24")
    assert (data["from"], data["to"], data["as_at"]) == ("2023-04-01", "2024-03-31", "2026-11-23")


def test_shares_are_the_published_ones(data: dict[str, Any]) -> None:
    assert {share["kind"]: share["percent"] for share in data["shares"]} == {
        "mp_enquiry": 39.5,  # printed as 40
        "stage_1": 33.4,  # 33
        "councillor_enquiry": 20.8,  # 21
        "stage_2": 6.0,
        "other": 0.2,
    }
    assert {(s["denominator"], s["of"]) for s in data["shares"]} == {
        (1364, "complaints and enquiries received")
    }


def test_growth_is_the_published_one(data: dict[str, Any]) -> None:
    found = {(each["kind"], each["since"]): each["percent"] for each in data["growth"]}
    assert found == {
        ("stage_1", "2022-23"): 27.0,
        ("stage_1", "2021-22"): 67.0,
        ("stage_2", "2022-23"): 12.3,
        ("stage_2", "2021-22"): 54.7,  # printed as 55
        ("member_enquiries", "2022-23"): 32.1,
        ("member_enquiries", "2021-22"): 68.0,
        ("all", "2022-23"): 28.9,  # printed as 29
        ("all", "2021-22"): 67.0,
    }


def test_the_escalation_rate_and_homes(data: dict[str, Any]) -> None:
    assert data["escalation_rate"] == {
        "numerator": 82,
        "denominator": 456,
        "of": "stage 1 complaints received",
        "percent": 18.0,
    }
    assert {each["kind"]: each["rate"] for each in data["per_1000_homes"]} == {
        "stage_1": 51.9,
        "stage_2": 8.8,
    }


def test_both_denominators_of_on_time(data: dict[str, Any]) -> None:
    (table,) = (
        t for t in data["tables"] if (t["kind"], t["scope"]) == ("stage_1", "all_housing_services")
    )
    assert (table["on_time_percent"], table["on_time_of_answered_percent"]) == (81.1, 82.4)
    assert table["on_time_percent_is_of"] == "stage 1 complaints received"
    assert table["upheld_of_decided_percent"] == 43.4


def test_breakdowns_add_up_to_their_stage(data: dict[str, Any]) -> None:
    for name in ("by_service", "by_tenure"):
        for kind, received in (("stage_1", 456), ("stage_2", 82)):
            rows = [row for row in data[name] if row["kind"] == kind]
            assert sum(row["received"] for row in rows) == received


def test_ten_reasons_for_each_service(data: dict[str, Any]) -> None:
    first = [each for each in data["top_reasons"] if each["kind"] == "stage_1"]
    assert [(each["service"], len(each["reasons"])) for each in first] == [
        ("Asset Management", 10),
        ("Housing Needs", 10),
        ("Resident Services", 10),
    ]
    assert first[0]["reasons"][0]["category"] == "Outstanding repair"


def test_the_published_text_is_held_against_the_tables(data: dict[str, Any]) -> None:
    by_id = {each["id"]: each for each in data["disagreements"]}
    upheld = by_id["stage-2-upheld-or-partly"]
    assert (upheld["stated"], upheld["computed"], upheld["where"]) == (12, 14.6, "6.3")
    assert len(data["disagreements"]) == 9
    assert len(data["hidden"]) == 3
    assert "invented" in data["note"]


def test_sentences_are_made_from_the_tables(data: dict[str, Any]) -> None:
    text = " ".join(data["sentences"])
    for part in (
        "Of the 1,364 complaints and enquiries received in 2023-24",
        "370 (81.1%) were answered on time",
        "12 (14.6%) were upheld or partly upheld",
        "an escalation rate of 18.0%",
        "249 stage 1 complaints from tenants: 51.9 for each 1,000 of 4,800 homes",
        "28.9% more than the 1,058 of 2022-23",
    ):
        assert part in text


def test_the_csv_is_one_row_a_table_with_the_same_numbers(
    report: AnnualReport, data: dict[str, Any]
) -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(report))))
    assert len(rows) == 15
    for row, table in zip(rows, data["tables"], strict=True):
        assert (row["landlord"], row["year"], row["as_at"]) == ("harrow", "2023-24", "2026-11-23")
        for name, value in table.items():
            assert row[name] == ("" if value is None else str(value))


@pytest.mark.parametrize("text", ["=1+1", "+44", "-1", "@x", "\tx", "\rx"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert cell(text) == "'" + text


def test_numbers_and_plain_words_stay_as_they_are() -> None:
    assert [cell(value) for value in (-1, 79.5, None, "tenant", "")] == [
        "-1",
        "79.5",
        "",
        "tenant",
        "",
    ]


def test_a_year_without_cases_is_noughts_and_no_error() -> None:
    empty = of_rows([])
    data = data_of(empty)
    assert {table["received"] for table in data["tables"]} == {0}
    assert {table["on_time_percent"] for table in data["tables"]} == {None}
    assert (data["growth"], data["top_reasons"], data["disagreements"]) == ([], [], [])
    assert data["sentences"][0] == "No complaints or enquiries were received in 2023-24."
    assert len(set(data["sentences"])) == len(data["sentences"])
    assert "<figure" not in to_html(empty)
    assert "None were received." in to_html(empty)


def test_without_cases_the_published_text_is_not_judged() -> None:
    found = data_of(of_rows([], published=published("harrow", "2023-24")))
    kinds = {each["fault"] for each in found["disagreements"]}
    assert kinds == {"does_not_add_up"}
    assert len(found["unchecked"]) > 40


def test_homes_that_are_not_known_give_no_rate() -> None:
    row = FigureRow("H", Kind.COMPLAINT, 1, date(2023, 5, 2))
    data = data_of(of_rows([row]))
    assert [each["rate"] for each in data["per_1000_homes"]] == [None, None]
    assert not any("homes" in sentence for sentence in data["sentences"])


class Page(HTMLParser):
    """What a reader of the page meets: each element with its attributes and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: dict[str, list[str]] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in ("meta", "rect"):
            self.open.append(tag)
            self.text.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("meta", "rect"):
            assert self.open.pop() == tag, f"{tag} is closed out of order"

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.text[tag][-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


@pytest.fixture(scope="module")
def page(report: AnnualReport) -> Page:
    return Page(to_html(report))


def test_the_page_is_whole(page: Page) -> None:
    assert page.open == []
    assert page.all("html") == [{"lang": "en"}]
    assert page.text["title"][0] == "Complaints in 2023-24 – Harrow Council"
    assert len(page.all("main")) == len(page.all("h1")) == 1


def test_every_table_has_a_caption_and_headings_with_scopes(page: Page) -> None:
    tables = len(page.all("table"))
    assert tables > 15
    assert len(page.all("caption")) == tables
    assert all(text.strip() for text in page.text["caption"])
    assert {attributes.get("scope") for attributes in page.all("th")} == {"row", "col"}


def test_percentages_are_beside_the_name_of_their_denominator(page: Page) -> None:
    stage_1 = next(text for text in page.text["table"] if "A1. Tenants" in text)
    assert "On time, of received" in stage_1
    assert "On time, of answered" in stage_1
    assert "81.1%" in stage_1


def test_headlines_come_before_charts_and_tables(report: AnnualReport) -> None:
    text = body(report)
    assert 0 < text.index('id="headlines"') < text.index("<figure") < text.index("<table")


def test_the_page_needs_nothing_and_runs_nothing(report: AnnualReport, page: Page) -> None:
    text = to_html(report)
    assert not re.search(
        r"""\bstyle=|\bon\w+=|<script|<link|<img|src=|href="[^#]|url\([^#]""", text
    )
    policy = page.all("meta")[1]["content"]
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_the_style_sheet_is_the_one_its_policy_allows(report: AnnualReport) -> None:
    text = to_html(report)
    style = text.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in text


def test_names_from_the_cases_are_text_and_not_markup() -> None:
    bad = "<script>alert(1)</script>"
    row = FigureRow(bad, Kind.COMPLAINT, 1, date(2023, 5, 2), service=bad, category=bad)
    text = to_html(of_rows([row], name=bad))
    assert "<script" not in text
    assert "&lt;script&gt;" in text


def test_a_part_of_a_page_has_no_headings_above_the_second_level(report: AnnualReport) -> None:
    assert "<h1" not in body(report)
    assert "<html" not in body(report)


def test_a_year_that_is_not_over_is_not_compared_with_whole_years() -> None:
    """What came in by 30 November stands beside no twelve months, and nothing lies ahead."""
    case = FigureRow(reference="X-1", kind=Kind.COMPLAINT, stage=1, received=date(2023, 5, 2))
    november = date(2023, 11, 30)
    running = AnnualReport(
        slug="x",
        name="X",
        year=YEAR,
        homes=100,
        figures=count([case] * 20, november),
        earlier={"2022-23": count([case] * 10, november)},
        published=None,
    )
    words = " ".join(re.sub(r"<[^>]+>", " ", to_html(running)).split())
    assert "1 April 2023 to 30 November 2023, so far" in words
    assert "31 March 2024" not in words
    assert "2023-24 is not over: its numbers still grow" in words
    assert "Complaints and enquiries, year by year: 10 and 20 so far" in words
    assert "% more than" not in words
    assert "Change in the number received" not in words
    assert data_of(running)["growth"] == []
    over = replace(running, figures=count([case] * 20, date(2024, 3, 31)))
    told = to_html(over)
    assert "1 April 2023 to 31 March 2024" in told
    assert "so far" not in told.replace("answered so far", "")
    assert "100.0% more than the 10 of 2022-23" in told
