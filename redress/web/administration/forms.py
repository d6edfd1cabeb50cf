"""The forms about people: who they are, which roles they hold, training, and leaving."""

from datetime import date
from typing import Any

from redress.people.models import Landlord
from redress.people.staff import Person
from redress.rules.access import Role
from redress.web.desk.verbs import ROLE
from redress.web.forms import Checkboxes, Date, Email, Form, Select, Text

ROLES = [(role.value, words[:1].upper() + words[1:]) for role, words in ROLE.items()]
BEFORE = "The refresher must be due after the training"


class RolesForm(Form):
    """For whom somebody works, and as what."""

    organisation = Text("Organisation", hint="The landlord, its council or a contractor.")
    team = Text("Team")
    roles = Checkboxes("Roles", ROLES, missing="Select at least one role")

    @classmethod
    def of(cls, person: Person, data: Any = None) -> "RolesForm":
        """With what is so now."""
        team = person.team
        first = {
            "organisation": team.organisation.name if team else "",
            "team": team.name if team else "",
            "roles": [role.value for role in person.roles],
        }
        return cls(data, initial=first)

    @property
    def chosen(self) -> list[Role]:
        """The roles, once the form is valid."""
        return [Role(value) for value in self.cleaned_data["roles"]]


class AddForm(RolesForm):
    """Somebody new."""

    name = Text("Name", limit=120)
    email = Email(autocomplete="off")
    field_order = ("name", "email", "organisation", "team", "roles")

    @classmethod
    def for_landlord(cls, landlord: Landlord, data: Any = None) -> "AddForm":
        """Most work for the landlord itself."""
        return cls(data, initial={"organisation": landlord.name, "team": "Complaints"})


class TrainingForm(Form):
    """When they were trained, and are to be again."""

    trained_on = Date("Trained on", past=True)
    refresher_due = Date("Refresher due")

    @classmethod
    def of(cls, person: Person, today: date, data: Any = None) -> "TrainingForm":
        """With what is known."""
        known = person.training
        first = (
            {"trained_on": known.trained_on, "refresher_due": known.refresher_due} if known else {}
        )
        return cls(data, initial=first, today=today)

    def clean(self) -> None:
        trained, due = (self.cleaned_data.get(name) for name in ("trained_on", "refresher_due"))
        if trained and due and due <= trained:
            self.add_error("refresher_due", BEFORE)


class LeaveForm(Form):
    """Who takes the cases of somebody who leaves."""

    def __init__(self, colleagues: list[tuple[str, str]], data: Any = None) -> None:
        super().__init__(data)
        self.fields["to"] = Select(
            "Who takes their open cases",
            [("", "Nobody: they have none"), *colleagues],
            optional=True,
            hint="All of them go to one person. To share them out, use the list of their cases.",
        )
