"""The check of policies: every conflict read by hand is found, and nothing that is not one."""

from datetime import date
from itertools import chain

import pytest

from redress.rules.policy import Policy
from redress.rules.policy_check import check
from redress.rules.policy_files import codes, landlord_slugs, policies_of
from redress.rules.policy_finding import FindingOfPolicy, Severity, length
from redress.rules.provisions import provision
from redress.rules.span_words import read_span
from tests.rules.policy_by_hand import ALSO, CONFLICTS, STRICTER

CODE = codes()[-1]
ROWS = [
    (slug, rule, clause, provision)
    for slug, rows in CONFLICTS.items()
    for rule, clause, provisions in rows
    for provision in provisions.split()
]


def found(slug: str, severity: Severity) -> list[FindingOfPolicy]:
    policy = policies_of(slug)[-1]
    return [finding for finding in check(policy, CODE) if finding.severity is severity]


def test_the_table_has_as_many_rows_as_were_counted_by_hand() -> None:
    """16, 15 and 13 rows, where a rule that names both stages is two lines of the table here, and
    three lines of the first landlord's come from its self-assessment.
    """
    lines = {slug: len(rows) for slug, rows in CONFLICTS.items()}
    twice = {"tower-hamlets-homes": 1, "together": 2, "herefordshire": 1}
    own = {"tower-hamlets-homes": 2}
    counted = {slug: lines[slug] - twice[slug] - own.get(slug, 0) for slug in twice}
    assert counted == {"tower-hamlets-homes": 16, "together": 15, "herefordshire": 13}


@pytest.mark.parametrize(("slug", "rule", "clause", "number"), ROWS)
def test_every_conflict_is_found(slug: str, rule: str, clause: str, number: str) -> None:
    clauses = [each.clause for each in found(slug, Severity.CONFLICT) if each.provision == number]
    assert any(clause in each for each in clauses), f"{rule}: {number} in {clauses}"


@pytest.mark.parametrize("slug", CONFLICTS)
def test_nothing_else_is_called_a_conflict(slug: str) -> None:
    known = [(clause, number) for each, _, clause, number in ROWS if each == slug]
    known += [(clause, number) for each, number, clause in ALSO if each == slug]
    more = [
        f"{finding.provision} {finding.clause}: {finding.says}"
        for finding in found(slug, Severity.CONFLICT)
        if not any(
            clause in finding.clause and number == finding.provision for clause, number in known
        )
    ]
    assert more == []


@pytest.mark.parametrize(("slug", "number", "clause"), ALSO)
def test_what_is_excused_is_really_found(slug: str, number: str, clause: str) -> None:
    clauses = {each.clause for each in found(slug, Severity.CONFLICT) if each.provision == number}
    assert any(clause in each for each in clauses)


@pytest.mark.parametrize("slug", STRICTER)
def test_where_the_landlord_is_stricter(slug: str) -> None:
    assert {each.provision for each in found(slug, Severity.STRICTER)} == STRICTER[slug]


def test_nothing_is_found_in_the_model() -> None:
    assert check(policies_of("code-model")[-1], CODE) == ()
    assert check(policies_of("code-model")[-1], CODE, date(2030, 1, 1)) == ()


@pytest.mark.parametrize(
    ("slug", "number", "clause"),
    [
        ("tower-hamlets-homes", "6.20", "6.18 to 6.20"),  # S11 against T19
        ("tower-hamlets-homes", "2.3", "Self-assessment 2.3"),  # S3 against T8
        ("tower-hamlets-homes", "8.1", "Regulatory Standards"),  # T1: superseded references
        ("tower-hamlets-homes", "9.7", "Self-assessment 9.7"),  # S16
        ("tower-hamlets-homes", "6.3", "Timescales: Stage 1"),  # T12: start not stated
        ("together", "6.14", "5.6"),  # A12
        ("herefordshire", "6.4", "3 Stage 1"),  # H7: unit not stated
        ("herefordshire", "6.15", "3 Stage 2"),  # H10
        ("herefordshire", "8.1", "Cover"),  # H1: past its review date
        ("harrow", "1.4", "Report 2"),  # R3
        ("harrow", "6.1", "Appendix B 6.1"),
        ("harrow", "6.5", "Appendix B 6.5"),
        ("harrow", "8.3", "Appendix B 8.3"),
    ],
)
def test_what_somebody_should_look_at(slug: str, number: str, clause: str) -> None:
    reviews = [each.clause for each in found(slug, Severity.REVIEW) if each.provision == number]
    assert any(clause in each for each in reviews)


def test_harrows_older_15_days_conflict() -> None:
    old = policies_of("harrow")[0]
    conflicts = {each.provision for each in check(old, CODE) if each.severity is Severity.CONFLICT}
    assert "6.3" in conflicts


def all_findings() -> list[tuple[Policy, FindingOfPolicy]]:
    policies = chain.from_iterable(policies_of(slug) for slug in landlord_slugs())
    return [(policy, each) for policy in policies for each in check(policy, CODE)]


def test_each_finding_is_whole() -> None:
    for policy, finding in all_findings():
        papers = {each.provision for each in (*policy.self_assessment, *policy.contradictions)}
        judged_from = provision(CODE, finding.provision).judged_from
        assert "policy" in judged_from or finding.provision in papers, finding
        assert finding.clause and finding.says and finding.change.endswith("."), finding
        assert finding.says.endswith("."), (policy.id, finding)
        assert "_" not in finding.says + finding.change, finding


def test_no_finding_is_given_twice() -> None:
    for slug in landlord_slugs():
        every = check(policies_of(slug)[-1], CODE)
        assert len(every) == len(set(every)), slug


def test_findings_are_in_the_order_of_the_code() -> None:
    numbers = [each.provision for each in found("tower-hamlets-homes", Severity.CONFLICT)]
    assert numbers.index("6.9") < numbers.index("6.10") < numbers.index("9.5")
    kinds = [each.severity for each in check(policies_of("together")[-1], CODE)]
    assert kinds == sorted(kinds, key=list(Severity).index)


@pytest.mark.parametrize(
    ("slug", "on", "severity"),
    [
        ("together", date(2024, 3, 1), Severity.CONFLICT),  # ended before the edition began
        ("together", date(2026, 11, 23), Severity.CONFLICT),
        ("herefordshire", date(2024, 4, 1), Severity.REVIEW),
        ("herefordshire", date(2026, 11, 23), Severity.REVIEW),
    ],
)
def test_a_policy_past_its_own_last_date(slug: str, on: date, severity: Severity) -> None:
    every = check(policies_of(slug)[-1], CODE, on)
    assert [each.severity for each in every if each.clause == "Cover"] == [severity]


@pytest.mark.parametrize(
    ("on", "alarm"),
    [(date(2026, 1, 1), False), (date(2026, 1, 31), False), (date(2026, 2, 1), True)],
)
def test_the_alarm_begins_the_day_after(on: date, alarm: bool) -> None:
    model = policies_of("code-model")[-1]
    until = {"stated_until": date(2026, 1, 31), "stated_until_is": "end"}
    every = check(model.model_copy(update=until), CODE, on)
    assert [each.severity for each in every] == ([Severity.REVIEW] if alarm else [])


@pytest.mark.parametrize(
    ("words", "more", "less"),
    [
        ("5 working days", "6 working days", "4 working days"),
        ("5 working days", "8 calendar days", "48 hours"),
        ("5 working days", "2 weeks", "24 working hours"),
        ("10 working days", "1 month", "1 week"),
        ("5 working days", "48 hours, read as 6 working days", "8 weeks, read as 1 working day"),
    ],
)
def test_lengths_in_different_units(words: str, more: str, less: str) -> None:
    assert length(read_span(less)) < length(read_span(words)) < length(read_span(more))
