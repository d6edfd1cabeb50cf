"""The form of one visitor for one landlord: the session holds its key, the database its answers.

Nothing of it is in an address. A form has a key from its first page on, so that sending it twice
makes one case, whichever tab, browser or device sends it.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from redress.cases import web_drafts
from redress.cases.files import Upload
from redress.rules import form_pages
from redress.rules.decision import Reason
from redress.rules.filed import FiledFile
from redress.web.forms import Form
from redress.web.pages import Visit
from redress.web.resident.questions import form_of

FORMS, SENT = "forms", "sent"  # shelves of the session


class Draft:
    """What this browser has of a form, and of one that it sent."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.session = visit.request.session
        self.sent: dict[str, str] = self._of(SENT) or {}
        self.key: str = self._of(FORMS) or ""
        self._read()

    def _read(self) -> None:
        found = web_drafts.load(self.visit.landlord, self.key, self.visit.now) if self.key else None
        self.reference = found.reference if found else ""
        self.answers: dict[str, dict[str, Any]] = found.answers if found else {}
        self.files: tuple[tuple[int, FiledFile], ...] = found.files if found else ()

    def keep(self, page: str, answers: dict[str, Any]) -> None:
        """Remember the answers of a page that was answered without fault."""
        web_drafts.keep(self.visit.landlord, self._known(), page, answers, self.visit.now)
        self._read()

    def add(self, uploads: Iterable[Upload]) -> list[Reason]:
        """Put files with it; gives a reason for each that is not kept."""
        refused = web_drafts.add(self.visit.landlord, self._known(), uploads, self.visit.now)
        self._read()
        return refused

    def remove(self, number: int) -> None:
        """Take a file away."""
        web_drafts.remove(self.visit.landlord, self.key, number)
        self._read()

    def save(self) -> str:
        """Keep it for 30 days; gives the token of its link, empty where there were too many."""
        return web_drafts.save(self.visit.landlord, self._known(), self.visit.now)

    def take_up(self, key: str) -> None:
        """Go on with a form that a link leads to."""
        self._set(FORMS, key)
        self.key = key
        self._read()

    def read_sent(self) -> None:
        """Read the answers as they were sent, while they are kept."""
        self.key = self.sent.get("key", "")
        self._read()

    def done(self, reference: str) -> None:
        """Forget the form: it is a case now. Only its key and the reference stay."""
        self._set(SENT, {"key": self.key, "reference": reference})
        self._set(FORMS, "")
        self.sent, self.answers, self.key = self._of(SENT), {}, ""

    def form(self, page: str, **kwargs: Any) -> Form:
        """The form of a page, with the answers given before."""
        return form_of(page, self.who)(initial=self.answers.get(page, {}), **kwargs)

    @property
    def who(self) -> str:
        """For whom it is."""
        return form_pages.who(self.answers)

    @property
    def pages(self) -> tuple[str, ...]:
        """The pages of questions that are asked."""
        return form_pages.pages(self.answers)

    def given(self, name: str) -> Any:
        """One answer of the pages that are asked, or nothing."""
        kept = (self.answers.get(page, {}) for page in self.pages)
        return next((page[name] for page in kept if page.get(name)), "")

    def day(self, name: str) -> date | None:
        """One answer that is a date; None for a month alone."""
        return date.fromisoformat(self.given(name)) if len(self.given(name)) > 7 else None

    def _known(self) -> str:
        """The key, made with the first answer."""
        if not self.key:
            self.key = web_drafts.new_key()
            self._set(FORMS, self.key)
        return self.key

    def _of(self, shelf: str) -> Any:
        return self.session.get(shelf, {}).get(self.visit.landlord.slug)

    def _set(self, shelf: str, value: Any) -> None:
        self.session[shelf] = {**self.session.get(shelf, {}), self.visit.landlord.slug: value}
        self.session.set_expiry(0)  # gone when the browser is closed: it may be a shared one
