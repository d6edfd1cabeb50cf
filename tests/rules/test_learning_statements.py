"""Sentences on learning: each figure from a count, one and many alike, nothing said of nothing."""

import pytest

from redress.rules.before_after import Verdict
from redress.rules.learning_statements import (
    BRIEFLY,
    VERDICTS,
    causes,
    improvements,
    lessons,
    quality,
    unrecorded,
)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (
            lessons(1, 1, 1),
            "1 issue was upheld, in whole or in part, and the lesson of 1 is on record. "
            "1 of them asks for a change beyond the case.",
        ),
        (
            lessons(1_200, 900, 40),
            "1,200 issues were upheld, in whole or in part, and the lesson of 900 is on record. "
            "40 of them ask for a change beyond the case.",
        ),
        (lessons(3, 0, 0), "3 issues were upheld, in whole or in part. No lesson is on record."),
        (
            lessons(3, 2, 0),
            "3 issues were upheld, in whole or in part, and the lesson of 2 is on record. "
            "None of them asks for a change beyond its own case.",
        ),
        (unrecorded(0), "Nothing is on record as upheld, in whole or in part."),
        (
            unrecorded(48),
            "48 answers upheld a complaint, in whole or in part. What was learned from them is not "
            "on record.",
        ),
        (causes([], 0), ""),
        (causes([("Delay", 2)], 2), "The commonest cause is “Delay” (2), of 2 on record."),
        (
            causes([("Delay", 4), ("Records", 3), ("Staff", 2), ("Other", 1)], 10),
            "The commonest causes are “Delay” (4), “Records” (3) and “Staff” (2), of 10 on record.",
        ),
        (improvements(0, 0, 0, 0), "No improvement is on the register for this period."),
        (
            improvements(4, 2, 0, 0),
            "4 improvements were done, and 2 are open. What came of them is recorded for none.",
        ),
        (
            improvements(1, 1, 1, 1),
            "1 improvement was done, and 1 is open. 1 was dropped. What came of it is recorded "
            "for 1.",
        ),
        (quality(0, 0, 0), "No response was drawn to be checked."),
        (quality(0, 8, 0), "0 responses were checked, of 8 drawn by chance."),
        (
            quality(4, 8, 3),
            "4 responses were checked, of 8 drawn by chance. 3 had every part that the Code asks "
            "for.",
        ),
    ],
)
def test_a_sentence_says_what_is_counted(said: str, sentence: str) -> None:
    assert said == sentence


def test_every_verdict_has_words() -> None:
    assert VERDICTS.keys() == BRIEFLY.keys() == set(Verdict)
