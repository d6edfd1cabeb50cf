"""The five questions about how a complaint was handled: on the page of the link, on the page where
the complaint is followed, and for whoever rings. They are the same wherever they are asked."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from redress.rules.actions.rate import Rate
from redress.rules.facts_followed import Kept
from redress.web.forms import Form, LongText, Radios

LIMIT = 5_000  # characters of what they write
HANDLED = [
    ("5", _("Very well")),
    ("4", _("Well")),
    ("3", _("Neither well nor badly")),
    ("2", _("Badly")),
    ("1", _("Very badly")),
]
OUTCOME = [
    ("5", _("Very happy")),
    ("4", _("Happy")),
    ("3", _("Neither happy nor unhappy")),
    ("2", _("Unhappy")),
    ("1", _("Very unhappy")),
]
EASY = [
    ("5", _("Very easy")),
    ("4", _("Easy")),
    ("3", _("Neither easy nor hard")),
    ("2", _("Hard")),
    ("1", _("Very hard")),
]
KEPT = [
    (Kept.YES.value, _("Yes")),
    (Kept.PARTLY.value, _("In part")),
    (Kept.NO.value, _("No")),
]


class RatingForm(Form):
    """Two must be answered; each of the others may be left out."""

    handled = Radios(
        _("How did we handle your complaint?"),
        HANDLED,
        missing=_("Say how we handled your complaint"),
        size="m",
    )
    outcome = Radios(_("How do you feel about what we decided?"), OUTCOME, optional=True, size="m")
    kept = Radios(
        _("Did we do what we promised?"),
        KEPT,
        missing=_("Say if we did what we promised"),
        size="m",
    )
    easy = Radios(_("How easy was it to complain?"), EASY, optional=True, size="m")
    words = LongText(
        _("What could we do better?"),
        limit=LIMIT,
        rows=4,
        optional=True,
        called=_("What we could do better"),
    )

    def rate(self) -> Rate:
        """The answers, once the form is valid."""
        said = self.cleaned_data
        return Rate(
            handled=int(said["handled"]),
            kept=Kept(said["kept"]),
            words=said["words"],
            outcome=_mark(said["outcome"]),
            easy=_mark(said["easy"]),
        )


def _mark(given: Any) -> int | None:
    return int(given) if given else None
