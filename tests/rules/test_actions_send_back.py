"""Sending a response back to whoever wrote it."""

import pytest

from redress.rules.access import Verb
from redress.rules.actions.respond import Respond
from redress.rules.actions.send_back import SendBack
from redress.rules.actions.sign import Sign
from redress.rules.actions.submit import Submit
from redress.rules.facts import Settled, State
from redress.rules.next_step import next_step
from tests.rules.inputs import findings, on
from tests.rules.story import CAROL, Story, reach


@pytest.fixture
def waiting() -> Story:
    story = reach(State.STAGE_1_OPEN)
    given = Submit(response=Respond(findings=findings(story.facts)))
    story.does(Verb.SUBMIT, given, "Mon 18 May")
    return story


def test_it_goes_back_with_the_comment_and_a_response_is_owed_again(waiting: Story) -> None:
    given = SendBack(number=1, comment=" Say when the roofer came. ")
    waiting.does(Verb.SEND_BACK, given, "Tue 19 May", CAROL)
    (text,) = waiting.facts.submissions
    assert (text.settled, text.settled_by) == (Settled.SENT_BACK, CAROL.id)
    assert (text.settled_on, text.comment) == (on("Tue 19 May"), "Say when the roofer came.")
    step = next_step(waiting.facts)
    assert waiting.facts.waiting is None and step and step.verb is Verb.RESPOND


def test_why_is_said(waiting: Story) -> None:
    given = SendBack(number=1, comment=" ")
    (reason,) = waiting.tries(Verb.SEND_BACK, given, "Tue 19 May", CAROL).reasons
    assert (reason.code, reason.field) == ("change_missing", "comment")


def test_what_was_sent_back_is_not_signed_and_not_sent_back_again(waiting: Story) -> None:
    given = SendBack(number=1, comment="Say when.")
    waiting.does(Verb.SEND_BACK, given, "Tue 19 May", CAROL)
    for verb, again in ((Verb.SEND_BACK, given), (Verb.SIGN, Sign(number=1))):
        assert waiting.refuses(verb, again, "Tue 19 May", CAROL) == [("nothing_to_sign", "")]
