"""Does a landlord's policy keep to the Code? Every conflict, with the clause and what to change.

The checks read the typed data alone, so that any landlord's policy is judged in the same way.
"""

from datetime import date

from redress.rules.policy import CodeEdition, Policy
from redress.rules.policy_check_intake import CHECKS as INTAKE
from redress.rules.policy_check_oversight import CHECKS as OVERSIGHT
from redress.rules.policy_check_stages import CHECKS as STAGES
from redress.rules.policy_finding import FindingOfPolicy, Judged, Severity
from redress.rules.provisions import order

CHECKS = (*INTAKE, *STAGES, *OVERSIGHT)
SEVERITIES = tuple(Severity)


def check(policy: Policy, code: CodeEdition, on: date | None = None) -> tuple[FindingOfPolicy, ...]:
    """What a policy has against an edition of the Code: conflicts first, then where it is
    stricter, then what to review, each in the order of the Code.

    `on` is the day for which the policy's own last date is judged; without it the day on which
    the edition starts.
    """
    judged = Judged(policy, code, on or code.starts)
    found = (finding for one in CHECKS for finding in one(judged))
    return tuple(sorted(found, key=_place))


def _place(finding: FindingOfPolicy) -> tuple[int, tuple[int, ...]]:
    return SEVERITIES.index(finding.severity), order(finding.provision)
