"""Note documents: the files, or where they are kept, what they are, and when they came."""

from typing import Any

from redress.rules.actions.note_document import LONGEST_PLACE, NoteDocument
from redress.rules.filed import LONGEST_NAME
from redress.web.desk.forms.base import DeskForm, Group
from redress.web.desk.forms.fields import RuledText
from redress.web.forms import Date, Files, Text

KEPT = (
    "Photos, PDF, Word, Excel, OpenDocument, text, emails, recordings and videos. "
    "Up to 25 at a time."
)


class NoteDocumentForm(DeskForm):
    """Files that Redress keeps; or a note of where a document lies that is no file."""

    attached = Files("Files", hint=KEPT)
    name = RuledText(
        "What it is",
        hint="For example: surveyor’s report. A file can do without: it keeps its own name.",
        limit=LONGEST_NAME,
    )
    received_on = Date("When it came", past=True)
    kept_at = Text(
        "Where it is kept", hint="So that anyone can find it.", limit=LONGEST_PLACE, optional=True
    )

    def first_values(self) -> dict[str, Any]:
        return {"received_on": self.setting.context.today}

    @property
    def uploads(self) -> list[Any]:
        return self.files.getlist("attached") if self.files else []

    @property
    def choose_again(self) -> bool:
        """Whether files were sent with a form that comes back: a browser does not keep them."""
        return bool(self.errors and self.uploads)

    @property
    def groups(self) -> list[Group]:
        return [
            Group(self.bound("attached", "name", "received_on")),
            Group(
                self.bound("kept_at"), legend="There is no file: it is kept elsewhere", folded=True
            ),
        ]

    def given(self) -> NoteDocument:
        said = self.cleaned_data
        return NoteDocument(
            name=said["name"], received_on=said["received_on"], kept_at=said["kept_at"]
        )
