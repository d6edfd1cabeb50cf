"""Who may do what, by roles alone. The whole table by verb is in `test_stages`."""

import pytest

from redress.rules.access import (
    PERMISSIONS,
    Actor,
    Role,
    Verb,
    may,
    may_administer,
    may_assess,
    may_keep_ombudsman,
    may_keep_register,
    may_keep_surveys,
    may_look_over,
    may_publish,
    may_read_cases,
    may_read_reports,
)


def holding(*roles: Role) -> Actor:
    return Actor(1, "Amina Khan", frozenset(roles))


READ_ONLY = [Role.SENIOR_LEAD, Role.MEMBER_RESPONSIBLE, Role.AUDITOR]


@pytest.mark.parametrize("role", READ_ONLY)
@pytest.mark.parametrize("verb", list(Verb))
def test_who_oversees_decides_no_case(role: Role, verb: Verb) -> None:
    """The Member Responsible for Complaints (Code 9.5) and auditors read."""
    assert not may(holding(role), verb)
    assert may_read_cases(holding(role)) and may_read_reports(holding(role))


def test_every_verb_has_its_row() -> None:
    assert set(PERMISSIONS) == set(Verb)


def test_roles_add_up() -> None:
    both = holding(Role.AUDITOR, Role.COMPLAINTS_OFFICER)
    assert may(both, Verb.CORRECT_RECEIVED_DATE)
    assert not may(holding(Role.AUDITOR), Verb.CORRECT_RECEIVED_DATE)


@pytest.mark.parametrize("verb", list(Verb))
def test_nobody_and_the_system_may_do_nothing(verb: Verb) -> None:
    assert not may(Actor(None, ""), verb)


def test_a_resident_has_the_verbs_that_are_theirs() -> None:
    resident = Actor(None, "Mary Osei", resident=True)
    theirs = {verb.value for verb in Verb if may(resident, verb)}
    assert theirs == {
        *("receive", "receive_message", "raise_complaint", "escalate", "withdraw"),
        *("answer_definition", "answer_extension", "say_not_done", "rate"),
        *("agree_updates", "record_findings_comment", "settle_offer", "mediate"),
    }


def test_a_resident_gains_nothing_from_a_role() -> None:
    """Somebody who also works there acts on their own complaint as a resident."""
    resident = Actor(1, "Mary Osei", frozenset(Role), resident=True)
    assert not may(resident, Verb.RESPOND)


@pytest.mark.parametrize(
    ("role", "cases", "reports"),
    [
        (Role.LOGGER, False, False),
        (Role.HANDLER, True, False),
        (Role.COMPLAINTS_OFFICER, True, True),
        (Role.TEAM_LEADER, True, True),
        (Role.HEAD_OF_SERVICE, True, True),
        (Role.STAGE_2_REVIEWER, True, True),
        (Role.DIRECTOR, True, True),
        (Role.CHIEF_EXECUTIVE, True, True),
        (Role.MEMBER_RESPONSIBLE, True, True),
        (Role.SENIOR_LEAD, True, True),
        (Role.BOARD_MEMBER, False, False),
        (Role.AUDITOR, True, True),
        (Role.ADMINISTRATOR, False, False),
    ],
)
def test_who_reads_cases_and_who_reads_reports(role: Role, cases: bool, reports: bool) -> None:
    assert (may_read_cases(holding(role)), may_read_reports(holding(role))) == (cases, reports)


def test_a_board_member_looks_over_what_is_reported_and_does_nothing() -> None:
    """Views that change nothing (Code 9.7)."""
    board = holding(Role.BOARD_MEMBER)
    assert may_look_over(board) and not may_look_over(holding(Role.HANDLER))
    assert not any(may(board, verb) for verb in Verb)
    others = (may_assess, may_publish, may_keep_register, may_keep_surveys, may_keep_ombudsman)
    assert not any(allowed(board) for allowed in others)


def test_only_an_administrator_administers_and_does_nothing_to_a_case() -> None:
    assert [role for role in Role if may_administer(holding(role))] == [Role.ADMINISTRATOR]
    assert not any(may(holding(Role.ADMINISTRATOR), verb) for verb in Verb)


def test_without_a_role_one_reads_nothing() -> None:
    assert not may_read_cases(holding()) and not may_read_reports(holding())
