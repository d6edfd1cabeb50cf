"""A page read as a browser reads it, and what every page must be whatever it is about."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

UNSEEN = ("head", "script", "style", "svg")
REFERS = ("aria-describedby", "aria-labelledby", "aria-controls")


@dataclass
class Node:
    """One element: its tag, its attributes and the words in it."""

    tag: str
    attrs: dict[str, str]
    words: str = ""


@dataclass
class Page:
    """The elements of a page in order."""

    nodes: list[Node] = field(default_factory=list)

    def all(self, tag: str, **attrs: str) -> list[Node]:
        """Elements of a tag with these attributes (`class_` for a word of the class)."""
        wanted = attrs.pop("class_", "")
        return [
            node
            for node in self.nodes
            if node.tag == tag
            and wanted in [*node.attrs.get("class", "").split(), ""]
            and all(node.attrs.get(name) == value for name, value in attrs.items())
        ]

    def one(self, tag: str, **attrs: str) -> Node:
        """The only such element."""
        found = self.all(tag, **attrs)
        assert len(found) == 1, f"{len(found)} <{tag} {attrs}>"
        return found[0]

    @property
    def ids(self) -> list[str]:
        return [node.attrs["id"] for node in self.nodes if "id" in node.attrs]

    @property
    def words(self) -> str:
        """What is said in the main part, each element's words apart."""
        return " ".join(self.one("main").words.split())

    @property
    def problems(self) -> dict[str, str]:
        """The error summary: the words, and the id each links to."""
        inside = [n for n in self.nodes if n.attrs.get("href", "").startswith("#id_")]
        return {" ".join(node.words.split()): node.attrs["href"][1:] for node in inside}


class _Reader(HTMLParser):
    VOID = frozenset(["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source"])

    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self.open: list[Node] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        if tag != "title" or not any(each.tag == "svg" for each in self.open):
            self.page.nodes.append(node)  # the title of a drawing is not the title of the page
        if tag not in self.VOID:
            self.open.append(node)
        elif tag == "br":
            self.handle_data("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.nodes.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1].tag == tag, f"</{tag}> closes {self.open[-1:]}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if any(node.tag in UNSEEN for node in self.open) and self.open[-1].tag != "title":
            return
        for node in self.open:
            node.words += data if data.isspace() else data + " " * data.endswith("\n")


def read(response: Any) -> Page:
    """The page of a response, which must be well made."""
    reader = _Reader()
    reader.feed(response.content.decode())
    reader.close()
    assert not reader.open, f"left open: {[node.tag for node in reader.open]}"
    return reader.page


def sound(response: Any) -> Page:
    """A page that keeps every convention; gives it for further questions.

    One heading of the first level, a title, the language; no id twice; every reference, label and
    link of an error summary lands; each input has a label; `Error:` in the title just where
    something is wrong.
    """
    page = read(response)
    assert page.one("html").attrs["lang"] == "en"
    assert page.one("h1").words.strip()
    ids = page.ids
    assert len(ids) == len(set(ids)), sorted(i for i in ids if ids.count(i) > 1)
    for name in REFERS:
        for node in page.nodes:
            assert set(node.attrs.get(name, "").split()) <= set(ids), (name, node)
    assert {node.attrs["for"] for node in page.all("label")} <= set(ids)
    labelled = {node.attrs["for"] for node in page.all("label")}
    for node in page.all("input") + page.all("textarea") + page.all("select"):
        assert node.attrs.get("type") == "hidden" or node.attrs["id"] in labelled, node
    assert set(page.problems.values()) <= set(ids)
    wrong = bool(page.all("div", class_="govuk-error-summary"))
    title = page.one("title").words.strip()
    assert title.startswith("Error: ") == wrong, title
    assert wrong == bool(page.all("p", class_="govuk-error-message") or _general(page)), title
    assert "main-content" in ids
    assert re.fullmatch(r"(Error: )?\S.+", title)
    return page


def _general(page: Page) -> bool:
    """Whether an error is about the page as a whole, and so stands in the summary alone."""
    return bool(page.all("div", class_="govuk-error-summary")) and not page.problems
