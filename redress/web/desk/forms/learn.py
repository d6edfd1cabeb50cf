"""Record what was learned from an issue that was upheld."""

from typing import Any

from redress.rules.actions.learn import Learn
from redress.rules.causes import causes_of
from redress.rules.facts import IssueFacts
from redress.rules.learning import lessons_owed, upheld
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import YES_NO, RuledLong, RuledSelect
from redress.web.forms import Radios

WIDER = (("no", "No, this case alone"), ("yes", "Yes: it goes on the register of improvements"))


class LearnForm(DeskForm):
    """Its root cause, what went wrong, the lesson, and whether more must change."""

    places = {"issue": "number"}

    def build(self) -> None:
        choices = [(str(each.number), each.summary) for each in upheld(self.case)]
        self.fields["number"] = Radios("Which issue", choices, missing="Select an issue")
        causes = [("", "Choose"), *causes_of(self.case.landlord).items()]
        self.fields["cause"] = RuledSelect("Root cause", causes)
        self.fields["went_wrong"] = RuledLong(
            "What went wrong", rows=3, hint="What led to it, and not who."
        )
        self.fields["lesson"] = RuledLong(
            "What we learned", rows=3, hint="What would have kept it from happening."
        )
        self.fields["wider"] = Radios(
            "Must something change beyond this case?", WIDER, missing="Select whether more changes"
        )

    @property
    def chosen(self) -> IssueFacts | None:
        """The issue that the link named, else the one of which nothing is said yet."""
        named = str(self.initial.get("number", ""))
        known = upheld(self.case)
        first = [each for each in known if str(each.number) == named]
        first = first or list(lessons_owed(self.case)[:1]) or list(known[:1])
        return first[0] if first else None

    def first_values(self) -> dict[str, Any]:
        issue = self.chosen
        if issue is None:
            return {}
        said = {"cause": issue.cause, "went_wrong": issue.went_wrong, "lesson": issue.lesson}
        wider = "" if issue.wider is None else YES_NO[not issue.wider][0]
        return {"number": str(issue.number), "wider": wider, **said}

    def given(self) -> Learn:
        said = self.cleaned_data
        return Learn(
            issue=int(said["number"]),
            cause=said["cause"],
            went_wrong=said["went_wrong"],
            lesson=said["lesson"],
            wider=said["wider"] == "yes",
        )
