"""Rules of this house that no linter knows, each with lines that keep it and lines that break it.

`python tools/house_rules.py` reads every file of the checkout, names each line that breaks a rule
and then ends with 1. Long functions and files are only mentioned: they are something to look at.
"""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# What git ignores, and git itself.
PASSED_OVER = {".git", ".venv", ".tools", ".hypothesis", "var", "node_modules", "vendor", "dist"}
PASSED_OVER |= {"__pycache__", ".coverage"}
LONGEST_FUNCTION = 50
LONGEST_FILE = 400

Find = Callable[[str], Iterator[int]]  # the lines of a text that break a rule


@dataclass(frozen=True)
class Rule:
    """One rule. `good` and `bad` are whole small files that keep and break it."""

    says: str
    where: tuple[str, ...]
    find: Find
    good: tuple[str, ...]
    bad: tuple[str, ...]
    but_not: tuple[str, ...] = ()

    def concerns(self, path: str) -> bool:
        """Whether the rule is about this file; `*` in a pattern stands for folders too."""
        return any(fnmatch(path, pattern) for pattern in self.where) and not any(
            fnmatch(path, pattern) for pattern in self.but_not
        )


def lines_with(pattern: str) -> Find:
    """Finds the lines in which a regular expression occurs."""
    compiled = re.compile(pattern)

    def find(text: str) -> Iterator[int]:
        for number, line in enumerate(text.splitlines(), start=1):
            if compiled.search(line):
                yield number

    return find


def nodes_that(breaks: Callable[[ast.AST], bool]) -> Find:
    """Finds the places in Python code that `breaks` names."""

    def find(text: str) -> Iterator[int]:
        for node in ast.walk(ast.parse(text)):
            if breaks(node):
                yield getattr(node, "lineno", 1)

    return find


def reads_the_clock(node: ast.AST) -> bool:
    """datetime.now(), date.today() and the like, under any name they are imported by."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("now", "today", "utcnow", "localdate", "localtime")
        and isinstance(node.func.value, ast.Name | ast.Attribute)
    )


def hides_errors(node: ast.AST) -> bool:
    """A bare `except:`, or every exception caught and nothing done."""
    if not isinstance(node, ast.ExceptHandler):
        return False
    everything = isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")
    idle = all(
        isinstance(line, ast.Pass | ast.Continue)
        or (isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant))
        for line in node.body
    )
    return node.type is None or (everything and idle)


def imports_signals(node: ast.AST) -> bool:
    """An import of Django's signals."""
    modules = {"django.dispatch", "django.db.models.signals", "django.core.signals"}
    if isinstance(node, ast.ImportFrom):
        return node.module in modules or any(
            f"{node.module}.{name.name}" in modules for name in node.names
        )
    return isinstance(node, ast.Import) and any(name.name in modules for name in node.names)


# Written in halves, so that this file keeps its own rules.
REGISTRIES = ("py" + "pi.org", "python" + "hosted.org", "npm" + "js.", "yarn" + "pkg.com")
MACHINES = tuple(f"/{name}/" for name in ("home", "root", "Users", "work"))

RULES = [
    Rule(
        "rules and cases read no clock: pages and commands pass the date in",
        ("redress/rules/*.py", "redress/cases/*.py"),
        nodes_that(reads_the_clock),
        good=("due = add(received, 10)", "self.now = now"),
        bad=(
            "datetime.now()",
            "date.today()",
            "dt.datetime.utcnow()",
            "timezone.now()",
            "timezone.localdate()",
        ),
    ),
    Rule(
        "no error is swallowed",
        ("*.py",),
        nodes_that(hides_errors),
        good=(
            "try:\n  f()\nexcept ValueError:\n  pass",
            "try:\n  f()\nexcept Exception:\n  rollback()\n  raise",
        ),
        bad=(
            "try:\n  f()\nexcept:\n  log()",
            "try:\n  f()\nexcept Exception:\n  pass",
            "for x in y:\n  try:\n    f()\n  except Exception:\n    continue",
            "try:\n  f()\nexcept BaseException:\n  ...",
        ),
    ),
    Rule(
        "pages trust no text: nothing is marked safe",
        ("redress/web/*.py", "redress/web/*.html"),
        lines_with(r"mark_safe|SafeString|\|\s*safe\b|autoescape\s+off"),
        good=("{{ case.description }}", "{% autoescape on %}", "unsafe = 1"),
        bad=(
            "{{ case.description|safe }}",
            "{{ x | safe }}",
            "{% autoescape off %}",
            "from django.utils.safestring import mark_safe",
        ),
    ),
    Rule(
        "nothing inline in a page: the content security policy would refuse it",
        ("redress/web/*.html",),
        lines_with(
            r"(?i)<[^>]*\sstyle\s*=|<[^>]*\son[a-z]+\s*=|^\s*on[a-z]+\s*=|<style\b|javascript:"
            r"|<script(?![^>]*\bsrc\s*=)"
        ),
        good=(
            '<script type="module" src="{% static "app.js" %}"></script>',
            '<p class="style on-time">On = off</p>',
            '<a href="/harrow/on?style=1">',
        ),
        bad=(
            '<p style="color: red">',
            '<a href="#" onclick="go()">',
            "<script>go()</script>",
            '<script type="module">go()</script>',
            '<a href="javascript:go()">',
            "<style>p {}</style>",
        ),
    ),
    Rule(
        "no signals: an effect is in the action that has it",
        ("redress/*.py",),
        nodes_that(imports_signals),
        good=("import signal", "from django.db.models import Q"),
        bad=(
            "from django.db.models.signals import post_save",
            "from django.db.models import signals",
            "from django.dispatch import receiver",
            "import django.dispatch",
        ),
    ),
    Rule(
        "rows of a case are made by the store, rows of people by people",
        ("redress/*.py",),
        lines_with(r"\.(?:a?get_or_create|a?update_or_create)\("),
        good=("Case.objects.get(reference=reference)", "get_or_create_folder(path)"),
        bad=("Case.objects.get_or_create(x=1)", "homes.update_or_create(x=1)"),
        but_not=(
            "redress/cases/store.py",
            "redress/cases/drafts.py",  # no part of the record, as are looks
            "redress/cases/to_sign.py",
            "redress/people/*",
            "redress/demo/staff.py",
        ),
    ),
    Rule(
        "no address of a package registry: any mirror must do",
        ("*",),
        lines_with("|".join(re.escape(name) for name in REGISTRIES)),
        good=("django==5.2.19", "from npm and PyPI"),
        bad=tuple(f"see https://{name}org/x" for name in REGISTRIES),
    ),
    Rule(
        "no path of one machine",
        ("*",),
        lines_with("|".join(rf"(?<![\w.~}}>)\]-]){re.escape(name)}\w" for name in MACHINES)),
        good=("/harrow/homes/12", "redress/work/x", "{{ base }}/home/x", "/workbench/x"),
        bad=tuple(f'open("{name}x/y")' for name in MACHINES),
    ),
]


def main() -> int:
    """Checks every file; the answer is 1 where a rule is broken."""
    texts = dict(files(ROOT))
    broken = [line for path, text in texts.items() for line in breaches(path, text)]
    for path, text in texts.items():
        if path.endswith(".py") and "/migrations/" not in path:  # those are written by Django
            for note in long_parts(path, text):
                print(f"note: {note}")
    for line in broken:
        print(line)
    print(f"{len(texts)} files, {len(RULES)} rules, {len(broken)} broken")
    return 1 if broken else 0


def files(root: Path) -> Iterator[tuple[str, str]]:
    """Every text file of ours: its path from the root, and its text."""
    for path in sorted(root.iterdir()):
        if path.name in PASSED_OVER or path.name.endswith("_cache") or path.is_symlink():
            continue
        if path.is_dir():
            yield from ((f"{path.name}/{below}", text) for below, text in files(path))
        elif b"\0" not in (content := path.read_bytes()):
            yield path.name, content.decode("utf-8", errors="replace")


def breaches(path: str, text: str) -> Iterator[str]:
    """A line of complaint for each place in a file that breaks a rule."""
    for rule in RULES:
        if rule.concerns(path):
            for number in rule.find(text):
                yield f"{path}:{number}: {rule.says}"


def long_parts(path: str, text: str) -> Iterator[str]:
    """Functions and files that are longer than ours should be."""
    if (length := text.count("\n")) > LONGEST_FILE:
        yield f"{path} has {length} lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield f"{path}:{node.lineno}: {node.name} has {length} lines"


if __name__ == "__main__":
    sys.exit(main())
