"""Name somebody who speaks for the resident."""

from typing import Any

from redress.people.models import Member
from redress.rules.actions.name_representative import NameRepresentative
from redress.rules.facts_people import LettersTo, Scope, SpeaksAs
from redress.rules.words_people import LETTERS_TO, SCOPE, SPEAKS_AS
from redress.web.desk.forms.base import DeskForm, Group
from redress.web.desk.forms.fields import YES_NO, RuledText
from redress.web.forms import Checkboxes, Email, Lines, Radios, Select, Text

WHO = ("kind", "name", "relation")
REACHED = ("email", "phone", "address")


class NameRepresentativeForm(DeskForm):
    """Who it is, how they are reached, and what the resident is asked to agree to."""

    kind = Select("What they are to the resident", [("", "Choose"), *SPEAKS_AS.items()])
    name = RuledText("Name", limit=200)
    relation = Text(
        "More about that", optional=True, hint="Such as: her daughter, or Shelter.", limit=200
    )
    email = Email(optional=True, autocomplete="off")
    phone = Text("Phone number", limit=40, kind="tel", width="20", optional=True)
    address = Lines("Address", limit=400, rows=2, optional=True)
    scope = Radios("How far it goes", SCOPE.items(), initial=Scope.COMPLAINT.value)
    letters = Radios("Where letters go", LETTERS_TO.items(), initial=LettersTo.BOTH.value)
    claim_filed = Radios(
        "A solicitor only: is a claim filed at court?",
        [*YES_NO, ("", "Nobody has asked")],
        optional=True,
        initial="",
        hint="A claim counts once it is filed (Code 2.2). The clock runs meanwhile.",
    )
    ask = Checkboxes(
        "Their consent",
        [("yes", "Ask the resident by letter now")],
        optional=True,
        initial=["yes"],
        hint="The complaint goes on while they are asked (Code 1.3, 3.6).",
    )

    def build(self) -> None:
        self.known = {str(each.pk): each for each in self.setting.members()}
        listed = [(number, str(each)) for number, each in self.known.items()]
        self.fields["member"] = Select(
            "If it is a member", [("", "Not in the directory"), *listed], optional=True
        )
        if self.case.resident is None:
            self.fields["ask"].initial = []

    @property
    def groups(self) -> list[Group]:
        of_member = ["member"] if self.known else []
        return [
            Group(self.bound("kind", *of_member, "name", "relation")),
            Group(self.bound(*REACHED), "How to reach them", beside=True),
            Group(self.bound("claim_filed"), "A solicitor", folded=True),
            Group(self.bound("scope", "letters"), "What the resident is asked to agree to"),
            Group(self.bound("ask")),
        ]

    @property
    def member(self) -> Member | None:
        """The one chosen from the directory."""
        return self.known.get(self.cleaned_data.get("member", ""))

    def given(self) -> NameRepresentative:
        said: dict[str, Any] = self.cleaned_data
        member = self.member
        return NameRepresentative(
            kind=SpeaksAs(said["kind"]),
            name=said["name"] or (member.name if member else ""),
            relation=said["relation"] or (member.office if member else ""),
            email=said["email"] or (member.email if member else ""),
            phone=said["phone"],
            address=said["address"] or (member.address if member else ""),
            scope=Scope(said["scope"]),
            letters=LettersTo(said["letters"]),
            member=member.pk if member else None,
            claim_filed={"yes": True, "no": False}.get(said["claim_filed"]),
            ask=bool(said["ask"]),
        )
