"""`redress words`: every text of residents' pages, for whoever translates them."""

import ast
import re
import sys
import tomllib
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from redress.commands import setup_django

NAME = "words"
HELP = "the texts of residents' pages, as a template for translators (.pot)"

PACKAGE = Path(__file__).resolve().parents[1]
TEMPLATES = PACKAGE / "web" / "templates"
TRANSLATED = ("resident/**/*.html", "public/*.html", "parts/*.html", "forms/*.html", "*.html")
WORDS = ("gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "_")
# As Django turns a template into code for those who look for texts: _("…"), gettext('…').
TEXT = r"u?('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
ONE = re.compile(TEXT)
MARKED = re.compile(rf"(?:\bn?gettext|_)\(\s*({TEXT}(?:\s*,\s*{TEXT})*)")
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def add_arguments(parser: ArgumentParser) -> None:
    """Takes none."""


def run(args: Namespace) -> int:
    setup_django()
    entries = [HEAD, *(_entry(texts) for texts in sorted(set(texts_to_translate())))]
    sys.stdout.write("\n".join(entries))
    return 0


def texts_to_translate() -> Iterator[tuple[str, ...]]:
    """Each text, or the two of one thing and of several."""
    for pattern in TRANSLATED:
        for path in TEMPLATES.glob(pattern):
            yield from _in_template(path.read_text("utf-8"))
    for path in (PACKAGE / "web").rglob("*.py"):
        yield from _in_code(path.read_text("utf-8"))
    for path in (PACKAGE / "policies" / "contacts").rglob("*.toml"):
        yield from _in_contacts(path.read_text("utf-8"))
    yield from _in_policy_words((PACKAGE / "rules" / "policy_plain.py").read_text("utf-8"))


def _in_template(text: str) -> Iterator[tuple[str, ...]]:
    from django.utils.translation.template import templatize

    for found in MARKED.finditer(templatize(text)):
        yield tuple(ast.literal_eval(each[1]) for each in ONE.finditer(found[1]))[:2]


def _in_code(text: str) -> Iterator[tuple[str, ...]]:
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        name = node.func.id if isinstance(node.func, ast.Name) else name
        given = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
        if name in WORDS and given and all(isinstance(each, str) for each in given[:1]):
            yield tuple(str(each) for each in given[:2] if isinstance(each, str))


def _in_policy_words(text: str) -> Iterator[tuple[str, ...]]:
    """All texts of the module are for residents, but for what explains it."""
    tree = ast.parse(text)
    held = (ast.Module, ast.ClassDef)
    nodes = [node for node in ast.walk(tree) if isinstance(node, held)]
    explained = {ast.get_docstring(node, clean=False) for node in nodes}
    texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    yield from ((text,) for text in texts - explained if isinstance(text, str))


def _in_contacts(text: str) -> Iterator[tuple[str, ...]]:
    """What bodies are for, and the names of the ways to reach them."""
    held = tomllib.loads(text)
    yield from ((each,) for each in (held["what_for"], *held["ways"]))


def _entry(texts: tuple[str, ...]) -> str:
    if len(texts) == 1:
        return f'msgid {_quoted(texts[0])}\nmsgstr ""\n'
    one, many = texts
    return f'msgid {_quoted(one)}\nmsgid_plural {_quoted(many)}\nmsgstr[0] ""\nmsgstr[1] ""\n'


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
