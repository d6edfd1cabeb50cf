"""A landlord's own wording is looked at by the bounds of the packaged one before it is used."""

from dataclasses import replace

import pytest

from redress.rules.letters import letter_kinds
from redress.rules.own_wording import Look, look
from redress.rules.wording import LetterError, given, source, wording

FIRST = (
    "{handler_name} has news of what we will do next for you. Today is {date}. "
    "Ask us: {contact}.\n\n"
)
WITHDRAWAL = FIRST + "You told us to stop on {withdrawn_date}. We have now stopped.\n"


def looked(body: str, subject: str = "News {reference}", kind: str = "withdrawal") -> Look:
    return look(given(kind, subject, body, 3), wording(kind), {})


@pytest.mark.parametrize("kind", letter_kinds())
def test_the_packaged_wording_given_again_has_no_fault_and_says_the_same(kind: str) -> None:
    subject, body = source(kind)
    own = given(kind, subject, body, 2)
    assert replace(own, own=0) == wording(kind)
    found = look(own, wording(kind), {})
    assert found.faults == () and found.letter and found.letter.version.endswith(".2")


def test_the_source_of_a_landlord_with_its_own_file_is_that_file() -> None:
    common = source("stage_2_response")
    own = source("stage_2_response", "tower-hamlets-homes")
    assert own[0] == common[0] and own[1] != common[1]
    with pytest.raises(LetterError, match="no letter 'nothing'"):
        source("nothing")


def test_a_sound_wording_is_shown_with_the_facts_of_a_sample_and_those_that_are_known() -> None:
    own = given("withdrawal", "News\n{reference}", WITHDRAWAL, 3)
    found = look(own, wording("withdrawal"), {"landlord_name": "Elm Homes", "ombudsman": ("X",)})
    assert found.faults == () and found.letter is not None
    assert found.letter.subject == "News HAR-2026-0041" and "Elm Homes" in found.letter.text
    assert found.first.startswith("Dan Reed has news of what we will do")
    assert len(found.first.split()) <= 40


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("Nothing.", "has no place for {withdrawn_date}, which Code"),
        (WITHDRAWAL + "{sums}", "has a place {sums}, a fact that this letter does not get"),
        (WITHDRAWAL + "We come on {the day}.", "{the day} is not a place"),
        (WITHDRAWAL + "{{ date }} {% now %}", "{% now %} is not a place"),
        (WITHDRAWAL + "We " + "go on and " * 12 + "stop.", "A sentence has 38 words; 25"),
        (
            WITHDRAWAL + "Notwithstanding aforementioned representations, administrative "
            "considerations necessitate comprehensive reconsideration. " * 9,
            "It reads at grade",
        ),
        ("Thank you. " * 30 + WITHDRAWAL, "first 40 words do not say who writes: {handler_name}"),
        ("Thank you. " * 30 + WITHDRAWAL, "first 40 words do not say how to reach us: {contact}"),
        (
            WITHDRAWAL.replace("Today is {date}. ", "Well. " * 20) + "It is {date}.",
            "first 40 words do not say a date",
        ),
    ],
)
def test_each_fault_is_said(body: str, says: str) -> None:
    assert says in " ".join(looked(body).faults)


def test_a_list_in_the_middle_of_a_sentence_is_a_fault() -> None:
    subject, body = source("closing")
    inline = body.replace("- {what_was_done}", "We did this: {what_was_done}.")
    assert inline != body
    found = looked(inline, subject, "closing")
    assert found.faults == ("What was done must be one text here, not a list.",)


@pytest.mark.parametrize("typed", ["<b>We</b> & you", "## ", "- ", "\\", "#let x = 1"])
def test_what_is_no_place_is_printed_as_it_stands(typed: str) -> None:
    found = looked(WITHDRAWAL + f"\n\nThis: {typed}\n")
    assert found.letter and f"This: {typed}".strip() in found.letter.text
