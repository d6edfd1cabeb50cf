"""Responding: a finding with reasons on every issue, and other people at stage 2."""

from dataclasses import replace
from typing import Any

import pytest

from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.escalate import Escalate
from redress.rules.actions.extend import Extend
from redress.rules.actions.receive import NewIssue
from redress.rules.actions.respond import IssueFinding, NewAction, Respond, overall
from redress.rules.facts import Clock, Finding, LateReason, State
from redress.rules.policy import Guard, Mode
from tests.rules.inputs import DEFINED, MENDING, findings, refusal
from tests.rules.inputs import on as day
from tests.rules.story import AMINA, BEN, CARA, DEV, Story, dates, reach, warning

UP, PART, NOT = Finding.UPHELD, Finding.PARTLY_UPHELD, Finding.NOT_UPHELD
TWO = (NewIssue(summary="Leak"), NewIssue(summary="Mould"))


def found(*decisions: Finding, reasons: str = "We came after three weeks.") -> Respond:
    """A finding on issues 1, 2 …"""
    return Respond(
        findings=tuple(
            IssueFinding(issue=number, finding=finding, reasons=reasons)
            for number, finding in enumerate(decisions, 1)
        )
    )


def two_issues(**others: Any) -> Story:
    return reach(State.STAGE_1_OPEN, issues=TWO, **others)


def test_it_ends_the_stage_and_meets_the_date() -> None:
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.RESPOND, found(UP), "Tue 19 May")
    stage, clock = story.facts.stage, story.clock(1, Clock.RESPOND)
    assert (story.facts.state, stage.outcome) == (State.STAGE_1_ANSWERED, UP)
    assert (stage.responded_on, stage.ended_on) == (day("Tue 19 May"), day("Tue 19 May"))
    assert (clock.met_on, clock.due_on) == (day("Tue 19 May"), day("Tue 19 May"))


def test_each_issue_keeps_its_own_finding_with_reasons() -> None:
    story = two_issues()
    story.does(Verb.RESPOND, found(UP, NOT), "Mon 18 May")
    kept = [(i.findings[0].stage, i.findings[0].finding) for i in story.facts.issues]
    assert kept == [(1, UP), (1, NOT)]
    assert story.facts.issues[0].findings[0].reasons == "We came after three weeks."


@pytest.mark.parametrize(
    ("decisions", "outcome"),
    [
        ([UP, UP], UP),
        ([NOT, NOT, NOT], NOT),
        ([UP, NOT], PART),
        ([UP, PART], PART),
        ([PART, PART], PART),
        ([NOT], NOT),
    ],
)
def test_the_outcome_is_what_all_issues_agree_on(
    decisions: list[Finding], outcome: Finding
) -> None:
    assert overall(decisions) is outcome


def test_stage_2_adds_its_findings_to_those_of_stage_1() -> None:
    story = reach(State.STAGE_2_OPEN)
    story.does(Verb.RESPOND, found(NOT), "Tue 23 Jun", BEN)
    assert [(f.stage, f.finding) for f in story.facts.issues[0].findings] == [(1, UP), (2, NOT)]
    assert [stage.outcome for stage in story.facts.stages] == [UP, NOT]
    assert story.facts.state is State.STAGE_2_ANSWERED


def test_who_sends_it_drafted_it_unless_another_did() -> None:
    one, two = reach(State.STAGE_1_OPEN), reach(State.STAGE_1_OPEN)
    one.does(Verb.RESPOND, found(UP), "Mon 18 May")
    two.does(Verb.RESPOND, replace(found(UP), drafted_by=7, checked_by=DEV), "Mon 18 May")
    assert one.facts.stage.considered_by == {AMINA.id}
    assert two.facts.stage.considered_by == {7, DEV}


@pytest.mark.parametrize(
    ("landlord", "window"),
    [
        ("tower-hamlets-homes", "Tue 16 Jun"),  # 20 working days after Mon 18 May
        ("herefordshire", "Mon 15 Jun"),  # 28 calendar days
        ("together", None),
        ("code-model", None),
    ],
)
def test_the_landlords_window_for_stage_2_is_shown(landlord: str, window: str | None) -> None:
    story = reach(State.STAGE_1_ANSWERED, landlord)  # on Mon 18 May
    found_ = story.facts.deadline(1, Clock.ESCALATE)
    assert (found_ and dates(found_)) == (window and (day(window), None))


class TestActions:
    def test_they_are_numbered_through_the_case_and_stay_open(self) -> None:
        story = reach(State.STAGE_1_OPEN)
        other = replace(MENDING, what=" Pay £50 ", owner=" Finance ")
        story.does(Verb.RESPOND, replace(found(UP), actions=(MENDING, other)), "Mon 18 May")
        kept = [(a.number, a.stage, a.what, a.owner, a.done_on) for a in story.facts.actions]
        assert kept == [
            (1, 1, "Mend the ceiling", "Repairs", None),
            (2, 1, "Pay £50", "Finance", None),
        ]

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"what": " "}, "action_incomplete"),
            ({"owner": ""}, "action_incomplete"),
            ({"due_on": day("Sun 17 May")}, "action_in_past"),
            ({"due_on": day("Fri 31 Dec 9999")}, "date_not_known"),
        ],
    )
    def test_each_says_what_who_and_a_day_to_come(self, change: Any, code: str) -> None:
        given = replace(found(UP), actions=(replace(MENDING, **change),))
        story = reach(State.STAGE_1_OPEN)
        assert story.refuses(Verb.RESPOND, given, "Mon 18 May") == [(code, "Code 7.3")]

    def test_one_for_today_is_to_come(self) -> None:
        today = NewAction(what="Ring her", owner="Amina", due_on=day("Mon 18 May"))
        story = reach(State.STAGE_1_OPEN)
        story.does(Verb.RESPOND, replace(found(UP), actions=(today,)), "Mon 18 May")


class TestFindings:
    @pytest.mark.parametrize(
        ("given", "reasons"),
        [
            (found(), ["finding_missing"]),
            (found(UP), ["finding_missing"]),
            (found(UP, UP, UP), ["no_such_issue"]),
            (found(UP, Finding.RESOLVED), ["not_a_finding"]),
            (found(UP, Finding.WITHDRAWN), ["not_a_finding"]),
            (found(UP, NOT, reasons=" \n"), ["reasons_missing"]),
            (Respond(findings=(*found(UP).findings, *found(NOT).findings)),
             ["finding_missing", "no_such_issue"]),
        ],
    )  # fmt: skip
    def test_one_decision_with_reasons_on_each_issue(
        self, given: Respond, reasons: list[str]
    ) -> None:
        refused = two_issues().refuses(Verb.RESPOND, given, "Mon 18 May")
        assert [code for code, _ in refused] == reasons

    @pytest.mark.parametrize(
        ("state", "by", "provision"),
        [(State.STAGE_1_OPEN, AMINA, "Code 6.7"), (State.STAGE_2_OPEN, BEN, "Code 6.18")],
    )
    def test_by_the_provision_of_the_stage(self, state: State, by: Actor, provision: str) -> None:
        story = reach(state)
        given = found(UP, reasons="")
        assert story.refuses(Verb.RESPOND, given, "Tue 26 May", by) == [
            ("reasons_missing", provision)
        ]

    def test_a_refused_part_needs_none(self) -> None:
        """Code 2.5: the part that is refused has its own letter."""
        story = two_issues()
        story.refusing(refusal(issues=(2,)), "Thu 7 May")
        assert story.refuses(Verb.RESPOND, found(UP, UP), "Mon 18 May") == [
            ("no_such_issue", "Code 6.7")
        ]
        story.does(Verb.RESPOND, found(UP), "Mon 18 May")

    @pytest.mark.parametrize(
        ("given", "code"),
        [(found(UP), "finding_missing"), (found(UP, UP, reasons=""), "reasons_missing")],
    )
    def test_where_the_policy_warns_it_goes_ahead_and_says_so(
        self, given: Respond, code: str
    ) -> None:
        story = two_issues(book=warning(Guard.FINDINGS))
        assert story.warns(Verb.RESPOND, given, "Mon 18 May") == [(code, "Code 6.7")]
        assert story.facts.stage.outcome is UP

    def test_no_policy_lets_a_response_go_without_any_finding(self) -> None:
        """Harrow's 373 closed without an outcome: the stage must have one (Code 5.12)."""
        story = two_issues(book=warning(Guard.FINDINGS))
        refused = story.refuses(Verb.RESPOND, found(), "Mon 18 May")
        assert refused == [("finding_missing", "Code 6.7")]


class TestOtherPeopleAtStage2:
    """Code 6.13: nobody who drafted, approved or checked stage 1 has a part in stage 2."""

    ROLES = ("drafted_by", "approved_by", "checked_by")

    def stage_2(self, role: str, book: Any = None) -> Story:
        """Stage 2 of a case whose stage 1 was considered in this role by Cara."""
        story = reach(State.STAGE_1_OPEN, book=book)
        given = replace(found(UP), **{"drafted_by": 7, role: CARA})
        story.does(Verb.RESPOND, given, "Mon 18 May")
        asked = Escalate(requested_on=day("Wed 20 May"), channel="phone")
        story.does(Verb.ESCALATE, asked, "Wed 20 May", BEN)
        story.does(Verb.ACKNOWLEDGE, DEFINED, "Tue 26 May", BEN)
        return story

    @pytest.mark.parametrize("at_2", ROLES)
    @pytest.mark.parametrize("at_1", ROLES)
    def test_in_no_role(self, at_1: str, at_2: str) -> None:
        given = replace(found(UP), **{at_2: CARA})
        assert self.stage_2(at_1).refuses(Verb.RESPOND, given, "Fri 19 Jun", BEN) == [
            ("considered_stage_1", "Code 6.13")
        ]

    @pytest.mark.parametrize("at_1", ROLES)
    def test_nor_as_the_one_who_sends_it(self, at_1: str) -> None:
        cara = Actor(CARA, "Cara", frozenset({Role.DIRECTOR}))
        given = replace(found(UP), drafted_by=BEN.id)
        assert self.stage_2(at_1).refuses(Verb.RESPOND, given, "Fri 19 Jun", cara) == [
            ("considered_stage_1", "Code 6.13")
        ]

    @pytest.mark.parametrize("at_1", ROLES)
    def test_where_the_policy_warns_it_goes_ahead_and_says_so(self, at_1: str) -> None:
        story = self.stage_2(at_1, warning(Guard.SEPARATE_PEOPLE))
        given = replace(found(UP), approved_by=CARA)
        assert story.warns(Verb.RESPOND, given, "Fri 19 Jun", BEN) == [
            ("considered_stage_1", "Code 6.13")
        ]

    def test_other_people_may(self) -> None:
        story = self.stage_2("checked_by")
        given = replace(found(UP), approved_by=DEV, checked_by=55)
        story.does(Verb.RESPOND, given, "Fri 19 Jun", BEN)
        assert story.facts.stage.considered_by == {BEN.id, DEV, 55}

    def test_at_stage_1_one_person_may_do_it_all(self) -> None:
        story = reach(State.STAGE_1_OPEN)
        given = replace(found(UP), approved_by=AMINA.id, checked_by=AMINA.id)
        story.does(Verb.RESPOND, given, "Mon 18 May")


class TestTheLetter:
    def facts(self, given: Respond, story: Story | None = None) -> dict[str, Any]:
        story = story or reach(State.STAGE_1_OPEN)
        (letter,) = story.does(Verb.RESPOND, given, "Mon 18 May").letters
        return letter.facts

    def test_says_what_was_decided_and_why_of_each_issue(self) -> None:
        facts = self.facts(found(UP, NOT), two_issues())
        assert facts["decisions"] == [
            "Leak: upheld. We came after three weeks.",
            "Mould: not upheld. We came after three weeks.",
        ]
        assert facts["decision_summary"].startswith("We uphold part of your complaint.")

    def test_lists_what_is_still_to_be_done_by_whom_and_when(self) -> None:
        facts = self.facts(replace(found(UP), actions=(MENDING,)))
        assert facts["actions"] == ["Mend the ceiling – Repairs, by Friday 12 June 2026"]

    def test_offers_the_remedies_that_have_words(self) -> None:
        facts = self.facts(replace(found(UP), remedies=(" £50 for the delay. ", " ")))
        assert facts["remedies"] == ["£50 for the delay."]

    @pytest.mark.parametrize(
        ("finding", "words"),
        [
            (NOT, "We found nothing that we need to put right."),
            (UP, "We say sorry for what we got wrong."),
            (PART, "We say sorry for what we got wrong."),
        ],
    )
    def test_never_upholds_a_complaint_and_finds_nothing_to_put_right(
        self, finding: Finding, words: str
    ) -> None:
        assert self.facts(found(finding))["remedies"] == [words]

    def test_is_that_of_its_stage(self) -> None:
        story = reach(State.STAGE_2_OPEN)
        given = Respond(findings=findings(story.facts))
        (letter,) = story.does(Verb.RESPOND, given, "Fri 19 Jun", BEN).letters
        assert (letter.kind, letter.stage, letter.facts["stage_name"]) == (
            "stage_2_response",
            2,
            "stage 2",
        )


def test_what_was_done_before_the_answer_is_on_record_with_it() -> None:
    story = reach(State.STAGE_1_OPEN)
    decision = story.does(Verb.RESPOND, replace(found(UP), remedies=("£50",)), "Mon 18 May")
    assert decision.events[0].note["remedies"] == ["£50"]


class TestLate:
    """The answer of a stage 1 opened in the story is due on Tue 19 May 2026."""

    def test_without_a_reason_it_goes_and_says_so(self) -> None:
        story = reach(State.STAGE_1_OPEN)
        decision = story.does(Verb.RESPOND, found(UP), "Wed 20 May")
        assert [said.code for said in decision.warnings] == ["late_reason_missing"]
        assert story.facts.stage.late_reason is None

    def test_the_reason_is_kept_on_the_stage(self) -> None:
        story = reach(State.STAGE_1_OPEN)
        why = replace(found(UP), late_reason=LateReason.CONTRACTOR, late_note=" No scaffold. ")
        decision = story.does(Verb.RESPOND, why, "Wed 20 May")
        stage = story.facts.stage
        assert decision.warnings == ()
        assert (stage.late_reason, stage.late_note) == (LateReason.CONTRACTOR, "No scaffold.")

    def test_another_reason_says_which(self) -> None:
        story = reach(State.STAGE_1_OPEN)
        other = replace(found(UP), late_reason=LateReason.OTHER, late_note=" ")
        decision = story.does(Verb.RESPOND, other, "Wed 20 May")
        assert [(said.code, said.field) for said in decision.warnings] == [
            ("late_note_missing", "late_note")
        ]

    def test_on_its_day_nothing_is_asked_and_nothing_kept(self) -> None:
        story = reach(State.STAGE_1_OPEN)
        why = replace(found(UP), late_reason=LateReason.STAFF, late_note="Away.")
        assert story.does(Verb.RESPOND, found(UP), "Tue 19 May").warnings == ()
        story = reach(State.STAGE_1_OPEN)
        story.does(Verb.RESPOND, why, "Tue 19 May")
        assert (story.facts.stage.late_reason, story.facts.stage.late_note) == (None, "")

    def test_an_extension_told_in_time_is_no_lateness(self) -> None:
        story = reach(State.STAGE_1_OPEN)
        more = Extend(new_date=day("Tue 2 Jun"), reason="The survey is on Monday.")
        story.does(Verb.EXTEND, more, "Mon 18 May")
        assert story.does(Verb.RESPOND, found(UP), "Tue 2 Jun").warnings == ()

    def test_past_the_date_it_was_extended_to_it_is_late(self) -> None:
        story = reach(State.STAGE_1_OPEN)
        more = Extend(new_date=day("Tue 26 May"), reason="The survey is on Friday.")
        story.does(Verb.EXTEND, more, "Mon 18 May")
        late = story.does(Verb.RESPOND, found(UP), "Wed 27 May")
        assert [said.code for said in late.warnings] == ["late_reason_missing"]

    def test_a_landlord_may_make_it_a_bar(self) -> None:
        story = reach(State.STAGE_1_OPEN, book=warning(Guard.LATE_REASON, mode=Mode.REFUSE))
        assert story.refuses(Verb.RESPOND, found(UP), "Wed 20 May") == [
            ("late_reason_missing", "Code 5.12")
        ]
