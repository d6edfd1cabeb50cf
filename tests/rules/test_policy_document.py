"""The pages made from policies: the numbers stand where a reader looks for them."""

import re

import pytest

from redress.rules.policy_document import (
    findings_page,
    numbers_page,
    pages,
    provisions_page,
    rules_page,
    table,
)
from redress.rules.policy_files import codes, landlord_slugs, policies_of
from redress.rules.policy_rows import code_rows, rows
from tests.rules.policy_by_hand import RULES
from tests.rules.policy_changes import model

CODE = codes()[-1]
ALL = [policies_of(slug) for slug in landlord_slugs()]
NAMES = ["Model landlord", "Harrow Council", "Herefordshire Council"]
NAMES += ["Together Housing Association", "Tower Hamlets Homes"]


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def side_by_side() -> dict[str, list[str]]:
    lines = numbers_page(ALL, CODE).split("\n## ")[0].splitlines()
    found = [cells(line) for line in lines if line.startswith("|")]
    return {line[0]: line[1:] for line in found}


def test_every_landlord_is_a_column() -> None:
    assert side_by_side()[""] == ["Code 2024-04-01", *NAMES]


@pytest.mark.parametrize(
    ("label", "parts"),
    [
        ("Informal step", ["none", "none", "none", "Informal", "Get It Sorted, 5", "Query, 5"]),
        ("Acknowledge, stage 1", ["5 w", "5 w", "5 w", "5 w", "5 w", "48 hours, read as 2 w"]),
        ("Respond, stage 1", ["10 w", "10 w", "10 w", "10 w", "10 w", "10 w"]),
        ("Extend, stage 1", ["10 w", "10 w", "10 w", "(unit not", "more with agr", ", with agr"]),
        ("Time to ask for stage 2", ["", "not", "not", "28 calendar", "not", "20 working"]),
        ("Reasons for stage 2", ["may not", "not req", "not req", "req", "req", "req"]),
        ("Acknowledge, stage 2", ["5 w", "5 w", "5 w", "not stated", "5 w", "48 hours"]),
        ("Respond, stage 2", ["20 w", "20 w", "20 w", "20 w", "15 w", "20 w"]),
        ("Extend, stage 2", ["20 w", "20 w", "20 w", "10 w", "10 w", "10 w"]),
        ("First call, stage 1", ["", "not", "not", "not", "not", "48 working hours"]),
        ("Age of a matter", ["12 m", "12 m", "12 m", "12 m", "6 m", "6 m"]),
        ("After stage 2", ["Ombudsman", "directly", "directly", "8 weeks", "8 weeks", "directly"]),
    ],
)
def test_numbers_side_by_side(label: str, parts: list[str]) -> None:
    said = side_by_side()[label]
    assert all(part in cell for part, cell in zip(parts, said, strict=True)), said


def test_each_version_is_shown_with_its_clauses() -> None:
    page = numbers_page(ALL, CODE)
    for versions in ALL:
        for policy in versions:
            assert f"`{policy.id}`" in page
    assert "| Respond, stage 2 | 15 working days, start not stated | 5.6 |" in page
    assert "| Respond, stage 1 | 15 working days, start not stated | Report 3 |" in page


def test_rows_have_the_same_labels_for_every_policy() -> None:
    labels = [[row.label for row in rows(policy)] for versions in ALL for policy in versions]
    assert all(each == labels[0] for each in labels)
    assert len(set(labels[0])) == len(labels[0])
    assert set(code_rows(CODE)) <= set(labels[0])


def test_silence_is_said() -> None:
    silent = model(stage_1__acknowledge="not stated", mediation="not stated", reports=[])
    said = {row.label: row.says for row in rows(silent)}
    assert said["Acknowledge, stage 1"] == said["Mediation"] == said["Reports"] == "not stated"


def test_findings_of_each_landlord() -> None:
    page = findings_page([versions[-1] for versions in ALL], CODE)
    sections = dict(zip(NAMES, re.split(r"\n## ", page)[1:], strict=True))
    assert "Nothing." in sections["Model landlord"]
    assert "### Conflicts" not in sections["Model landlord"]
    assert "| 6.13 | 3 Stage 2 |" in sections["Herefordshire Council"]
    assert "### Stricter than the Code" in sections["Together Housing Association"]


def test_every_rule_has_its_line() -> None:
    page = rules_page([versions[-1] for versions in ALL])
    for numbers in RULES.values():
        for number in numbers:
            assert f"\n| {number} | " in page, number
    assert "| A13 | behaviour | `after_stage_2`: designated person or 8 weeks |" in page


def test_every_provision_has_its_line() -> None:
    assert len(re.findall(r"(?m)^\| [1-9]\.\d+ \|", provisions_page(CODE))) == 72


def test_a_bar_stays_in_its_cell() -> None:
    assert table(("a",), [("x | y",)]) == "| a |\n| --- |\n| x \\| y |\n"


def test_the_pages_say_that_they_are_made() -> None:
    made = pages(ALL, CODE)
    assert set(made) == {
        "policy.md", "policy-findings.md", "policy-rules.md", "policy-provisions.md",
    }  # fmt: skip
    for text in made.values():
        assert "made from the policy files by `redress policy document`" in text
        assert text.endswith(("|\n", ".\n"))
