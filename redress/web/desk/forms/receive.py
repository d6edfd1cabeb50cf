"""Take down a contact that came by phone, letter, email, in person or on social media."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from redress.people.members import named_among
from redress.people.models import Member, Resident
from redress.rules.actions.hand_over import HandOver
from redress.rules.actions.receive import Receive
from redress.rules.categories import tree_of
from redress.rules.facts import Channel, Kind, Tenure
from redress.rules.hazards import DAMP_AND_MOULD, DANGER_NOW
from redress.rules.words import CHOICE, CONSENT, KIND, TENURE
from redress.web.desk.forms import issues
from redress.web.desk.forms.base import Group, Refusable
from redress.web.desk.forms.classify import categories, services
from redress.web.desk.forms.fields import CHANNELS, RuledLong, TimeOfDay, risks_field
from redress.web.desk.forms.intake import NEVERS, RELATIONS, WAYS, intake_of
from redress.web.forms import (
    Checkboxes,
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
PRIVATE = [pair for pair in BY_STAFF if pair[0] != Channel.SOCIAL_MEDIA.value]
NEW = ("name", "phone", "email", "address", "postcode", "tenure")
REACH = ("needs", "write_by", "never_by", "large_print", "language")
SPEAKER = ("member", "representative", "relation", "consent", "speaker_email")
TOLD = ("told", "told_how", "told_on", "told_at")
HANDED_OVER = (DANGER_NOW, DAMP_AND_MOULD)  # the risks that a hand-over here is about
BOTH = "Choose somebody we know or write down somebody new, not both."
NO_MEMBER = (
    "Nobody in office has this name, or several have. Choose one of the list, or write it below."
)
LOST = "This resident cannot be found any more. Look for them again."

Known = Callable[[str], Resident | None]


class ReceiveForm(Refusable):
    """One page in the order in which people speak. `submission` is the key of this page, so that
    pressing the button twice makes one case. `resident` is one chosen from those found."""

    submission = Hidden()
    find = Text(
        "Find the resident",
        optional=True,
        hint="Name, phone, address, postcode or UPRN. The first letters of each are enough.",
    )
    resident = Hidden()
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
        hint="For example an interpreter, a safe time to ring.",
    )
    write_by = Select("Write to them by", [("", "As usual"), *WAYS], optional=True)
    never_by = Checkboxes("Never", NEVERS, optional=True)
    large_print = Checkboxes("Letters", [("yes", "In large print")], optional=True)
    language = Text("Language other than English", limit=60, optional=True)
    member = Text(
        "If it is an MP or a councillor",
        optional=True,
        hint="Type the name, and choose from the directory.",
    )
    representative = Text("Name of whoever speaks for them", optional=True)
    relation = Select("Who that is", [("", "Choose"), *RELATIONS], optional=True)
    consent = Select(
        "Does the resident agree to that?", [("", "Choose"), *CONSENT.items()], optional=True
    )
    speaker_email = Email("Their email address", optional=True, autocomplete="off")
    kind = Select("What it is", KIND.items())
    channel = Select("How it came in", [("", "Choose"), *BY_STAFF])
    received_on = Date(
        "When it was received", past=True, hint="The day it first reached any member of staff."
    )
    handed_by = Text("Colleague who passed it on", limit=120, optional=True)
    moved_to = Select(
        "If it was on social media: where it goes on",
        [("", "Not moved"), *PRIVATE],
        optional=True,
        hint="In private. The clock runs from the post.",
    )
    description = RuledLong("What happened", hint="In their own words.", rows=6)
    outcome_sought = LongText("What they want to happen", limit=2_000, rows=3, optional=True)
    risks = risks_field()
    told = Text(
        "Who was told", optional=True, hint="A person or a team, such as out of hours repairs."
    )
    told_how = Text("How", optional=True, hint="For example by phone, job 4411.")
    told_on = Date("When they were told", past=True, optional=True, hint="Today if left empty.")
    told_at = TimeOfDay("At what time")
    choice = Select(
        "If it is not a complaint: did you ask whether they want to make one?",
        [("", "Not asked"), *CHOICE.items()],
        optional=True,
    )
    places = {"to": "told", "how": "told_how", "risk": "risks"}

    def __init__(
        self,
        data: Any = None,
        *,
        landlord: str,
        today: date,
        submission: str,
        known: Known,
        members: Sequence[Member] = (),
        typed: Any = None,
    ) -> None:
        """`typed` shows again what was typed without judging it; `known` finds a resident by what
        the page sent of them; `members` are those in office."""
        first = {"received_on": today, "kind": Kind.COMPLAINT.value}
        super().__init__(data, initial={**first, "submission": submission})
        tree, self.known, self.today = tree_of(landlord), known, today
        self.members = members
        self.fields["member"].widget.attrs["list"] = "members"
        self.fields["category"] = Select("What kind of problem", categories(tree), optional=True)
        self.fields["service"] = Select(
            "Service it is about", services(tree, nothing="By the category"), optional=True
        )
        issues.add_rows(self, ROWS)
        self.set_today(today)
        if typed is not None:
            for name, field in self.fields.items():
                self.initial[name] = field.widget.value_from_datadict(typed, {}, name)

    @property
    def groups(self) -> list[Group]:
        """Who it is from is drawn by the page; then the contact, what it is, and its issues."""
        return [
            Group(self.bound("kind", "channel", "received_on"), beside=True),
            Group(self.bound("description", "outcome_sought", "risks")),
            Group(
                self.bound(*TOLD),
                "Danger, or damp and mould: handed over",
                "Tell whoever deals with it now. The complaint goes on beside it.",
                beside=True,
                folded=True,
            ),
            Group(
                self.bound("handed_by", "moved_to", "choice"),
                "Passed on, moved from social media, or not a complaint",
                beside=True,
                folded=True,
            ),
            Group(self.bound("category", "service"), "Where it belongs", beside=True, folded=True),
            *issues.groups(self, ROWS, LATER, folded=True),
        ]

    @property
    def people(self) -> list[Group]:
        """Somebody new, whoever speaks for them, and how they are reached."""
        return [
            Group(self.bound(*NEW), "Somebody new", beside=True, folded=True),
            Group(
                self.bound(*SPEAKER),
                "Somebody speaks for them",
                "The complaint is taken whether or not the resident has agreed yet.",
                beside=True,
                folded=True,
            ),
            Group(self.bound(*REACH), "How to reach them", beside=True, folded=True),
        ]

    def clean(self) -> dict[str, Any]:
        """One resident at most: one that is known, or one that is new."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        self.chosen = self.known(said.get("resident", ""))
        if said.get("resident") and self.chosen is None:
            self.add_error("find", ValidationError(LOST))
        if self.chosen and any(said.get(name) for name in NEW if name != "tenure"):
            self.add_error("find", ValidationError(BOTH))
        self.of_directory = named_among(self.members, said.get("member", ""))
        if said.get("member") and self.of_directory is None:
            self.add_error("member", ValidationError(NO_MEMBER))
        return said

    @property
    def reach(self) -> dict[str, Any]:
        """How to reach the resident, as `people.register.prefer` takes it."""
        said = {name: self.cleaned_data[name] for name in REACH}
        return {**said, "large_print": bool(said["large_print"])}

    @property
    def new_resident(self) -> dict[str, Any]:
        """Who it is from, as `register_resident` takes it; empty where nothing was given."""
        said = {name: self.cleaned_data[name] for name in NEW}
        said["tenure"] = Tenure(said["tenure"]) if said["tenure"] else None
        known = any(value for name, value in said.items() if name != "tenure")
        return {**said, **self.reach} if known or any(self.reach.values()) else {}

    def given(self, resident: Resident | None) -> Receive:
        """The input of the action; the reference and the landlord are the record's to give."""
        said = self.cleaned_data
        tenure = said["tenure"] or (resident.tenure if resident else "")
        return Receive(
            landlord="",
            reference="",
            received_on=said["received_on"],
            description=said["description"],
            channel=said["channel"],
            kind=Kind(said["kind"]),
            outcome_sought=said["outcome_sought"],
            tenure=Tenure(tenure) if tenure else None,
            resident=resident.pk if resident else None,
            service=said["service"],
            category=said["category"],
            risks=tuple(said["risks"]),
            intake=intake_of(said, self.of_directory),
            hand_overs=self._hand_overs(),
            issues=issues.issues_in(said, ROWS),
        )

    def _hand_overs(self) -> tuple[HandOver, ...]:
        """One for each risk ticked that is handed over; where none is, it was about danger."""
        said = self.cleaned_data
        if not (said["told"] or said["told_how"]):
            return ()
        risks = [risk for risk in HANDED_OVER if risk in said["risks"]] or [DANGER_NOW]
        day = said["told_on"] or self.today
        return tuple(
            HandOver(
                risk=risk,
                to=said["told"],
                how=said["told_how"],
                told_on=day,
                told_at=said["told_at"],
            )
            for risk in risks
        )
