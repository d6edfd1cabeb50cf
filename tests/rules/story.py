"""A case told without a database: verbs decided one after another and laid on the facts.

`reach` brings a case to any state by doing. What is given for each verb stands in `inputs`.
"""

import json
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from redress.rules import stages
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.refuse import Refuse
from redress.rules.actions.respond import NewAction, Respond, signature
from redress.rules.actions.submit import Submit
from redress.rules.decision import Book, Context, Decision, Refused
from redress.rules.facts import (
    CaseFacts,
    Clock,
    DeadlineFacts,
    Due,
    Kind,
    State,
)
from redress.rules.policy import Guard, Mode, Policy
from redress.rules.policy_files import policies_of
from redress.rules.policy_parts import GuardChoice
from redress.rules.record import NewEvent, evolve
from redress.rules.sign_off import may_sign
from tests.rules.inputs import (
    findings,
    on,
    plausible,
    received,
)

AMINA = Actor(11, "Amina Khan", frozenset({Role.COMPLAINTS_OFFICER}))  # does stage 1
BEN = Actor(22, "Ben Ford", frozenset({Role.STAGE_2_REVIEWER}))  # does stage 2
# Who sign what the landlord's policy has signed, at stage 1 and at stage 2
CAROL = Actor(66, "Carol Jones", frozenset({Role.HEAD_OF_SERVICE}))
ELENI = Actor(77, "Eleni Costa", frozenset({Role.CHIEF_EXECUTIVE}))
CARA = 33  # approves
DEV = 44  # checks
MARY = Actor(None, "Mary Osei", resident=True)
SAM = Actor(None, "Sam Roy", asked=1)  # has the link of the first request for comments
NOBODY = Actor(None, "")


def book_of(policy: Policy) -> Book:
    """A book in which this policy is always in force."""
    return Book(in_force=lambda slug, day: policy, by_id=lambda identity: policy)


def warning(*guards: Guard, landlord: str = "code-model", mode: Mode = Mode.WARN) -> Book:
    """A landlord's newest policy with these guards set to warn."""
    choices = tuple(
        GuardChoice(guard=guard, mode=mode, why="for the test", clause="test") for guard in guards
    )
    return book_of(policies_of(landlord)[-1].model_copy(update={"guards": choices}))


@dataclass
class Story:
    """One case as it is told: its facts, its events so far, and the last decision."""

    landlord: str = "code-model"
    book: Book = field(default_factory=Book)
    case: CaseFacts | None = None
    events: list[NewEvent] = field(default_factory=list)
    last: Decision | None = None
    today: date = date(2026, 5, 1)

    @property
    def facts(self) -> CaseFacts:
        """The case, which must have begun."""
        assert self.case is not None
        return self.case

    def tries(self, verb: Verb, given: Any, when: str | date, by: Actor = AMINA) -> Any:
        """What the rules answer. Nothing changes."""
        day = on(when) if isinstance(when, str) else when
        return stages.decide(verb, self.case, given, Context(by, day, self.book))

    def answers(self, given: Respond, when: str | date, by: Actor = AMINA) -> Decision:
        """Respond, by way of a signature where the landlord's policy asks for one."""
        day = on(when) if isinstance(when, str) else when
        context = Context(by, day, self.book)
        need = signature(self.facts, given, context)
        if need is None or may_sign(by, need):
            return self.does(Verb.RESPOND, given, day, by)
        self.does(Verb.SUBMIT, Submit(response=given), day, by)
        signer = CAROL if self.facts.stage.number == 1 else ELENI
        return self.does(Verb.SIGN, plausible(Verb.SIGN, self.case, day), day, signer)

    def refusing(self, given: Refuse, when: str | date, by: Actor = AMINA) -> Decision:
        """Refuse the complaint, or stage 2, by way of a second person who approves it."""
        day = on(when) if isinstance(when, str) else when
        stage = self.facts.stage.number
        verb = Verb.REFUSE if stage == 1 else Verb.REFUSE_ESCALATION
        self.does(verb, given, day, by)
        signer = CAROL if stage == 1 else ELENI
        return self.does(Verb.SIGN, plausible(Verb.SIGN, self.case, day), day, signer)

    def does(self, verb: Verb, given: Any, when: str | date, by: Actor = AMINA) -> Decision:
        """Do it; a refusal is a failed test. Patches go through JSON, as in the record."""
        answer = self.tries(verb, given, when, by)
        assert isinstance(answer, Decision), answer
        return self.takes(answer, on(when) if isinstance(when, str) else when)

    def takes(self, decision: Decision, today: date) -> Decision:
        """Lay a decision on the case."""
        for event in decision.events:
            self.case = evolve(self.case, json.loads(json.dumps(event.patch)))
        self.events += decision.events
        self.last, self.today = decision, today
        return decision

    def refuses(
        self, verb: Verb, given: Any, when: str | date, by: Actor = AMINA
    ) -> list[tuple[str, str]]:
        """Code and provision of each reason for which it is refused."""
        answer = self.tries(verb, given, when, by)
        assert isinstance(answer, Refused), answer
        return [(reason.code, reason.provision) for reason in answer.reasons]

    def warns(
        self, verb: Verb, given: Any, when: str | date, by: Actor = AMINA
    ) -> list[tuple[str, str]]:
        """Do it; code and provision of each guard that it went ahead in spite of."""
        answer = self.does(verb, given, when, by)
        return [(reason.code, reason.provision) for reason in answer.warnings]

    def clock(self, stage: int, clock: Clock) -> DeadlineFacts:
        """The deadline of one clock, which must be there."""
        found = self.facts.deadline(stage, clock)
        assert found is not None, f"no {clock} at stage {stage}"
        return found


def dates(deadline: DeadlineFacts) -> tuple[date | None, date | None]:
    """Promise and Code limit."""
    return _date(deadline.promise), _date(deadline.code)


def _date(due: Due | None) -> date | None:
    return due.date if due else None


Step = tuple[Verb, str, Actor]
STAGE_1: list[Step] = [
    (Verb.LOG, "Fri 1 May", AMINA),
    (Verb.ACKNOWLEDGE, "Tue 5 May", AMINA),
    (Verb.RESPOND, "Mon 18 May", AMINA),
]
STAGE_2: list[Step] = [
    (Verb.ESCALATE, "Wed 20 May", BEN),
    (Verb.ACKNOWLEDGE, "Tue 26 May", BEN),
    (Verb.RESPOND, "Fri 19 Jun", BEN),
]
PATHS: dict[State, list[Step]] = {
    State.REQUEST_OPEN: [],
    State.REQUEST_ANSWERED: [(Verb.ANSWER_REQUEST, "Wed 6 May", AMINA)],
    State.STAGE_1_RECEIVED: [],
    State.STAGE_1_LOGGED: STAGE_1[:1],
    State.STAGE_1_OPEN: STAGE_1[:2],
    State.STAGE_1_ANSWERED: STAGE_1,
    State.STAGE_2_REQUESTED: STAGE_1 + STAGE_2[:1],
    State.STAGE_2_OPEN: STAGE_1 + STAGE_2[:2],
    State.STAGE_2_ANSWERED: STAGE_1 + STAGE_2,
    State.REFUSED: [(Verb.REFUSE, "Tue 5 May", AMINA)],
    State.ESCALATION_REFUSED: [
        *STAGE_1,
        STAGE_2[0],
        (Verb.REFUSE_ESCALATION, "Thu 21 May", BEN),
    ],
    State.WITHDRAWN: [*STAGE_1[:2], (Verb.WITHDRAW, "Thu 7 May", AMINA)],
    State.CLOSED: [*STAGE_1, (Verb.CLOSE, "Thu 21 May", AMINA)],
}


def begun(landlord: str = "code-model", book: Book | None = None, **others: Any) -> Story:
    """A story with its first contact, on Friday 1 May 2026 unless `when` says otherwise."""
    story = Story(landlord, book or Book())
    given = received(landlord, **others)
    story.does(Verb.RECEIVE, given, given.received_on)
    return story


def reach(
    state: State, landlord: str = "code-model", book: Book | None = None, **others: Any
) -> Story:
    """A story told as far as this state; `others` are of the first contact."""
    if state in (State.REQUEST_OPEN, State.REQUEST_ANSWERED):
        others = {"kind": Kind.SERVICE_REQUEST} | others
    story = begun(landlord, book, **others)
    for verb, when, by in PATHS[state]:
        given = plausible(verb, story.case, on(when))
        if verb is Verb.RESPOND:
            story.answers(given, when, by)
        elif verb in (Verb.REFUSE, Verb.REFUSE_ESCALATION):
            story.refusing(given, when, by)
        else:
            story.does(verb, given, when, by)
    assert story.facts.state is state
    return story


def answered(*actions: NewAction, state: State = State.STAGE_1_ANSWERED, **others: Any) -> Story:
    """A story whose stage 1 response, on Mon 18 May, promised these actions."""
    story = reach(State.STAGE_1_OPEN)
    given = replace(Respond(findings=findings(story.facts), actions=actions), **others)
    story.does(Verb.RESPOND, given, "Mon 18 May")
    for verb, when, by in PATHS[state][len(STAGE_1) :]:
        given = plausible(verb, story.case, on(when))
        if verb is Verb.REFUSE_ESCALATION:
            story.refusing(given, when, by)
        else:
            story.does(verb, given, when, by)
    return story
