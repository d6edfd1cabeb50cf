"""Promises and tasks: made at any time, put off with a letter, and updates as agreed (Code 5.9)."""

from dataclasses import replace
from datetime import date

import pytest

from redress.rules.access import Verb
from redress.rules.actions.agree_updates import AgreeUpdates
from redress.rules.actions.close import Close
from redress.rules.actions.complete_action import CompleteAction
from redress.rules.actions.move_action import MoveAction
from redress.rules.actions.promise import Promise
from redress.rules.actions.send_update import SendUpdate
from redress.rules.decision import Decision
from redress.rules.facts import ActionFacts, Clock, MoveFacts, State
from redress.rules.next_step import NextStep, next_step
from tests.rules.inputs import MENDING, plausible
from tests.rules.story import Story, answered, reach

PAINT = Promise(what="Paint it", owner="Repairs", due_on=date(2026, 6, 5), agreed=True)
ASK = Promise(what="Ask the surveyor", owner="Ben", due_on=date(2026, 5, 29), internal=True)
LATER = MoveAction(number=1, due_on=date(2026, 6, 26), why="The part is late.")


def letter(decision: Decision) -> dict[str, object]:
    (made,) = decision.letters
    assert made.kind == "action_update"
    return made.facts


class TestPromising:
    @pytest.mark.parametrize("state", [State.REQUEST_OPEN, State.STAGE_1_OPEN, State.REFUSED])
    def test_at_any_time(self, state: State) -> None:
        story = reach(state)
        story.does(Verb.PROMISE, PAINT, story.today)
        (action,) = story.facts.actions
        assert (action.what, action.owner, action.due_on) == ("Paint it", "Repairs", PAINT.due_on)
        assert (action.agreed, action.internal, action.stage) == (True, False, action.stage)

    def test_numbers_go_on_from_those_of_the_response(self) -> None:
        story = answered(MENDING)
        story.does(Verb.PROMISE, PAINT, "Wed 20 May")
        assert [action.number for action in story.facts.actions] == [1, 2]

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"what": " "}, "action_incomplete"),
            ({"owner": ""}, "action_incomplete"),
            ({"due_on": date(2026, 5, 4)}, "action_in_past"),
            ({"due_on": date(2033, 1, 1)}, "date_not_known"),
        ],
    )
    def test_what_is_refused(self, change: dict[str, object], code: str) -> None:
        given = replace(PAINT, **change)  # type: ignore[arg-type]
        refused = reach(State.STAGE_1_OPEN).refuses(Verb.PROMISE, given, "Tue 5 May")
        assert refused == [(code, "Code 7.3")]

    def test_one_not_agreed_is_noted_and_goes_ahead(self) -> None:
        story = reach(State.STAGE_1_OPEN)
        given = replace(PAINT, agreed=None)
        assert story.warns(Verb.PROMISE, given, "Tue 5 May") == [("not_agreed_yet", "Code 7.3")]
        assert story.warns(Verb.PROMISE, replace(ASK, agreed=None), "Tue 5 May") == []

    def test_a_promise_or_a_task_keeps_the_case_open(self) -> None:
        for given in (PAINT, ASK):
            story = reach(State.STAGE_1_ANSWERED)
            story.does(Verb.PROMISE, given, "Wed 20 May")
            assert next_step(story.facts) == NextStep(Verb.COMPLETE_ACTION, given.due_on)
            assert story.refuses(Verb.CLOSE, Close(), "Thu 21 May") == [
                ("actions_open", "Code 7.3")
            ]


class TestPuttingOff:
    def test_the_resident_is_told_with_the_reason_and_both_dates(self) -> None:
        story = answered(MENDING)  # by Friday 12 June
        told = letter(story.does(Verb.MOVE_ACTION, LATER, "Thu 11 Jun"))
        (news,) = told["news"]  # type: ignore[misc]
        for part in ("Mend the ceiling", "12 June 2026", "26 June 2026", "The part is late."):
            assert part in news
        assert told["still_to_do"] == ["Mend the ceiling – Repairs, by Friday 26 June 2026"]

    def test_the_old_date_stays_on_the_record(self) -> None:
        story = answered(MENDING)
        story.does(Verb.MOVE_ACTION, LATER, "Thu 11 Jun")
        again = replace(LATER, due_on=date(2026, 7, 3), why="It rains.")
        story.does(Verb.MOVE_ACTION, again, "Thu 25 Jun")
        (action,) = story.facts.actions
        assert action.due_on == date(2026, 7, 3)
        assert action.moves == (
            MoveFacts(date(2026, 6, 11), date(2026, 6, 12), "The part is late."),
            MoveFacts(date(2026, 6, 25), date(2026, 6, 26), "It rains."),
        )

    def test_of_a_task_the_resident_hears_nothing(self) -> None:
        story = reach(State.STAGE_1_OPEN)
        story.does(Verb.PROMISE, ASK, "Tue 5 May")
        assert story.does(Verb.MOVE_ACTION, LATER, "Wed 27 May").letters == ()

    def test_nor_does_a_letter_name_one(self) -> None:
        story = answered(MENDING)
        story.does(Verb.PROMISE, ASK, "Wed 20 May")
        told = letter(story.does(Verb.MOVE_ACTION, LATER, "Thu 11 Jun"))
        assert "surveyor" not in str(told)

    @pytest.mark.parametrize(
        ("change", "reason"),
        [
            ({"why": ""}, ("reason_missing", "Code 6.6")),
            ({"due_on": date(2026, 6, 10)}, ("action_in_past", "Code 7.3")),
            ({"due_on": date(2026, 6, 12)}, ("same_date", "Code 7.3")),
            ({"number": 9}, ("no_such_action", "Code 7.3")),
        ],
    )
    def test_what_is_refused(self, change: dict[str, object], reason: tuple[str, str]) -> None:
        given = replace(LATER, **change)  # type: ignore[arg-type]
        assert answered(MENDING).refuses(Verb.MOVE_ACTION, given, "Thu 11 Jun") == [reason]


class TestDone:
    def test_the_resident_is_told_where_that_is_wished(self) -> None:
        story = answered(MENDING)
        story.does(Verb.PROMISE, PAINT, "Wed 20 May")
        done = CompleteAction(number=1, done_on=date(2026, 6, 1), proof="Job 1", tell=True)
        told = letter(story.does(Verb.COMPLETE_ACTION, done, "Tue 2 Jun"))
        assert told["news"] == ["Mend the ceiling. We did this on Monday 1 June 2026."]
        assert told["still_to_do"] == ["Paint it – Repairs, by Friday 5 June 2026"]
        last = CompleteAction(number=2, done_on=date(2026, 6, 2), proof="Job 2", tell=True)
        told = letter(story.does(Verb.COMPLETE_ACTION, last, "Tue 2 Jun"))
        assert told["still_to_do"] == ["There is nothing left for us to do."]

    def test_else_no_letter(self) -> None:
        done = CompleteAction(number=1, done_on=date(2026, 6, 1), proof="Job 1")
        assert answered(MENDING).does(Verb.COMPLETE_ACTION, done, "Tue 2 Jun").letters == ()


class TestUpdates:
    WEEKLY = AgreeUpdates(every=5, how="By phone today.")

    def agreed(self) -> Story:
        """Agreed on Friday 22 May; Monday 25 May is a bank holiday."""
        story = reach(State.STAGE_1_OPEN)
        story.does(Verb.AGREE_UPDATES, self.WEEKLY, "Fri 22 May")
        return story

    def test_the_first_update_has_a_date(self) -> None:
        clock = self.agreed().clock(1, Clock.UPDATE)
        assert clock.promise and clock.code is None
        assert clock.promise.date == date(2026, 6, 1)  # Tue, Wed, Thu, Fri, Mon
        assert [skipped.why for skipped in clock.promise.skipped] == [
            "Saturday",
            "Sunday",
            "Spring bank holiday",
            "Saturday",
            "Sunday",
        ]

    def test_it_is_owed_before_the_answer_where_it_comes_first(self) -> None:
        story = reach(State.STAGE_1_OPEN)  # to be answered by Tue 19 May
        story.does(Verb.AGREE_UPDATES, AgreeUpdates(every=2, how="By phone."), "Tue 12 May")
        assert next_step(story.facts) == NextStep(Verb.SEND_UPDATE, date(2026, 5, 14), Clock.UPDATE)

    def test_an_update_sets_the_next_one(self) -> None:
        story = self.agreed()
        sent = SendUpdate(
            what_happened="The roofer came.",
            what_next="He comes again.",
            write_by=date(2026, 6, 8),
            agreed=True,
        )
        story.does(Verb.SEND_UPDATE, sent, "Mon 1 Jun")
        clock = story.clock(1, Clock.UPDATE)
        assert (clock.due_on, clock.met_on) == (date(2026, 6, 8), None)
        assert "late_since" not in story.events[-1].note

    def test_one_that_was_missed_is_counted(self) -> None:
        story = self.agreed()
        sent = SendUpdate(what_happened="So.", what_next="So.", write_by=date(2026, 6, 9))
        story.does(Verb.SEND_UPDATE, sent, "Tue 2 Jun")
        assert story.events[-1].note["late_since"] == "2026-06-01"

    def test_the_answer_ends_them(self) -> None:
        story = self.agreed()
        story.does(Verb.RESPOND, plausible(Verb.RESPOND, story.case, story.today), "Mon 1 Jun")
        assert story.clock(1, Clock.UPDATE).met_on == date(2026, 6, 1)

    @pytest.mark.parametrize("every", [0, 21, -1])
    def test_an_interval_that_is_none(self, every: int) -> None:
        given = AgreeUpdates(every=every, how="By phone.")
        refused = reach(State.STAGE_1_OPEN).refuses(Verb.AGREE_UPDATES, given, "Tue 12 May")
        assert refused == [("interval_out_of_range", "Code 5.9")]

    def test_an_agreement_of_which_nobody_knows(self) -> None:
        given = AgreeUpdates(every=5, how=" ")
        refused = reach(State.STAGE_1_OPEN).refuses(Verb.AGREE_UPDATES, given, "Tue 12 May")
        assert refused == [("agreement_missing", "Code 5.9")]


def test_an_action_of_an_older_redress_reads_as_a_promise() -> None:
    old = ActionFacts(1, 1, "Mend it", "Repairs", date(2026, 6, 12))
    assert (old.agreed, old.internal, old.moves) == (None, False, ())
