"""Respond: a finding with reasons on every issue, what is put right, and what is still to do."""

from typing import Any

from redress.rules import deadlines, evidence, sign_off
from redress.rules.access import CASEWORK
from redress.rules.actions.respond import DECIDED, IssueFinding, NewAction, Respond
from redress.rules.facts import Clock, Finding, LateReason
from redress.rules.words import FINDING, LATE_REASON, listed
from redress.web.desk.forms.base import DeskForm, Group
from redress.web.desk.forms.fields import LetterText, RuledRadios, RuledSelect, person
from redress.web.desk.forms.offers import NAMES as OFFERED
from redress.web.desk.forms.offers import offer_fields, offered
from redress.web.forms import Checkboxes, Date, LongText, Select, Text

COMMENT = "no_comment_reason"
EVIDENCE = "no_evidence_reason"
NOT_SENT = "For us, so that we are on time next time. It is not in the letter."
ACTIONS = range(1, 4)
LATE = ("late_reason", "late_note")
FINDINGS = [(finding.value, FINDING[finding].capitalize()) for finding in DECIDED]
WAITS_FOR_NOTHING = (
    "Somebody to do it, and a date. The answer does not wait for it; the case stays open until it "
    "is done."
)
QUICK = (("yes", "Without an investigation, and the resident agrees"),)
PEOPLE = {
    "drafted_by": "Drafted by",
    "approved_by": "Approved by",
    "checked_by": "Checked by",
}


class RespondForm(DeskForm):
    """One group an issue, then remedies, actions and the people who took part."""

    people_asked = tuple(PEOPLE)

    def build(self) -> None:
        for issue in self.case.issues_in:
            self.fields[f"finding_{issue.number}"] = RuledRadios("Finding", FINDINGS)
            self.fields[f"reasons_{issue.number}"] = LetterText(
                "Reasons", hint="What happened, and the policy, law or good practice it rests on."
            )
        self.fields.update(offer_fields())
        for row in ACTIONS:
            self.fields[f"what_{row}"] = Text("What will be done", limit=500, optional=True)
            self.fields[f"owner_{row}"] = Text("By whom", limit=200, optional=True)
            self.fields[f"due_on_{row}"] = Date("By when", optional=True)
        if self.setting.policy.stage(self.case.stage.number).comment_on_adverse_findings:
            self.fields[COMMENT] = LongText(
                "Why the answer goes without the resident’s comment",
                optional=True,
                hint="Only where a finding goes against them and they have not commented.",
                rows=2,
            )
        if deadlines.missed(self.case, Clock.RESPOND, self.setting.context.today):
            reasons = [("", "Choose a reason"), *LATE_REASON.items()]
            self.fields["late_reason"] = RuledSelect("Why it is late", reasons)
            self.fields["late_note"] = Text("More on that", limit=500, optional=True)
        if lacking := evidence.missing(self.case):
            self.fields[EVIDENCE] = LongText(
                "Evidence is missing. Why the answer goes without it",
                optional=True,
                hint=f"{listed(lacking)}. For colleagues; it is not in the letter.",
                rows=2,
            )
        people = self.setting.people(*CASEWORK, nobody="Nobody else")
        if sign_off.has_quick(self.setting.policy, self.case.stage.number):
            self.fields["quick"] = Checkboxes("How it was settled", QUICK, optional=True)
        for name in self.people_asked:
            self.fields[name] = Select(PEOPLE[name], people, optional=True)

    def first_values(self) -> dict[str, Any]:
        return {"drafted_by": str(self.setting.context.actor.id)}

    @property
    def groups(self) -> list[Group]:
        """Issue by issue, as the letter will have it."""
        issues = [
            Group(
                self.bound(f"finding_{issue.number}", f"reasons_{issue.number}"),
                f"Issue {issue.number}: {issue.summary}",
            )
            for issue in self.case.issues_in
        ]
        return [
            *issues,
            Group(self.bound(*OFFERED)),
            *(
                Group(
                    self.bound(*action_names(row)),
                    f"Still to be done: action {row}",
                    WAITS_FOR_NOTHING if row == 1 else "",
                    beside=True,
                    folded=row > 1,
                )
                for row in ACTIONS
            ),
            *([Group(self.bound(COMMENT))] if COMMENT in self.fields else []),
            *([Group(self.bound(EVIDENCE))] if EVIDENCE in self.fields else []),
            *([Group(self.bound(*LATE), "This answer is late", NOT_SENT)] if self._late else []),
            *([Group(self.bound("quick"))] if "quick" in self.fields else []),
            Group(self.bound(*self.people_asked), "Who took part in the answer", beside=True),
        ]

    @property
    def _late(self) -> bool:
        return "late_reason" in self.fields

    @property
    def places(self) -> dict[str, str]:  # type: ignore[override]
        """The first issue without its finding or reasons, and the first action."""
        issue = self.first_gap()
        gap = "reasons" if self.cleaned_data.get(f"finding_{issue}") else "finding"
        return {"findings": f"{gap}_{issue}", "actions": "what_1"}

    def first_gap(self) -> int:
        """The first issue that lacks a finding or its reasons; the first one if none does."""
        numbers = [issue.number for issue in self.case.issues_in] or [1]
        gaps = (number for number in numbers if not self._whole(number))
        return next(gaps, numbers[0])

    def _whole(self, number: int) -> bool:
        said = self.cleaned_data
        return bool(said.get(f"finding_{number}") and said.get(f"reasons_{number}"))

    def clean(self) -> dict[str, Any]:
        """An action that is named needs its date here: without one there is nothing to judge."""
        said: dict[str, Any] = self.cleaned_data
        for row in ACTIONS:
            started = said.get(f"what_{row}") or said.get(f"owner_{row}")
            asked = f"due_on_{row}"
            if started and asked in said and said[asked] is None:
                self.add_error(asked, "Enter the day by which it will be done")
        return said

    def given(self) -> Any:
        said = self.cleaned_data
        offer = offered(said)
        return Respond(
            findings=tuple(self._findings()),
            remedies=offer.words,
            kinds=offer.kinds,
            impact=offer.impact,
            pay_by=offer.pay_by,
            actions=tuple(
                NewAction(**dict(zip(("what", "owner", "due_on"), row, strict=True)))
                for row in (tuple(said[name] for name in action_names(n)) for n in ACTIONS)
                if any(row)
            ),
            no_comment_reason=said.get(COMMENT, ""),
            no_evidence_reason=said.get(EVIDENCE, ""),
            late_reason=LateReason(said["late_reason"]) if said.get("late_reason") else None,
            late_note=said.get("late_note", ""),
            compensation=offer.pounds,
            quick=bool(said.get("quick")),
            drafted_by=person(said["drafted_by"]),
            approved_by=person(said.get("approved_by", "")),
            checked_by=person(said["checked_by"]),
        )

    def _findings(self) -> list[IssueFinding]:
        said = self.cleaned_data
        return [
            IssueFinding(
                issue=issue.number,
                finding=Finding(said[f"finding_{issue.number}"]),
                reasons=said[f"reasons_{issue.number}"],
            )
            for issue in self.case.issues_in
            if said[f"finding_{issue.number}"]
        ]


def action_names(row: int) -> list[str]:
    """The fields of one action."""
    return [f"what_{row}", f"owner_{row}", f"due_on_{row}"]
