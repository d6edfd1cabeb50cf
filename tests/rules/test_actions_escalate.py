"""Asking for stage 2: no reasons, no window, no third stage; under the policy of that day."""

from dataclasses import replace
from datetime import date

import pytest

from redress.rules.access import Verb
from redress.rules.actions.escalate import Escalate
from redress.rules.actions.respond import Respond
from redress.rules.decision import Book
from redress.rules.facts import Clock, State
from redress.rules.next_step import next_step
from redress.rules.policy import Guard, Mode, Policy
from redress.rules.policy_files import policies_of
from redress.rules.span_words import read_span
from tests.rules.inputs import DEFINED, findings, plausible
from tests.rules.inputs import on as day
from tests.rules.story import AMINA, BEN, MARY, Story, begun, dates, reach, warning


def asked(when: str, reasons: str = "") -> Escalate:
    return Escalate(requested_on=day(when), channel="phone", reasons=reasons)


def test_stage_2_begins_with_its_own_dates_and_no_handler() -> None:
    story = reach(State.STAGE_1_ANSWERED)
    story.does(Verb.ALLOCATE, plausible(Verb.ALLOCATE, story.case, story.today), "Mon 18 May")
    story.does(Verb.ESCALATE, asked("Wed 20 May"), "Thu 21 May")
    case = story.facts
    assert (case.state, case.stage.number, case.handler) == (State.STAGE_2_REQUESTED, 2, None)
    # 5 working days from the day it reached anyone; 25 May is a bank holiday
    assert dates(story.clock(2, Clock.ACKNOWLEDGE)) == (day("Thu 28 May"), day("Thu 28 May"))
    # and 20 from there
    assert dates(story.clock(2, Clock.RESPOND)) == (day("Thu 25 Jun"), day("Thu 25 Jun"))


def test_stage_1_stays_as_it_was() -> None:
    story = reach(State.STAGE_1_ANSWERED)
    before, clocks = story.facts.stage, story.facts.deadlines
    story.does(Verb.ESCALATE, asked("Wed 20 May"), "Wed 20 May", MARY)
    assert story.facts.stages[0] == before
    assert story.facts.deadlines[: len(clocks)] == clocks


@pytest.mark.parametrize(("said", "kept"), [("", "Mend it."), (" Pay. ", "Pay.")])
def test_the_outcome_sought_is_kept_unless_another_is_named(said: str, kept: str) -> None:
    story = reach(State.STAGE_1_ANSWERED)
    given = replace(asked("Wed 20 May"), outcome_sought=said)
    story.does(Verb.ESCALATE, given, "Wed 20 May")
    assert story.facts.stage.outcome_sought == kept


@pytest.mark.parametrize("landlord", ["code-model", "harrow"])
def test_nobody_has_to_say_why(landlord: str) -> None:
    story = reach(State.STAGE_1_ANSWERED, landlord)
    assert story.warns(Verb.ESCALATE, asked("Wed 20 May"), "Wed 20 May", MARY) == []


@pytest.mark.parametrize(
    ("landlord", "clause"),
    [
        ("tower-hamlets-homes", "Stage 2 – Review"),
        ("together", "5.6"),
        ("herefordshire", "3 Stage 2"),
    ],
)
def test_a_policy_that_asks_why_is_noted_and_never_a_bar(landlord: str, clause: str) -> None:
    """T21, A12, H9 against Code 6.12."""
    story = reach(State.STAGE_1_ANSWERED, landlord)
    warned = story.warns(Verb.ESCALATE, asked("Wed 20 May", " "), "Wed 20 May")
    assert warned == [("no_reasons_given", clause)]
    assert story.facts.state is State.STAGE_2_REQUESTED


def test_reasons_that_are_given_are_kept() -> None:
    story = reach(State.STAGE_1_ANSWERED, "together")
    assert story.warns(Verb.ESCALATE, asked("Wed 20 May", " It drips. "), "Wed 20 May") == []
    assert story.events[-1].note == {"channel": "phone", "reasons": "It drips."}


@pytest.mark.parametrize(
    ("landlord", "last", "late", "clause"),
    [
        # answered on Mon 18 May: 20 working days, and 28 calendar days
        ("tower-hamlets-homes", "Tue 16 Jun", "Wed 17 Jun", "Stage 2 – Review"),
        ("herefordshire", "Mon 15 Jun", "Tue 16 Jun", "3 Stage 1"),
    ],
)
def test_a_late_request_is_noted_and_never_a_bar(
    landlord: str, last: str, late: str, clause: str
) -> None:
    """T21 and H9 are not among the Code's grounds for a refusal (5.11, 6.10)."""
    in_time, too_late = (reach(State.STAGE_1_ANSWERED, landlord) for _ in range(2))
    assert in_time.warns(Verb.ESCALATE, asked(last, "It drips."), late) == []
    assert too_late.warns(Verb.ESCALATE, asked(late, "It drips."), late) == [
        ("window_passed", clause)
    ]


@pytest.mark.parametrize(
    ("guard", "given", "reason"),
    [
        (Guard.ESCALATION_REASONS, asked("Wed 20 May"), ("no_reasons_given", "Stage 2 – Review")),
        (Guard.ESCALATION_WINDOW, asked("Wed 17 Jun", "Drips."),
         ("window_passed", "Stage 2 – Review")),
    ],
)  # fmt: skip
def test_only_a_policy_that_says_refuse_refuses(
    guard: Guard, given: Escalate, reason: tuple[str, str]
) -> None:
    book = warning(guard, landlord="tower-hamlets-homes", mode=Mode.REFUSE)
    story = reach(State.STAGE_1_ANSWERED, "tower-hamlets-homes", book)
    assert story.refuses(Verb.ESCALATE, given, "Wed 17 Jun") == [reason]


@pytest.mark.parametrize("when", ["Thu 30 Apr", "Fri 22 May", "Fri 31 Dec 9999"])
def test_the_day_lies_between_the_complaint_and_today(when: str) -> None:
    story = reach(State.STAGE_1_ANSWERED)
    assert story.refuses(Verb.ESCALATE, asked(when), "Thu 21 May") == [
        ("date_out_of_range", "Code 6.11")
    ]


def test_a_day_before_the_first_policy_is_refused() -> None:
    story = reach(State.STAGE_1_ANSWERED)
    assert story.refuses(Verb.ESCALATE, asked("Mon 1 Jan 0001"), "Thu 21 May") == [
        ("date_not_known", "")
    ]


def test_closing_never_shuts_out_stage_2() -> None:
    story = reach(State.CLOSED)  # after the stage 1 answer
    story.does(Verb.ESCALATE, asked("Mon 30 Nov"), "Mon 30 Nov", MARY)
    assert story.facts.state is State.STAGE_2_REQUESTED


def test_there_is_no_third_stage() -> None:
    story = reach(State.STAGE_2_ANSWERED)
    story.does(Verb.CLOSE, plausible(Verb.CLOSE, story.case, story.today), "Mon 22 Jun")
    assert story.refuses(Verb.ESCALATE, asked("Mon 22 Jun"), "Mon 22 Jun") == [
        ("no_third_stage", "Code 5.3")
    ]


@pytest.mark.parametrize("state", [State.REFUSED, State.WITHDRAWN, State.REQUEST_ANSWERED])
def test_there_is_no_stage_2_without_a_stage_1_answer(state: State) -> None:
    story = reach(state)
    story.does(Verb.CLOSE, plausible(Verb.CLOSE, story.case, story.today), "Fri 8 May")
    assert story.refuses(Verb.ESCALATE, asked("Fri 8 May"), "Fri 8 May") == [
        ("stage_1_not_answered", "Code 6.10")
    ]


class TestANewPolicyBetweenTheStages:
    def test_harrow_in_april_2023(self) -> None:
        """Stage 1 under 15 working days, stage 2 under the version of 1 April 2023."""
        story = begun("harrow", when="Mon 6 Mar 2023")
        for verb, when in (
            (Verb.LOG, "Mon 6 Mar 2023"),
            (Verb.ACKNOWLEDGE, "Thu 9 Mar 2023"),
            (Verb.RESPOND, "Thu 30 Mar 2023"),
        ):
            story.does(verb, plausible(verb, story.case, day(when)), when)
        story.does(Verb.ESCALATE, asked("Sat 1 Apr 2023"), "Mon 3 Apr 2023")
        assert [stage.policy for stage in story.facts.stages] == [
            "harrow/2021-04-01",
            "harrow/2023-04-01",
        ]

    def made_up(self) -> tuple[Book, Policy, Policy]:
        """A policy that from Monday 1 June promises stage 2 in 15 working days, not 20."""
        (old,) = policies_of("code-model")
        respond = old.stage_2.respond.model_copy(update={"span": read_span("15 working days")})
        stage_2 = old.stage_2.model_copy(update={"respond": respond})
        new = old.model_copy(update={"starts": date(2026, 6, 1), "stage_2": stage_2})
        by_id = {policy.id: policy for policy in (old, new)}
        book = Book(lambda slug, on: new if on >= new.starts else old, by_id.__getitem__)
        return book, old, new

    @pytest.mark.parametrize(
        ("requested", "version", "promise"),
        [("Fri 29 May", 0, "Fri 3 Jul"), ("Mon 1 Jun", 1, "Mon 29 Jun")],
    )
    def test_the_day_of_the_request_decides_not_the_day_it_is_recorded(
        self, requested: str, version: int, promise: str
    ) -> None:
        book, *versions = self.made_up()
        story = reach(State.STAGE_1_ANSWERED, book=book)
        story.does(Verb.ESCALATE, asked(requested), "Tue 2 Jun")
        assert story.facts.stage.policy == versions[version].id
        # acknowledgement due 5 or 8 June, then 20 or 15 working days
        assert dates(story.clock(2, Clock.RESPOND))[0] == day(promise)

    def test_the_stage_keeps_its_policy_whatever_comes_later(self) -> None:
        book, old, _ = self.made_up()
        story = reach(State.STAGE_1_ANSWERED, book=book)
        story.does(Verb.ESCALATE, asked("Fri 29 May"), "Fri 29 May")
        story.does(Verb.ACKNOWLEDGE, DEFINED, "Tue 2 Jun", BEN)
        assert story.facts.stage.policy == old.id
        assert dates(story.clock(2, Clock.RESPOND))[0] == day("Tue 30 Jun")  # 20 after 2 June

    def test_the_guards_of_stage_2_are_those_of_its_own_policy(self) -> None:
        """The new version lets the same people decide; stage 1 was under the strict one."""
        strict, lax = warning().by_id(""), warning(Guard.SEPARATE_PEOPLE).by_id("")
        lax = lax.model_copy(update={"starts": date(2026, 5, 20)})
        by_id = {strict.id: strict, lax.id: lax}
        book = Book(lambda slug, on: lax if on >= lax.starts else strict, by_id.__getitem__)
        story: Story = reach(State.STAGE_2_OPEN, book=book)
        given = Respond(findings=findings(story.facts))
        assert story.warns(Verb.RESPOND, given, "Fri 19 Jun", AMINA) == [
            ("considered_stage_1", "Code 6.13")
        ]


@pytest.mark.parametrize("landlord", ["tower-hamlets-homes", "code-model", "herefordshire"])
def test_help_from_the_service_meanwhile_is_a_task_that_holds_nothing_up(landlord: str) -> None:
    """Tower Hamlets Homes, Stage 2 (T21), against Code 5.3, 6.10."""
    alone, helped = (reach(State.STAGE_1_ANSWERED, landlord) for _ in range(2))
    given = Escalate(requested_on=day("Wed 20 May"), channel="phone")
    alone.does(Verb.ESCALATE, given, "Wed 20 May", BEN)
    given = replace(given, help_with=" Mend the tap. ")
    decision = helped.does(Verb.ESCALATE, given, "Wed 20 May", BEN)
    task = helped.facts.actions[-1]
    assert (task.what, task.owner, task.internal) == ("Mend the tap.", "Repairs", True)
    assert decision.letters == ()  # the resident is written to of stage 2 alone
    assert replace(helped.facts, actions=alone.facts.actions) == alone.facts
    now, would = next_step(helped.facts), next_step(alone.facts)
    assert now == would and task.due_on >= day("Wed 20 May")
