"""Ask several people for their comments at once."""

from typing import Any

from redress.rules.actions.ask_comments import LONGEST_NAME, AskComments, Asked
from redress.rules.chasing import response_due, usual_due
from redress.rules.decision import calendar_of
from redress.web.desk.forms.base import DeskForm, Group
from redress.web.desk.forms.fields import RuledLong, issue_choices, numbers
from redress.web.forms import Checkboxes, Date, Email, Text

OTHER = ("other_name", "other_organisation", "other_email", "other_manager_email")
PLACE = (("yes", "The address of the home"),)


class AskCommentsForm(DeskForm):
    """People of the address book to tick, and one more to type."""

    other_name = Text("Name", optional=True, limit=LONGEST_NAME, called="The other person’s name")
    other_organisation = Text("Service or contractor", optional=True)
    other_email = Email(optional=True, autocomplete="off")
    other_manager_email = Email("Manager’s email address", optional=True, autocomplete="off")
    question = RuledLong(
        "What do you need to know?", hint="All of them get the same question.", rows=4
    )
    due_on = Date("Answer by")

    def build(self) -> None:
        book = self.setting.address_book()
        self.known = {str(each.pk): each for each in book}
        choices = [(number, str(each)) for number, each in self.known.items()]
        self.fields["people"] = Checkboxes("Who to ask", choices, optional=True)
        issues = issue_choices(self.case.issues_in)
        self.fields["issues"] = Checkboxes("Issues of the complaint", issues, optional=True)
        self.fields["address"] = Checkboxes("Where it is", PLACE, optional=True)
        self.order_fields(["people", *OTHER, "question", "issues", "address"])

    def first_values(self) -> dict[str, Any]:
        context = self.setting.context
        calendar = calendar_of(self.setting.policy)
        every = [str(issue.number) for issue in self.case.issues_in]
        return {
            "due_on": usual_due(self.case, calendar, context.today),
            "issues": every if len(every) == 1 else [],
        }

    @property
    def places(self) -> dict[str, str]:  # type: ignore[override]
        """Where nobody is in the address book, there is nobody to tick."""
        named = self.cleaned_data.get("other_name")
        return {} if self.known else {"people": "other_email" if named else "other_name"}

    @property
    def response_due(self) -> Any:
        """The day the response is due, for the page to show beside the date asked for."""
        return response_due(self.case)

    @property
    def groups(self) -> list[Group]:
        """Whom, what, by when; then what else they may see."""
        asked = [Group(self.bound("people"))] if self.known else []
        seen = ("issues", "address") if self.case.issues_in else ("address",)
        return [
            *asked,
            Group(self.bound(*OTHER), self._other_title, "", beside=True, folded=bool(self.known)),
            Group(self.bound("question")),
            Group(self.bound(*seen), "What else they may see", SEES),
            Group(self.bound("due_on")),
        ]

    @property
    def _other_title(self) -> str:
        return "Someone else" if self.known else "Who to ask"

    def given(self) -> AskComments:
        said = self.cleaned_data
        return AskComments(
            people=self._people(),
            question=said["question"],
            due_on=said["due_on"],
            issues=numbers(said["issues"]),
            address=bool(said["address"]),
        )

    def _people(self) -> tuple[Asked, ...]:
        said = self.cleaned_data
        chosen = [self.known[number] for number in said["people"]]
        people = [
            Asked(
                name=each.name,
                organisation=each.organisation,
                email=each.email,
                manager_email=each.manager_email,
            )
            for each in chosen
        ]
        if any(said[name] for name in ("other_name", "other_organisation", "other_email")):
            other = Asked(
                name=said["other_name"],
                organisation=said["other_organisation"],
                email=said["other_email"],
                manager_email=said["other_manager_email"],
            )
            people.append(other)
        return tuple(people)


SEES = (
    "They see the question, the reference of the case and what is ticked here. They do not see who "
    "the resident is."
)
