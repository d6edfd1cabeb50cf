"""The grounds that may be chosen: a landlord's own beside the Code's, and those never allowed."""

import pytest

from redress.rules.actions.receive import NewIssue
from redress.rules.facts import CaseFacts
from redress.rules.grounds import ALWAYS, NEVER, TOO_OLD, grounds, too_old
from redress.rules.policy_choices import Ground
from redress.rules.policy_files import codes, policies_of
from tests.rules.inputs import on, refusal
from tests.rules.story import begun

CODE = codes()[-1]
LEAP = on("Thu 29 Feb 2024")


def case(occurred: str, aware: str, received: str = "Fri 1 May") -> CaseFacts:
    issue = NewIssue(summary="Leak", occurred_on=on(occurred), aware_on=on(aware))
    return begun(when=received, issues=(issue,)).facts


@pytest.mark.parametrize(
    "landlord", ["code-model", "harrow", "herefordshire", "together", "tower-hamlets-homes"]
)
def test_the_codes_own_grounds_are_everywhere(landlord: str) -> None:
    """Code 2.2: a claim filed at court, considered before, more than twelve months old."""
    held = grounds(policies_of(landlord)[-1])
    assert {"claim_filed", "already_considered", "too_old"} <= set(held)
    assert all(words.endswith(".") for words in held.values())


def test_the_model_policy_has_no_other() -> None:
    assert set(grounds(policies_of("code-model")[-1])) == {*ALWAYS, TOO_OLD}


def test_a_landlords_own_words_go_before_ours() -> None:
    policy = policies_of("herefordshire")[-1]
    own = {exclusion.ground.value: exclusion.says for exclusion in policy.exclusions}
    assert own["already_considered"] != ALWAYS["already_considered"]
    held = grounds(policy)
    assert {ground: held[ground] for ground in own} == own
    assert held["claim_filed"] == ALWAYS["claim_filed"]  # it has none of its own


@pytest.mark.parametrize(
    ("landlord", "words"),
    [("together", "6 months"), ("herefordshire", "12 months"), ("code-model", "12 months")],
)
def test_the_time_limit_is_told_as_the_policy_has_it(landlord: str, words: str) -> None:
    held = grounds(policies_of(landlord)[-1])[TOO_OLD]
    assert held == f"This happened more than {words} before you told us."


def test_what_is_never_a_ground_is_shown_where_a_policy_has_it() -> None:
    """T8 and A4: shown, so that it can be said why it is refused."""
    assert set(NEVER) == {"letter_before_claim", "proceedings_or_investigation", "no_merit"}
    assert "letter_before_claim" in grounds(policies_of("tower-hamlets-homes")[-1])
    assert "proceedings_or_investigation" in grounds(policies_of("together")[-1])
    assert not set(NEVER) & set(ALWAYS)


def test_every_ground_never_allowed_is_a_word_that_policies_can_hold() -> None:
    assert set(NEVER) - {ground.value for ground in Ground} == {"no_merit"}


@pytest.mark.parametrize(
    ("occurred", "aware", "old"),
    [
        ("Wed 30 Apr 2025", "Wed 30 Apr 2025", True),
        ("Thu 1 May 2025", "Thu 1 May 2025", False),  # to the day
        ("Wed 1 May 2024", "Thu 1 May 2025", False),  # the later of the two governs
        ("Thu 1 May 2025", "Wed 1 May 2024", False),
    ],
)
def test_twelve_months_from_the_later_of_the_two(occurred: str, aware: str, old: bool) -> None:
    assert too_old(case(occurred, aware), (), CODE) is old


@pytest.mark.parametrize(
    ("received", "old"), [("Fri 28 Feb 2025", False), ("Sat 1 Mar 2025", True)]
)
def test_a_year_after_29_february_ends_on_the_28th(received: str, old: bool) -> None:
    leap = begun(when=received, issues=(NewIssue(summary="Leak", occurred_on=LEAP, aware_on=LEAP),))
    assert too_old(leap.facts, (), CODE) is old


def test_only_the_issues_named_are_asked() -> None:
    old = NewIssue(summary="Leak", occurred_on=on("Mon 1 Jan 2024"), aware_on=on("Mon 1 Jan 2024"))
    new = NewIssue(summary="Mould", occurred_on=on("Thu 1 Jan"), aware_on=on("Thu 1 Jan"))
    story = begun(issues=(old, new))
    assert [too_old(story.facts, numbers, CODE) for numbers in ((1,), (2,), (1, 2), ())] == [
        True,
        False,
        False,
        False,
    ]
    story.refusing(refusal(issues=(2,)), "Tue 5 May")
    assert too_old(story.facts, (), CODE)  # the issue refused before is no longer asked
