"""Harrow's published text held against its own tables: the faults found, and nothing else."""

import tomllib
from pathlib import Path

import pytest

from redress.reports import published as folder
from redress.reports.published import published
from redress.rules.claims_check import Checked, Fault, check
from redress.rules.figures_year import Year
from tests.reports.harrow_by_hand import case_rows, figures_of


@pytest.fixture(scope="module")
def checked() -> Checked:
    rows = list(case_rows())
    years = {label: figures_of(rows, label) for label in ("2021-22", "2022-23", "2023-24")}
    text = published("harrow", "2023-24")
    assert text is not None
    return check(text, years)


# Each fault of the text: the value printed and the value its own tables give.
DIFFERS = {
    "stage-2-upheld-or-partly": ("12", "14.6"),  # a sentence from one filter on another's table
    "stage-2-not-upheld-share": ("6", "11.0"),
    "stage-2-no-outcome-share": ("82", "74.4"),
    "quality-checks": ("51", "52.4"),  # an undefined denominator
    "stage-1-closed-without-outcome": ("82", "80.3"),  # the open ones counted as closed
    "stage-2-closed-without-outcome": ("82", "68.3"),
    "members-share-2022-23": ("28", "58.9"),  # another period's share
}
DOES_NOT_ADD_UP = {
    "ombudsman-reasons": ("22", "24"),
    "ombudsman-determinations": ("6", "8"),
}
HIDES = {
    "stage-2-on-time-share": (Fault.HIDES_A_GROUP, "57.1"),  # 88.1 for tenants
    "stage-1-upheld-or-partly": (Fault.HIDES_THE_DECIDED, "43.4"),
    "stage-2-upheld-or-partly": (Fault.HIDES_THE_DECIDED, "57.1"),
}


def test_the_text_disagrees_exactly_where_it_does(checked: Checked) -> None:
    found = {each.id: (str(each.stated), str(each.computed)) for each in checked.disagreements}
    assert found == DIFFERS | DOES_NOT_ADD_UP


def test_what_does_not_add_up_is_told_from_what_differs(checked: Checked) -> None:
    faults = {each.id: each.fault for each in checked.disagreements}
    assert {name for name, fault in faults.items() if fault is Fault.DIFFERS} == set(DIFFERS)
    assert {name for name in faults if name not in DIFFERS} == set(DOES_NOT_ADD_UP)


def test_what_agrees_and_hides_something_is_listed_apart(checked: Checked) -> None:
    assert {each.id: (each.fault, str(each.computed)) for each in checked.hidden} == HIDES


def sentence(checked: Checked, name: str) -> str:
    every = (*checked.disagreements, *checked.hidden)
    return " ".join(each.sentence for each in every if each.id == name)


def test_both_values_and_the_denominator_are_in_the_sentence(checked: Checked) -> None:
    assert sentence(checked, "quality-checks") == (
        "The text says 51%; the figures give 52.4% (715 of 1,364 complaints and enquiries "
        "received). 715 is 51% of about 1,402."
    )
    assert "12 of 82 stage 2 complaints received" in sentence(checked, "stage-2-upheld-or-partly")
    assert "373 of them without an outcome" in sentence(checked, "stage-1-upheld-or-partly")
    assert "36 (43.4%)" in sentence(checked, "stage-1-upheld-or-partly")


def test_the_table_a_sentence_was_perhaps_made_from_is_named(checked: Checked) -> None:
    for name, near in {
        "stage-2-upheld-or-partly": "12.8% (6 of 47",
        "stage-2-not-upheld-share": "6.4% (3 of 47",
    }.items():
        assert f"Near to it: {near}" in sentence(checked, name)


def test_the_headline_that_hides_a_group_names_the_best_and_the_worst(checked: Checked) -> None:
    said = sentence(checked, "stage-2-on-time-share")
    assert "57.1% (20 of 35 stage 2 complaints received from others)" in said
    assert "88.1% (37 of 42 stage 2 complaints received from tenants)" in said


AGREE = """highlight-stage-1-growth highlight-stage-2-growth escalation all-received all-growth
all-growth-two-years share-mp share-stage-1 share-councillor share-stage-2 stage-1-on-time-share
stage-1-not-upheld-share stage-1-no-outcome-share stage-2-growth-two-years members-growth
members-growth-two-years members-share-2023-24 all-received-2022-23 all-received-2021-22
compliments ombudsman-services ombudsman-outcomes lgsco-outcomes stage-2-received"""


def test_what_agrees_is_in_no_list(checked: Checked) -> None:
    text = published("harrow", "2023-24")
    assert text is not None
    held = {each.id for each in (*text.claims, *text.sums)}
    named = {each.id for each in (*checked.disagreements, *checked.hidden)}
    agree = set(AGREE.split())
    assert agree <= held
    assert not agree & (named | {each.id for each in checked.unchecked})


def test_what_figures_cannot_judge_says_why(checked: Checked) -> None:
    reasons = {each.id: each.why for each in checked.unchecked}
    assert set(reasons) == {
        "satisfaction-fall",
        "year-misprint",
        "dissatisfied-with-asset-management",
    }
    assert all(reasons.values())


def test_no_report_is_kept_for_other_years_and_landlords() -> None:
    assert published("harrow", "2022-23") is None
    assert published("together", "2023-24") is None


@pytest.mark.parametrize("path", sorted(Path(folder.FOLDER).glob("*/*.toml")), ids=str)
def test_every_kept_report_is_well_made(path: Path) -> None:
    text = published(path.parent.name, path.stem)
    assert text is not None
    assert text.year == path.stem == Year.parse(path.stem).label
    names = [each.id for each in (*text.claims, *text.sums, *text.unchecked)]
    assert len(names) == len(set(names))
    assert tomllib.loads(path.read_text("utf-8"))["source"] == text.source
