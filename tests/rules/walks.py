"""A walk: one case to which anything possible is done, with input drawn by chance.

`pick` chooses one of a sequence: hypothesis's way in the property test, `random.Random.choice`
where every state is to be reached.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.add_issue import AddIssue
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.ask_comments import AskComments
from redress.rules.actions.chase_comments import ChaseComments
from redress.rules.actions.comment import Comment
from redress.rules.actions.complete_action import CompleteAction
from redress.rules.actions.correct_received_date import CorrectReceivedDate
from redress.rules.actions.escalate import Escalate
from redress.rules.actions.extend import Extend
from redress.rules.actions.log import Log
from redress.rules.actions.raise_complaint import RaiseComplaint
from redress.rules.actions.receive import NewIssue
from redress.rules.actions.record_call import RecordCall
from redress.rules.actions.respond import DECIDED, IssueFinding, NewAction, Respond
from redress.rules.actions.settle_offer import Outcome, SettleOffer
from redress.rules.actions.submit import Submit
from redress.rules.actions.withdraw_comments import WithdrawComments
from redress.rules.decision import Decision
from redress.rules.facts import CaseFacts, Clock, Kind, State
from redress.rules.stages import possible
from tests.rules.inputs import DEFINED, ROOFER, SURVEYOR, ask, offer, plausible, refusal
from tests.rules.story import CARA, Story, begun

Pick = Callable[[Sequence[Any]], Any]
LANDLORDS = ("code-model", "harrow", "herefordshire", "together", "tower-hamlets-homes")
STAGE_1 = Actor(11, "Amina Khan", frozenset({Role.COMPLAINTS_OFFICER}))
STAGE_2 = Actor(22, "Ben Ford", frozenset({Role.COMPLAINTS_OFFICER}))
OFTEN = frozenset(
    {
        Verb.LOG,
        Verb.ACKNOWLEDGE,
        Verb.EXTEND,
        Verb.SUBMIT,
        Verb.SIGN,
        Verb.RESPOND,
        Verb.ESCALATE,
        Verb.COMPLETE_ACTION,
        Verb.CORRECT_RECEIVED_DATE,
        Verb.ADD_ISSUE,
        Verb.REOPEN,
        Verb.SHARE_FINDINGS,
        Verb.RECORD_FINDINGS_COMMENT,
        Verb.REFUSE_ESCALATION,
        Verb.SHARE_FINDINGS,
    }
)
CLERKS = {0: STAGE_1, 1: STAGE_1, 2: STAGE_2}
SIGNING = (Verb.SIGN, Verb.SEND_BACK)
# What only the resident says: these walks are those of staff. `test_said` has theirs.
RESIDENTS = (Verb.ANSWER_DEFINITION, Verb.ANSWER_EXTENSION, Verb.SAY_NOT_DONE, Verb.RATE)
# About a resident's contact, and these cases have nobody known: their own tests lead to each.
CONDUCT = (
    Verb.WARN,
    Verb.RESTRICT_CONTACT,
    Verb.APPROVE_RESTRICTION,
    Verb.REVIEW_RESTRICTION,
    Verb.END_RESTRICTION,
)
WHOEVER_SIGNS = frozenset({Role.HEAD_OF_SERVICE, Role.CHIEF_EXECUTIVE, Role.COMPLAINTS_OFFICER})
SIGNERS = {
    1: Actor(66, "Carol Jones", WHOEVER_SIGNS),
    2: Actor(77, "Eleni Costa", WHOEVER_SIGNS),
}
LATER = (0, 0, 1, 2, 3, 5, 8, 13, 40)  # days from one thing to the next
ISSUES = [NewIssue(summary=summary) for summary in ("Leak", "Mould", "Noise 🔔", "שלום")]


@dataclass
class Walk:
    """The story so far, and each verb that was tried with whether it was done."""

    story: Story
    tried: list[tuple[Verb, bool]] = field(default_factory=list)


def start(pick: Pick) -> Walk:
    """A complaint, or a request, at one of the landlords, on some day of spring 2026."""
    day = date(2026, 3, 30) + timedelta(days=pick(range(60)))
    kind = pick([Kind.COMPLAINT, Kind.COMPLAINT, Kind.COMPLAINT, Kind.SERVICE_REQUEST])
    issues = tuple(ISSUES[: pick(range(4))])
    return Walk(begun(pick(LANDLORDS), when=day, kind=kind, issues=issues))


def step(walk: Walk, pick: Pick, verb: Verb | None = None) -> bool:
    """Try one thing that is possible, some days on; whether it was done."""
    story = walk.story
    case, today = story.facts, story.today + timedelta(days=pick(LATER))
    able = [each for each in choices(case.state) if case.waiting or each not in SIGNING]
    able = [each for each in able if case.offers or each is not Verb.SETTLE_OFFER]
    verb = verb or pick([*able, *waiting(case, today)])
    given = drawn(verb, case, today, pick)
    actor = SIGNERS[case.stage.number] if verb in SIGNING else CLERKS[case.stage.number]
    answer = story.tries(verb, given, today, actor)
    if isinstance(answer, Decision):
        story.takes(answer, today)
    walk.tried.append((verb, isinstance(answer, Decision)))
    return isinstance(answer, Decision)


def choices(state: State) -> list[Verb]:
    """What a walk may do next: most often something that carries a complaint on or moves a date.
    Taking a step back, and feedback by somebody else, have tests of their own."""
    worker = {Verb.REMIND, Verb.REDATE, Verb.ASK_SATISFACTION}
    left_out = {Verb.UNDO, Verb.FEED_BACK, *worker, *RESIDENTS}
    verbs = [verb for verb in possible(state) if verb not in left_out]
    return [*verbs, *(verb for verb in verbs if verb in OFTEN for _ in range(4))]


def waiting(case: CaseFacts, today: date) -> list[Verb]:
    """What only a short time is left for: to extend or to share findings while the response is not
    yet due, comment on findings that were shared, and a signature before something else is done
    instead."""
    main = case.deadline(case.stage.number, Clock.RESPOND)
    early = main is not None and main.due_on is not None and today < main.due_on
    ahead = [Verb.EXTEND, Verb.SHARE_FINDINGS] * 6 if early else []
    shared = case.deadline(case.stage.number, Clock.FINDINGS_COMMENT)
    comment = Verb.RECORD_FINDINGS_COMMENT
    soon = [comment] * 20 if shared and comment in possible(case.state) else []
    signs = case.waiting is not None and Verb.SIGN in possible(case.state)
    possible_ahead = [verb for verb in ahead if verb in possible(case.state)]
    return [*possible_ahead, *soon, *([Verb.SIGN] * 40 if signs else ())]


def drawn(verb: Verb, case: CaseFacts, today: date, pick: Pick) -> Any:
    """An input for the verb that makes sense, if not always for the case as it stands."""
    make = DRAWN.get(verb)
    return make(case, today, pick) if make else plausible(verb, case, today)


def _between(first: date, last: date, pick: Pick) -> date:
    return first + timedelta(days=pick(range((last - first).days + 1)))


def _some(numbers: Sequence[int], pick: Pick) -> tuple[int, ...]:
    return tuple(number for number in numbers if pick([True, False]))


def _log(case: CaseFacts, today: date, pick: Pick) -> Log:
    return Log(service="Repairs", category="leak", issues=tuple(ISSUES[: pick(range(3))]))


def _extend(case: CaseFacts, today: date, pick: Pick) -> Extend:
    found = case.deadline(case.stage.number, Clock.RESPOND)
    assert found and found.due_on
    told = Extend(new_date=found.due_on + timedelta(days=pick(range(1, 40))), reason="Ill.")
    if pick([True, False]):
        return told
    return replace(told, good_reason="A licence.", approved_by=CARA, agreed=pick([True, False]))


def _respond(case: CaseFacts, today: date, pick: Pick) -> Respond:
    findings = tuple(
        IssueFinding(issue=i.number, finding=pick(DECIDED), reasons="So.") for i in case.issues_in
    )
    due = today + timedelta(days=pick(LATER))
    mend = NewAction(what="Mend it", owner="Repairs", due_on=due)
    return Respond(findings=findings, actions=(mend,) * pick(range(3)))


def _add_issue(case: CaseFacts, today: date, pick: Pick) -> AddIssue:
    return AddIssue(
        issue=pick(ISSUES),
        raised_on=_between(case.received_on, today, pick),
        related=pick([True, False]),
        would_delay=pick([False, True]),
        channel="web",
        why="So.",
    )


def _correct(case: CaseFacts, today: date, pick: Pick) -> CorrectReceivedDate:
    right = case.stage.received_on - timedelta(days=pick(range(-5, 10)))
    return CorrectReceivedDate(received_on=right, reason="A postmark.")


def _complete(case: CaseFacts, today: date, pick: Pick) -> CompleteAction:
    number = pick(range(1, len(case.actions) + 2))
    done = _between(case.received_on, today, pick)
    return CompleteAction(number=number, done_on=done, proof="Job 4411")


def _ask(case: CaseFacts, today: date, pick: Pick) -> AskComments:
    people = pick([(ROOFER,), (SURVEYOR,), (ROOFER, SURVEYOR)])
    return ask(today + timedelta(days=pick(LATER)), *people, issues=(), address=pick([True, False]))


def _request(case: CaseFacts, pick: Pick) -> int:
    """One of the requests for comments, or one that is not there; an open one more often."""
    waiting = [asked.number for asked in case.comments if asked.is_open]
    return int(pick([*waiting, *waiting, len(case.comments) + 1]))


def _comment(case: CaseFacts, today: date, pick: Pick) -> Comment:
    answer = pick(["We came on 3 April.", "Not ours."])
    return Comment(number=_request(case, pick), answered_by="Sam Roy", answer=answer)


def _settle(case: CaseFacts, today: date, pick: Pick) -> SettleOffer:
    number = pick(range(1, len(case.offers) + 2))
    return SettleOffer(number=number, outcome=pick(list(Outcome)), on=today, proof="BACS 7")


DRAWN: dict[Verb, Callable[[CaseFacts, date, Pick], Any]] = {
    Verb.LOG: _log,
    Verb.ACKNOWLEDGE: lambda case, today, pick: replace(
        DEFINED, not_ours=_some([i.number for i in case.issues_in], pick)
    ),
    Verb.ALLOCATE: lambda case, today, pick: Allocate(handler=pick([11, 55]), handler_name="A"),
    Verb.RECORD_CALL: lambda case, today, pick: RecordCall(
        on=_between(case.received_on, today, pick), reached=pick([True, False]), note="Spoke."
    ),
    Verb.ASK_COMMENTS: _ask,
    Verb.COMMENT: _comment,
    Verb.CHASE_COMMENTS: lambda case, today, pick: ChaseComments(
        number=_request(case, pick), manager=pick([True, False])
    ),
    Verb.WITHDRAW_COMMENTS: lambda case, today, pick: WithdrawComments(number=_request(case, pick)),
    Verb.ADD_ISSUE: _add_issue,
    Verb.EXTEND: _extend,
    Verb.RESPOND: _respond,
    Verb.SUBMIT: lambda case, today, pick: Submit(response=_respond(case, today, pick)),
    Verb.RAISE_COMPLAINT: lambda case, today, pick: RaiseComplaint(
        dissatisfaction="Nobody came.", received_on=_between(case.received_on, today, pick)
    ),
    Verb.ESCALATE: lambda case, today, pick: Escalate(
        requested_on=_between(case.stage.responded_on or case.received_on, today, pick),
        channel="web",
    ),
    Verb.REFUSE: lambda case, today, pick: refusal(
        issues=_some([i.number for i in case.issues], pick)
    ),
    Verb.COMPLETE_ACTION: _complete,
    Verb.SETTLE_OFFER: _settle,
    Verb.OFFER: lambda case, today, pick: offer(pounds=pick([None, 50]), pay_by=today),
    Verb.CORRECT_RECEIVED_DATE: _correct,
}
