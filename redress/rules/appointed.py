"""Whom the Code asks a landlord to appoint, and whether somebody is."""

from collections.abc import Collection
from dataclasses import dataclass

from redress.rules.access import Role


@dataclass(frozen=True)
class Gap:
    """A role that nobody holds, the provision that asks for it, and what it is, in our words."""

    role: Role
    provision: str
    says: str


ASKED_FOR = (
    Gap(
        Role.COMPLAINTS_OFFICER,
        "Code 4.1",
        "Somebody must take responsibility for handling complaints.",
    ),
    Gap(
        Role.SENIOR_LEAD,
        "Code 9.4",
        "A senior person must be accountable for how complaints are handled.",
    ),
    Gap(
        Role.MEMBER_RESPONSIBLE,
        "Code 9.5",
        "A member of the governing body must have the lead on complaints.",
    ),
)


def gaps(held: Collection[Role]) -> tuple[Gap, ...]:
    """What the Code asks for (4.1, 9.4, 9.5) that none of the roles held is."""
    return tuple(gap for gap in ASKED_FOR if gap.role not in held)
