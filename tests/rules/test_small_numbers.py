"""Small numbers of people or cases in words that staff typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.rules.small_numbers import SMALL, WORDS, small_numbers
from redress.rules.suppression import FEWEST


def told(text: str) -> list[str]:
    return [number for each in small_numbers(text) for number in each.numbers]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("We heard from 3 residents.", ["3 residents"]),
        ("Two complaints were about lifts.", ["Two complaints"]),
        ("One tenant in Kings Road waited a year.", ["One tenant"]),
        ("It was 2 of our older leaseholders.", ["2 of our older leaseholders"]),
        ("A single household moved out.", ["A single household"]),
        ("There were a couple of disabled tenants.", ["a couple of disabled tenants"]),
        ("Four stage 2 complaints came from one block.", ["Four stage 2 complaints"]),
        ("We upheld 3 out of 200 complaints.", ["3 out of 200 complaints"]),
        ("Of the 212 complaints, three were upheld in full.", ["three"]),
        ("Of 40 cases 4 of them were late, and two of these were upheld.", ["4", "two"]),
        ("Complaints about lifts: 2.", ["2"]),
        ("Tenants who are deaf (3) were asked.", ["3"]),
        ("Residents who wrote twice\t4", ["4"]),
        ("One resident complained 3 times, and two families moved.", ["One resident",
                                                                     "two families"]),
        ("ONE WOMAN left.", ["ONE WOMAN"]),
        ("We know that 3 residents moved.", ["3 residents"]),
        ("It was 3 (2%) of tenants.", ["3 (2%) of tenants"]),
        ("We had 40 complaints. Three were upheld, and 2 (5%) were late.", ["Three", "2"]),
        ("What complaints were about:\nASB: 4\nLifts: 12\nHeating: 1", ["4", "1"]),
        ("# Complaints by service\n\nService\tNumber\nRepairs\t30\nStaff\t2 (6%)", ["2"]),
        ("Here one family’s home was flooded.", ["one family"]),
    ],
)  # fmt: skip
def test_a_small_number_of_people_or_cases_is_pointed_out(text: str, numbers: list[str]) -> None:
    assert told(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "We heard from 5 residents and 30 tenants.",
        "We heard from 0 residents, from no tenant, and nobody complained.",
        "We answer within 3 working days of a complaint.",
        "Within two days of the complaint we write.",
        "Our policy has two stages, and complaints begin at stage 1.",
        "A two-stage complaints process is used.",
        "We have one complaints process, two complaint handlers and one residents’ panel.",
        "There is one form for residents and one team that answers complaints.",
        "One in four residents rents from us, and one in 3 tenants is over 60.",
        "Complaints rose by 3% and cost £4 for each tenant.",
        "On 3 May 2024 tenants were told, and on 4 June complainants were.",
        "Tenants scored us 3.5.",
        "More than one resident may complain together, and at least two tenants sit on the board.",
        "See provision 1.3, section 4 of the Code and Type 2 of the complaints form.",
        "One of those themes concerns the effective handling of complaints.",
        "We acknowledge stage one complaints in a week.",
        "It was a wet year. Three were built, and the code is: 3",
        "Residents may choose option 2, and every 2 tenants share a key.",
        "Any one complaint may be put to us.",
        "",
    ],
)
def test_what_counts_nobody_or_enough_is_not(text: str) -> None:
    assert told(text) == []


def test_each_sentence_is_told_with_its_heading() -> None:
    text = (
        "It was a good year. Two tenants wrote.\n\n# Lifts\n\nThen 1 resident called. All is well."
    )
    assert [(each.sentence, each.where) for each in small_numbers(text, "Introduction")] == [
        ("Two tenants wrote.", "Introduction"),
        ("Then 1 resident called.", "Lifts"),
    ]


def test_the_words_are_those_of_the_numbers_that_tables_hide() -> None:
    assert {WORDS[word] for word in SMALL} == set(range(1, FEWEST))


@given(st.integers(min_value=0, max_value=10**6))
def test_a_number_is_small_here_where_it_is_in_tables(number: int) -> None:
    assert bool(told(f"We heard from {number:,} residents.")) == (0 < number < FEWEST)


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    for each in small_numbers(text):
        assert each.numbers
