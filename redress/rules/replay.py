"""Judges the dated history of one complaint: each clock of each stage, and what went wrong.

Events count by their dates, in whatever order they were written down; two of one day as they were
written. An acknowledgement, extension, response or refusal belongs to stage 2 once stage 2 was
asked for. Dates that contradict each other are findings, never errors.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redress.rules import replay_findings as findings
from redress.rules.history import Event, History, What
from redress.rules.replay_findings import Said
from redress.rules.replay_stage import ClockJudged, StageJudged, judge_stage


@dataclass(frozen=True)
class Judgement:
    """The clocks of each stage that began, and the findings on the record and each stage."""

    clocks: tuple[ClockJudged, ...]
    findings: tuple[Said, ...]


def judge(history: History) -> Judgement:
    """The clocks and findings of a history under its terms.

    A day whose bank holidays are not known, given or arrived at, raises `UnknownDay`.
    """
    events = sorted(history.events, key=lambda event: event.on)
    received = _first(events, What.RECEIVED)
    counted = [event for event in events if received is None or event.on >= received.on]
    asked = _first(counted, What.ESCALATED)
    split = counted.index(asked) if asked else len(counted)
    stages = [
        judge_stage(number, began.on, tuple(part), history.terms[number])
        for number, began, part in ((1, received, counted[:split]), (2, asked, counted[split:]))
        if began
    ]
    return Judgement(
        tuple(clock for stage in stages for clock in (stage.acknowledge, stage.respond)),
        tuple(_findings(events, received, asked, stages)),
    )


def _findings(
    events: Sequence[Event],
    received: Event | None,
    asked: Event | None,
    stages: Sequence[StageJudged],
) -> Iterator[Said]:
    yield from findings.of_record(events, received)
    if asked and received:
        yield from findings.of_escalation(asked, stages[0])
    for stage in stages:
        yield from findings.of_stage(stage)
    if len(stages) == 2:
        yield from findings.of_people(*stages)


def _first(events: Sequence[Event], what: What) -> Event | None:
    return next((event for event in events if event.what is what), None)
