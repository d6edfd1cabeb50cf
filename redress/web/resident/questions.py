"""What the resident is asked, a page a form. Only what happened is needed to complain."""

from typing import Any

from redress.rules.facts import Tenure
from redress.rules.hazards import DANGER_NOW
from redress.web.forms import Checkboxes, Date, Email, Form, Lines, LongText, Postcode, Radios, Text

TENURES = [
    (Tenure.TENANT.value, "A tenant"),
    (Tenure.LEASEHOLDER.value, "A leaseholder"),
    (Tenure.SHARED_OWNER.value, "A shared owner"),
    (Tenure.LICENSEE.value, "In a hostel or other home for a time"),
    (Tenure.APPLICANT.value, "Waiting for a home"),
    (Tenure.HOMELESS_APPLICANT.value, "Homeless, and waiting for help"),
    (Tenure.OTHER.value, "Something else"),
]


class Complain(Form):
    """The complaint itself."""

    description = LongText(
        "What went wrong?",
        hint="Tell us what happened, and what we did about it. Use your own words.",
        missing="Tell us what went wrong",
        called="What went wrong",
        rows=8,
    )
    occurred_on = Date(
        "When did it happen?",
        optional=True,
        past=True,
        hint="If it went on for some time, when did it start? For example, 27 3 2026.",
        called="The date it happened",
    )
    aware_on = Date(
        "When did you find out?",
        optional=True,
        past=True,
        hint="Only if this was later.",
        called="The date you found out",
    )
    outcome_sought = LongText(
        "What would put it right?",
        optional=True,
        limit=2_000,
        rows=3,
        hint="For example: a repair, an answer, a sorry.",
        called="What would put it right",
    )

    def clean(self) -> dict[str, Any]:
        """Nobody finds out about a thing before it happens."""
        given = super().clean() or {}
        occurred, aware = given.get("occurred_on"), given.get("aware_on")
        if occurred and aware and aware < occurred:
            self.add_error("aware_on", "The date you found out must not be before it happened")
        return given


class Safety(Form):
    """Risk, and what the resident needs from us."""

    risks = Checkboxes(
        "Is any of this true?",
        [
            (DANGER_NOW, "Someone is in danger now"),
            ("damp_and_mould", "There is damp or mould"),
            ("vulnerable", "Someone at home is very young, old, ill, pregnant or disabled"),
        ],
        optional=True,
        hint="Tick all that are true. We will put these first.",
        missing="Select those that are true",
    )
    needs = Lines(
        "What should we know when we contact you?",
        optional=True,
        limit=500,
        hint="For example: large print, another language, a safe time to ring, someone who speaks "
        "for you.",
        called="What we should know",
    )


class You(Form):
    """Who complains. Nothing is demanded: an anonymous complaint is a complaint."""

    name = Text("Your name", optional=True, autocomplete="name")
    email = Email("Email address", optional=True, hint="So that we can write to you.")
    phone = Text(
        "Phone number", optional=True, limit=40, autocomplete="tel", kind="tel", width="20"
    )
    address = Lines("Address", optional=True, limit=300, rows=3, autocomplete="street-address")
    postcode = Postcode(optional=True)
    tenure = Radios(
        "Which of these are you?", TENURES, optional=True, missing="Select which of these you are"
    )


QUESTIONS: dict[str, type[Form]] = {"complain": Complain, "safety": Safety, "you": You}
