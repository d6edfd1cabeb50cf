"""What holds of every case whatever is done to it, in whatever order, on whatever days."""

import json
import random
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from redress.rules.access import Verb
from redress.rules.facts import CaseFacts, Clock, State
from redress.rules.next_step import next_step
from redress.rules.record import evolve, plain
from redress.rules.stages import TRANSITIONS
from tests.rules import bank_holidays_by_hand as by_hand
from tests.rules.story import Story
from tests.rules.walks import CONDUCT, RESIDENTS, Pick, Walk, start, step

HOLIDAYS = by_hand.bank_holidays("england-and-wales")
RESPOND = {1: 10, 2: 20}  # Code 6.3, 6.14; and the most of an extension, 6.4, 6.15
AGAIN = (Clock.UPDATE, Clock.FINDINGS_COMMENT)
_case = TypeAdapter(CaseFacts)


def after_each_step(walk: Walk, before: CaseFacts) -> None:
    """Everything that must hold of a case after something was done to it."""
    story, case = walk.story, walk.story.facts
    verb = walk.tried[-1][0]
    assert case.state in TRANSITIONS[before.state, verb]
    stages_are_sound(case)
    answers_are_whole(case)
    met_deadlines_stay(before, case)
    limits_are_the_codes(case)
    if verb is Verb.EXTEND:
        no_further_than_the_cap(case)
    once_is_enough(story, before)
    step_ = next_step(case)
    assert (step_ is None) == (case.state is State.CLOSED)
    assert step_ is None or (case.state, step_.verb) in TRANSITIONS


def stages_are_sound(case: CaseFacts) -> None:
    """Code 5.3: two stages at most, one after the other, and never two open."""
    numbers = [stage.number for stage in case.stages]
    assert numbers in ([0], [1], [0, 1], [1, 2], [0, 1, 2])
    open_stages = [stage for stage in case.stages if stage.ended_on is None]
    assert len(open_stages) <= 1 and all(stage is case.stage for stage in open_stages)
    running = case.state.value in (
        "request_open stage_1_received stage_1_logged stage_1_open stage_2_requested stage_2_open"
    )
    assert bool(open_stages) == running


def answers_are_whole(case: CaseFacts) -> None:
    """Code 5.12, 6.7, 6.18: an outcome for the stage, a finding with reasons on every issue."""
    for stage in case.stages:
        if not stage.number or stage.responded_on is None:
            continue
        assert stage.outcome and stage.considered_by and stage.acknowledged_on
        assert case.issues_in
        for issue in case.issues_in:
            found = [finding for finding in issue.findings if finding.stage == stage.number]
            assert len(found) == 1 and found[0].reasons


def met_deadlines_stay(before: CaseFacts, after: CaseFacts) -> None:
    """But for what comes again: the next update, the next findings to comment on."""
    met = {(d.stage, d.clock): d for d in before.deadlines if d.met_on and d.clock not in AGAIN}
    now = {(d.stage, d.clock): d for d in after.deadlines}
    assert {key: now[key] for key in met} == met


def limits_are_the_codes(case: CaseFacts) -> None:
    """No Code date is later than counting by hand allows, nor the promise counted from later."""
    for stage in case.stages:
        if not stage.number:
            continue
        acknowledge = by_hand.add(stage.received_on, 5, HOLIDAYS)
        respond = case.deadline(stage.number, Clock.RESPOND)
        own = case.deadline(stage.number, Clock.ACKNOWLEDGE)
        assert own and own.code and respond and respond.code and respond.promise
        assert own.met_on or own.code.date == acknowledge
        begins = min(stage.acknowledged_on or date.max, acknowledge)
        assert respond.code.date == by_hand.add(begins, RESPOND[stage.number], HOLIDAYS)
        assert respond.promise.counted_from <= begins


def no_further_than_the_cap(case: CaseFacts) -> None:
    """However many extensions: from the date first due, unless reasoned and approved."""
    told, clock = case.stage.extensions[-1], case.deadline(case.stage.number, Clock.RESPOND)
    assert clock and clock.code
    cap = by_hand.add(clock.code.date, RESPOND[case.stage.number], HOLIDAYS)
    assert told.new_date <= cap or (told.good_reason and told.approved_by)


def once_is_enough(story: Story, before: CaseFacts) -> None:
    """A patch sets values: laid again it changes nothing. And facts go through JSON whole."""
    assert evolve(story.facts, story.events[-1].patch) == story.facts
    assert _case.validate_json(_case.dump_json(story.facts)) == story.facts


def the_record_gives_the_case(story: Story) -> None:
    """Folding all events from the first, each by way of JSON, gives the case as it stands."""
    folded: CaseFacts | None = None
    for event in story.events:
        assert json.loads(json.dumps(plain(event.note))) == plain(event.note)
        folded = evolve(folded, json.loads(json.dumps(event.patch)))
    assert folded == story.facts


def walked(pick: Pick, steps: int) -> Walk:
    """A walk that is checked at each step and at its end."""
    walk = start(pick)
    for _ in range(steps):
        before = walk.story.facts
        if step(walk, pick):
            after_each_step(walk, before)
        else:
            assert walk.story.facts is before
    the_record_gives_the_case(walk.story)
    return walk


@given(st.data())
def test_whatever_is_done_to_a_case_it_stays_sound(data: st.DataObject) -> None:
    walked(lambda options: data.draw(st.sampled_from(options)), 20)


def test_long_walks_stay_sound_and_go_everywhere() -> None:
    """Hypothesis prefers short and simple. Were a state not reached, little would be proved."""
    walks = [walked(random.Random(seed).choice, 45) for seed in range(100)]
    done = {verb for walk in walks for verb, went in walk.tried if went}
    worker = {Verb.REMIND, Verb.REDATE, Verb.ASK_SATISFACTION}
    others = {*worker, Verb.FEED_BACK, *RESIDENTS, *CONDUCT}
    assert done | {Verb.OPEN_RESTRICTED} == set(Verb) - {Verb.RECEIVE, Verb.UNDO} - others
    names = {event.patch.get("case", {}).get("state") for w in walks for event in w.story.events}
    assert names - {None} == set(State)
