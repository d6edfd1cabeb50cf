"""Triage: what a case is about, which service leads, how urgent it is, who handles it."""

from collections.abc import Iterable
from typing import Any

from redress.rules.access import CASEWORK, Verb, may
from redress.rules.actions.classify import Classify
from redress.rules.categories import Tree, tree_of
from redress.rules.facts import Priority
from redress.rules.policy_parts import Informal
from redress.rules.words import PRIORITY
from redress.web.desk.forms.base import DeskForm, Group
from redress.web.desk.forms.fields import RuledSelect, person
from redress.web.forms import Checkboxes, Radios, Select, Text

MARKS = {
    "early_resolution": "Can be put right at once: stage 1 all the same, with a full answer",
    "about_staff": "About a member of staff or a director",
    "group_complaint": "From several residents together",
}
BY_SHARE = "By the share of the issues, or by the category"
MORE_THAN_ONE = "In more than one service"


class ClassifyForm(DeskForm):
    """Everything that triage decides, on one page. The category alone is enough for a service."""

    def build(self) -> None:
        tree = tree_of(self.case.landlord)
        self.fields["category"] = Select(
            "What kind of problem", categories(tree, self.case.category), optional=True
        )
        self.fields["service"] = RuledSelect(
            "Service that leads",
            services(tree, [self.case.service], BY_SHARE),
            hint="It answers for the whole case. The others give their part.",
        )
        self.fields["priority"] = Radios("Priority", [(p.value, PRIORITY[p]) for p in Priority])
        if may(self.setting.context.actor, Verb.ALLOCATE):
            self.people = dict(self.setting.people(*CASEWORK, nobody="Nobody yet"))
            self.fields["handler"] = Select(
                "Who will handle it", self.people.items(), optional=True
            )
        self.fields["marks"] = Checkboxes("Is it any of these?", MARKS.items(), optional=True)
        self.fields["contributing"] = Checkboxes(
            "Services that give their part",
            services(tree, self.case.contributing),
            optional=True,
        )
        self.fields["contractor"] = Text(
            "Contractor or partner it is about",
            limit=120,
            optional=True,
            hint="We answer for their work as for our own (Code 5.4).",
        )
        for issue in self.case.issues_in:
            self.fields[f"service_{issue.number}"] = Select(
                issue.summary, services(tree, [issue.service], "The one that leads"), optional=True
            )

    def first_values(self) -> dict[str, Any]:
        case = self.case
        first = {
            "service": case.service,
            "category": case.category,
            "priority": case.priority.value,
            "contributing": list(case.contributing),
            "contractor": case.contractor,
            "marks": [name for name in MARKS if getattr(case, name)],
            "handler": case.handler or "",
            **{f"service_{issue.number}": issue.service for issue in case.issues_in},
        }
        return {name: value for name, value in first.items() if name in self.fields}

    @property
    def groups(self) -> list[Group]:
        """Where it belongs and who has it; then what is needed less often, folded."""
        return [Group(self._first(), beside=True), *self._more()]

    def _first(self) -> list[Any]:
        handler = ["handler"] if "handler" in self.fields else []
        return self.bound("category", "service", *handler, "priority", "marks")

    def _more(self) -> list[Group]:
        shares = self.bound(*(name for name in self.fields if name.startswith("service_")))
        parts = self.bound("contributing", "contractor")
        found = [Group(parts, "Other services and contractors", folded=True)]
        if len(shares) > 1:
            found.append(Group(shares, "Which service answers which issue", folded=True))
        return found

    def classification(self) -> dict[str, Any]:
        """What `Classify` and `Log` have in common."""
        said = self.cleaned_data
        handler = person(said.get("handler", ""))
        issues = [issue.number for issue in self.case.issues_in]
        return {
            "service": said["service"],
            "category": said["category"],
            "contributing": tuple(said["contributing"]),
            "services": tuple((n, said[f"service_{n}"]) for n in issues),
            "contractor": said["contractor"],
            "priority": Priority(said["priority"]),
            "handler": handler,
            "handler_name": self.people[str(handler)] if handler else "",
            **{name: name in said["marks"] for name in MARKS},
        }

    @property
    def informal(self) -> Informal | None:
        """The landlord's own step before or beside stage 1, where this is not yet a complaint."""
        request = self.case.stage.number == 0
        return self.setting.policy.informal if request else None

    def given(self) -> Classify:
        return Classify(**self.classification())


def services(tree: Tree, kept: Iterable[str] = (), nothing: str = "") -> list[tuple[str, str]]:
    """The landlord's services to choose from, those that the case has besides, and `nothing`."""
    none = [("", nothing)] if nothing else []
    names = [*tree.services, *(name for name in kept if name and name not in tree.services)]
    return [*none, *((name, name) for name in names)]


def categories(tree: Tree, kept: str = "") -> list[Any]:
    """The reasons of each service under its name; one that the case has besides stands first."""
    every = [reason for reasons in tree.services.values() for reason in reasons]
    shared = dict.fromkeys(reason for reason in every if every.count(reason) > 1)
    found: list[Any] = [("", "Not known yet")]
    if kept and kept not in every:
        found.append((kept, kept))
    for service, reasons in tree.services.items():
        own = [(reason, reason) for reason in reasons if reason not in shared]
        found.append((service, own))
    return [*found, *([(MORE_THAN_ONE, [(name, name) for name in shared])] if shared else [])]
