"""Each check by itself: the model policy with one thing changed gives just those findings."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from redress.rules.policy import Policy
from redress.rules.policy_check import CHECKS, check
from redress.rules.policy_choices import Ground, JudgedFrom
from redress.rules.policy_files import codes
from redress.rules.policy_finding import Check, Judged, Severity
from redress.rules.provisions import judged_from
from tests.rules.policy_changes import model

CODE = codes()[-1]
CLAUSE = "4 Tried out"
ALL_PARTS = ["stage", "definition", "decision", "reasons", "remedy", "actions", "next_step"]


def informal(**changes: object) -> dict[str, Any]:
    """An informal step that breaks nothing but 5.2 and 5.3."""
    step: dict[str, Any] = {
        "name": "Early help",
        "place": "before_stage_1",
        "clause": CLAUSE,
        "acknowledge": "not stated",
        "respond": "not stated",
        "first_call": "not stated",
        "handler_answers": "not stated",
        "raised": "on_dissatisfaction",
        "raised_clause": CLAUSE,
        "only_records_dissatisfaction": False,
        "may_end_process": False,
    }
    return {**step, **changes}


def exclusion(ground: str) -> list[dict[str, str]]:
    return [{"ground": ground, "says": "A matter of that kind.", "clause": CLAUSE}]


def report(**changes: object) -> dict[str, Any]:
    one: dict[str, Any] = {
        "report": "figures",
        "to": "governing_body",
        "named": "Board",
        "every": "quarterly",
        "published": False,
        "clause": CLAUSE,
    }
    return {**one, **changes}


YEARLY = report(report="annual_report", every="annual", published=True)

CONFLICTS: list[tuple[dict[str, Any], str]] = [
    # how complaints are taken
    ({"definition__affecting": "individual_resident"}, "1.2"),
    ({"informal": informal()}, "5.2 5.3"),
    ({"informal": informal(place="outside_procedure")}, "5.2 1.3"),
    ({"informal": informal(raised="when_unresolved")}, "5.2 5.3 1.3 1.5"),
    ({"informal": informal(raised="on_formal_request")}, "5.2 5.3 1.3 1.5"),
    ({"informal": informal(only_records_dissatisfaction=True)}, "5.2 5.3 1.3 2.1 2.4"),
    ({"informal": informal(may_end_process=True)}, "5.2 5.3 5.3 5.11 6.10"),
    ({"time_limit__span": "6 months"}, "2.2 2.3"),
    ({"time_limit__span": "11 months"}, "2.2 2.3"),
    ({"time_limit__span": "200 working days"}, "2.2 2.3"),
    ({"time_limit__counts_from": ["occurred"]}, "2.3"),
    ({"time_limit__discretion": "named_cases_only"}, "2.3"),
    ({"time_limit__discretion": "none"}, "2.3"),
    ({"exclusions": exclusion("letter_before_claim")}, "2.2"),
    ({"exclusions": exclusion("proceedings_or_investigation")}, "2.2"),
    ({"exclusions": exclusion("considered_elsewhere")}, "2.2"),
    ({"exclusions": exclusion("rent")}, "2.1 2.2 2.5"),
    ({"exclusions": exclusion("repair_in_target")}, "2.1 2.2 2.5"),
    ({"exclusions": exclusion("director")}, "2.2 2.5"),
    ({"exclusions": exclusion("antisocial_behaviour")}, "2.2 2.5"),
    ({"refusal__ombudsman_right": False}, "2.4"),
    ({"refusal__reasons": False}, "2.4"),
    ({"refusal__open_ended": True}, "2.2 2.5"),
    ({"representatives__consent": "before_handling"}, "1.3 3.6"),
    ({"representatives__solicitor": "may_delay"}, "6.2 6.3 6.4"),
    ({"channels__social_media": "redirected"}, "3.2"),
    # the stages
    ({"stage_1__acknowledge__span": "6 working days"}, "6.2"),
    ({"stage_2__acknowledge__span": "2 weeks"}, "6.11"),
    ({"stage_1__acknowledge": "not stated"}, "6.2"),
    ({"stage_2__acknowledge": "not stated"}, "6.11"),
    ({"stage_1__respond__span": "11 working days"}, "6.3"),
    ({"stage_1__respond__span": "15 working days", "stage_1__respond_from": "received"}, "6.3"),
    ({"stage_2__respond__span": "5 weeks"}, "6.14"),
    ({"stage_1__extension__span": "20 working days"}, "6.4"),
    ({"stage_2__extension__span": "21 working days"}, "6.15"),
    ({"stage_1__extension__needs_agreement": True}, "6.4"),
    ({"stage_2__extension__beyond": "agreement"}, "6.15"),
    ({"stage_1__extension__tells": ["reason", "new_date"]}, "6.5"),
    (
        {
            "stage_2__extension__tells": ["reason", "new_date", "ombudsman_details_if_not_agreed"],
        },
        "6.16",
    ),
    ({"stage_1__acknowledgement": "generic"}, "5.6 5.7 6.2"),
    ({"stage_2__acknowledgement": "generic"}, "5.6 5.7 6.11"),
    ({"stage_1__response_parts": ALL_PARTS[:-1]}, "6.9"),
    ({"stage_2__response_parts": ALL_PARTS[1:]}, "6.19"),
    ({"stage_1__respond_when": "actions_done"}, "6.6"),
    ({"stage_2__respond_when": "actions_done"}, "6.17"),
    ({"stage_1__decided_by": "service_complained_about"}, "5.8"),
    ({"stage_2__decided_by": "manager"}, "6.13"),
    ({"stage_2__decided_by": "complaints_team", "stage_1__checked_by": "complaints_team"}, "6.13"),
    ({"stage_2__reasons": "required"}, "6.12"),
    ({"stage_2__window": {"span": "6 months", "clause": CLAUSE}}, "6.10 5.11 2.2"),
    ({"stage_2__extra_step": "back_to_landlord"}, "6.10 6.11 5.3"),
    ({"stage_2__declined_for": "no_merit"}, "5.11 6.10 6.18"),
    ({"stage_2__staff": "not_named"}, "6.20"),
    # what stands around them
    ({"after_stage_2": "designated_person_or_8_weeks"}, "3.7"),
    ({"restrictions__effects": ["contact", "suspends_complaint"]}, "5.11 5.14 5.15"),
    ({"restrictions__effects": ["refuses_escalation"]}, "5.11 5.14 5.15"),
    ({"restrictions__approach": "zero_tolerance"}, "5.14 5.15"),
    ({"restrictions__safeguards": ["warning", "review"]}, "5.14 5.15"),
    ({"restrictions__safeguards": ["evidence", "review"]}, "5.15"),
    ({"recording__outcomes": "often_missing"}, "5.12 6.9 9.1"),
    ({"member_responsible": "officer"}, "9.5"),
    ({"reports": [YEARLY]}, "9.7"),
    ({"reports": [YEARLY, report(every="twice_yearly")]}, "9.7"),
    ({"reports": [YEARLY, report(to="senior_managers")]}, "9.7"),
    ({"reports": [report(), {**YEARLY, "published": False}]}, "8.1 8.2"),
    ({"reports": [report(), {**YEARLY, "to": "scrutiny"}]}, "8.1 8.2"),
    ({"reports": [report(), {**YEARLY, "report": "figures"}]}, "8.1 8.2"),
    (
        {
            "self_assessment": [
                {"provision": "4.3", "answer": "no", "says": "Not yet.", "clause": CLAUSE}
            ]
        },
        "4.3",
    ),
]

STRICTER: list[tuple[dict[str, Any], str]] = [
    ({"stage_1__acknowledge__span": "48 hours, read as 2 working days"}, "6.2"),
    ({"stage_2__acknowledge__span": "4 working days"}, "6.11"),
    ({"stage_1__respond__span": "9 working days"}, "6.3"),
    ({"stage_1__respond_from": "received"}, "6.3"),
    ({"stage_2__respond__span": "15 working days"}, "6.14"),
    ({"stage_1__extension__span": "1 week"}, "6.4"),
    ({"stage_2__extension__span": "10 working days"}, "6.15"),
]

REVIEWS: list[tuple[dict[str, Any], str]] = [
    ({"definition__cites": ["tenant_involvement_standard"]}, "8.1"),
    ({"definition__cites": ["data_protection_act_1998"]}, "8.1"),
    ({"requests__raised": "not stated"}, "1.5"),
    ({"requests__raised": "when_unresolved"}, "1.5"),
    ({"requests__respond": {"span": "10 working days", "clause": CLAUSE}}, "1.4"),
    ({"exclusions": exclusion("service_charge")}, "2.5"),
    ({"exclusions": exclusion("consultation")}, "2.5"),
    ({"exclusions": exclusion("vexatious")}, "2.2"),
    ({"exclusions": exclusion("proceedings_started")}, "2.2"),
    ({"channels__named": ["web", "phone"]}, "3.2"),
    ({"stage_1__respond_from_stated": False}, "6.3"),
    ({"stage_2__respond_from_stated": False}, "6.14"),
    ({"stage_1__extension__unit_stated": False}, "6.4"),
    ({"stage_2__extension__unit_stated": False}, "6.15"),
    ({"stage_1__extension__tells": ["reason", "ombudsman_details"]}, "6.4"),
    ({"stage_2__extension__tells": ["new_date", "ombudsman_details"]}, "6.15"),
    ({"stage_1__acknowledgement": "not stated"}, "5.6 5.7"),
    ({"stage_1__response_parts": []}, "6.9"),
    ({"stage_2__response_parts": []}, "6.19"),
    ({"stage_1__respond_when": "not stated"}, "6.6"),
    ({"stage_1__decided_by": "service_area"}, "5.8"),
    ({"stage_2__who_may_ask": "Tenants"}, "5.11"),
    ({"restrictions": "not stated"}, "5.14 5.15"),
    ({"restrictions__safeguards": [], "restrictions__elsewhere": "A guide"}, "5.14 5.15"),
    ({"recording__outcomes": "not stated"}, "5.12"),
    ({"member_responsible": "not stated"}, "9.5"),
    ({"reports": []}, "8.1 8.2 9.7"),
    ({"reports": [report(every="regular")]}, "8.1 8.2"),
    ({"stated_until": "2024-03-31", "stated_until_is": "review", "starts": "2021-01-01"}, "8.1"),
    (
        {
            "contradictions": [
                {
                    "rules": ["T19"],
                    "provision": "6.20",
                    "says": "They differ.",
                    "held": "policy",
                    "clause": CLAUSE,
                }
            ]
        },
        "6.20",
    ),
    (
        {
            "self_assessment": [
                {"provision": "8.3", "answer": "going_forward", "says": "Soon.", "clause": CLAUSE}
            ]
        },
        "8.3",
    ),
]

NOTHING: list[dict[str, Any]] = [
    {"time_limit__span": "24 months"},
    {"stage_1__extension__tells": ["reason", "new_date", "ombudsman_details"]},
    {"stage_1__checked_by": "complaints_team"},
    {"exclusions": exclusion("first_request")},
    {"exclusions": exclusion("between_residents")},
    {"exclusions": exclusion("not_our_service")},
    {"exclusions": []},
    {"petitions": {"stage": 1, "marked": True, "one_contact": True, "meeting_offered": True,
                   "clause": CLAUSE}},
    {"requests": "not stated"},
    {"reports": [YEARLY, report(every="regular")]},
    {"closures": [{"date": "2024-12-24", "why": "Offices shut"}]},
    {"stage_1__respond__span": "2 weeks"},
    {"stage_1__acknowledge__span": "1 week"},
]  # fmt: skip


def numbers(changes: Mapping[str, Any], severity: Severity) -> list[str]:
    every = check(model(**changes), CODE)
    assert {each.severity for each in every} == {severity}, every
    return sorted(each.provision for each in every)


@pytest.mark.parametrize(("changes", "expected"), CONFLICTS)
def test_conflicts(changes: dict[str, Any], expected: str) -> None:
    assert numbers(changes, Severity.CONFLICT) == sorted(expected.split())


@pytest.mark.parametrize(("changes", "expected"), STRICTER)
def test_stricter(changes: dict[str, Any], expected: str) -> None:
    assert numbers(changes, Severity.STRICTER) == sorted(expected.split())


@pytest.mark.parametrize(("changes", "expected"), REVIEWS)
def test_to_review(changes: dict[str, Any], expected: str) -> None:
    assert numbers(changes, Severity.REVIEW) == sorted(expected.split())


@pytest.mark.parametrize("changes", NOTHING)
def test_what_is_no_finding(changes: dict[str, Any]) -> None:
    assert check(model(**changes), CODE) == ()


def test_a_policy_ended_before_the_edition_conflicts() -> None:
    changes = {"starts": "2021-01-01", "stated_until": "2024-03-31", "stated_until_is": "end"}
    assert numbers(changes, Severity.CONFLICT) == ["8.1"]


def test_the_clause_is_the_one_of_the_rule() -> None:
    changed = model(stage_2__extension__needs_agreement=True, stage_2__extension__clause=CLAUSE)
    (finding,) = check(changed, CODE)
    assert (finding.provision, finding.clause) == ("6.15", CLAUSE)
    assert finding.says == "An extension at stage 2 needs the resident's agreement."


def test_exclusions_of_one_kind_are_one_finding_a_provision() -> None:
    both = [*exclusion("rent"), *exclusion("insurance")]
    every = check(model(exclusions=both), CODE)
    assert [each.provision for each in every] == ["2.1", "2.2", "2.5"]
    assert {each.says for each in every} == {
        "Excluded: A matter of that kind. A matter of that kind."
    }
    assert {each.clause for each in every} == {CLAUSE}


@pytest.mark.parametrize("ground", Ground)
def test_every_ground_is_judged_or_fair(ground: Ground) -> None:
    fair = {"claim_filed", "already_considered", "first_request", "between_residents"}
    fair.add("not_our_service")
    assert bool(check(model(exclusions=exclusion(ground)), CODE)) is (ground not in fair)


def test_what_the_code_says_a_policy_can_be_judged_on_is_judged() -> None:
    """Every provision marked so can be found by some check, and no other but by an answer."""
    possible = {
        number
        for changes, expected in (*CONFLICTS, *STRICTER, *REVIEWS)
        if "self_assessment" not in changes
        for number in expected.split()
    }
    marked = {each.number for each in judged_from(CODE, JudgedFrom.POLICY)}
    assert possible == marked


@cache
def tried() -> list[Policy]:
    return [model(**changes) for changes, _ in (*CONFLICTS, *STRICTER, *REVIEWS)]


@pytest.mark.parametrize("one", CHECKS)
def test_no_check_is_left_out(one: Check) -> None:
    assert any(list(one(Judged(policy, CODE, CODE.starts))) for policy in tried())
