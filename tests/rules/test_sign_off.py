"""Who signs a response, held against the three policies and the decisions about their gaps."""

from datetime import date

import pytest

from redress.rules.access import Absent, Actor, Role
from redress.rules.facts import State
from redress.rules.policy import Policy
from redress.rules.policy_choices import SignOffWhen, Who
from redress.rules.policy_files import policies_of
from redress.rules.policy_parts import Authority
from redress.rules.sign_off import (
    SIGNERS,
    Needed,
    has_quick,
    may_sign,
    needed,
    signs_as,
    stands_in_for,
)
from tests.rules.inputs import on
from tests.rules.story import reach

HEADS = {"head_of_service", "director", "chief_executive"}
THH = "tower-hamlets-homes"


def newest(landlord: str) -> Policy:
    return policies_of(landlord)[-1]


def asked(
    landlord: str, when: str, *, state: State = State.STAGE_1_OPEN, **how: int
) -> Needed | None:
    """What is needed for a complaint received on Friday 1 May 2026."""
    case = reach(state, landlord).facts
    return needed(newest(landlord), case, on(when), **how)  # type: ignore[arg-type]


def roles(need: Needed | None) -> set[str]:
    assert need is not None
    return {role.value for role in need.roles}


class TestTowerHamletsHomes:
    # Received Fri 1 May; Mon 4 May is a bank holiday: the fifth working day is Mon 11 May.
    @pytest.mark.parametrize(
        ("quick", "when", "who"),
        [
            (True, "Tue 5 May", Who.TEAM_LEADER_OR_MANAGER),
            (True, "Mon 11 May", Who.TEAM_LEADER_OR_MANAGER),
            (True, "Tue 12 May", Who.HEAD_OF_SERVICE),  # in time is over
            (False, "Tue 12 May", Who.HEAD_OF_SERVICE),
            (False, "Tue 5 May", Who.HEAD_OF_SERVICE),  # the gap of T19: decision 9
        ],
    )
    def test_t19_and_its_gap(self, quick: bool, when: str, who: Who) -> None:
        need = asked(THH, when, quick=quick)
        assert need and need.who is who
        assert need.clause == "Stage 1 – Complaints Investigation"
        leaders = {"team_leader"} if who is Who.TEAM_LEADER_OR_MANAGER else set()
        assert roles(need) == HEADS | leaders

    def test_t22_stage_2_is_the_chief_executives(self) -> None:
        """And not a director's, as the self-assessment has it (S11): decision 9."""
        need = asked(THH, "Mon 15 Jun", state=State.STAGE_2_OPEN)
        assert need and need.who is Who.CHIEF_EXECUTIVE
        assert roles(need) == {"chief_executive"}

    def test_only_its_first_stage_knows_quick_ones(self) -> None:
        assert has_quick(newest(THH), 1)
        assert not has_quick(newest(THH), 2)
        assert not has_quick(newest("harrow"), 1)


@pytest.mark.parametrize(
    ("landlord", "state", "clause"),
    [
        ("herefordshire", State.STAGE_1_OPEN, "3 Stage 1"),  # H13
        ("together", State.STAGE_1_OPEN, "5.5"),  # A11
        ("together", State.STAGE_2_OPEN, "5.6"),
    ],
)
def test_where_the_complaints_team_checks_that_is_the_signature(
    landlord: str, state: State, clause: str
) -> None:
    need = asked(landlord, "Mon 15 Jun", state=state, quick=True)
    assert need == Needed(
        Who.COMPLAINTS_TEAM,
        clause,
        frozenset({Role.COMPLAINTS_OFFICER, Role.STAGE_2_REVIEWER}),
    )


@pytest.mark.parametrize(
    ("landlord", "state"),
    [
        ("harrow", State.STAGE_1_OPEN),  # R14: checks come afterwards
        ("harrow", State.STAGE_2_OPEN),
        ("herefordshire", State.STAGE_2_OPEN),
        ("code-model", State.STAGE_1_OPEN),
    ],
)
def test_a_policy_that_names_nobody_asks_for_no_signature(landlord: str, state: State) -> None:
    assert asked(landlord, "Mon 15 Jun", state=state) is None


LIMITS = (
    Authority(role=Role.TEAM_LEADER, pounds=100, clause="Limits"),
    Authority(role=Role.HEAD_OF_SERVICE, pounds=1_000, clause="Limits"),
    Authority(role=Role.DIRECTOR, pounds=None, clause="Limits"),
)


class TestLimitsOnMoney:
    @pytest.mark.parametrize(
        ("pounds", "able"),
        [
            (0, HEADS | {"team_leader"}),
            (100, {"team_leader", "head_of_service", "director"}),
            (101, {"head_of_service", "director"}),
            (1_000, {"head_of_service", "director"}),
            (1_001, {"director"}),
        ],
    )
    def test_the_signer_must_have_the_authority(self, pounds: int, able: set[str]) -> None:
        policy = newest(THH).model_copy(update={"authority": LIMITS})
        case = reach(State.STAGE_1_OPEN, THH).facts
        assert roles(needed(policy, case, on("Tue 5 May"), quick=True, pounds=pounds)) == able

    @pytest.mark.parametrize(("pounds", "able"), [(100, 3), (5_000, 1)])
    def test_money_alone_asks_for_a_signature(self, pounds: int, able: int) -> None:
        policy = newest("harrow").model_copy(update={"authority": LIMITS})
        case = reach(State.STAGE_1_OPEN, "harrow").facts
        assert needed(policy, case, on("Tue 12 May")) is None
        need = needed(policy, case, on("Tue 12 May"), pounds=pounds)
        assert need and (need.who, need.clause, len(need.roles)) == (None, "Limits", able)

    def test_a_signer_without_authority_gives_way_to_one_who_has_it(self) -> None:
        policy = newest("herefordshire").model_copy(update={"authority": LIMITS})
        case = reach(State.STAGE_1_OPEN, "herefordshire").facts
        assert roles(needed(policy, case, date(2026, 5, 12), pounds=500)) == {
            "head_of_service",
            "director",
        }


HEAD = Needed(Who.HEAD_OF_SERVICE, "x", SIGNERS[Who.HEAD_OF_SERVICE])
CAROL = Absent(66, "Carol Jones", frozenset({Role.HEAD_OF_SERVICE}))


class TestCover:
    def test_the_cover_signs_for_the_absent(self) -> None:
        leader = Actor(5, "Tom", frozenset({Role.TEAM_LEADER}), covers=(CAROL,))
        assert may_sign(leader, HEAD) and stands_in_for(leader, HEAD) == CAROL
        assert Who.HEAD_OF_SERVICE in signs_as(leader)

    def test_who_may_sign_in_their_own_right_signs_for_nobody(self) -> None:
        director = Actor(5, "Eleni", frozenset({Role.DIRECTOR}), covers=(CAROL,))
        assert may_sign(director, HEAD) and stands_in_for(director, HEAD) is None

    def test_covering_somebody_who_may_not_sign_gives_nothing(self) -> None:
        tom = Absent(7, "Tom", frozenset({Role.TEAM_LEADER}))
        officer = Actor(5, "Amina", frozenset({Role.COMPLAINTS_OFFICER}), covers=(tom,))
        assert not may_sign(officer, HEAD) and stands_in_for(officer, HEAD) is None
        assert Who.HEAD_OF_SERVICE not in signs_as(officer)


def test_every_signer_a_policy_may_name_has_somebody_who_may_sign() -> None:
    assert set(SIGNERS) == set(Who)
    assert all(SIGNERS.values())
    assert not any(Role.LOGGER in able or Role.HANDLER in able for able in SIGNERS.values())


def test_the_more_senior_may_sign_for_the_one_named_and_never_the_more_junior() -> None:
    leaders, heads, directors = (
        SIGNERS[who] for who in (Who.TEAM_LEADER_OR_MANAGER, Who.HEAD_OF_SERVICE, Who.DIRECTOR)
    )
    assert leaders > heads > directors > SIGNERS[Who.CHIEF_EXECUTIVE]
    assert SignOffWhen.QUICK.value == "quick"
