"""A complaint being written: its answers stay in the session, on our side, until it is sent.

Nothing of it is in an address. A draft has a key from its first page on, so that sending it twice
makes one complaint.
"""

import secrets
from datetime import date
from typing import Any

from django.http import HttpRequest

from redress.web.forms import Form
from redress.web.resident.questions import QUESTIONS


class Draft:
    """The draft of one visitor for one landlord."""

    def __init__(self, request: HttpRequest, slug: str) -> None:
        self.session = request.session
        self.slug = slug
        self.answers: dict[str, dict[str, Any]] = self._of("drafts").get("answers", {})
        self.key: str = self._of("drafts").get("key", "")
        self.sent: dict[str, str] = self._of("sent")

    def keep(self, page: str, form: Form) -> None:
        """Remember the answers of a page that was answered without fault."""
        self.key = self.key or secrets.token_urlsafe(24)
        self.answers[page] = {name: _plain(value) for name, value in form.cleaned_data.items()}
        self._set("drafts", {"key": self.key, "answers": self.answers})

    def form(self, page: str, **kwargs: Any) -> Form:
        """The form of a page, with the answers given before."""
        return QUESTIONS[page](initial=self._initial(page), **kwargs)

    @property
    def missing(self) -> str:
        """The first page not answered yet; empty where the complaint can be sent."""
        return next((page for page in QUESTIONS if page not in self.answers), "")

    def given(self, name: str) -> Any:
        """One answer, or nothing."""
        return next((page[name] for page in self.answers.values() if page.get(name)), "")

    def day(self, name: str) -> date | None:
        """One answer that is a date."""
        return date.fromisoformat(self.given(name)) if self.given(name) else None

    def done(self, reference: str) -> None:
        """Forget the answers: they are on the record now. Only the reference stays."""
        self._set("sent", {"key": self.key, "reference": reference})
        self._set("drafts", {})
        self.answers, self.key = {}, ""

    def _initial(self, page: str) -> dict[str, Any]:
        kept = self.answers.get(page, {})
        dates = {name for name in kept if name.endswith("_on")}
        return {name: self.day(name) if name in dates else kept[name] for name in kept}

    def _of(self, shelf: str) -> dict[str, Any]:
        return dict(self.session.get(shelf, {}).get(self.slug, {}))

    def _set(self, shelf: str, value: dict[str, Any]) -> None:
        self.session[shelf] = {**self.session.get(shelf, {}), self.slug: value}
        self.session.set_expiry(0)  # gone when the browser is closed: it may be a shared one


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
