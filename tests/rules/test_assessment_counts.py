"""What a self-assessment answers, counted and said."""

from datetime import date

from redress.rules.assessment import Answer, Answered, Half, in_full
from redress.rules.assessment_counts import approved, counts

GIVEN = [Answer.YES] * 65 + [Answer.NO] * 3 + [Answer.YES_FROM] * 3 + [Answer.SPLIT]


def test_harrows_answers_in_a_sentence() -> None:
    found = counts(GIVEN)
    assert (found.provisions, found.full, sum(n for _, n in found.each)) == (72, 65, 72)
    assert approved(found, "2023-24", "Cabinet", date(2024, 7, 1)) == (
        "The self-assessment of 2023-24 was approved by Cabinet on Monday 1 July 2024. Of its 72 "
        "provisions it answers 65 with “Yes”, 3 with “No”, 3 with “Yes, from a date” and 1 with "
        "“Two answers”."
    )


def test_an_answer_in_full() -> None:
    halves = (Half(Answer.NO, "first half"), Half(Answer.YES, "second half"))
    assert in_full(Answered(Answer.SPLIT, halves=halves)) == "No: first half. Yes: second half"
    assert in_full(Answered(Answer.YES_FROM, from_on=date(2025, 4, 1))).endswith("1 April 2025")
    assert in_full(Answered(Answer.YES_FROM)) == "Yes, from now on"
    assert in_full(Answered(None)) == "No answer"
