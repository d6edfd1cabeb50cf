"""Unacceptable behaviour: what happened, a warning, and a restriction of contact."""

from typing import Any

from redress.rules.actions.approve_restriction import ApproveRestriction
from redress.rules.actions.end_restriction import EndRestriction
from redress.rules.actions.record_behaviour import RecordBehaviour
from redress.rules.actions.restrict_contact import RestrictContact
from redress.rules.actions.review_restriction import ReviewRestriction
from redress.rules.actions.warn import Warn
from redress.rules.behaviour import kinds_of, lists_its_own
from redress.rules.facts_conduct import Limit, RestrictionFacts, Whose
from redress.rules.words import LIMIT, WHOSE
from redress.web.desk.forms.base import DeskForm, Group
from redress.web.desk.forms.fields import LetterText, RuledLines, RuledLong, RuledRadios, RuledText
from redress.web.forms import Checkboxes, Date, Radios, Text

OFFER = "For example an advocate, a support worker, or a doctor’s letter we could act on."


class RecordBehaviourForm(DeskForm):
    """One occasion. Nothing here is sent to the resident."""

    def build(self) -> None:
        kinds = kinds_of(self.case.landlord)
        choices = [(kind.code, f"{kind.says} ({kind.clause})") for kind in kinds]
        self.fields["kind"] = RuledRadios("Which kind", choices)
        self.fields["on"] = Date("On which day", past=True)
        self.fields["whose"] = Radios("Whose behaviour", [(w.value, WHOSE[w]) for w in Whose])
        self.fields["what"] = RuledLong(
            "What happened", limit=4_000, hint="What was said or done, and where. No judgement."
        )
        self.fields["affected"] = RuledLines("Who was affected, and how", limit=500, rows=2)

    def first_values(self) -> dict[str, Any]:
        return {"on": self.setting.context.today, "whose": Whose.RESIDENT.value}

    @property
    def policy_is_silent(self) -> bool:
        """Whether the landlord's policy lists no kinds, though the Code asks for one (5.14)."""
        return not lists_its_own(self.case.landlord)

    def given(self) -> RecordBehaviour:
        said = self.cleaned_data
        return RecordBehaviour(
            kind=said["kind"],
            on=said["on"],
            what=said["what"],
            affected=said["affected"],
            whose=Whose(said["whose"]),
        )


class WarnForm(DeskForm):
    """What was considered first, then the letter."""

    considered = RuledLong(
        "What you considered of their health and wellbeing",
        limit=2_000,
        rows=3,
        hint="Kept on the record, not sent. Look first at what they need from us.",
    )
    offered = LetterText("What help we offer", rows=3, hint=OFFER)
    told = LetterText("What happened, as we tell them", rows=4)
    ask = LetterText("What we ask of them", rows=3)

    def given(self) -> Warn:
        said = self.cleaned_data
        names = ("told", "ask", "considered", "offered")
        return Warn(**{name: said[name] for name in names})


TEXTS = ("details", "reasons", "proportionate", "considered", "offered", "equality")
MORE = ("equality_by", "equality_changed", "way_open", "appeal", "contact", "unwarned", "other")


class RestrictContactForm(DeskForm):
    """Everything a restriction rests on, in the order in which one thinks of it."""

    considered = RuledLong("What you considered of their health and wellbeing", limit=2_000, rows=3)
    offered = LetterText("What help we offer", rows=3, hint=OFFER)
    equality = LetterText(
        "What you considered under the Equality Act 2010",
        rows=3,
        hint="Disability and the other things it protects. The letter says it.",
    )
    equality_by = RuledText("Who considered it", limit=120)
    equality_changed = LetterText("What was changed because of it", rows=2)
    limits = Checkboxes(
        "What is limited", [(limit.value, LIMIT[limit]) for limit in Limit], optional=True
    )
    details = LetterText("What exactly", rows=3)
    contact = Text(
        "If one person is the contact: who",
        limit=200,
        optional=True,
        hint="The name, and how to reach them.",
    )
    way_open = LetterText(
        "The way that stays open", rows=2, hint="How they reach us all the same. One always stays."
    )
    reasons = LetterText("Reasons", rows=4, hint="What happened, when, and what was tried.")
    proportionate = LetterText("Why this is fair, and no more than is needed", rows=3)
    review_on = Date("We look at it again by", hint="Within 6 months.")
    ends_on = Date("It ends on", hint="Within 12 months.")
    appeal = LetterText("How they can appeal", rows=2)
    unwarned = RuledLines(
        "If no warning came first: why",
        limit=1_000,
        rows=2,
        optional=True,
        hint="Only after violence, or a threat of it.",
    )
    other = Text("If they were warned in another case: its reference", limit=100, optional=True)

    def first_values(self) -> dict[str, Any]:
        return {"equality_by": self.setting.context.actor.name}

    @property
    def groups(self) -> list[Group]:
        """What comes first is thought of first."""
        equality = ("equality", "equality_by", "equality_changed")
        return [
            Group(self.bound("considered", "offered"), "First: health and support"),
            Group(self.bound(*equality), "The Equality Act 2010"),
            Group(
                self.bound("limits", "details", "contact", "way_open"),
                "What is limited, and what stays open",
            ),
            Group(self.bound("reasons", "proportionate"), "Why"),
            Group(self.bound("review_on", "ends_on"), "How long", beside=True),
            Group(self.bound("appeal")),
            Group(self.bound("unwarned", "other"), "No warning in this case", folded=True),
        ]

    def given(self) -> RestrictContact:
        said = self.cleaned_data
        return RestrictContact(
            limits=tuple(Limit(word) for word in said["limits"]),
            **{name: said[name] for name in (*TEXTS, *MORE)},
            review_on=said["review_on"],
            ends_on=said["ends_on"],
        )


class ApproveRestrictionForm(DeskForm):
    """What was proposed stands above; the second person agrees or does not."""

    agrees = Radios(
        "Do you agree?",
        [("yes", "Yes. Restrict contact, and send the letter"), ("no", "No. Do not restrict it")],
        missing="Choose whether you agree",
    )
    comment = RuledLines(
        "Comment", limit=1_000, rows=2, optional=True, hint="If you do not agree, say why."
    )

    @property
    def proposed(self) -> RestrictionFacts | None:
        """The restriction that waits."""
        return self.case.conduct.waiting

    def given(self) -> ApproveRestriction:
        said = self.cleaned_data
        return ApproveRestriction(agrees=said["agrees"] == "yes", comment=said["comment"])


class ReviewRestrictionForm(DeskForm):
    """It goes on. To end it there is an action of its own."""

    found = LetterText("What you found", rows=4, hint="How things have been, and why it goes on.")
    equality = RuledLong(
        "What you considered under the Equality Act 2010 this time", limit=2_000, rows=3
    )
    details = LetterText("What exactly is limited from now on", rows=3)
    way_open = LetterText("The way that stays open", rows=2)
    review_on = Date("We look at it again by", hint="Within 6 months, and before it ends.")
    appeal = Checkboxes("Appeal", [("yes", "The resident had appealed")], optional=True)

    def first_values(self) -> dict[str, Any]:
        held = self.case.conduct.in_force
        return {"details": held.details, "way_open": held.way_open} if held else {}

    @property
    def held(self) -> RestrictionFacts | None:
        """The restriction that holds."""
        return self.case.conduct.in_force

    def given(self) -> ReviewRestriction:
        said = self.cleaned_data
        texts = {name: said[name] for name in ("found", "equality", "details", "way_open")}
        return ReviewRestriction(**texts, review_on=said["review_on"], appeal=bool(said["appeal"]))


class EndRestrictionForm(DeskForm):
    """Why it ends goes into the letter."""

    why = LetterText("Why it ends", rows=3)

    @property
    def held(self) -> RestrictionFacts | None:
        """The restriction that holds."""
        return self.case.conduct.in_force

    def given(self) -> EndRestriction:
        return EndRestriction(why=self.cleaned_data["why"])
