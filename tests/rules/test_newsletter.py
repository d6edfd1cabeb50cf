"""The page for residents: counted, short, plain, and nobody can be told from it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from redress.rules.figures_tally import Tally
from redress.rules.newsletter import FIXED_NAMES, Told, told
from redress.rules.reading import grade, sentences, words

STAGE_1 = Tally(
    received=31, on_time=22, late=5, not_yet_due=4, upheld=9, partly_upheld=4, not_upheld=11,
    no_outcome=7,
)  # fmt: skip
STAGE_2 = Tally(received=3, on_time=2, not_yet_due=1)
SUBJECTS = [("damp and mould", 11), ("leaks", 8), ("lifts", 5), ("heating", 5), ("noise", 2)]
DONE = ("You said we did not turn up. We now send a text the day before.",)


def text(parts: list[Told]) -> str:
    return "\n".join(line for part in parts for line in (part.heading, *part.sentences))


def test_a_quarter_in_plain_words() -> None:
    assert text(told(STAGE_1, STAGE_2, SUBJECTS, DONE)) == (
        "What you told us\n"
        "You made 31 complaints.\n"
        "3 times you asked us to look again.\n"
        "You spoke most about damp and mould, leaks and lifts.\n"
        "How we did\n"
        "We sent 22 of our 27 answers on time.\n"
        "The rest were late. We are sorry.\n"
        "We looked into 24. In 13 of them we got things wrong.\n"
        "You said, we did\n"
        "You said we did not turn up. We now send a text the day before.\n"
        "If you are not happy\n"
        "Tell us. We want to put it right.\n"
        "You can ask the Housing Ombudsman for help at any time. It is free. Call 0300 111 3000."
    )


def test_a_quarter_of_nothing_and_one_of_one() -> None:
    nothing = told(Tally(), Tally(), [])
    assert nothing[0].sentences == ("No one made a complaint in these months.",)
    assert [part.heading for part in nothing] == ["What you told us", "If you are not happy"]
    one = text(told(replace(Tally(), received=1, on_time=1, upheld=1), Tally(), [("noise", 1)]))
    assert "You made 1 complaint.\nNo one asked us to look again." in one
    assert "noise" not in one and "wrong" not in one  # it could point to the one person


def test_one_answer_is_one() -> None:
    on_time = text(told(Tally(received=1, on_time=1), Tally(), []))
    assert "We sent 1 answer, on time.\n" in on_time
    late = text(told(Tally(received=1, late=1), Tally(), []))
    assert "We sent 1 answer, and it was late. We are sorry.\n" in late
    one_late = text(told(Tally(received=3, on_time=2, late=1), Tally(), []))
    assert "We sent 2 of our 3 answers on time.\nOne was late. We are sorry.\n" in one_late


@given(st.integers(0, 400), st.integers(0, 400), st.integers(0, 200), st.integers(0, 50))
def test_it_is_easy_to_read_whatever_the_numbers(
    on_time: int, late: int, upheld: int, again: int
) -> None:
    first = Tally(
        received=on_time + late + 3, on_time=on_time, late=late, upheld=upheld, not_upheld=9
    )
    page = text(told(first, Tally(received=again), SUBJECTS, DONE))
    assert grade(page, FIXED_NAMES) <= 5
    assert max(len(words(each)) for each in sentences(page)) <= 25
