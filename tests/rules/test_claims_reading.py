"""Reading a report's text: which figures are read as what, which are wrong, which are not read."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.rules import statements
from redress.rules.claims import Claim, Measure
from redress.rules.claims_check import Checked, Fault, check
from redress.rules.claims_reading import read
from redress.rules.claims_text import passages
from redress.rules.figures import Figures, Group, Scope
from redress.rules.figures_shares import Growth
from redress.rules.figures_year import Year
from tests.conftest import SHARED
from tests.reports.harrow_by_hand import case_rows, figures_of

YEAR = Year.parse("2023-24")
SEED = Path(__file__).parents[2] / SHARED / "seeds" / "harrow-complaints-report-2023-24.txt"
SERVICES = ("Asset Management", "Housing Needs", "Resident Services")


def held() -> dict[str, Figures]:
    rows = list(case_rows())
    return {label: figures_of(rows, label) for label in ("2023-24", "2022-23", "2021-22")}


YEARS = held()


def claims(text: str) -> list[Claim]:
    return list(read(text, YEAR, "a text", SERVICES).claims)


def short(claim: Claim) -> tuple[Group, Measure, str]:
    return claim.group, claim.measure, str(claim.value)


def checked(text: str) -> Checked:
    return check(read(text, YEAR, "a text", SERVICES), YEARS)


S1, S2, MP, ALL = Group.STAGE_1, Group.STAGE_2, Group.MP_ENQUIRY, Group.ALL
M = Measure


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We received 456 stage 1 complaints.", [(S1, M.RECEIVED, "456")]),
        ("There were 82 S2 complaints in 2023/24.", [(S2, M.RECEIVED, "82")]),
        ("370 stage 1 complaints were answered on time.", [(S1, M.ON_TIME, "370")]),
        ("Of all stage one complaints 81% came back on time.", [(S1, M.ON_TIME_PERCENT, "81")]),
        ("12% of stage 2 complaints were upheld or partially upheld.",
         [(S2, M.UPHELD_OR_PARTLY_PERCENT, "12")]),
        ("8% of stage 1 complaints were upheld or partly upheld and 10% were not upheld.",
         [(S1, M.UPHELD_OR_PARTLY_PERCENT, "8"), (S1, M.NOT_UPHELD_PERCENT, "10")]),
        ("Stage 1 complaints rose by 27%.", [(S1, M.GROWTH_PERCENT, "27")]),
        ("Stage 2 complaints fell by 4 per cent.", [(S2, M.GROWTH_PERCENT, "-4")]),
        ("The escalation rate from stage 1 to stage 2 was 18%.",
         [(S2, M.ESCALATION_PERCENT, "18")]),
        ("Of the 1,364 complaints and enquiries, 40% are MP enquiries.",
         [(ALL, M.RECEIVED, "1364"), (MP, M.SHARE_OF_ALL_PERCENT, "40")]),
        ("Member enquiries made up 60% of all complaints and enquiries.",
         [(Group.MEMBER_ENQUIRIES, M.SHARE_OF_ALL_PERCENT, "60")]),
        ("We had 25 compliments.", [(Group.COMPLIMENT, M.RECEIVED, "25")]),
        ("13 stage 1 complaints were upheld, 23 partly upheld and 47 not upheld.",
         [(S1, M.UPHELD, "13"), (S1, M.PARTLY_UPHELD, "23"), (S1, M.NOT_UPHELD, "47")]),
        ("Stage 2 complaints: 62 on time (76%).",
         [(S2, M.ON_TIME, "62"), (S2, M.ON_TIME_PERCENT, "76")]),
        ("82% of stage 1 complaints were closed without an outcome.",
         [(S1, M.NO_OUTCOME_PERCENT, "82"), (S1, M.ANSWERED_NO_OUTCOME_PERCENT, "82")]),
        ("715 checks were made, accounting for 51% of complainants.",
         [(ALL, M.PART_PERCENT, "51")]),
    ],
)  # fmt: skip
def test_what_a_sentence_claims(text: str, found: list[tuple[Group, Measure, str]]) -> None:
    assert [short(claim) for claim in claims(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "We answer within 10 working days, and at stage 2 within 20 working days.",
        "The Act of 2023 came on 1 April 2024; see section 6.2 and page 12.",
        "Stage 1 and stage 2 are the 2023/24 policy’s own words.",
    ],
)
def test_what_counts_nothing_is_passed_over(text: str) -> None:
    found = read(text, YEAR, "a text")
    assert (found.claims, found.unchecked) == ((), ())


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("20 residents came to the event.", "20: what it counts could not be read"),
        ("We paid £3,125.", "3,125: sums of money are not among the figures"),
        ("90% of stage 1 complaints about Housing Needs were on time.", "one service"),
        ("In June 90% of stage 1 complaints were on time.", "a part of the year"),
        ("90% of leaseholders’ stage 1 complaints were on time.", "no table is of"),
    ],
)
def test_what_cannot_be_read_is_said_to_be_not_checked(text: str, why: str) -> None:
    found = read(text, YEAR, "a text", SERVICES)
    assert found.claims == ()
    assert why in found.unchecked[0].why


@pytest.mark.parametrize(
    ("text", "year", "against"),
    [
        ("Stage 1 complaints are up 67% since 2021/22.", "", "2021-22"),
        ("Stage 1 complaints are up 27% on last year.", "", "2022-23"),
        ("An increase in stage 1 complaints of 67% on two years ago.", "", "2021-22"),
        ("There were 359 stage 1 complaints in 2022-2023.", "2022-23", ""),
    ],
)
def test_the_years_a_sentence_speaks_of(text: str, year: str, against: str) -> None:
    (claim,) = claims(text)
    assert (claim.year, claim.against) == (year, against)
    assert checked(text).disagreements == ()


def test_a_heading_says_what_the_sentences_under_it_are_about() -> None:
    text = (
        "6.3 Stage 2 complaints\n\nOnly 70% were answered on time.\n\n7. Costs\n\n9% were upheld.\n"
    )
    first, *others = claims(text)
    assert (first.group, first.where, others) == (Group.STAGE_2, "6.3", [])


def test_rows_of_a_table_are_read_with_the_title_of_the_table() -> None:
    text = "Stage 1 complaints – Landlord services\t\nReceived\t249\n% Completed on time\t79.6%\n"
    received, on_time = claims(text)
    assert received.scope is on_time.scope is Scope.LANDLORD_SERVICES
    (wrong,) = checked(text).disagreements
    assert wrong.computed == Decimal("79.5")


def test_a_web_page_is_read_as_its_text() -> None:
    page = (
        "<!DOCTYPE html><html><head><style>p { width: 99% }</style></head><body>"
        "<h2>2. Stage 2 complaints</h2><p>12% were\nupheld or <b>partly upheld</b>.</p>"
        "<table><tr><th>Stage 1 complaints received</th><td>455</td></tr></table></body></html>"
    )
    found = checked(page).disagreements
    assert [(each.stated, each.computed) for each in found] == [(12, Decimal("14.6")), (455, 456)]


def test_a_year_that_is_none_is_named() -> None:
    found = checked(
        "Headlines of 2023/34 and of 2023/24, in the plan for 2022-2026."
        " It was read on 2024/05/21, and of case 2023/4567 on 21/05/2024."
    )
    assert [slip.slip for slip in found.slips] == ["2023/34"]


def test_a_table_that_does_not_make_its_total_is_told() -> None:
    text = (
        "9.1 Ombudsman\n\nWe had 22 cases.\n\nReason for the case\tNumber\nASB\t4\nRepairs\t11\n"
        "Staff\t9\n\nOpen\tClosed\tTotal\n4\t18\t22\n"
    )
    (wrong,) = checked(text).disagreements
    assert wrong.fault is Fault.DOES_NOT_ADD_UP
    assert (wrong.stated, wrong.computed) == (22, 24)


def computed() -> list[str]:
    """Sentences that we make from the figures themselves."""
    now = YEARS["2023-24"]
    found = [statements.received(now, "2023-24")]
    for group in (S1, S2):
        tally = now.tally(group)
        changes = [
            Growth(tally.received, YEARS[year].tally(group).received, year)
            for year in ("2022-23", "2021-22")
        ]
        found += [
            statements.growth(group, changes),
            statements.in_time(tally, group),
            statements.outcomes(tally, group),
        ]
    stage_2 = now.tally(S2).received
    share = now.tally(S1).of_received(stage_2, statements.noun(S1))
    return [*found, statements.escalation(share)]


COMPUTED = computed()


def test_our_own_sentences_agree_with_the_figures_and_most_are_read() -> None:
    found = checked("\n".join(COMPUTED))
    assert found.disagreements == ()
    numbers = sum(len(re.findall(r"\d[\d,.]*", text)) for text in COMPUTED)
    assert len(claims("\n".join(COMPUTED))) > numbers / 2


@given(st.data())
def test_a_figure_changed_in_a_sentence_is_found(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(COMPUTED))
    told = [claim for claim in claims(text) if claim.measure is not M.GROWTH_PERCENT]
    claim = data.draw(st.sampled_from(told)) if told else None
    if claim is None:
        return
    printed = f"{claim.value:,}"
    pattern = rf"(?<![\d,.]){re.escape(printed)}(?![\d]|[.,]\d)"
    changed = re.sub(pattern, str(claim.value + data.draw(st.integers(1, 40))), text)
    assert checked(changed).disagreements


@given(st.text(max_size=300) | st.text("0123456789% ,.stage12 upheldMP\t\n#()", max_size=300))
def test_whatever_is_written_nothing_breaks(text: str) -> None:
    checked(text)
    list(passages(text))


SAME_SENSE = """\
6.2 Stage 1 complaints
At stage 1, 8% of complaints were recorded as upheld or partially upheld.
82% of stage 1 complaints were closed without an outcome.
6.3 Stage 2 complaints
Of the 82 stage 2 complaints received, 12% were upheld or partially upheld.
6% were not upheld.
82% of stage 2 complaints were closed without an outcome.
76% of stage 2 complaints were answered on time.
6.4 Member enquiries
Member enquiries were 60% of all complaints and enquiries, compared to 28% during 2022/23.
7 Quality
In all 715 checks were completed, accounting for 51% of complainants.
8 Survey
Satisfaction has gone down by 10%.
"""
# (section, value printed, value computed): what the figures alone show to be wrong
FAULTS = {
    ("6.2", Decimal(82), Decimal("80.3")),
    ("6.3", Decimal(12), Decimal("14.6")),
    ("6.3", Decimal(6), Decimal("11.0")),
    ("6.3", Decimal(82), Decimal("74.4")),
    ("6.3", Decimal(82), Decimal("68.3")),
    ("6.4", Decimal(28), Decimal("58.9")),
    ("7", Decimal(51), Decimal("52.4")),
}


def faults(found: Checked) -> set[tuple[str, Decimal, Decimal | None]]:
    wrong = [each for each in found.disagreements if each.fault is Fault.DIFFERS]
    return {(each.where, each.stated, each.computed) for each in wrong}


def test_the_faults_that_were_published_are_found_in_their_own_words() -> None:
    found = checked(SAME_SENSE)
    assert faults(found) == FAULTS
    assert {each.fault for each in found.hidden} == {
        Fault.HIDES_A_GROUP,
        Fault.HIDES_THE_DECIDED,
    }
    assert [each.where for each in found.unchecked] == ["7", "8"]


def test_the_faults_of_the_published_report_itself() -> None:
    if not SEED.exists():
        pytest.skip("the published report is not here")
    found = checked(SEED.read_text(encoding="utf-8"))
    assert faults(found) == FAULTS
    sums = [each for each in found.disagreements if each.fault is Fault.DOES_NOT_ADD_UP]
    assert [(each.where, each.stated, each.computed) for each in sums] == [("9.1", 22, 24)]
    assert [slip.slip for slip in found.slips] == ["2023/34"]
    assert any("Satisfaction has decreased" in each.says for each in found.unchecked)
