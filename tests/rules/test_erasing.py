"""What stays of a case that is erased: figures, and no word of anybody."""

from dataclasses import replace
from datetime import date

import pytest

from redress.rules.erasing import GONE, STAYS, left_of_event, texts_of, what_stays
from redress.rules.facts import CaseFacts, Kind, LinkFacts, State, Tie
from redress.rules.record import evolve, plain
from tests.rules.story import reach
from tests.rules.walks import start, step

ON = date(2032, 5, 12)
# Texts of which every one is a mark of ours: a key, a policy, a name of a service.
ALLOWED = {GONE, ""}


def told(case: CaseFacts) -> set[str]:
    """Every text of a case but those of its dates and those that stay by name."""
    named = {
        text
        for facts in [case, case.intake, *case.stages, *case.issues, *case.links, *case.evidence]
        for name in STAYS.get(type(facts).__name__, ())
        for text in texts_of(getattr(facts, name))
    }
    named |= {text for due in case.deadlines for text in texts_of(due)}
    named |= {t for each in case.hand_overs for t in (each.risk, each.told_at)}
    named |= {each.channel for each in case.incoming}
    named |= {t for each in case.submissions for t in (each.signer, each.clause)}
    return set(texts_of(case)) - named


@pytest.mark.parametrize("state", State)
def test_no_word_of_anybody_stays_in_any_state(state: State) -> None:
    case = reach(state).facts
    left = what_stays(case, ON, None)
    assert told(left) <= ALLOWED
    assert (left.resident, left.home, left.tags, left.erased_on) == (None, None, (), ON)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_was_done_the_figures_stay_and_the_words_go(seed: int) -> None:
    """Walks through a case at random: dates, findings, money and choices are what they were."""
    from random import Random

    random = Random(seed)
    walk = start(random.choice)
    for _ in range(40):
        step(walk, random.choice)
    case = walk.story.facts
    left = what_stays(case, ON, 7)
    assert told(left) <= ALLOWED
    assert left.deadlines == case.deadlines
    for name in ("state", "kind", "received_on", "channel", "service", "category", "tenure"):
        assert getattr(left, name) == getattr(case, name)
    for was, now in zip(case.stages, left.stages, strict=True):
        assert (now.outcome, now.responded_on, now.compensation) == (
            was.outcome, was.responded_on, was.compensation,
        )  # fmt: skip
        assert bool(now.definition) == bool(was.definition)
    for issue, still in zip(case.issues, left.issues, strict=True):
        assert [(f.stage, f.finding) for f in still.findings] == [
            (f.stage, f.finding) for f in issue.findings
        ]
    assert (
        evolve(
            None,
            {
                "case": plain(left),
            },
        )
        == left
    )


def test_ties_to_other_cases_stay_and_those_to_matters_outside_go() -> None:
    """A repeat is a figure; the number of a repairs job is of somebody's home."""
    case = reach(State.STAGE_1_OPEN).facts
    ties = (
        LinkFacts("MOD-000009", Tie.REPEATS, "The same leak"),
        LinkFacts("Repairs job 4411", Tie.OUTSIDE, "Kitchen"),
    )
    left = what_stays(replace(case, links=ties), ON, None)
    assert left.links == (LinkFacts("MOD-000009", Tie.REPEATS, GONE),)


def test_of_an_event_only_stays_what_measures_count() -> None:
    content = {
        "patch": {"case": {"description": "Mary Osei"}},
        "note": {"ground": "too_old", "reasons": "Mary said", "agreed": True, "who": "Mary Osei"},
        "warnings": [{"code": "over_the_cap", "provision": "6.4", "about": "Mary"}],
    }
    assert left_of_event(content) == {
        "note": {"ground": "too_old", "agreed": True, "reasons": GONE},
        "warnings": [{"code": "over_the_cap"}],
    }


def test_a_request_stays_a_request() -> None:
    case = reach(State.REQUEST_ANSWERED).facts
    assert what_stays(case, ON, None).kind is not Kind.COMPLAINT
