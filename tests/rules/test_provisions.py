"""The 72 provisions of the Code: all there, in order, in our own words."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from redress.rules.policy_choices import JudgedFrom
from redress.rules.policy_files import codes
from redress.rules.provisions import judged_from, order, provision, provisions
from tests.conftest import SHARED

CODE = codes()[-1]
# How far each section of the form goes; section 1 begins at 1.2.
LAST = {1: 6, 2: 5, 3: 7, 4: 3, 5: 15, 6: 20, 7: 4, 8: 5, 9: 8}
NUMBERS = [f"{section}.{n}" for section, last in LAST.items() for n in range(1, last + 1)][1:]
# Those that records of cases can show, as listed when the rules were read.
FROM_CASES = [
    "1.4", "1.5", "1.6", "2.3", "2.4", "2.5", "3.1", "3.6", "3.7", "4.3", "5.6", "5.7",
    "5.8", "5.9", "5.10", "5.11", "5.12", "5.14", "5.15", "6.2", "6.3", "6.4", "6.5", "6.6",
    "6.7", "6.8", "6.9", "6.10", "6.11", "6.12", "6.13", "6.14", "6.15", "6.16", "6.17", "6.18",
    "6.19", "7.1", "7.3", "8.1", "8.2", "9.1", "9.7",
]  # fmt: skip
FORMS = ("tower-hamlets-code-self-assessment.txt", "harrow-complaints-report-2023-24.txt")


def test_all_72_in_order() -> None:
    assert len(NUMBERS) == 72
    assert [each.number for each in provisions(CODE)] == NUMBERS


def test_43_can_be_computed_from_cases() -> None:
    assert len(FROM_CASES) == 43
    assert [each.number for each in judged_from(CODE, JudgedFrom.CASES)] == FROM_CASES


def test_the_rest_need_a_policy_or_a_person() -> None:
    for each in provisions(CODE):
        if each.number not in FROM_CASES:
            assert set(each.judged_from) <= {JudgedFrom.POLICY, JudgedFrom.PERSON}, each.number
        assert len(set(each.judged_from)) == len(each.judged_from), each.number


@pytest.mark.parametrize(
    ("number", "word"),
    [("6.13", "someone else"), ("6.5", "Ombudsman"), ("2.2", "twelve months"), ("9.5", "member")],
)
def test_by_number(number: str, word: str) -> None:
    assert word in provision(CODE, number).asks


@pytest.mark.parametrize("number", ["1.1", "6.21", "10.1", "", "6", "6.13 "])
def test_an_unknown_number_is_named(number: str) -> None:
    with pytest.raises(LookupError, match=re.escape(f"has no provision {number}")):
        provision(CODE, number)


def test_the_order_is_by_number_and_not_by_letter() -> None:
    assert all(order(one) < order(other) for one, other in pairwise(NUMBERS))
    assert "6.10" < "6.9" and order("6.9") < order("6.10")


def test_each_is_one_short_sentence_of_its_own() -> None:
    asks = [each.asks for each in provisions(CODE)]
    for text in asks:
        assert text.endswith(".") and text[0].isupper() and len(text) <= 170, text
    # the same asked at both stages may be said in the same words, apart from the stage
    assert len(set(asks)) >= 70


@pytest.mark.parametrize("form", FORMS)
def test_the_words_are_our_own(form: str) -> None:
    """No seven words in a row are the Code's, as the landlords' forms print it."""
    path = Path(__file__).parents[2] / SHARED / "seeds" / form
    if not path.exists():
        pytest.skip(f"{SHARED} is not there")
    printed = " ".join(words(path.read_text(encoding="utf-8")))
    for each in provisions(CODE):
        ours = words(each.asks)
        for start in range(len(ours) - 6):
            assert " ".join(ours[start : start + 7]) not in printed, each.number


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())
