"""docs/reference/features.md is true: every row has a status, and the tests it names exist.

A row reads `| 12 | what it is | works | tests/rules/test_x.py::test_name |`; several tests are
separated by commas, each with its file.
"""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FEATURES = ROOT / "docs" / "reference" / "features.md"
ROWS = 155
STATUSES = {"works", "part", "not yet"}
ROW = re.compile(r"^\|\s*(\d+)\s*\|(.*)\|\s*$")

Row = tuple[int, str, str, tuple[str, ...]]  # number, feature, status, tests


def read(text: str) -> list[Row]:
    """The numbered rows of the table. A row without exactly four cells is refused."""
    rows = []
    for line in text.splitlines():
        if match := ROW.match(line):
            cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", match[2])]
            assert len(cells) == 3, f"not four cells: {line}"
            tests = tuple(name.strip(" `") for name in cells[2].split(",") if name.strip(" `–-"))
            rows.append((int(match[1]), cells[0], cells[1], tests))
    return rows


def missing(name: str) -> str:
    """Why the test of this name cannot be run; empty where it can."""
    path, _, test = name.partition("::")
    if not (ROOT / path).is_file():
        return f"{name}: there is no file {path}"
    if test.split("[")[0] not in names_of_tests(ROOT / path):
        return f"{name}: {path} has no such test"
    return ""


@cache
def names_of_tests(path: Path) -> frozenset[str]:
    """The names of the tests in a file, those of a class as `Class::test`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [(node.name, node) for node in tree.body if isinstance(node, ast.FunctionDef)]
    for holder in tree.body:
        if isinstance(holder, ast.ClassDef):
            inner = [node for node in holder.body if isinstance(node, ast.FunctionDef)]
            names += [(f"{holder.name}::{node.name}", node) for node in inner]
    return frozenset(name for name, node in names if node.name.startswith("test"))


def rows() -> list[Row]:
    return read(FEATURES.read_text(encoding="utf-8"))


def test_every_feature_has_its_row_once_and_in_order() -> None:
    assert [row[0] for row in rows()] == list(range(1, ROWS + 1))


def test_every_status_is_one_of_the_three() -> None:
    assert [(number, status) for number, _, status, _ in rows() if status not in STATUSES] == []


def test_what_works_names_the_test_that_shows_it() -> None:
    assert [number for number, _, status, tests in rows() if status == "works" and not tests] == []


def test_what_is_not_there_yet_names_no_test() -> None:
    assert [number for number, _, status, tests in rows() if status == "not yet" and tests] == []


def test_every_named_test_exists() -> None:
    assert [why for *_, tests in rows() for name in tests if (why := missing(name))] == []


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("tests/structure/test_features.py::test_every_named_test_exists", ""),
        ("tests/structure/test_features.py::test_a_missing_test_is_told[case]", ""),
        ("tests/structure/test_features.py::test_nothing", "has no such test"),
        ("tests/structure/test_features.py::missing", "has no such test"),
        ("tests/structure/test_features.py", "has no such test"),
        ("tests/nowhere.py::test_x", "there is no file"),
    ],
)
def test_a_missing_test_is_told(name: str, fault: str) -> None:
    assert fault in missing(name)
    assert bool(missing(name)) == bool(fault)


def test_the_table_is_read_as_it_is_written() -> None:
    head = "| no | what | status | test |\n|---|---|---|---|\n"
    assert read(head + "| 7 | a \\| b | works | `t.py::a`, t::b |\n") == [
        (7, "a \\| b", "works", ("t.py::a", "t::b"))
    ]
    assert read("| 8 | c | not yet | – |\n| 9 | c | not yet | |") == [
        (8, "c", "not yet", ()),
        (9, "c", "not yet", ()),
    ]
    with pytest.raises(AssertionError, match="not four cells"):
        read("| 9 | a | b | works | t |")
