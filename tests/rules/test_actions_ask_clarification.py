"""Asking for clarification: a letter, and every date as it was."""

from dataclasses import replace

import pytest

from redress.rules.access import Verb
from redress.rules.actions.ask_clarification import AskClarification
from redress.rules.facts import State
from tests.rules.inputs import on
from tests.rules.story import reach

ASKED = AskClarification(
    questions=(" On which days? ", "", "Who came?"), answer_by=on("Mon 11 May")
)


@pytest.mark.parametrize(
    ("state", "still"),
    [
        (
            State.STAGE_1_RECEIVED,
            "We will still write to you by Monday 11 May 2026 to say what we will look into.",
        ),
        (State.STAGE_1_OPEN, "We will still send you our answer by Tuesday 19 May 2026."),
    ],
)
def test_the_letter_asks_and_says_that_no_date_moves(state: State, still: str) -> None:
    story = reach(state)
    before = story.facts
    (letter,) = story.does(Verb.ASK_CLARIFICATION, ASKED, "Wed 6 May").letters
    assert (letter.kind, letter.facts) == (
        "clarification",
        {
            "questions": ["On which days?", "Who came?"],
            "answer_by": "Monday 11 May 2026",
            "still_by": still,
        },
    )
    assert story.facts == before  # no clock stops: Code 6.2 to 6.4
    assert story.events[-1].note["questions"] == ["On which days?", "Who came?"]


def test_what_is_refused() -> None:
    story = reach(State.STAGE_1_OPEN)
    empty = replace(ASKED, questions=(" ",), answer_by=on("Wed 6 May"))
    assert story.refuses(Verb.ASK_CLARIFICATION, empty, "Wed 6 May") == [
        ("clarification_missing", "Code 5.6"),
        ("not_ahead", "Code 5.6"),
    ]
    far = replace(ASKED, answer_by=on("Tue 1 Jan 2199"))
    assert story.refuses(Verb.ASK_CLARIFICATION, far, "Wed 6 May") == [
        ("date_not_known", "Code 5.6")
    ]
