"""Tick evidence: which kind, and what stands for it."""

from redress.rules import evidence
from redress.rules.actions.tick_evidence import TickEvidence
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import RuledSelect
from redress.web.forms import Date, LongText, Select


class TickEvidenceForm(DeskForm):
    """What the category asks for comes first; anything else may be ticked too."""

    def build(self) -> None:
        kinds, asked = evidence.lists().kinds, evidence.expected(self.case)
        ordered = [*asked, *(kind for kind in kinds if kind not in asked)]
        choices = [("", "Choose"), *((kind, kinds[kind]) for kind in ordered)]
        self.fields["kind"] = RuledSelect("Which evidence", choices)
        documents = [(str(each.number), each.name) for each in self.case.documents]
        self.fields["document"] = Select(
            "A document of the case", [("", "None"), *documents], optional=True
        )
        self.fields["contact_on"] = Date(
            "Or the day of a call, visit or note on the record", past=True, optional=True
        )
        self.fields["not_needed"] = LongText("Or why it is not needed", optional=True, rows=2)

    def given(self) -> TickEvidence:
        said = self.cleaned_data
        return TickEvidence(
            kind=said["kind"],
            document=int(said["document"]) if said["document"] else None,
            contact_on=said["contact_on"],
            not_needed=said["not_needed"],
        )
