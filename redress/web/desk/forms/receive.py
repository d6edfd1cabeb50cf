"""Take down a contact that came by phone, letter, email, in person or on social media."""

from datetime import date
from typing import Any

from redress.people.models import Resident
from redress.rules.actions.receive import Receive
from redress.rules.facts import Channel, Kind, Tenure
from redress.rules.words import KIND, TENURE
from redress.web.desk.forms import issues
from redress.web.desk.forms.base import Group, Refusable
from redress.web.desk.forms.fields import CHANNELS, RuledLong, risks_field
from redress.web.forms import (
    Date,
    Email,
    Hidden,
    Lines,
    LongText,
    Postcode,
    Select,
    Text,
)

ROWS = 3
LATER = "Each thing complained about by itself. This can wait until the complaint is logged."
BY_STAFF = [pair for pair in CHANNELS if pair[0] != Channel.WEB.value]
RESIDENT = ("name", "phone", "email", "address", "postcode", "tenure", "needs")


class ReceiveForm(Refusable):
    """One page in the order in which people speak. `submission` is the key of this page, so that
    pressing the button twice makes one case."""

    submission = Hidden()
    kind = Select("What it is", KIND.items())
    channel = Select("How it came in", [("", "Choose"), *BY_STAFF])
    received_on = Date(
        "When it was received", past=True, hint="The day it first reached any member of staff."
    )
    name = Text("Name", optional=True, hint="Leave it empty if they do not want to say.")
    phone = Text("Phone number", limit=40, kind="tel", width="20", optional=True)
    email = Email(optional=True, autocomplete="off")
    address = Lines("Address", limit=300, rows=2, optional=True)
    postcode = Postcode(optional=True, autocomplete="off")
    tenure = Select("Tenure", [("", "Not known"), *TENURE.items()], optional=True)
    needs = Lines(
        "What we must know to contact them",
        limit=500,
        rows=2,
        optional=True,
        hint="For example large print, an interpreter, a safe time to ring.",
    )
    description = RuledLong("What happened", hint="In their own words.", rows=6)
    outcome_sought = LongText("What they want to happen", limit=2_000, rows=3, optional=True)
    risks = risks_field()
    service = Text("Service it is about", limit=120, optional=True, hint="For example Repairs.")
    category = Text("What kind of problem", limit=120, optional=True, hint="For example leak.")

    def __init__(self, data: Any = None, *, today: date, submission: str) -> None:
        first = {"received_on": today, "kind": Kind.COMPLAINT.value, "submission": submission}
        super().__init__(data, initial=first)
        issues.add_rows(self, ROWS)
        self.set_today(today)

    @property
    def groups(self) -> list[Group]:
        """The contact, who it is from, what it is, and its issues."""
        return [
            Group(self.bound("kind", "channel", "received_on"), beside=True),
            Group(self.bound(*RESIDENT), "The resident", beside=True),
            Group(self.bound("description", "outcome_sought", "risks"), "What they told us"),
            Group(self.bound("service", "category"), "Where it belongs", beside=True),
            *issues.groups(self, ROWS, LATER),
        ]

    @property
    def resident(self) -> dict[str, Any]:
        """Who it is from, as `register_resident` takes it; empty where nothing was given."""
        said = {name: self.cleaned_data[name] for name in RESIDENT}
        said["tenure"] = Tenure(said["tenure"]) if said["tenure"] else None
        known = any(value for name, value in said.items() if name != "tenure")
        return said if known else {}

    def given(self, resident: Resident | None) -> Receive:
        """The input of the action; the reference and the landlord are the record's to give."""
        said = self.cleaned_data
        return Receive(
            landlord="",
            reference="",
            received_on=said["received_on"],
            description=said["description"],
            channel=said["channel"],
            kind=Kind(said["kind"]),
            outcome_sought=said["outcome_sought"],
            tenure=Tenure(said["tenure"]) if said["tenure"] else None,
            resident=resident.pk if resident else None,
            service=said["service"],
            category=said["category"],
            risks=tuple(said["risks"]),
            issues=issues.issues_in(said, ROWS),
        )
