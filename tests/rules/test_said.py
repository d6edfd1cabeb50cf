"""What a resident says while following their complaint: kept, and answered where it asks for it."""

from dataclasses import replace
from datetime import date

import pytest

from redress.rules.access import Verb
from redress.rules.actions.agree_updates import AgreeUpdates
from redress.rules.actions.answer_definition import AnswerDefinition
from redress.rules.actions.answer_extension import AnswerExtension
from redress.rules.actions.close import Close
from redress.rules.actions.complete_action import CompleteAction
from redress.rules.actions.mediate import Mediate
from redress.rules.actions.rate import Rate
from redress.rules.actions.read_out_code import ReadOutCode
from redress.rules.actions.record_findings_comment import RecordFindingsComment
from redress.rules.actions.respond import Respond
from redress.rules.actions.say_not_done import SayNotDone
from redress.rules.actions.settle_offer import Outcome, SettleOffer
from redress.rules.actions.share_findings import ShareFindings
from redress.rules.facts import MediationStep, State
from redress.rules.facts_followed import DisputeFacts, Kept, RatingFacts
from redress.rules.facts_incoming import Asks, Sender
from redress.rules.next_step import next_step
from redress.rules.resident_view import shown
from tests.rules.inputs import MENDING, findings, on, plausible
from tests.rules.story import MARY, Story, answered, reach

RIGHT, WRONG = AnswerDefinition(agrees=True), AnswerDefinition(agrees=False, words=" The bath too.")
NOT_DONE = SayNotDone(number=1, words="Nobody came.")


def says(story: Story, verb: Verb, given: object, when: str | date) -> Story:
    """The resident does it."""
    story.does(verb, given, when, MARY)
    return story


def refused(story: Story, verb: Verb, given: object, when: str) -> list[str]:
    return [code for code, _ in story.refuses(verb, given, when, MARY)]


class TestTheDefinition:
    def test_the_resident_can_say_that_it_is_right_and_nobody_has_to_answer(self) -> None:
        story = says(reach(State.STAGE_1_OPEN), Verb.ANSWER_DEFINITION, RIGHT, "Wed 6 May")
        assert story.facts.stage.definition_agreed is True
        assert story.facts.incoming == ()

    def test_or_correct_it_which_waits_for_an_answer_and_changes_no_word_of_ours(self) -> None:
        """Code 5.6."""
        before = reach(State.STAGE_1_OPEN)
        was = before.facts.stage
        now = says(before, Verb.ANSWER_DEFINITION, WRONG, "Wed 6 May").facts
        assert now.stage == replace(was, definition_agreed=False, definition_answer="The bath too.")
        (message,) = now.incoming
        assert message.text == "About what you understood: The bath too."
        assert (message.sender, message.channel, message.name) == (
            Sender.RESIDENT,
            "web",
            MARY.name,
        )
        assert not message.is_answered and message.stage_2 is None
        assert now.deadlines == before.facts.deadlines

    def test_a_change_of_mind_counts(self) -> None:
        story = says(reach(State.STAGE_1_OPEN), Verb.ANSWER_DEFINITION, WRONG, "Wed 6 May")
        says(story, Verb.ANSWER_DEFINITION, RIGHT, "Thu 7 May")
        stage = story.facts.stage
        assert (stage.definition_agreed, stage.definition_answer) == (True, "")

    def test_a_correction_says_what(self) -> None:
        story = reach(State.STAGE_1_OPEN)
        blank = AnswerDefinition(agrees=False, words=" ")
        assert refused(story, Verb.ANSWER_DEFINITION, blank, "Wed 6 May") == ["correction_missing"]


class TestANewDate:
    def extended(self) -> Story:
        story = reach(State.STAGE_1_OPEN)
        story.does(Verb.EXTEND, plausible(Verb.EXTEND, story.case, on("Wed 6 May")), "Wed 6 May")
        return story

    @pytest.mark.parametrize("agreed", [True, False])
    def test_the_answer_is_kept_and_moves_nothing(self, agreed: bool) -> None:
        """Code 6.4: the landlord decides it."""
        story = self.extended()
        dates = story.facts.deadlines
        given = AnswerExtension(agreed=agreed)
        now = says(story, Verb.ANSWER_EXTENSION, given, "Thu 7 May").facts
        assert now.stage.extensions[-1].agreed is agreed
        assert now.deadlines == dates
        assert len(now.incoming) == (0 if agreed else 1)

    def test_words_are_answered_even_of_who_agrees(self) -> None:
        given = AnswerExtension(agreed=True, words="Come after six.")
        now = says(self.extended(), Verb.ANSWER_EXTENSION, given, "Thu 7 May").facts
        assert now.incoming[0].text.endswith("I agree. Come after six.")

    def test_the_same_answer_again_is_none(self) -> None:
        story, given = self.extended(), AnswerExtension(agreed=True)
        says(story, Verb.ANSWER_EXTENSION, given, "Thu 7 May")
        assert refused(story, Verb.ANSWER_EXTENSION, given, "Thu 7 May") == ["answered_before"]

    def test_how_often_they_hear_is_chosen_from_what_we_offer(self) -> None:
        """Code 5.9."""
        story = reach(State.STAGE_1_OPEN)
        odd = AgreeUpdates(every=1, how="On the page")
        assert refused(story, Verb.AGREE_UPDATES, odd, "Wed 6 May") == ["interval_out_of_range"]
        says(story, Verb.AGREE_UPDATES, replace(odd, every=5), "Wed 6 May")
        assert story.facts.update_every == 5


class TestNotDone:
    def done(self) -> Story:
        story = answered(MENDING)
        given = CompleteAction(number=1, done_on=on("Wed 20 May"), proof="Job 7")
        story.does(Verb.COMPLETE_ACTION, given, "Wed 20 May")
        return story

    def test_what_was_marked_as_done_is_owed_again(self) -> None:
        """Code 6.6, 7.3."""
        story = says(self.done(), Verb.SAY_NOT_DONE, NOT_DONE, "Thu 21 May")
        (action,) = story.facts.actions
        said = DisputeFacts(on("Thu 21 May"), "Nobody came.", on("Wed 20 May"))
        assert (action.done_on, action.disputes, action.proof) == (None, (said,), "Job 7")
        step = next_step(story.facts)
        assert step is not None and step.verb is Verb.COMPLETE_ACTION

    def test_it_is_a_message_that_may_ask_for_stage_2(self) -> None:
        (message,) = says(self.done(), Verb.SAY_NOT_DONE, NOT_DONE, "Thu 21 May").facts.incoming
        assert message.text == "Not done: Mend the ceiling. Nobody came."
        assert message.stage_2 is Asks.OPEN

    def test_a_closed_case_is_open_again(self) -> None:
        story = self.done()
        story.does(Verb.CLOSE, Close(), "Fri 22 May")
        says(story, Verb.SAY_NOT_DONE, NOT_DONE, "Fri 29 May")
        assert story.facts.state is State.STAGE_1_ANSWERED
        assert refused_to_close(story)

    def test_one_not_marked_yet_is_flagged_and_stays_owed(self) -> None:
        story = says(answered(MENDING), Verb.SAY_NOT_DONE, NOT_DONE, "Thu 21 May")
        (action,) = story.facts.actions
        assert action.disputes[0].marked_done_on is None and action.done_on is None

    def test_a_task_among_colleagues_is_none_of_theirs(self) -> None:
        story = answered()
        task = replace(plausible(Verb.PROMISE, story.case, on("Tue 19 May")), internal=True)
        story.does(Verb.PROMISE, replace(task, agreed=None), "Tue 19 May")
        assert refused(story, Verb.SAY_NOT_DONE, NOT_DONE, "Thu 21 May") == ["no_such_action"]


def refused_to_close(story: Story) -> bool:
    return bool(story.refuses(Verb.CLOSE, Close(), "Fri 29 May"))


class TestTheRest:
    def test_a_comment_on_findings_by_the_resident_waits_for_an_answer(self) -> None:
        """Code 5.8."""
        story = reach(State.STAGE_1_OPEN)
        shared = ShareFindings(findings="We came on 3 May.", comment_by=on("Mon 11 May"))
        story.does(Verb.SHARE_FINDINGS, shared, "Wed 6 May")
        given = RecordFindingsComment(comment="That was next door.", came_on=on("Thu 7 May"))
        now = says(story, Verb.RECORD_FINDINGS_COMMENT, given, "Thu 7 May").facts
        assert now.incoming[0].text == "About your findings: That was next door."

    def test_the_resident_takes_an_offer_or_not_and_never_says_that_it_is_paid(self) -> None:
        story = answered(compensation=150, pay_by=on("Fri 5 Jun"), impact="Cold nights.")
        paid = SettleOffer(number=1, outcome=Outcome.PAID, on=on("Wed 20 May"), proof="x")
        assert refused(story, Verb.SETTLE_OFFER, paid, "Wed 20 May") == ["not_permitted"]
        says(story, Verb.SETTLE_OFFER, replace(paid, outcome=Outcome.ACCEPTED), "Wed 20 May")
        (offer,) = story.facts.offers
        assert offer.is_owed
        assert "I accept it." in story.facts.incoming[0].text

    def test_they_rate_a_closed_complaint_once_a_stage(self) -> None:
        story, given = reach(State.CLOSED), Rate(handled=2, kept=Kept.NO, words=" Slow. ")
        says(story, Verb.RATE, given, "Fri 22 May")
        kept = RatingFacts(1, on("Fri 22 May"), 2, Kept.NO, "Slow.")
        assert story.facts.ratings == (kept,)
        assert refused(story, Verb.RATE, given, "Fri 22 May") == ["rated_before"]

    @pytest.mark.parametrize("mark", [0, 6, -1])
    def test_a_mark_is_from_one_to_five(self, mark: int) -> None:
        given = Rate(handled=mark, kept=Kept.YES)
        assert refused(reach(State.CLOSED), Verb.RATE, given, "Fri 22 May") == ["mark_out_of_range"]

    @pytest.mark.parametrize("step", [MediationStep.ACCEPTED, MediationStep.DECLINED])
    def test_they_answer_an_offer_of_mediation(self, step: MediationStep) -> None:
        story = reach(State.STAGE_1_OPEN)
        offered = Mediate(step=MediationStep.OFFERED, on=on("Wed 6 May"), who="TPAS")
        story.does(Verb.MEDIATE, offered, "Wed 6 May")
        assert shown(story.facts).mediation_open
        given = Mediate(step=step, on=on("Thu 7 May"), who=MARY.name)
        says(story, Verb.MEDIATE, given, "Thu 7 May")
        assert story.facts.mediations[-1].answer is step
        assert story.facts.incoming[0].text.startswith("About mediation: I ")
        assert not shown(story.facts).mediation_open

    def test_a_letter_of_ours_answers_what_they_said(self) -> None:
        story = says(reach(State.STAGE_1_OPEN), Verb.ANSWER_DEFINITION, WRONG, "Wed 6 May")
        story.does(Verb.RESPOND, Respond(findings=findings(story.facts)), "Mon 18 May")
        assert story.facts.incoming[0].is_answered

    def test_a_code_is_read_out_to_somebody_whom_we_made_sure_of(self) -> None:
        story = reach(State.STAGE_1_OPEN)
        nobody = ReadOutCode(to=" ", how=" ")
        codes = [code for code, _ in story.refuses(Verb.READ_OUT_CODE, nobody, "Wed 6 May")]
        assert codes == ["code_for_nobody", "not_checked"]
        before = story.facts
        story.does(Verb.READ_OUT_CODE, ReadOutCode(to="Mary", how="Born 1950"), "Wed 6 May")
        assert story.facts == before
