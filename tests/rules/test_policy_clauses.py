"""The clauses that a policy's data names, and evidence that names one it has not."""

import pytest

from redress.rules.assessment_flags import wrong_clause
from redress.rules.policy_clauses import clauses, close_to, knows_clause
from redress.rules.policy_files import landlord_slugs, policies_of

HARROW = policies_of("harrow")[-1]


def test_clauses_of_harrow_in_the_order_of_their_numbers() -> None:
    found = clauses(HARROW)
    assert "Report 2" in found and "Appendix B 1.4" in found and "Appendix B 1.5" in found
    assert not [each for each in found if ";" in each]
    assert found.index("Appendix B 6.9") < found.index("Appendix B 6.14")
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    "clause", ["Report 2", "report  2", "Appendix B 1.5", "Report 2; Appendix B 1.4, 1.5"]
)
def test_a_clause_that_is_there(clause: str) -> None:
    assert knows_clause(HARROW, clause)


@pytest.mark.parametrize("clause", ["Report 99", "Section 9", "Report 2; Appendix B 99.1"])
def test_a_clause_that_is_not_there_is_pointed_out(clause: str) -> None:
    assert not knows_clause(HARROW, clause)
    assert "does not have" in wrong_clause([HARROW], HARROW.id, clause)


def test_one_that_was_mistyped_names_what_is_near() -> None:
    assert close_to(HARROW, "Apendix B 1.4")[0] == "Appendix B 1.4"
    assert "“Appendix B 1.4”" in wrong_clause([HARROW], HARROW.id, "Apendix B 1.4")


def test_another_version_and_no_clause() -> None:
    assert "no version of the policy" in wrong_clause([HARROW], "harrow/1999-01-01", "Report 2")
    assert wrong_clause([HARROW], HARROW.id, "") == ""


@pytest.mark.parametrize("slug", landlord_slugs())
def test_every_policy_names_its_clauses(slug: str) -> None:
    for policy in policies_of(slug):
        assert all(knows_clause(policy, clause) for clause in clauses(policy))
        assert len(clauses(policy)) > 5
