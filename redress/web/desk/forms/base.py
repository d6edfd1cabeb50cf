"""What the forms of all actions share: what they are made for, and refusals at their fields."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Self

from django.forms import BoundField
from django.forms.utils import ErrorDict

from redress.people.models import Contributor, Member
from redress.rules.access import DECIDERS, Role
from redress.rules.decision import Context, Reason
from redress.rules.facts import CaseFacts
from redress.rules.policy import CodeEdition, Policy
from redress.rules.stationery import Stationery
from redress.web.desk.forms.fields import LetterText
from redress.web.desk.refusals import Said, in_words
from redress.web.forms import Date, Form, Hidden


@dataclass(frozen=True)
class Setting:
    """What a form is made for: a case, who acts when, and the colleagues to choose from.

    `colleagues` gives (number, name) of those who hold one of the roles named; `address_book` the
    people of other services and contractors who can be asked for comments; `employers` for whom
    each colleague works; `members` the MPs and councillors in office; `refreshers` when each whose
    training is noted is to be trained again.
    """

    case: CaseFacts
    context: Context
    colleagues: Callable[..., list[tuple[int, str]]]
    address_book: Callable[[], list[Contributor]] = list
    employers: Callable[[], dict[int, str]] = dict
    members: Callable[[], list[Member]] = list
    refreshers: Callable[[], dict[int, date]] = dict

    @property
    def policy(self) -> Policy:
        """The policy to which the latest stage is pinned."""
        return self.context.policy(self.case)

    @property
    def code(self) -> CodeEdition:
        """The edition of the Code to which the latest stage is pinned."""
        return self.context.code(self.case)

    @property
    def stationery(self) -> Stationery:
        """What the landlord's letters are made with."""
        return self.context.stationery(self.case)

    def people(self, *roles: Role, nobody: str = "Choose a colleague") -> list[tuple[str, str]]:
        """Choices for a list of colleagues, with a first one for none of them."""
        named = [(str(number), name) for number, name in self.colleagues(*roles)]
        return [("", nobody), *named]

    def approvers(self) -> list[tuple[str, str]]:
        """Those who may approve what the person acting decides: never that person."""
        me = str(self.context.actor.id)
        return [(number, name) for number, name in self.people(*DECIDERS) if number != me]


@dataclass(frozen=True)
class Group:
    """Fields that belong together, under a legend where they have one in common.

    `beside` puts short fields next to each other where there is room; `folded` hides the group
    behind its legend until it is wanted.
    """

    fields: list[BoundField]
    legend: str = ""
    hint: str = ""
    beside: bool = False
    folded: bool = False

    @property
    def is_open(self) -> bool:
        """Whether a folded group has something to show: an answer or an error."""
        return any(field.errors or _says(field.value()) for field in self.fields)


def _says(value: Any) -> bool:
    """Whether there is anything in a field; a date that was typed has three parts."""
    return any(value) if isinstance(value, tuple | list) else bool(value)


class Refusable(Form):
    """A form that can show why the rules refused.

    `places` says at which field a reason is shown whose own field is called otherwise.
    """

    places: ClassVar[dict[str, str]] = {}

    def refuse(self, reasons: Iterable[Reason]) -> None:
        """Show each reason at the field that would mend it."""
        places = self.places  # as they are before the first error is added
        for said in in_words(reasons):
            place = places.get(said.field, said.field)
            self.add_error(place if place in self.fields else None, sentence(said))

    def set_today(self, today: date) -> None:
        """Tell every date which day it is."""
        for field in self.fields.values():
            if isinstance(field, Date):
                field.today = today

    def bound(self, *names: str) -> list[BoundField]:
        """Some of its fields, for a group."""
        return [self[name] for name in names]


class DeskForm(Refusable):
    """The base. A form names its fields, and `given` makes the input of its action of them."""

    all_or_none = False  # whether nothing is kept where one of its files cannot be
    seen = Hidden()  # how many events the person had seen: see `perform`
    draft = Hidden()  # the version of the draft that it was filled from: see `cases.drafts`

    def __init__(self, setting: Setting, data: Any = None, **kwargs: Any) -> None:
        self.setting = setting
        self.case = setting.case
        super().__init__(data, **kwargs)
        self.build()
        for field in self.fields.values():
            if isinstance(field, LetterText):
                field.stationery = self.setting.stationery
        self.set_today(setting.context.today)
        for name, value in self.first_values().items():
            self.fields[name].initial = value

    def recall(self, data: Any, version: int) -> None:
        """Fill the form with a draft, as it was typed."""
        for name, field in self.fields.items():
            if name != "seen" and not field.widget.value_omitted_from_data(data, {}, name):
                self.initial[name] = field.widget.value_from_datadict(data, {}, name)
        self.initial["draft"] = str(version)

    def build(self) -> None:
        """Add the fields that depend on the case."""

    def first_values(self) -> dict[str, Any]:
        """What stands in the fields before anything is typed."""
        return {}

    @property
    def uploads(self) -> list[Any]:
        """The files that came with it, for an action that keeps some."""
        return []

    def given(self) -> Any:
        """The input of the action. Of a valid form only."""
        raise NotImplementedError

    def as_typed(self) -> Self:
        """The form as it was typed, judged by nobody: for buttons that only help with writing."""
        self._errors, self.cleaned_data = ErrorDict(), {}
        return self

    @property
    def passages(self) -> list[dict[str, str]]:
        """Texts that can be put into a letter; none where the form writes no letter."""
        writes = any(isinstance(field, LetterText) for field in self.fields.values())
        known = self.setting.stationery.passages if writes else {}
        return [{"name": name, **passage.model_dump()} for name, passage in known.items()]

    @property
    def groups(self) -> list[Group]:
        """The fields in the order of the page."""
        return [Group(self.visible_fields())]


def sentence(said: Said) -> str:
    """A reason as one text: what is missing, what to do, and what it rests on."""
    return f"{said.says} {said.do}" + (f" ({said.why})" if said.why else "")
