"""Sentences: against sentences written by hand, and never at odds with the counts."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.rules import statements
from redress.rules.facts import Finding, Kind
from redress.rules.figures import FigureRow, Group, Scope, count
from redress.rules.figures_shares import Growth, Share
from redress.rules.figures_tally import Tally

# Harrow, 2023-24, Appendix A: stage 1 and stage 2 of all housing services.
STAGE_1 = Tally(
    received=456,
    on_time=370,
    late=79,
    overdue=7,
    upheld=13,
    partly_upheld=23,
    not_upheld=47,
    no_outcome=373,
    answered_no_outcome=366,
    open_no_outcome=7,
)
STAGE_2 = Tally(
    received=82,
    on_time=62,
    late=15,
    overdue=5,
    upheld=7,
    partly_upheld=5,
    not_upheld=9,
    no_outcome=61,
    answered_no_outcome=56,
    open_no_outcome=5,
)


def test_answered_in_time_with_both_denominators() -> None:
    assert statements.in_time(STAGE_1, Group.STAGE_1) == (
        "Of the 456 stage 1 complaints received, 370 (81.1%) were answered on time, "
        "79 (17.3%) were answered late and 7 (1.5%) are overdue and unanswered. "
        "Of the 449 answered so far, 370 (82.4%) were on time."
    )


def test_outcomes_of_received_and_of_those_decided() -> None:
    assert statements.outcomes(STAGE_2, Group.STAGE_2) == (
        "Of the 82 stage 2 complaints received, 12 (14.6%) were upheld or partly upheld, "
        "9 (11.0%) were not upheld and 61 (74.4%) have no outcome recorded. "
        "Of the 61 without an outcome, 5 have not been answered. "
        "Of the 21 with a finding, 12 (57.1%) were upheld or partly upheld."
    )


def test_one_is_not_many() -> None:
    one = Tally(received=1, not_yet_due=1, no_outcome=1, open_no_outcome=1)
    assert statements.in_time(one, Group.MP_ENQUIRY) == (
        "The 1 MP enquiry received is not yet due."
    )
    assert statements.outcomes(one, Group.MP_ENQUIRY) == (
        "The 1 MP enquiry received has no outcome recorded. It has not been answered."
    )


def test_where_all_without_an_outcome_wait_for_an_answer_it_is_said_once() -> None:
    waiting = Tally(received=3, on_time=1, upheld=1, no_outcome=2, open_no_outcome=2)
    assert statements.outcomes(waiting, Group.STAGE_1) == (
        "Of the 3 stage 1 complaints received, 1 (33.3%) was upheld or partly upheld and "
        "2 (66.7%) have no outcome recorded. None of those 2 has been answered. "
        "Of the 1 with a finding, 1 (100.0%) was upheld or partly upheld."
    )


@pytest.mark.parametrize(
    ("no_outcome", "waiting", "says"),
    [
        (373, 7, "373 of 456 have no outcome recorded, 7 of them not answered"),
        (4, 4, "4 of 456 have no outcome recorded, as they are not answered"),
        (1, 1, "1 of 456 has no outcome recorded, as it is not answered"),
        (2, 0, "2 of 456 have no outcome recorded"),
    ],
)
def test_who_waits_is_not_called_closed_without_an_outcome(
    no_outcome: int, waiting: int, says: str
) -> None:
    tally = Tally(received=456, no_outcome=no_outcome, open_no_outcome=waiting)
    assert statements.without_outcome(tally) == says


def test_whose_complaints_they_are() -> None:
    few = Tally(received=2, on_time=2, upheld=2)
    tenants = statements.in_time(few, Group.STAGE_1, Scope.LANDLORD_SERVICES)
    assert tenants == (
        "Of the 2 stage 1 complaints received from tenants, 2 (100.0%) were answered on time."
    )
    both = statements.outcomes(few, Group.STAGE_2, Scope.LANDLORD_SERVICES_AND_LEASEHOLDERS)
    assert both.startswith("Of the 2 stage 2 complaints received from tenants and leaseholders, ")


@pytest.mark.parametrize("say", [statements.in_time, statements.outcomes])
def test_nothing_received_is_said_so(say) -> None:  # type: ignore[no-untyped-def]
    assert say(Tally(), Group.STAGE_2) == "No stage 2 complaints were received."
    tenants = say(Tally(), Group.STAGE_2, Scope.LANDLORD_SERVICES)
    assert tenants == "No stage 2 complaints were received from tenants."


def test_the_code_is_told_apart_from_the_promise() -> None:
    assert statements.against_the_code(Tally(received=5), Group.STAGE_1) == ""
    some = Tally(received=5, code_on_time=2, code_late=1, code_unanswered=1)
    assert statements.against_the_code(some, Group.STAGE_1) == (
        "The Code’s own limit was met by 2 (50.0%) of the 4 stage 1 complaints that have one."
    )


def test_growth_names_the_years_and_passes_over_those_without_figures() -> None:
    changes = [Growth(456, 359, "2022-23"), Growth(456, 273, "2021-22")]
    assert statements.growth(Group.STAGE_1, changes) == (
        "456 stage 1 complaints received: 27.0% more than the 359 of 2022-23 and "
        "67.0% more than the 273 of 2021-22."
    )
    assert statements.growth(Group.STAGE_1, [Growth(456, 0, "2022-23")]) == ""
    fewer = [Growth(3, 4, "2022-23"), Growth(3, 3, "2021-22")]
    assert statements.growth(Group.OTHER, fewer) == (
        "3 other contacts received: 25.0% fewer than the 4 of 2022-23 and as many as in 2021-22."
    )


def test_escalation_and_homes() -> None:
    assert statements.escalation(Share(82, 456, "stage 1 complaints received")) == (
        "82 stage 2 complaints beside 456 stage 1 complaints received in the year: "
        "an escalation rate of 18.0%."
    )
    assert statements.escalation(Share(0, 0, "stage 1 complaints received")) == ""
    assert statements.per_thousand_homes(Group.STAGE_1, Share(249, 4800, "homes")) == (
        "249 stage 1 complaints from tenants: 51.9 for each 1,000 of 4,800 homes."
    )


def rows(kind: Kind, stage: int, number: int) -> list[FigureRow]:
    return [FigureRow(str(n), kind, stage, date(2023, 5, 2)) for n in range(number)]


def test_everything_received_and_the_share_of_each_kind() -> None:
    received = [
        *rows(Kind.COMPLAINT, 1, 456),
        *rows(Kind.COMPLAINT, 2, 82),
        *rows(Kind.MP_ENQUIRY, 0, 539),
        *rows(Kind.COUNCILLOR_ENQUIRY, 0, 284),
        *rows(Kind.OTHER, 0, 3),
        *rows(Kind.COMPLIMENT, 0, 25),
    ]
    assert statements.received(count(received, date(2024, 6, 1)), "2023-24") == (
        "Of the 1,364 complaints and enquiries received in 2023-24, there were "
        "456 stage 1 complaints (33.4%), 82 stage 2 complaints (6.0%), 539 MP enquiries (39.5%), "
        "284 councillor enquiries (20.8%) and 3 other contacts (0.2%)."
    )
    nothing = statements.received(count([], date(2024, 6, 1)), "2023-24")
    assert nothing == "No complaints or enquiries were received in 2023-24."


@given(st.lists(st.sampled_from(["", "on_time", "late", "overdue", "due"]), min_size=1))
def test_the_numbers_of_a_sentence_add_up_to_its_denominator(answers: list[str]) -> None:
    days = {
        "": {},
        "on_time": {"due_promise": date(2024, 5, 7), "responded": date(2024, 5, 7)},
        "late": {"due_promise": date(2024, 5, 7), "responded": date(2024, 5, 8)},
        "overdue": {"due_promise": date(2024, 5, 7)},
        "due": {"due_promise": date(2024, 9, 7)},
    }
    made = [
        FigureRow("H", Kind.OTHER, 0, date(2024, 5, 1), outcome=Finding.RESOLVED, **days[answer])
        for answer in answers
    ]
    tally = count(made, date(2024, 6, 1)).tally(Group.OTHER)
    sentence = statements.in_time(tally, Group.OTHER).split(". ")[0]
    if len(answers) == 1:
        assert sentence.startswith("The 1 other contact received ")
        return
    whole, *parts = (int(number) for number in re.findall(r"\b(\d+) (?:\(|other)", sentence))
    assert whole == len(answers) == sum(parts)


def test_every_group_and_scope_has_words() -> None:
    assert set(statements.NOUN) == set(Group)
    assert set(statements.FROM) == set(Scope)
