"""Note a document: what it is, when it came, where it is kept."""

from typing import Any

from redress.rules.actions.note_document import LONGEST_NAME, LONGEST_PLACE, NoteDocument
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import RuledText
from redress.web.forms import Date


class NoteDocumentForm(DeskForm):
    """Redress keeps the note, not the file."""

    name = RuledText("What it is", hint="For example: surveyor’s report.", limit=LONGEST_NAME)
    received_on = Date("When it came", past=True)
    kept_at = RuledText("Where it is kept", hint="So that anyone can find it.", limit=LONGEST_PLACE)

    def first_values(self) -> dict[str, Any]:
        return {"received_on": self.setting.context.today}

    def given(self) -> NoteDocument:
        said = self.cleaned_data
        return NoteDocument(
            name=said["name"], received_on=said["received_on"], kept_at=said["kept_at"]
        )
