"""Whom the Code asks for: each missing one is named with its provision."""

import pytest

from redress.rules.access import Role
from redress.rules.appointed import gaps

ASKED = {
    "complaints_officer": "Code 4.1",
    "senior_lead": "Code 9.4",
    "member_responsible": "Code 9.5",
}


def test_a_landlord_with_nobody_lacks_all_three() -> None:
    assert {gap.role.value: gap.provision for gap in gaps(())} == ASKED


@pytest.mark.parametrize("role", sorted(Role))
def test_one_role_fills_one_gap_and_others_none(role: Role) -> None:
    left = {gap.role.value for gap in gaps({role})}
    assert left == ASKED.keys() - {role.value}
