"""What a resident needs: how to reach them, adjustments, and disabilities they told us of."""

from typing import Any

from redress.rules.needs import SAYS, Needs
from redress.rules.sending import Format, Never, Way
from redress.rules.words import FORMAT
from redress.web.desk.forms.base import Group, Refusable
from redress.web.desk.forms.fields import RuledLines, RuledText
from redress.web.desk.forms.intake import NEVERS, WAYS
from redress.web.forms import Checkboxes, Date, Hidden, Lines, Select, Text

FORMATS = [(form.value, FORMAT[form][0].upper() + FORMAT[form][1:]) for form in Format]


class NeedsForm(Refusable):
    """How to reach them. `do` says which form of the page this is, `seen` what had been read."""

    do = Hidden()
    seen = Hidden()
    language = Text("Language other than English", limit=60, optional=True)
    interpreter = Text(
        "Interpreter",
        limit=200,
        optional=True,
        hint="Which, and how to get one. For example British Sign Language, by video.",
    )
    formats = Checkboxes(
        "How letters must look",
        FORMATS,
        optional=True,
        hint="Redress makes large print and plain email. The others a person has made, and the "
        "letter waits until then.",
    )
    format_other = Text("If another form: which", limit=200, optional=True)
    write_by = Select("Write to them by", [("", "As usual"), *WAYS], optional=True)
    never_by = Checkboxes("Never", NEVERS, optional=True)
    safe = Lines(
        "Ways and hours that are safe",
        limit=SAYS,
        optional=True,
        rows=2,
        hint="For example: ring after ten, or send a text first.",
    )
    unsafe = Lines(
        "What must never be done",
        limit=SAYS,
        optional=True,
        rows=2,
        hint="For example: not while my partner is at home.",
    )
    needs = Lines("Anything else to know first", limit=SAYS, optional=True, rows=2)

    @property
    def groups(self) -> list[Group]:
        """What forbids first."""
        return [
            Group(self.bound("never_by", "unsafe", "safe")),
            Group(self.bound("language", "interpreter"), beside=True),
            Group(self.bound("formats", "format_other", "write_by", "needs")),
        ]

    @staticmethod
    def first(needs: Needs) -> dict[str, Any]:
        """What stands in the form: what is on record."""
        way = needs.write_by.value if needs.write_by else ""
        return {**vars(needs), "write_by": way}

    def given(self) -> Needs:
        """The needs as values."""
        said = {name: self.cleaned_data[name] for name in vars(Needs())}
        said["write_by"] = Way(said["write_by"]) if said["write_by"] else None
        said["formats"] = tuple(Format(word) for word in said["formats"])
        said["never_by"] = tuple(Never(word) for word in said["never_by"])
        return Needs(**said)


class AgreeForm(Refusable):
    """A reasonable adjustment."""

    do = Hidden()
    seen = Hidden()
    what = RuledLines(
        "What we do for them",
        limit=SAYS,
        rows=2,
        hint="For example: we read each letter to her by phone on the day it goes.",
    )
    agreed_on = Date("Agreed on", past=True)
    agreed_by = Text("Agreed by", limit=120, optional=True, hint="You, if left empty.")
    review_on = Date("Look at it again on", hint="Within 12 months.")

    def given(self) -> dict[str, Any]:
        """As `people.needs.agree` takes it."""
        return {name: self.cleaned_data[name] for name in AGREED}


AGREED = ("what", "agreed_on", "agreed_by", "review_on")


class ReviewForm(Refusable):
    """One adjustment is looked at, and goes on."""

    do = Hidden()
    seen = Hidden()
    number = Hidden()
    review_on = Date("It goes on. Look at it again on", hint="Within 12 months.")


class EndForm(Refusable):
    """One adjustment ends."""

    do = Hidden()
    seen = Hidden()
    number = Hidden()
    why = RuledText("Why it ends", limit=SAYS)


class DiscloseForm(Refusable):
    """A disability, as the resident told us of it."""

    do = Hidden()
    seen = Hidden()
    says = RuledLines("What they told us", limit=SAYS, rows=2)
    disclosed_on = Date("When they told us", past=True)
