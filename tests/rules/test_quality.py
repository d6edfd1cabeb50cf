"""Quality checks: the sample, the scorecard, the results (Code 4.3, 6.9, 6.19)."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.rules.policy_files import codes
from redress.rules.provisions import provisions
from redress.rules.quality import (
    MARKS,
    MOST,
    PARTS,
    POINTS,
    Candidate,
    Checked,
    Mark,
    by_service,
    check_scores,
    results,
    sample,
    shares,
)

SERVICES = {"Repairs": 60, "Estates": 25, "Rents": 14, "Lettings": 1}
ALL = [Candidate(f"{name}-{n}", name) for name, many in SERVICES.items() for n in range(many)]
GOOD = {point.key: Mark.YES for point in POINTS}


class TestSample:
    def test_it_can_be_drawn_again_and_another_seed_draws_others(self) -> None:
        one = sample(ALL, 20, "a seed")
        assert sample(reversed(ALL), 20, "a seed") == one
        assert sample(ALL, 20, "another") != one

    def test_every_service_has_one_and_the_rest_by_its_share(self) -> None:
        drawn = Counter(each.service for each in sample(ALL, 20, "a seed"))
        assert drawn == {"Repairs": 11, "Estates": 5, "Rents": 3, "Lettings": 1}

    def test_more_services_than_places(self) -> None:
        drawn = sample(ALL, 2, "a seed")
        assert len({each.service for each in drawn}) == len(drawn) == 2

    def test_fewer_responses_than_asked_for_gives_all(self) -> None:
        assert len(sample(ALL[:3], 20, "a seed")) == 3
        assert sample([], 5, "a seed") == []

    @pytest.mark.parametrize("size", [0, -1, MOST + 1])
    def test_a_size_that_cannot_be(self, size: int) -> None:
        with pytest.raises(ValueError, match="responses"):
            sample(ALL, size, "a seed")

    @given(
        st.dictionaries(st.text(max_size=3), st.integers(1, 50), max_size=6),
        st.integers(1, MOST),
        st.text(max_size=4),
    )
    def test_shares_add_up_and_fit(self, strata: dict[str, int], size: int, seed: str) -> None:
        wanted = shares(strata, size, seed)
        assert sum(wanted.values()) == min(size, sum(strata.values()))
        assert all(0 <= wanted[name] <= strata[name] for name in strata)
        if size >= len(strata):
            assert all(wanted.values())

    def test_nobody_is_likelier_than_another(self) -> None:
        """Each of ten is drawn about as often as the others: 2,000 seeds, three of ten a time."""
        ten = [Candidate(str(n), "Repairs") for n in range(10)]
        drawn = Counter(each.key for seed in range(2_000) for each in sample(ten, 3, str(seed)))
        assert all(500 < number < 700 for number in drawn.values())


class TestScorecard:
    def test_the_seven_parts_in_their_order_and_the_provisions_there_are(self) -> None:
        parts = [point.part for point in POINTS if point.part]
        assert parts == list("abcdefg")
        assert all(a < b for a, b in pairwise(parts))
        known = {each.number for each in provisions(codes()[-1])}
        for stage in (1, 2):
            named = {p.provision(stage).removeprefix("Code ").rstrip("abcdefg") for p in POINTS}
            assert named <= known

    def test_a_whole_check_is_kept(self) -> None:
        assert check_scores(GOOD, 5, [6, None], checked=False, stage=1) == ()

    def test_what_stands_against_it(self) -> None:
        lacking = {**GOOD, "remedy": Mark.DOES_NOT_APPLY}
        del lacking["tone"]
        found = check_scores(lacking, 5, [5], checked=True, stage=1)
        assert [(each.code, each.field) for each in found] == [
            ("not_marked", "tone"),
            ("part_applies", "remedy"),
            ("own_response_checked", ""),
            ("checked_already", ""),
        ]

    def test_at_stage_2_it_names_the_provisions_of_stage_2(self) -> None:
        lacking = {**GOOD, "remedy": Mark.DOES_NOT_APPLY}
        del lacking["every_point"]
        found = check_scores(lacking, 5, [5], checked=False, stage=2)
        assert [each.provision for each in found] == ["Code 6.18", "Code 6.19e", "Code 6.19"]

    def test_who_signed_it_does_not_check_it_either(self) -> None:
        assert [r.code for r in check_scores(GOOD, 7, [6, 7], checked=False, stage=1)] == [
            "own_response_checked"
        ]


class TestResults:
    CHECKED = (
        Checked("Repairs", GOOD),
        Checked("Repairs", {**GOOD, "remedy": Mark.NO, "tone": Mark.DOES_NOT_APPLY}),
        Checked("Estates", {**GOOD, "tone": Mark.PARTLY}),
    )

    def test_each_point_counts_what_it_applies_to(self) -> None:
        found = {each.point.key: each for each in results(self.CHECKED)}
        assert (found["remedy"].yes, found["remedy"].no, found["remedy"].of) == (2, 1, 3)
        assert (found["tone"].yes, found["tone"].partly, found["tone"].of) == (1, 1, 2)

    def test_whole_is_by_the_seven_parts_alone(self) -> None:
        assert len(PARTS) == 7
        assert by_service(self.CHECKED) == [("Estates", 1, 1), ("Repairs", 2, 1)]

    def test_nothing_checked_is_nothing(self) -> None:
        assert by_service([]) == []
        assert all(each.of == 0 for each in results([]))

    def test_every_mark_has_words(self) -> None:
        assert MARKS.keys() == set(Mark)
