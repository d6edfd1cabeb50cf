"""Who may do what: roles and permissions as one table.

The screen, the action and the tests all read this table; nothing else decides access.
Being allowed to see a case at all (its landlord) is `cases.access`.
"""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """A role a person holds for one landlord."""

    LOGGER = "logger"  # any member of staff: takes a complaint, passes it on (Code 3.2)
    COMPLAINTS_OFFICER = "complaints_officer"  # Code 4.1
    HANDLER = "handler"
    TEAM_LEADER = "team_leader"
    HEAD_OF_SERVICE = "head_of_service"
    STAGE_2_REVIEWER = "stage_2_reviewer"
    DIRECTOR = "director"
    MEMBER_RESPONSIBLE = "member_responsible"  # the MRC, Code 9.5: reads, never decides
    AUDITOR = "auditor"


@dataclass(frozen=True)
class Actor:
    """Who acts: a member of staff (`id` is the user's number), the resident, or the system.

    `id` is None for the resident and for the system; `name` is shown in the record.
    """

    id: int | None
    name: str
    roles: frozenset[Role] = frozenset()
    resident: bool = False
