"""What speaks against an answer."""

import pytest

from redress.rules.assessment import Answer, Answered
from redress.rules.assessment_flags import FlagKind, Given, flags
from redress.rules.measures import Measure
from redress.rules.policy_finding import FindingOfPolicy, Severity

NINE = Measure(should=12, did=9, cases=("THH-1", "THH-2", "THH-3"))
CONFLICT = FindingOfPolicy("6.5", Severity.CONFLICT, "Timescales", "It does not say so.", "Say so.")
REVIEW = FindingOfPolicy("6.5", Severity.REVIEW, "Timescales", "It is silent.", "Say so.")


def kinds(
    answer: Answer | None,
    measured: Measure | None = None,
    *findings: FindingOfPolicy,
    evidenced: bool = True,
    explained: bool = True,
) -> list[FlagKind]:
    given = Given("6.5", Answered(answer), evidenced, explained)
    return [flag.kind for flag in flags(given, measured, findings)]


def test_a_yes_with_evidence_that_nothing_contradicts_has_no_flag() -> None:
    assert kinds(Answer.YES, Measure(12, 12), REVIEW, explained=False) == []


def test_a_yes_without_evidence() -> None:
    assert kinds(Answer.YES, evidenced=False) == [FlagKind.NO_EVIDENCE]


def test_a_yes_that_the_cases_contradict_says_how_many() -> None:
    (flag,) = flags(Given("6.5", Answered(Answer.YES), True, True), NINE, ())
    assert flag.says == "It says yes, and 3 of 12 cases did not."


@pytest.mark.parametrize("answer", [Answer.NO, Answer.PARTLY, Answer.SPLIT])
def test_less_than_yes_is_not_contradicted_and_must_be_explained(answer: Answer) -> None:
    assert kinds(answer, NINE, CONFLICT) == []
    assert kinds(answer, explained=False) == [FlagKind.NO_COMMENTARY]


def test_a_yes_where_the_policy_conflicts() -> None:
    (flag,) = flags(Given("6.5", Answered(Answer.YES), True, True), None, (CONFLICT, REVIEW))
    assert flag.kind is FlagKind.POLICY
    assert "Timescales" in flag.says


def test_the_policy_is_held_against_its_own_provision_alone() -> None:
    given = Given("6.6", Answered(Answer.YES), True, True)
    assert flags(given, None, (CONFLICT,)) == ()


def test_a_yes_from_a_day_names_the_day() -> None:
    assert kinds(Answer.YES_FROM, NINE) == [FlagKind.NO_DATE]


def test_no_answer() -> None:
    assert kinds(None, NINE, CONFLICT) == [FlagKind.NO_ANSWER]
