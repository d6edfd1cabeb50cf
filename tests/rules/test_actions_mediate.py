"""Mediation beside a complaint: in its own order, at any stage, and no date moves."""

from dataclasses import replace
from datetime import date

import pytest

from redress.rules.access import Verb
from redress.rules.actions.mediate import Mediate, steps
from redress.rules.facts import MediationStep, State
from redress.rules.policy_choices import When
from redress.rules.policy_files import policies_of
from redress.rules.policy_parts import Offer
from tests.rules.inputs import on
from tests.rules.story import Story, book_of, reach

S = MediationStep
LATE = "Mon 31 Aug"


def told(step: MediationStep, when: str = "Wed 6 May", **others: str) -> Mediate:
    given = {"who": "Calm Talk", "outcome": "They agreed on a date."} | others
    return Mediate(step=step, on=on(when), **given)


def offered(landlord: str = "together") -> Story:
    story = reach(State.STAGE_1_OPEN, landlord)
    story.does(Verb.MEDIATE, told(S.OFFERED), "Thu 7 May")
    return story


def test_from_offer_to_outcome_and_no_date_moves() -> None:
    """Together, 5.3 (A8)."""
    before, story = reach(State.STAGE_1_OPEN, "together").facts, offered()
    story.does(Verb.MEDIATE, told(S.ACCEPTED, "Thu 7 May", who="Mary Osei"), "Fri 8 May")
    story.does(Verb.MEDIATE, told(S.ENDED, "Tue 12 May"), "Tue 12 May")
    (one,) = story.facts.mediations
    assert (one.mediator, one.answered_by, one.outcome) == (
        "Calm Talk",
        "Mary Osei",
        "They agreed on a date.",
    )
    assert (one.offered_on, one.answered_on, one.ended_on) == (
        on("Wed 6 May"),
        on("Thu 7 May"),
        on("Tue 12 May"),
    )
    assert replace(story.facts, mediations=()) == before


@pytest.mark.parametrize("state", [s for s in State if s is not State.CLOSED])
def test_it_may_be_offered_at_any_stage(state: State) -> None:
    story = reach(state)
    assert story.warns(Verb.MEDIATE, told(S.OFFERED), LATE) == []


def test_declined_it_is_over_and_may_be_offered_again() -> None:
    story = offered()
    assert steps(story.facts) == (S.ACCEPTED, S.DECLINED)
    story.does(Verb.MEDIATE, told(S.DECLINED, "Fri 8 May", who="Mary Osei"), "Fri 8 May")
    assert steps(story.facts) == (S.OFFERED,)
    story.does(Verb.MEDIATE, told(S.OFFERED, "Mon 11 May"), "Mon 11 May")
    assert len(story.facts.mediations) == 2


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (told(S.OFFERED), "mediation_step"),
        (told(S.ENDED), "mediation_step"),
        (told(S.ACCEPTED, who=" "), "mediation_who_missing"),
        (told(S.ACCEPTED, "Tue 5 May"), "date_out_of_range"),  # before it was offered
        (told(S.ACCEPTED, "Mon 11 May"), "date_out_of_range"),
    ],
)
def test_what_is_refused(given: Mediate, code: str) -> None:
    assert offered().refuses(Verb.MEDIATE, given, "Fri 8 May") == [(code, "")]


def test_an_end_needs_its_outcome() -> None:
    story = offered()
    story.does(Verb.MEDIATE, told(S.ACCEPTED), "Fri 8 May")
    given = told(S.ENDED, "Fri 8 May", outcome="")
    assert story.refuses(Verb.MEDIATE, given, "Fri 8 May") == [("mediation_outcome_missing", "")]


def test_earlier_than_the_policy_offers_it_it_goes_with_a_warning() -> None:
    after = Offer(when=When.AFTER_STAGE_2, clause="9")
    policy = policies_of("code-model")[-1].model_copy(update={"mediation": after})
    given = told(S.OFFERED)
    early = reach(State.STAGE_1_OPEN, book=book_of(policy))
    assert early.warns(Verb.MEDIATE, given, "Thu 7 May") == [("mediation_early", "9")]
    answered = reach(State.STAGE_2_ANSWERED, book=book_of(policy))
    assert answered.warns(Verb.MEDIATE, replace(given, on=date(2026, 6, 22)), LATE) == []
