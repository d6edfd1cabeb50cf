"""Each house rule finds its bad examples and leaves its good ones alone."""

import pytest

from tools import house_rules
from tools.house_rules import RULES, Rule, breaches, files, long_parts

GOOD = [(rule, text) for rule in RULES for text in rule.good]
BAD = [(rule, text) for rule in RULES for text in rule.bad]


@pytest.mark.parametrize(("rule", "text"), GOOD)
def test_a_good_example_keeps_the_rule(rule: Rule, text: str) -> None:
    assert list(rule.find(text)) == []


@pytest.mark.parametrize(("rule", "text"), BAD)
def test_a_bad_example_breaks_the_rule(rule: Rule, text: str) -> None:
    assert len(list(rule.find(text))) == 1


def test_every_rule_has_examples_and_concerns_a_file_there_is() -> None:
    paths = [path for path, _ in files(house_rules.ROOT)]
    for rule in RULES:
        assert rule.good and rule.bad, rule.says
        if not any("web" in pattern for pattern in rule.where):  # pages may come later
            assert any(rule.concerns(path) for path in paths), rule.says


@pytest.mark.parametrize(
    ("path", "line", "broken"),
    [
        ("redress/rules/clocks.py", "today = date.today()", True),
        ("redress/rules/actions/log.py", "today = date.today()", True),
        ("redress/cases/models/case.py", "today = date.today()", True),
        ("redress/web/desk/case.py", "today = date.today()", False),
        ("redress/commands/demo.py", "today = date.today()", False),
        ("redress/cases/store.py", "Case.objects.get_or_create()", False),
        ("redress/cases/queries.py", "Case.objects.get_or_create()", True),
        ("redress/web/templates/a/b.html", "<p style='x'>", True),
        ("docs/guide/a.html", "<p style='x'>", False),
    ],
)
def test_a_rule_holds_where_it_should(path: str, line: str, broken: bool) -> None:
    assert bool(list(breaches(path, line))) is broken


def test_a_breach_names_file_and_line() -> None:
    text = "import datetime\n\ntoday = datetime.date.today()\n"
    [breach] = breaches("redress/rules/x.py", text)
    assert breach.startswith("redress/rules/x.py:3: ")


def test_the_checkout_keeps_every_rule() -> None:
    found = [line for path, text in files(house_rules.ROOT) for line in breaches(path, text)]
    assert found == []


def test_what_git_ignores_is_not_read() -> None:
    first = {path.split("/")[0] for path, _ in files(house_rules.ROOT)}
    assert "redress" in first
    assert not first & {".git", ".venv", ".tools", "var", "node_modules", ".mypy_cache"}


def test_long_functions_and_files_are_mentioned() -> None:
    body = "    x = 1\n" * 50
    assert list(long_parts("a.py", f"def f():\n{body}")) == ["a.py:1: f has 51 lines"]
    assert list(long_parts("a.py", "def f():\n" + "    x = 1\n" * 49)) == []
    assert list(long_parts("a.py", "x = 1\n" * 401)) == ["a.py has 401 lines"]
