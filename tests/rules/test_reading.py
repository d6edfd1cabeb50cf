"""The reading measure beside words, sentences and grades counted by hand."""

import pytest

from redress.rules.reading import grade, sentences, syllables, without, words

# Counted by saying them aloud, one line for each number of syllables.
SPOKEN = {
    1: "the be made rules asked care whole home you they who day call write phone house don't",
    2: "about answer letter Tuesday Friday agree landlord people table handles going being doing "
    "saying paying safely statement question council client quiet social without outside because "
    "upheld useful contact houses beyond rely settle wanted didn't couldn't someone every business",
    3: "resident remedy Ombudsman understand completely agreement settlement previous serious "
    "manager another usual manual tenancy adjustment decided element idea video easier anyone",
    4: "January independent apology information material situation experience reliable",
    5: "opportunity individual investigation",
    6: "maladministration responsibility",
}


@pytest.mark.parametrize(
    ("word", "spoken"), [(word, n) for n, line in SPOKEN.items() for word in line.split()]
)
def test_syllables_are_those_counted_aloud(word: str, spoken: int) -> None:
    assert syllables(word) == spoken


def test_capitals_hyphens_and_numbers_count_as_they_are_spoken() -> None:
    assert syllables("LETTER") == 2
    assert syllables("follow-up") == 3
    assert syllables("14") == 1


def test_a_sentence_ends_at_a_mark_before_a_space_and_at_the_end_of_a_line() -> None:
    text = 'We are sorry. "Is it mended?" you asked! Yes\n- a new door\n- £12.50 back'
    assert sentences(text) == (
        "We are sorry.",
        '"Is it mended?"',
        "you asked!",
        "Yes",
        "- a new door",
        "- £12.50 back",
    )


def test_titles_initials_and_web_addresses_do_not_end_a_sentence() -> None:
    text = "Call Mr. J. Smith or see www.example.org.uk today. Thank you."
    assert sentences(text) == (
        "Call Mr. J. Smith or see www.example.org.uk today.",
        "Thank you.",
    )


def test_lines_without_a_word_are_no_sentence() -> None:
    assert sentences("\n---\n... \n") == ()


def test_words_keep_their_apostrophes_and_hyphens() -> None:
    assert words("We don't know – it's a follow-up (2 of 3).") == (
        "We", "don't", "know", "it's", "a", "follow-up", "2", "of", "3",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "in_words", "in_sentences", "in_syllables"),
    [
        ("The cat sat on the mat.", 6, 1, 6),
        # The(1) Aus-tra-li-an(4) plat-y-pus(3) is(1) seem-ing-ly(3) a(1) hy-brid(2) of(1) a(1)
        # mam-mal(2) and(1) a(1) rep-tile(2)
        (
            "The Australian platypus is seemingly a hybrid of a mammal and a reptile.",
            13,
            1,
            23,
        ),
        # We(1) did(1) not(1) mend(1) your(1) roof(1) in(1) time(1). You(1) lost(1) two(1)
        # days(1) of(1) work(1) and(1) we(1) are(1) sor-ry(2).
        (
            "We did not mend your roof in time. You lost two days of work and we are sorry.",
            18,
            2,
            19,
        ),
        # Re-spon-si-bil-i-ty(6) for(1) in-ves-ti-ga-tion(5) is(1) in-di-vid-u-al(5)
        ("Responsibility for investigation is individual.", 5, 1, 18),
    ],
)
def test_the_grade_is_the_formula_over_hand_counts(
    text: str, in_words: int, in_sentences: int, in_syllables: int
) -> None:
    by_hand = 0.39 * in_words / in_sentences + 11.8 * in_syllables / in_words - 15.59
    assert grade(text) == pytest.approx(by_hand)


def test_the_best_known_example_has_its_published_grade() -> None:
    # Six words of one syllable in one sentence: 2.34 + 11.8 - 15.59
    assert grade("The cat sat on the mat.") == pytest.approx(-1.45)


def test_a_text_without_words_is_grade_nought() -> None:
    assert grade("") == grade(" \n...") == 0.0


def test_long_words_and_long_sentences_raise_the_grade() -> None:
    plain = "We will mend it. We will call you."
    assert grade("We will mend it and we will call you.") > grade(plain)
    assert grade("We will rectify it. We will telephone you.") > grade(plain)


def test_fixed_names_are_left_out_longest_first() -> None:
    names = ["Housing Ombudsman", "Housing Ombudsman Service"]
    text = "You can ask the Housing Ombudsman Service."
    assert without(text, names) == "You can ask the ."
    assert grade(text, names) == grade("You can ask the.")
    assert grade(text, names) < grade(text)
