"""The form of an entry of the register, new or changed, and what its refusals say."""

from typing import Any

from redress.people.models import Landlord
from redress.rules.categories import tree_of
from redress.rules.causes import causes_of
from redress.rules.decision import Reason
from redress.rules.improvements import WORDS, Entry, Status
from redress.web.forms import Checkboxes, Date, Form, LongText, Radios, Select, Text

REFUSED = {
    "what_missing": "Enter what changes",
    "why_missing": "Enter why it is needed",
    "no_such_cause": "Select a root cause of the list",
    "no_such_move": "It cannot go from where it is to there. Select another step",
    "owner_missing": "Enter who sees to it: what is agreed has an owner",
    "due_missing": "Enter by when: what is agreed has a date",
    "done_missing": "Enter the day it was done, today or earlier",
    "evaluation_missing": "Enter what came of it",
    "dropped_missing": "Enter why it is dropped",
    "not_done_yet": "It can be published once it is done (Code 8.1 d)",
    "words_missing": "Enter the words that residents read",
    "names_somebody": "This holds a name, an address or a number of somebody whose complaint led "
    "to it. Take it out",
    "hard_words": "{about} Write it more plainly",
}
YES = (("yes", "These words may be published"),)


class EntryForm(Form):
    """What changes and why, who sees to it by when, how far it is; and the words for residents."""

    what = Text("What changes", limit=200, hint="One line, such as: a second visit is booked.")
    why = LongText("Why", rows=3, hint="What complaints have shown.")
    cause = Select("Root cause", [], optional=True)
    service = Select("Service", [], optional=True)
    owner = Text("Who sees to it", optional=True, limit=120)
    due_on = Date("By when", optional=True)

    def __init__(self, landlord: Landlord, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        causes = causes_of(landlord.slug).items()
        self.fields["cause"].choices = [("", "Any"), *causes]  # type: ignore[attr-defined]
        named = sorted({*tree_of(landlord.slug).services, *filter(None, [self._now("service")])})
        services = [("", "Any"), *((each, each) for each in named)]
        self.fields["service"].choices = services  # type: ignore[attr-defined]

    def _now(self, name: str) -> str:
        """What stands in a field before anything is chosen: an old name stays to be chosen."""
        return str(self.initial.get(name) or "")

    def entry(self) -> Entry:
        """The entry, once the form is valid."""
        given = self.cleaned_data
        status = Status(given.get("status") or Status.PROPOSED)
        published = bool(given.get("published"))
        return Entry(**{**given, "status": status, "published": published})

    def refuse(self, reasons: tuple[Reason, ...]) -> None:
        """Show each reason at the field that would mend it."""
        for reason in reasons:
            said = REFUSED[reason.code].format(about=reason.about)
            self.add_error(reason.field if reason.field in self.fields else None, said)


class WholeForm(EntryForm):
    """The same with how far it is, what came of it, and what may be published."""

    status = Radios("How far it is", [(each.value, words) for each, words in WORDS.items()])
    done_on = Date("Done on", optional=True, past=True)
    evaluation = LongText("What came of it", optional=True, rows=3)
    dropped_why = LongText("Why it is dropped", optional=True, rows=2)
    you_said = LongText("You said", optional=True, rows=2, hint="What residents told us.")
    we_did = LongText("We did", optional=True, rows=2, hint="What has changed for them.")
    published = Checkboxes("Publishing", YES, optional=True)
