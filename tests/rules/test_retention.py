"""How long cases are kept, and everything that keeps one longer."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from redress.rules.facts import Finding, Kind
from redress.rules.facts_holds import HoldFacts
from redress.rules.policy_files import PolicyError
from redress.rules.retention import (
    Kept,
    Outcome,
    Standing,
    Step,
    check_approval,
    judge,
    outcome_of,
    read_schedule,
    schedule_of,
    years_after,
)

COMMON = schedule_of("code-model")
CLOSED = date(2020, 5, 12)
DUE = date(2026, 5, 12)
UPHELD = Standing(Kind.COMPLAINT, Outcome.UPHELD, CLOSED)


def test_a_complaint_is_kept_for_six_years_and_not_a_day_less() -> None:
    before, on_it = (judge(UPHELD, COMMON, day) for day in (DUE - timedelta(days=1), DUE))
    assert (before.due_on, before.kept, before.is_due) == (DUE, (Kept.NOT_YET,), False)
    assert (on_it.due_on, on_it.kept, on_it.is_due) == (DUE, (), True)
    assert on_it.line.source == "Limitation Act 1980, section 5"


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("outcome", Outcome)
def test_every_kind_and_outcome_has_a_line_of_a_year_at_least(kind: Kind, outcome: Outcome) -> None:
    """Twelve months: so long may a resident take to go to the Ombudsman."""
    assert COMMON.line(kind, outcome).years >= 1


def test_what_was_closed_on_29_february_is_never_erased_a_day_too_early() -> None:
    assert years_after(date(2024, 2, 29), 6) == date(2030, 3, 1)
    assert years_after(date(2024, 2, 29), 4) == date(2028, 2, 29)


def test_an_open_case_is_never_due() -> None:
    verdict = judge(replace(UPHELD, closed_on=None), COMMON, date(2099, 1, 1))
    assert (verdict.due_on, verdict.kept) == (None, (Kept.NOT_CLOSED,))


def test_a_legal_hold_keeps_it_until_its_last_day_or_until_it_is_lifted() -> None:
    until = HoldFacts(1, "A claim", CLOSED, 11, until=DUE)
    held = replace(UPHELD, holds=(until,))
    assert judge(held, COMMON, DUE).kept == (Kept.HELD,)
    assert judge(held, COMMON, DUE + timedelta(days=1)).is_due
    open_ended = replace(UPHELD, holds=(replace(until, until=None),))
    assert judge(open_ended, COMMON, date(2099, 1, 1)).kept == (Kept.HELD,)
    lifted = replace(until, until=None, lifted_on=DUE)
    assert judge(replace(UPHELD, holds=(lifted,)), COMMON, DUE).is_due


STOPS = (
    Kept.OMBUDSMAN,
    Kept.ACTIONS,
    Kept.MESSAGES,
    Kept.MONEY,
    Kept.REQUESTED,
    Kept.RESTRICTION,
    Kept.MERGED,
)


@pytest.mark.parametrize("stop", STOPS)
def test_whatever_is_still_owed_keeps_it(stop: Kept) -> None:
    assert judge(replace(UPHELD, stops=frozenset({stop})), COMMON, DUE).kept == (stop,)


def test_all_that_keeps_it_is_said_at_once() -> None:
    held = (HoldFacts(1, "A claim", CLOSED, 11),)
    all_of_it = replace(UPHELD, holds=held, stops=frozenset(STOPS))
    assert judge(all_of_it, COMMON, CLOSED).kept == (Kept.NOT_YET, Kept.HELD, *STOPS)


def test_what_is_erased_is_not_erased_again() -> None:
    assert judge(replace(UPHELD, erased_on=DUE), COMMON, DUE).kept == (Kept.ERASED,)


@pytest.mark.parametrize(
    ("finding", "ground", "outcome"),
    [
        (Finding.PARTLY_UPHELD, "", Outcome.UPHELD),
        (Finding.NOT_UPHELD, "", Outcome.NOT_UPHELD),
        (Finding.WITHDRAWN, "", Outcome.WITHDRAWN),
        (None, "", Outcome.NONE),
        (Finding.UPHELD, "too_old", Outcome.REFUSED),
    ],
)
def test_how_a_case_ended(finding: Finding | None, ground: str, outcome: Outcome) -> None:
    assert outcome_of(finding, ground) is outcome


def written(folder: Path, *lines: str) -> Path:
    path = folder / "some-landlord.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


LINE = '[[lines]]\nname = "Upheld"\nyears = 7\nsource = "Our schedule, 4.2"'


def test_a_landlords_own_schedule_tells_outcomes_apart(tmp_path: Path) -> None:
    kinds = "kinds = [" + ", ".join(f'"{kind.value}"' for kind in Kind) + "]"
    rest = '[[lines]]\nname = "All others"\nyears = 3\nsource = "Our schedule, 4.3"'
    path = written(tmp_path, LINE, kinds, 'outcomes = ["upheld"]', rest, kinds)
    own = read_schedule(path)
    assert own.shortest == 3
    assert judge(UPHELD, own, DUE).due_on == date(2027, 5, 12)
    assert judge(replace(UPHELD, outcome=Outcome.NOT_UPHELD), own, DUE).is_due


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ('kinds = ["complaint"]', "no line says how long"),
        ('kinds = ["complaint"]\nmonths = 3', "months"),
        ('kinds = ["gossip"]', "gossip"),
        ("kinds = []", "kinds"),
    ],
)
def test_a_schedule_that_is_not_sound_is_refused(tmp_path: Path, change: str, says: str) -> None:
    with pytest.raises(PolicyError, match=says):
        read_schedule(written(tmp_path, LINE, change))


def test_nothing_is_kept_for_less_than_a_year(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="years"):
        read_schedule(written(tmp_path, LINE.replace("7", "0"), 'kinds = ["complaint"]'))


def test_nobody_approves_their_own_proposal_and_none_is_settled_twice() -> None:
    assert check_approval(Step.PROPOSED, proposed_by=1, by=2) == ()
    assert check_approval(Step.PROPOSED, proposed_by=1, by=1) == ("own_proposal",)
    assert check_approval(Step.PROPOSED, proposed_by=1, by=None) == ("own_proposal",)
    assert check_approval(Step.APPROVED, proposed_by=1, by=2) == ("settled_already",)
    assert check_approval(Step.DROPPED, proposed_by=1, by=1) == ("settled_already", "own_proposal")
