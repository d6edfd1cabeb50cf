"""The meter: figures of `reading`, words to avoid, and no judgement of what is too short."""

import pytest

from redress.rules.plain_words import AVOID, measure
from redress.rules.reading import grade

PLAIN = "We did not mend your roof in time. You lost two days of work and we are sorry."
HARD = (
    "Prior to the commencement of the remedial works, additional investigation was necessary in "
    "order to ascertain the individual responsibilities of the relevant contractors involved, "
    "whilst endeavouring to minimise inconvenience."
)


def test_the_reading_age_is_the_grade_plus_five() -> None:
    found = measure(PLAIN)
    assert found.words == 18
    assert found.age == max(5, round(grade(PLAIN) + 5))
    assert (found.longest, found.sentence) == (10, "You lost two days of work and we are sorry.")
    assert found.avoid == () and not found.is_hard


def test_a_hard_text_is_said_to_be_hard_and_why() -> None:
    found = measure(HARD)
    assert found.is_hard and found.age and found.age > 18 and found.longest == 29
    assert dict(found.avoid) == {
        name: AVOID[name]
        for name in (
            "additional",
            "ascertain",
            "in order to",
            "prior to",
            "remedial works",
            "whilst",
        )
    }


@pytest.mark.parametrize(
    "text", ["", "\n", "Too few words to tell.", "Nine words are still too few for a grade"]
)
def test_a_short_text_has_no_age(text: str) -> None:
    assert measure(text).age is None


def test_a_long_sentence_alone_is_worth_a_look() -> None:
    assert measure("We go on " * 9).is_hard
    assert not measure("We go on. " * 9).is_hard


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("However, we came.", ["however"]),
        ("HOWEVER we came", ["however"]),
        ("We informed you", ["informed"]),
        ("misinform", []),
        ("in order to get it", ["in order to"]),
        ("the border to", []),
    ],
)
def test_words_are_found_whole_whatever_their_capitals(text: str, found: list[str]) -> None:
    assert [word for word, _ in measure(text).avoid] == found


def test_nobody_is_blamed_for_the_ombudsmans_name() -> None:
    text = "You can ask the Housing Ombudsman for help now. It is free to ask them."
    assert measure(text).age == measure(text.replace("Housing Ombudsman ", "")).age
