"""Words measured: every letter can be read at 9 to 11 and says first what matters most."""

from collections.abc import Callable
from statistics import median

import pytest

from redress.rules.letter_samples import facts
from redress.rules.letters import render
from redress.rules.reading import SENTENCE_END, grade, sentences, without, words
from redress.rules.wording import PLACE, letter_kinds, wording

FIXED_NAMES = ("Housing Ombudsman", "www.housing-ombudsman.org.uk", "Harrow Council")
KINDS = letter_kinds()

# What each kind of letter decides or will do, and by when: both in the first 40 words.
WHAT_AND_WHEN = {
    "receipt": ("what we will look into", "Thursday 14 May 2026"),
    "acknowledgement": ("send you our answer", "Friday 29 May 2026"),
    "extension": ("We need more time", "Friday 12 June 2026"),
    "clarification": ("to ask you something", "Monday 18 May 2026"),
    "holding_update": ("news of your complaint", "Friday 12 June 2026"),
    "offer": ("We offer to put things right", "Thursday 14 May 2026"),
    "adverse_findings": ("We have not decided yet", "Thursday 21 May 2026"),
    "signpost": ("for somebody else to put right", "Thursday 14 May 2026"),
    "action_update": ("what we said we would do", "Thursday 14 May 2026"),
    "stage_1_response": ("We uphold part of your complaint", "Thursday 14 May 2026"),
    "stage_2_response": ("We uphold part of your complaint", "Thursday 14 May 2026"),
    "refusal": ("We will not look into", "Thursday 14 May 2026"),
    "escalation_refusal": ("We will not take your complaint to stage 2", "Thursday 14 May 2026"),
    "withdrawal": ("We have now stopped", "Monday 11 May 2026"),
    "closing": ("We closed your complaint", "Thursday 14 May 2026"),
    "satisfaction": ("how we did", "Friday 12 June 2026"),
    "request_answer": ("This is our answer", "Thursday 14 May 2026"),
    "consent_request": ("they speak for you", "Friday 29 May 2026"),
    "representative_acknowledgement": ("We heard from you", "Thursday 14 May 2026"),
    "behaviour_warning": ("change how you are in touch with us", "Thursday 14 May 2026"),
    "contact_restriction": ("We limit how you can contact us", "Friday 13 November 2026"),
    "restriction_review": ("the limits on how you can contact us", "Friday 13 November 2026"),
    "restriction_end": ("you can contact us as you could before", "Friday 13 November 2026"),
    "outcome_for_others": ("the case you asked us about", "Thursday 14 May 2026"),
}
# Words for which plain English has a shorter one.
TO_AVOID = (
    "additional", "advise", "aforementioned", "ascertain", "attempt", "commence", "enquire",
    "ensure", "facilitate", "forthwith", "however", "in accordance", "in order to",
    "maladministration", "obtain", "prior to", "pursuant", "regarding", "rectify",
    "terminate", "therefore", "utilise", "with respect to",
)  # fmt: skip


def prose(kind: str) -> str:
    """The sentences we wrote ourselves: no headings, lists or lines that are only a fact."""
    paragraphs = (block.text for block in wording(kind).blocks if block.kind == "paragraph")
    ours = (text for text in paragraphs if SENTENCE_END.search(f"{text} "))
    return "\n".join(PLACE.sub("today", text) for text in ours)


def whole(kind: str) -> str:
    """The letter as a resident gets it."""
    return render(kind, facts(kind)).text


@pytest.mark.parametrize("text_of", [prose, whole])
@pytest.mark.parametrize("kind", KINDS)
def test_no_letter_is_harder_than_grade_8(kind: str, text_of: Callable[[str], str]) -> None:
    assert grade(text_of(kind), FIXED_NAMES) <= 8


@pytest.mark.parametrize("text_of", [prose, whole])
def test_the_middle_letter_is_no_harder_than_grade_5(text_of: Callable[[str], str]) -> None:
    assert median(grade(text_of(kind), FIXED_NAMES) for kind in KINDS) <= 5


@pytest.mark.parametrize("kind", KINDS)
def test_no_sentence_has_more_than_25_words_nor_the_average_more_than_15(kind: str) -> None:
    lengths = [len(words(one)) for one in sentences(without(prose(kind), FIXED_NAMES))]
    assert max(lengths) <= 25
    assert sum(lengths) / len(lengths) <= 15


@pytest.mark.parametrize("kind", KINDS)
def test_who_what_and_by_when_stand_in_the_first_40_words(kind: str) -> None:
    after_greeting = whole(kind).split("Dear Ms Okafor\n\n")[1]
    beginning = " ".join(after_greeting.split()[:40])
    what, when = WHAT_AND_WHEN[kind]
    for needed in ("Dan Reed", "020 7946 0000", what, when):
        assert needed in beginning


@pytest.mark.parametrize("kind", KINDS)
def test_no_letter_uses_a_word_with_a_plainer_one(kind: str) -> None:
    text = prose(kind).lower()
    assert [word for word in TO_AVOID if word in text] == []


@pytest.mark.parametrize(
    "kind",
    ["acknowledgement", "extension", "stage_1_response", "stage_2_response", "refusal",
     "escalation_refusal"],
)  # fmt: skip
def test_the_ombudsman_can_be_reached_from_every_letter_that_decides(kind: str) -> None:
    text = whole(kind)
    assert "0300 111 3000" in text
    assert "www.housing-ombudsman.org.uk" in text


@pytest.mark.parametrize("kind", KINDS)
def test_headings_are_those_a_resident_would_use(kind: str) -> None:
    said = {block.lines[0] for block in wording(kind).blocks if block.kind == "heading"}
    assert all(heading[0].isupper() and len(words(heading)) <= 8 for heading in said)
    assert not {"Findings", "Remedies", "Outstanding actions", "Escalation"} & said


def test_the_stage_1_answer_says_that_no_reasons_are_needed_to_go_on() -> None:
    """Code 6.12."""
    assert "You do not have to tell us why." in prose("stage_1_response")


@pytest.mark.parametrize("kind", KINDS)
def test_that_stage_2_was_separate_is_a_fact_and_never_wording(kind: str) -> None:
    """Code 6.13: a letter may not say so by itself, because a case may be otherwise."""
    assert "took no part" not in prose(kind)
