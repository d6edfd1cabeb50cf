"""A page as a browser without JavaScript sees it: its words, and what its form would send."""

import html
import re
from html.parser import HTMLParser
from typing import Any

from django.test import Client


class _Form(HTMLParser):
    """Collects what the POST form of a page would send."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self.names: set[str] = set()
        self._inside = False
        self._text: str | None = None  # the textarea that is being read
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("name") or ""
        if tag == "form":
            self._inside = given.get("method") == "post" and "action" not in given
        if not self._inside:
            return
        if tag in ("input", "textarea", "select"):
            self.names.add(name)
        if tag == "input" and (
            given.get("type") not in ("radio", "checkbox") or "checked" in given
        ):
            self._add(name, given.get("value") or "")
        elif tag == "textarea":
            self._text, self._name = "", name
        elif tag == "select":
            self._select = name
        elif tag == "option" and "selected" in given:
            self._add(self._select, given.get("value") or "")

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._text is not None:
            self._add(self._name, self._text.removeprefix("\n"))
            self._text = None
        if tag == "form":
            self._inside = False

    def _add(self, name: str, value: str) -> None:
        self.sent.setdefault(name, []).append(value)


def sent_by(page: str) -> dict[str, list[str]]:
    """What the form of a page sends as it stands."""
    form = _Form()
    form.feed(page)
    form.sent.pop("csrfmiddlewaretoken", None)  # new on every page
    return form.sent


def names_in(page: str) -> set[str]:
    """The names of the inputs of the form of a page."""
    form = _Form()
    form.feed(page)
    return form.names


def words_of(page: str) -> str:
    """The words of a page, tags and blanks left out."""
    body = re.sub(r"(?s)^.*?<main", "<main", page)
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", body).split()))


def errors_of(page: str) -> list[str]:
    """The lines of the error summary."""
    found = re.search(r'(?s)govuk-error-summary__list">(.*?)</ul>', page)
    lines = re.findall(r"(?s)<li>(.*?)</li>", found[1]) if found else []
    return [words_of(line) for line in lines]


def fill(client: Client, path: str, **typed: Any) -> dict[str, list[str]]:
    """What a form sends after somebody typed into it. A name that it does not have is a mistake."""
    page = client.get(path).content.decode()
    unknown = typed.keys() - names_in(page)
    assert not unknown, f"the form has no {', '.join(sorted(unknown))}"
    lists = {name: value if isinstance(value, list) else [value] for name, value in typed.items()}
    return {**sent_by(page), **lists}


def send(client: Client, path: str, **typed: Any) -> Any:
    """Open a form, type into it, send it; a letter is looked at first and then issued."""
    answer = client.post(path, fill(client, path, **typed))
    if answer.status_code == 200 and b'name="step"' in answer.content:
        kept = sent_by(answer.content.decode())
        return client.post(path, {**kept, "step": "issue"})
    return answer
