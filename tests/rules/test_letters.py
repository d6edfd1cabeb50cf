"""A letter says everything it must, and shows what people wrote exactly as they wrote it."""

import pytest

from redress.rules.letter_samples import COMMON, OMBUDSMAN, facts
from redress.rules.letters import Missing, MissingParts, render
from redress.rules.wording import Block, LetterError, letter_kinds, wording

KINDS = (
    "acknowledgement",
    "action_update",
    "adverse_findings",
    "behaviour_warning",
    "clarification",
    "closing",
    "consent_request",
    "contact_restriction",
    "escalation_refusal",
    "extension",
    "holding_update",
    "offer",
    "outcome_for_others",
    "receipt",
    "refusal",
    "representative_acknowledgement",
    "request_answer",
    "restriction_end",
    "restriction_review",
    "satisfaction",
    "signpost",
    "stage_1_response",
    "stage_2_response",
    "withdrawal",
)
NASTY = "## Not a heading\n- {reference} {nobody} *bold* <b>tag</b> 🏠 \u202e"


def test_the_kinds_of_letter_are_those_of_the_procedure() -> None:
    assert letter_kinds() == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_every_fact_stands_in_the_letter(kind: str) -> None:
    letter = render(kind, facts(kind))
    said = f"{letter.subject}\n{letter.text}"
    for fact in facts(kind).values():
        for item in [fact] if isinstance(fact, str) else fact:
            assert item in said
    assert "{" not in said


@pytest.mark.parametrize(
    ("kind", "fact"), [(kind, fact) for kind in KINDS for fact in sorted(facts(kind))]
)
def test_no_letter_without_each_of_its_facts(kind: str, fact: str) -> None:
    without = {name: said for name, said in facts(kind).items() if name != fact}
    blank: list[str | list[str]] = ["", " \n", [], ["something", " "]]
    for given in [without, *(without | {fact: nothing} for nothing in blank)]:
        with pytest.raises(MissingParts) as refused:
            render(kind, given)
        assert [gap.fact for gap in refused.value.missing] == [fact]


@pytest.mark.parametrize(
    ("kind", "fact", "provisions"),
    [
        # Code 6.9 a to g
        ("stage_1_response", "stage_name", ("6.9a",)),
        ("stage_1_response", "definition", ("6.9b",)),
        ("stage_1_response", "decision_summary", ("6.9c",)),
        ("stage_1_response", "decisions", ("6.9c", "6.9d")),
        ("stage_1_response", "remedies", ("6.9e",)),
        ("stage_1_response", "actions", ("6.9f",)),
        ("stage_1_response", "how_to_escalate", ("6.9g",)),
        # Code 6.19 a to g, and 6.13
        ("stage_2_response", "stage_name", ("6.19a",)),
        ("stage_2_response", "definition", ("6.19b",)),
        ("stage_2_response", "decision_summary", ("6.19c",)),
        ("stage_2_response", "decisions", ("6.19c", "6.19d")),
        ("stage_2_response", "remedies", ("6.19e",)),
        ("stage_2_response", "actions", ("6.19f",)),
        ("stage_2_response", "ombudsman", ("6.19g",)),
        ("stage_2_response", "who_considered", ("6.13",)),
        # Code 5.6 and 5.7
        ("acknowledgement", "definition", ("5.6",)),
        ("acknowledgement", "outcome_sought", ("5.6",)),
        ("acknowledgement", "responsible", ("5.7",)),
        ("acknowledgement", "not_responsible", ("5.7",)),
        # Code 6.4 and 6.5; at stage 2, 6.15 and 6.16
        ("extension", "new_date", ("6.4", "6.15")),
        ("extension", "reason", ("6.4", "6.15")),
        ("extension", "ombudsman", ("6.5", "6.16")),
        # Code 2.4 and 5.11
        ("refusal", "discretion", ("2.3",)),
        ("refusal", "reasons", ("2.4", "2.5")),
        ("refusal", "ombudsman", ("2.4",)),
        ("escalation_refusal", "reasons", ("5.11", "2.4")),
        ("escalation_refusal", "ombudsman", ("2.4",)),
        ("stage_1_response", "handler_name", ()),
    ],
)
def test_a_gap_names_the_provisions_that_ask_for_it(
    kind: str, fact: str, provisions: tuple[str, ...]
) -> None:
    given = dict(facts(kind))
    del given[fact]
    with pytest.raises(MissingParts) as refused:
        render(kind, given)
    assert refused.value.missing == (Missing(fact, provisions),)


@pytest.mark.parametrize(
    ("kind", "part"), [("stage_1_response", "6.9"), ("stage_2_response", "6.19")]
)
def test_a_response_covers_all_seven_parts(kind: str, part: str) -> None:
    assert {f"{part}{letter}" for letter in "abcdefg"} <= set(wording(kind).meta.parts)


def test_all_gaps_are_named_at_once_and_in_words() -> None:
    given = dict(facts("stage_1_response")) | {"remedies": (), "how_to_escalate": ""}
    with pytest.raises(MissingParts) as refused:
        render("stage_1_response", given)
    assert str(refused.value) == (
        "Stage 1 response cannot be written without: remedies (Code 6.9e); "
        "how to escalate (Code 6.9g)."
    )


def test_a_fact_without_a_place_is_refused() -> None:
    with pytest.raises(LetterError, match="Receipt has no place for: ombudsman, remedies"):
        render("receipt", facts("receipt") | {"remedies": "none", "ombudsman": OMBUDSMAN})


def test_an_unknown_kind_is_refused_with_the_kinds_there_are() -> None:
    with pytest.raises(LetterError, match="no letter 'nonsense'; there are acknowledgement"):
        render("nonsense", COMMON)


def test_a_list_where_one_text_belongs_is_refused() -> None:
    with pytest.raises(LetterError, match="received date must be one text"):
        render("receipt", facts("receipt") | {"received_date": ["7 May", "8 May"]})


def test_a_single_text_where_a_list_belongs_is_one_item() -> None:
    letter = render("closing", facts("closing") | {"what_was_done": "We mended the gate."})
    assert Block("list", ("We mended the gate.",)) in letter.blocks


def test_what_people_wrote_is_never_read_as_wording() -> None:
    letter = render("acknowledgement", facts("acknowledgement") | {"outcome_sought": NASTY})
    first, second = NASTY.split("\n- ")  # its one mark that means something
    at = letter.blocks.index(Block("paragraph", (first,)))
    assert letter.blocks[at + 1] == Block("list", (second,))
    headings = [block for block in letter.blocks if block.kind == "heading"]
    assert len(headings) == 5


def test_what_people_wrote_stays_plain_in_lists_and_in_sentences() -> None:
    given = facts("acknowledgement") | {"definition": [NASTY, "x"], "handler_name": "{contact}"}
    letter = render("acknowledgement", given)
    assert Block("list", (NASTY, "x")) in letter.blocks
    assert "{contact} is looking into your complaint." in letter.text


def test_paragraphs_that_people_wrote_stay_paragraphs() -> None:
    reason = "The part is late.\n \nIt comes on 5 June.\nWe have checked."
    blocks = render("extension", facts("extension") | {"reason": reason}).blocks
    at = blocks.index(Block("heading", ("Why we need more time",)))
    assert blocks[at + 1 : at + 3] == (
        Block("paragraph", ("The part is late.",)),
        Block("paragraph", ("It comes on 5 June.\nWe have checked.",)),
    )


def test_lines_with_a_dash_are_a_list_and_nothing_else_means_anything() -> None:
    reason = "We need:\n- a part\n-  the maker\n\n- 2 days\n# No\n-no\n* no"
    blocks = render("extension", facts("extension") | {"reason": reason}).blocks
    at = blocks.index(Block("heading", ("Why we need more time",)))
    assert blocks[at + 1 : at + 5] == (
        Block("paragraph", ("We need:",)),
        Block("list", ("a part", "the maker")),
        Block("list", ("2 days",)),
        Block("paragraph", ("# No\n-no\n* no",)),
    )


def test_each_decision_has_its_own_paragraphs_and_lists() -> None:
    decisions = ["Boiler: upheld. We came late:\n- on 4 May\n- on 9 May", "Calls: not upheld."]
    letter = render("stage_1_response", facts("stage_1_response") | {"decisions": decisions})
    at = letter.blocks.index(Block("paragraph", ("Boiler: upheld. We came late:",)))
    assert letter.blocks[at + 1 : at + 3] == (
        Block("list", ("on 4 May", "on 9 May")),
        Block("paragraph", ("Calls: not upheld.",)),
    )


def test_a_fact_cannot_break_the_subject_line() -> None:
    letter = render("closing", facts("closing") | {"reference": "A\r\nBcc: all@example.org"})
    assert letter.subject == "Your complaint A Bcc: all@example.org: all is done"


def test_the_plain_text_is_the_blocks_in_order() -> None:
    text = render("closing", facts("closing")).text
    assert text.startswith("Thursday 14 May 2026\n\nOur reference: HAR-2026-0041\n\nDear Ms Okafor")
    assert "\n\nWhat is done\n\n- We mended your boiler.\n- We paid you £105.\n\n" in text
    assert text.endswith("Dan Reed, Harrow Council\n\nContact: phone 020 7946 0000")


def test_a_letter_carries_its_kind_and_the_version_of_its_wording() -> None:
    letter = render("closing", facts("closing"))
    assert (letter.kind, letter.version) == ("closing", str(wording("closing").meta.version))
