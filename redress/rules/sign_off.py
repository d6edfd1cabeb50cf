"""Who must sign a response before it goes: what the landlord's own policy says, and who may do so.

The first rule of the stage that fits holds. Where a policy names no signer but has somebody check
the response (as Herefordshire's complaints team, H13), the check is the signature. Whoever is more
senior may sign in place of the one named, never anybody more junior (decision 9).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from redress.rules.access import DECIDERS, Absent, Actor, Role
from redress.rules.clocks import due
from redress.rules.decision import calendar_of
from redress.rules.facts import CaseFacts, SubmissionFacts
from redress.rules.policy import Policy
from redress.rules.policy_choices import SignOffWhen, Who
from redress.rules.policy_parts import SignOff

R = Role
TOP = frozenset({R.CHIEF_EXECUTIVE})
DIRECTORS = TOP | {R.DIRECTOR}
HEADS = DIRECTORS | {R.HEAD_OF_SERVICE}
LEADERS = HEADS | {R.TEAM_LEADER}
# A reviewer checks at stage 2 as the team does: those of it who did stage 1 may not (Code 6.13).
TEAM = frozenset({R.COMPLAINTS_OFFICER, R.STAGE_2_REVIEWER})
SIGNERS: dict[Who, frozenset[Role]] = {
    Who.SERVICE_AREA: LEADERS,
    Who.SERVICE_COMPLAINED_ABOUT: LEADERS,
    Who.MANAGER: LEADERS,
    Who.TEAM_LEADER_OR_MANAGER: LEADERS,
    Who.HEAD_OF_SERVICE: HEADS,
    Who.SENIOR_MANAGER: HEADS,
    Who.COMPLAINTS_TEAM: TEAM,
    Who.DIRECTOR: DIRECTORS,
    Who.COUNCIL: TOP | {R.STAGE_2_REVIEWER},
    Who.CHIEF_EXECUTIVE: TOP,
    Who.ANOTHER_PERSON: DECIDERS,
}


@dataclass(frozen=True)
class Needed:
    """A signature: `who` in the policy's words (None where it names nobody), the clause, and the
    roles of those who may give it."""

    who: Who | None
    clause: str
    roles: frozenset[Role]


def needed(
    policy: Policy, case: CaseFacts, today: date, *, quick: bool = False, pounds: int = 0
) -> Needed | None:
    """The signature that a response of the case's stage needs if it goes today; None if none.

    `quick` says that no investigation was needed and the resident agrees (Tower Hamlets Homes,
    T19): that alone is not enough, it must also go within the time of the rule. `pounds` is the
    money it promises, for the limits of `policy.authority`.
    """
    stage = policy.stage(case.stage.number)
    named: Needed | None = None
    for rule in stage.sign_off:
        if _fits(rule, policy, case, today, quick):
            named = Needed(rule.who, rule.clause, SIGNERS[rule.who])
            break
    if named is None and stage.checked_by is not None:
        named = Needed(stage.checked_by, stage.decided_by_clause, SIGNERS[stage.checked_by])
    return _with_authority(policy, named, pounds)


def has_quick(policy: Policy, stage: int) -> bool:
    """Whether the policy has a rule for responses that needed no investigation."""
    return any(rule.when is SignOffWhen.QUICK for rule in policy.stage(stage).sign_off)


def _fits(rule: SignOff, policy: Policy, case: CaseFacts, today: date, quick: bool) -> bool:
    if rule.within is None:
        return True
    last = due(rule.within, case.stage.received_on, calendar_of(policy), source=rule.clause)
    return quick and today <= last.date


def _with_authority(policy: Policy, named: Needed | None, pounds: int) -> Needed | None:
    """Narrowed to those who may promise this much money. A role not in the table may promise
    none; where no signer named has the authority, somebody who has it must sign."""
    if not pounds or not policy.authority:
        return named
    can = {each.role for each in policy.authority if each.pounds is None or each.pounds >= pounds}
    clause = policy.authority[0].clause
    if named is None:
        return Needed(None, clause, frozenset(can))
    return Needed(named.who, named.clause, frozenset(named.roles & can or can))


def second_person(policy: Policy, case: CaseFacts, writer: Actor) -> Needed:
    """Who must approve a refusal that this person writes: somebody else who may decide.

    Where the landlord has a team look at what goes out and the writer is not of it, one of the team
    (Together, 5.4 and 5.5: agreed by the Resolution Team; Herefordshire, 4.3).
    """
    stage = policy.stage(case.stage.number)
    if stage.checked_by is None or writer.roles & SIGNERS[stage.checked_by]:
        return Needed(None, "Code 2.5", DECIDERS)
    return Needed(stage.checked_by, stage.decided_by_clause, SIGNERS[stage.checked_by])


def of_refusal(waiting: SubmissionFacts) -> Needed:
    """The approval that a refusal which waits needs, as it was settled when it was sent in."""
    if not waiting.signer:
        return Needed(None, waiting.clause, DECIDERS)
    who = Who(waiting.signer)
    return Needed(who, waiting.clause, SIGNERS[who])


def authority(policy: Policy, pounds: int) -> Needed | None:
    """Who may promise this much money; None where the policy sets no limit to it."""
    return _with_authority(policy, None, pounds)


def may_sign(actor: Actor, need: Needed) -> bool:
    """Whether this person may give the signature, for themselves or for somebody they cover."""
    return bool(actor.roles & need.roles) or stands_in_for(actor, need) is not None


def stands_in_for(actor: Actor, need: Needed) -> Absent | None:
    """Whose signature it is, where they may not sign in their own right."""
    if actor.roles & need.roles:
        return None
    return next((away for away in actor.covers if away.roles & need.roles), None)


def signs_as(actor: Actor) -> frozenset[Who]:
    """Which signers of policies this person may stand for, for lists of what waits for them."""
    roles = actor.roles.union(*(away.roles for away in actor.covers))
    return frozenset(who for who, able in SIGNERS.items() if able & roles)


def named_in(roles: Iterable[Role]) -> list[Role]:
    """The roles in the order in which they are ranked, for words."""
    return [role for role in Role if role in set(roles)]
