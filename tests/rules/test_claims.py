"""Published statements held against figures: what differs is listed, what agrees is not."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from redress.rules.claims import Claim, Measure, Published, Sum, Unchecked
from redress.rules.claims_check import Checked, Fault, agrees, check, value_of
from redress.rules.facts import Finding, Kind, Tenure
from redress.rules.figures import FigureRow, Figures, count
from redress.rules.figures_shares import Growth, Share

DUE, LATE = date(2024, 4, 22), date(2024, 4, 23)
AS_AT = date(2024, 6, 3)


def rows(number: int, stage: int = 1, **fields: Any) -> list[FigureRow]:
    basics = {"due_promise": DUE, "responded": DUE, "tenure": Tenure.TENANT}
    day = date(2024, 4, 8)
    return [FigureRow("H", Kind.COMPLAINT, stage, day, **(basics | fields))] * number


def figures(*parts: list[FigureRow]) -> Figures:
    return count([row for part in parts for row in part], AS_AT)


# 20 stage 1 complaints: 4 upheld, 1 not; 15 without an outcome, one of which is unanswered.
NOW = figures(
    rows(4, outcome=Finding.UPHELD),
    rows(1, outcome=Finding.NOT_UPHELD, responded=LATE),
    rows(14),
    rows(1, responded=None),
    rows(3, stage=2),
)
BEFORE = figures(rows(16))
YEARS = {"2024-25": NOW, "2023-24": BEFORE}


def claim(measure: str, value: str, **fields: Any) -> Claim:
    basics = {"id": "c", "where": "1", "says": "something", "group": "stage_1"}
    return Claim(measure=Measure(measure), value=Decimal(value), **(basics | fields))


def checked(*claims: Claim, years: dict[str, Figures] = YEARS, **fields: Any) -> Checked:
    return check(Published(year="2024-25", source="a report", claims=claims, **fields), years)


@pytest.mark.parametrize(
    ("measure", "right", "wrong"),
    [
        ("received", "20", "21"),
        ("on_time", "18", "19"),
        ("late", "1", "0"),
        ("overdue", "1", "2"),
        ("upheld", "4", "5"),
        ("partly_upheld", "0", "1"),
        ("not_upheld", "1", "0"),
        ("no_outcome", "15", "14"),
        ("on_time_percent", "90", "89"),
        ("upheld_or_partly_percent", "20", "20.1"),
        ("not_upheld_percent", "5.0", "5.1"),
        ("no_outcome_percent", "75", "74"),
        ("answered_no_outcome_percent", "70", "75"),
        ("share_of_all_percent", "87", "86"),  # 20 of 23 is 86.96
        ("share_of_all_percent", "87.0", "86.9"),
    ],
)
def test_a_number_agrees_or_is_listed(measure: str, right: str, wrong: str) -> None:
    assert checked(claim(measure, right)).disagreements == ()
    (remark,) = checked(claim(measure, wrong)).disagreements
    assert (remark.fault, remark.stated) == (Fault.DIFFERS, Decimal(wrong))
    assert remark.computed == pytest.approx(Decimal(right), abs=Decimal("0.1"))


def test_growth_and_escalation() -> None:
    assert checked(claim("growth_percent", "25", against="2023-24")).disagreements == ()
    assert checked(claim("escalation_percent", "15", group="stage_2")).disagreements == ()
    (remark,) = checked(claim("growth_percent", "20", against="2023-24")).disagreements
    assert remark.sentence == (
        "The text says 20%; the figures give 25.0% (from 16 in 2023-24 to 20)."
    )


def test_a_count_that_the_text_takes_a_share_of() -> None:
    assert checked(claim("part_percent", "50", part=10)).disagreements == ()
    (remark,) = checked(claim("part_percent", "40", part=10)).disagreements
    assert remark.sentence == (
        "The text says 40%; the figures give 50.0% (10 of 20 stage 1 complaints received). "
        "10 is 40% of about 25."
    )


def test_a_claim_about_another_year_is_held_against_that_year() -> None:
    assert checked(claim("received", "16", year="2023-24")).disagreements == ()
    assert checked(claim("received", "20", year="2023-24")).disagreements


@pytest.mark.parametrize("fields", [{"year": "2019-20"}, {"against": "2019-20"}])
def test_a_claim_about_a_year_not_held_is_reported_unchecked(fields: dict[str, str]) -> None:
    found = checked(claim("growth_percent", "5", **({"against": "2023-24"} | fields)))
    assert found.disagreements == ()
    assert [each.why for each in found.unchecked] == ["no cases of 2019-20 are held here"]


def test_without_any_figures_nothing_is_judged_and_all_is_named() -> None:
    found = checked(claim("on_time_percent", "90"), years={})
    assert (found.disagreements, found.hidden) == ((), ())
    assert [each.id for each in found.unchecked] == ["c"]


def test_a_share_of_nothing_does_not_agree() -> None:
    (remark,) = checked(claim("on_time_percent", "0", group="mp_enquiry")).disagreements
    assert remark.computed is None


def test_the_scope_a_number_was_perhaps_made_from_is_named() -> None:
    mixed = figures(rows(9), rows(1, responded=LATE), rows(10, tenure=Tenure.OTHER, responded=LATE))
    (remark,) = checked(claim("on_time_percent", "89"), years={"2024-25": mixed}).disagreements
    assert remark.sentence.endswith(
        "the figures give 45.0% (9 of 20 stage 1 complaints received). "
        "Near to it: 90.0% (9 of 10 stage 1 complaints received from tenants)."
    )


def test_rounding_is_the_text_s_own() -> None:
    share = Share(198, 249, "stage 1 complaints received")  # 79.518…
    assert agrees(Decimal("80"), share)
    assert agrees(Decimal("79.5"), share)
    assert agrees(Decimal("79.52"), share)
    assert not agrees(Decimal("79"), share)
    assert not agrees(Decimal("79.6"), share)
    assert agrees(Decimal("-25"), Growth(3, 4, "2022-23"))
    assert not agrees(Decimal("0"), Share(0, 0, "stage 1 complaints received"))


def test_a_group_served_worse_than_the_headline_is_named() -> None:
    leaseholders = rows(10, tenure=Tenure.LEASEHOLDER, responded=LATE)
    years = {"2024-25": figures(rows(90), leaseholders)}
    found = checked(claim("on_time_percent", "90"), years=years)
    assert found.disagreements == ()
    (remark,) = found.hidden
    assert (remark.fault, remark.computed) == (Fault.HIDES_A_GROUP, Decimal("0.0"))
    assert remark.sentence == (
        "90% is the share of all; the figures give 0.0% (0 of 10 stage 1 complaints received "
        "from leaseholders), beside 100.0% (90 of 90 stage 1 complaints received from tenants)."
    )


@pytest.mark.parametrize(
    ("number", "on_time", "named"), [(10, 8, True), (10, 9, False), (9, 0, False)]
)
def test_small_groups_and_small_gaps_are_not(number: int, on_time: int, named: bool) -> None:
    others = {"tenure": Tenure.APPLICANT}
    late = rows(number - on_time, responded=LATE, **others)
    years = {"2024-25": figures(rows(900), rows(on_time, **others), late)}
    found = checked(claim("on_time_percent", "99"), years=years)
    assert bool(found.hidden) == named


def test_a_small_share_upheld_that_is_large_among_the_decided() -> None:
    years = {
        "2024-25": figures(
            rows(5, outcome=Finding.UPHELD), rows(5, outcome=Finding.NOT_UPHELD), rows(90)
        )
    }
    (remark,) = checked(claim("upheld_or_partly_percent", "5"), years=years).hidden
    assert remark.fault is Fault.HIDES_THE_DECIDED
    assert remark.sentence == (
        "5% is of all received, 90 of them without an outcome; of the 10 with a finding, "
        "5 (50.0%) were upheld or partly upheld."
    )


def test_few_decided_say_little() -> None:
    assert checked(claim("upheld_or_partly_percent", "20")).hidden == ()  # 5 decided


def test_a_total_is_the_sum_of_its_parts() -> None:
    good = Sum(id="a", where="9", says="by service", parts={"repairs": 3, "both": 2}, total=5)
    bad = good.model_copy(update={"id": "b", "total": 4})
    (remark,) = checked(sums=(good, bad)).disagreements
    assert (remark.id, remark.fault, remark.computed) == ("b", Fault.DOES_NOT_ADD_UP, 5)
    assert remark.sentence == "The text says 4; its parts (repairs 3 and both 2) add up to 5."


def test_what_figures_cannot_judge_is_passed_on_with_the_reason() -> None:
    note = Unchecked(id="n", where="8", says="it fell by 10%", why="points or percent is not said")
    assert checked(unchecked=(note,)).unchecked == (note,)


@pytest.mark.parametrize("measure", list(Measure))
def test_every_measure_has_a_figure(measure: Measure) -> None:
    each = claim(measure.value, "1", year="2024-25", against="2023-24", part=1)
    assert value_of(each, YEARS) is not None


def test_unknown_words_in_a_claim_are_refused() -> None:
    for wrong in ({"group": "stage_3"}, {"scope": "all"}, {"colour": "red"}, {"part": 0}):
        with pytest.raises(ValidationError):
            claim("received", "1", **wrong)
