"""The rows that Harrow's published totals ask for, before they have dates or subjects."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from redress.demo.harrow_draft import Draft
from redress.rules.facts import Tenure
from redress.rules.figures import TABLES, Group, Scope

FACTS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("harrow_2023_24.toml").read_text("utf-8")
)
FINDINGS = ("upheld", "partly_upheld", "not_upheld", "")
LATE_BEFORE = 0.18  # of the years of which only the numbers received are known: invented
FOUND_BEFORE = (5, 5, 10, 80)  # as `FINDINGS`, for the same years: invented

# Who everyone else is, by how often: invented.
ELSE = {
    Tenure.APPLICANT: 45,
    Tenure.HOMELESS_APPLICANT: 30,
    Tenure.LICENSEE: 10,
    Tenure.SHARED_OWNER: 5,
    Tenure.OTHER: 10,
}


def published(chance: Random) -> list[Draft]:
    """Rows of 2023-24 that give every number of Appendix A, and the compliments of section 11."""
    drafts = [
        draft
        for group in TABLES
        for scope, counts in _apart(FACTS["tables"][group.value])
        for draft in _counted(group, scope, counts, chance)
    ]
    compliments = range(FACTS["beside"]["compliment"])
    everyone = [Draft(Group.COMPLIMENT, _scope(Group.STAGE_1, chance), "", "") for _ in compliments]
    return _with_tenures(drafts + everyone, chance)


def earlier(received: Mapping[str, int], chance: Random) -> list[Draft]:
    """Rows of a year of which only the numbers received are published."""
    drafts = [
        Draft(
            group,
            _scope(group, chance),
            "late" if chance.random() < LATE_BEFORE else "on_time",
            chance.choices(FINDINGS, FOUND_BEFORE)[0],
        )
        for group in map(Group, received)
        for _ in range(received[group.value])
    ]
    return _with_tenures(drafts, chance)


def _counted(group: Group, scope: Scope, counts: Sequence[int], chance: Random) -> Iterator[Draft]:
    """Rows of one group and scope; what is overdue has no outcome, the rest fall by chance."""
    _, on_time, late, overdue, *findings, no_outcome = counts
    outcomes = _repeat(FINDINGS, [*findings, no_outcome - overdue])
    chance.shuffle(outcomes)
    answers = _repeat(("on_time", "late"), (on_time, late))
    for answer, outcome in zip(answers, outcomes, strict=True):
        yield Draft(group, scope, answer, outcome)
    for _ in range(overdue):
        yield Draft(group, scope, "overdue", "")


def _apart(table: Mapping[str, Sequence[int]]) -> Iterator[tuple[Scope, list[int]]]:
    """The counts of each scope without those of the scope inside it."""
    inner = [0] * 8
    for scope in Scope:
        counts = list(table[scope.value])
        yield scope, [all_ - less for all_, less in zip(counts, inner, strict=True)]
        inner = counts


def _scope(group: Group, chance: Random) -> Scope:
    """A scope, by how often it is that of the group's rows in 2023-24."""
    received = [counts[0] for _, counts in _apart(FACTS["tables"][group.value])]
    return chance.choices(list(Scope), received)[0]


def _with_tenures(drafts: list[Draft], chance: Random) -> list[Draft]:
    for draft in drafts:
        if draft.scope is Scope.LANDLORD_SERVICES_AND_LEASEHOLDERS:
            draft.tenure = Tenure.LEASEHOLDER
        if draft.scope is Scope.ALL_HOUSING_SERVICES:
            draft.tenure = chance.choices(list(ELSE), list(ELSE.values()))[0]
    return drafts


def _repeat(words: Sequence[str], times: Sequence[int]) -> list[str]:
    return [word for word, number in zip(words, times, strict=True) for _ in range(number)]
