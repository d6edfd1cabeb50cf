"""Record what became of the resident's consent."""

from typing import Any

from redress.rules.actions.record_consent import RecordConsent, Said
from redress.rules.facts_people import ConsentBy, LettersTo, Scope
from redress.rules.words_people import CONSENT_BY, LETTERS_TO, SCOPE
from redress.web.desk.forms.base import Group
from redress.web.desk.forms.fields import RuledRadios
from redress.web.desk.forms.on_a_representative import OnARepresentative
from redress.web.forms import Date, Radios, Text

SAID = (
    (Said.GIVEN.value, "They agree"),
    (Said.REFUSED.value, "They say no"),
    (Said.WITHDRAWN.value, "They take it back"),
    (Said.ASKED.value, "Ask them again, by letter"),
)


class RecordConsentForm(OnARepresentative):
    """What the resident said, and where they agree: how, how far and how long."""

    said = Radios("What does the resident say?", SAID, missing="Select what the resident says")
    on = Date("On which day", past=True)
    by = RuledRadios("How they agreed", CONSENT_BY.items(), optional=True)
    document = Text(
        "Where what they signed or sent is kept", optional=True, limit=500,
        hint="Such as: document 3.",
    )  # fmt: skip
    scope = Radios("How far it goes", SCOPE.items())
    letters = Radios("Where letters go", LETTERS_TO.items())
    starts_on = Date("From", optional=True, hint="Leave it empty if it holds at once.")
    until = Date("Until", optional=True, hint="Leave it empty if no end was said.")

    @property
    def groups(self) -> list[Group]:
        return [
            Group(self.bound("number", "said", "on")),
            Group(self.bound("by", "document", "scope", "letters"), "If they agree"),
            Group(self.bound("starts_on", "until"), "How long it holds", beside=True),
        ]

    def first_values(self) -> dict[str, Any]:
        chosen = self.chosen or (self.there[0] if len(self.there) == 1 else None)
        return {
            **super().first_values(),
            "on": self.setting.context.today,
            "scope": (chosen.scope if chosen else Scope.COMPLAINT).value,
            "letters": (chosen.letters if chosen else LettersTo.BOTH).value,
        }

    def given(self) -> RecordConsent:
        said = self.cleaned_data
        return RecordConsent(
            number=int(said["number"]),
            said=Said(said["said"]),
            on=said["on"],
            by=ConsentBy(said["by"]) if said["by"] else None,
            document=said["document"],
            scope=Scope(said["scope"]),
            letters=LettersTo(said["letters"]),
            starts_on=said["starts_on"],
            until=said["until"],
        )
