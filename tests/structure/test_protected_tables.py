"""Every table and chart of the annual report says in its own code how the people in it are
protected (decision 0036), so that a new one cannot be forgotten."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

REPORTS = Path("redress/reports")
MODULES = sorted(REPORTS.glob("annual_*.py"))
SAID = {"split", "shows", "open_because"}
PROTECTING = {"masked", "safely"}
# Made bare, and protected by those who call them: by `annual_protected`, or as totals.
LATER = {
    ("annual_tables", "answers"),
    ("annual_tables", "outcomes"),
    ("annual_tables", "_reasons"),
    ("annual_tables", "_group"),
    ("annual_charts", "answered"),
    ("annual_charts", "outcomes"),
    ("annual_satisfaction", "_standings"),
    ("annual_satisfaction", "_said"),
}


def bare(source: str) -> Iterator[tuple[str, str]]:
    """Each function that makes a table or chart which is said nothing of, with what it makes."""
    for function in ast.walk(ast.parse(source)):
        if not isinstance(function, ast.FunctionDef):
            continue
        calls = [each for each in ast.walk(function) if isinstance(each, ast.Call)]
        if any(
            _name(each) in PROTECTING or (_name(each) == "replace" and _says(each))
            for each in calls
        ):
            continue
        yield from (
            (function.name, _name(each))
            for each in calls
            if _name(each) in ("Grid", "Chart") and not _says(each)
        )


def _says(call: ast.Call) -> bool:
    return bool(SAID & {each.arg for each in call.keywords})


def _name(call: ast.Call) -> str:
    return getattr(call.func, "id", getattr(call.func, "attr", ""))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_table_says_how_it_is_protected(path: Path) -> None:
    found = {(path.stem, function) for function, _ in bare(path.read_text("utf-8"))}
    assert found - LATER == set()


def test_what_is_made_bare_is_still_so() -> None:
    found = {
        (path.stem, function) for path in MODULES for function, _ in bare(path.read_text("utf-8"))
    }
    assert found >= LATER


def test_a_bare_table_is_found() -> None:
    assert list(bare("def f():\n    return Grid('Bare', (), ())")) == [("f", "Grid")]
    assert list(bare("def f():\n    return Grid('Open', (), (), open_because=WHOLE)")) == []
    assert list(bare("def f():\n    return masked(Grid('Split', (), ()), a, b, c, d)")) == []
