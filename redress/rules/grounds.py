"""Grounds for refusing a complaint: the landlord's own exclusions, held against the Code's list."""

from collections.abc import Collection

from redress.rules.clocks import time_limit_to_complain
from redress.rules.facts import CaseFacts
from redress.rules.policy import CodeEdition, Policy
from redress.rules.policy_choices import Ground

TOO_OLD = "too_old"
ALWAYS = {  # the Code's own list: 2.2
    Ground.CLAIM_FILED.value: "A claim about this has been filed at court.",
    Ground.ALREADY_CONSIDERED.value: "We have already answered a complaint about this.",
}
# Proceedings are a claim form and particulars of claim filed at court, and nothing less (Code 2.2).
AT_COURT = frozenset({Ground.CLAIM_FILED.value, Ground.PROCEEDINGS_STARTED.value})
# A letter that threatens a claim, or an investigation, is not a claim filed at court (Code 2.2).
NEVER = frozenset(
    {Ground.LETTER_BEFORE_CLAIM.value, Ground.PROCEEDINGS_OR_INVESTIGATION.value, "no_merit"}
)


def grounds(policy: Policy) -> dict[str, str]:
    """The grounds that may be chosen under a policy, with the words a resident is given.

    The landlord's exclusions as its policy has them, its time limit, and what the Code allows
    every landlord (Code 2.2). Those in `NEVER` are shown, and refused as grounds.
    """
    limit = policy.time_limit.span.words()
    own = {exclusion.ground.value: exclusion.says for exclusion in policy.exclusions}
    return {**ALWAYS, TOO_OLD: f"This happened more than {limit} before you told us.", **own}


def too_old(case: CaseFacts, numbers: Collection[int], code: CodeEdition) -> bool:
    """Whether every issue named (all that are in, if none is) is known to be past the Code's 12
    months.

    The Code counts from the later of the issue occurring and the resident becoming aware of it,
    and its limit wins over a shorter one of the landlord's (Code 2.2, 2.3).
    """
    asked = [issue for issue in case.issues_in if not numbers or issue.number in numbers]
    tests = [
        time_limit_to_complain(
            issue.occurred_on, issue.aware_on, case.received_on, code.time_limit
        ).in_time
        for issue in asked
    ]
    return bool(tests) and all(test is False for test in tests)
