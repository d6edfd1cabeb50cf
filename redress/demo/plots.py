"""How far an invented complaint has come: each plot is a list of real actions, day by day.

A plot is walked from the day the complaint came in; a step further on the clock than today is not
taken, so the demonstration always shows cases that are in the middle of things.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from redress.demo import contributors, people
from redress.demo.learning import lesson
from redress.demo.staff import Staff
from redress.demo.troubles import Trouble
from redress.rules.access import Actor, Verb
from redress.rules.actions.acknowledge import Acknowledge
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.ask_clarification import AskClarification
from redress.rules.actions.close import Close
from redress.rules.actions.complete_action import CompleteAction
from redress.rules.actions.escalate import Escalate
from redress.rules.actions.extend import Extend
from redress.rules.actions.log import Log
from redress.rules.actions.offer import Offer
from redress.rules.actions.record_call import RecordCall
from redress.rules.actions.refuse import Refuse
from redress.rules.actions.respond import IssueFinding, NewAction, Respond, signature
from redress.rules.actions.send_update import SendUpdate
from redress.rules.actions.settle_offer import Outcome, SettleOffer
from redress.rules.actions.share_findings import ShareFindings
from redress.rules.actions.sign import Sign
from redress.rules.actions.submit import Submit
from redress.rules.actions.wait import Wait
from redress.rules.actions.withdraw import Withdraw
from redress.rules.calendar import Calendar
from redress.rules.decision import Context
from redress.rules.facts import Awaited, CaseFacts, Clock, Finding
from redress.rules.facts_offers import Remedy
from redress.rules.offers import Offered
from redress.rules.sign_off import may_sign


@dataclass(frozen=True)
class Scene:
    """What a step needs to know: the case as it stands, the day, the people, the trouble."""

    case: CaseFacts
    today: date
    staff: Staff
    trouble: Trouble
    calendar: Calendar
    outcome: Finding


@dataclass(frozen=True)
class Step:
    """After how many working days, who does what."""

    days: int
    verb: Verb
    who: str
    what: Callable[[Scene], Any]

    def actor(self, staff: Staff) -> Actor:
        """The person who takes this step."""
        found: Actor = getattr(staff, self.who)
        return found


def _acknowledge(scene: Scene) -> Acknowledge:
    return Acknowledge(
        definition=scene.trouble.definition,
        outcome_sought=scene.trouble.wanted,
        not_responsible="There is no part of this that is not ours.",
    )


def _extend(scene: Scene) -> Extend:
    deadline = scene.case.deadline(scene.case.stage.number, Clock.RESPOND)
    due = deadline.due_on if deadline and deadline.due_on else scene.today
    return Extend(
        new_date=scene.calendar.add(due, 5),
        reason="Our surveyor can only see the flat next week, and we need what they find.",
        agreed=True,
    )


def _respond(scene: Scene) -> Respond:
    upheld = scene.outcome is not Finding.NOT_UPHELD
    reasons = scene.trouble.upheld if upheld else scene.trouble.not_upheld
    first, *others = scene.case.issues_in
    findings = [IssueFinding(issue=first.number, finding=scene.outcome, reasons=reasons)]
    for issue in others:
        said = scene.trouble.not_upheld
        findings.append(IssueFinding(issue=issue.number, finding=Finding.NOT_UPHELD, reasons=said))
    due = scene.calendar.add(scene.today, 25)
    work = NewAction(what=scene.trouble.work, owner=scene.trouble.service, due_on=due)
    return Respond(
        findings=tuple(findings),
        remedies=("We are sorry for what went wrong.",) if upheld else (),
        actions=(work,) if upheld and scene.case.stage.number == 1 else (),
        approved_by=scene.staff.head.id if scene.case.stage.number == 1 else None,
        no_comment_reason="We told them by phone what we had found. They had nothing to add.",
    )


def _ask(scene: Scene) -> AskClarification:
    return AskClarification(
        questions=("On which days did it happen?", "Whom did you speak to?"),
        answer_by=scene.calendar.add(scene.today, 3),
    )


def _update(scene: Scene) -> SendUpdate:
    return SendUpdate(
        what_happened="The surveyor has seen your home. We do not have the report yet.",
        what_next="We will read the report and then send you our answer.",
        write_by=scene.calendar.add(scene.today, 5),
        agreed=True,
    )


def _share(scene: Scene) -> ShareFindings:
    return ShareFindings(
        findings=scene.trouble.not_upheld, comment_by=scene.calendar.add(scene.today, 3)
    )


def _offer(scene: Scene) -> Offer:
    offered = Offered(
        kinds=(Remedy.APOLOGY, Remedy.MONEY),
        words=("We are sorry that you waited so long.",),
        impact="You stayed at home for two visits that we missed.",
        pounds=30,
        pay_by=scene.calendar.add(scene.today, 10),
    )
    return Offer(offered=offered)


def _settle(outcome: Outcome) -> Callable[[Scene], SettleOffer]:
    proof = "Bank transfer" if outcome is Outcome.PAID else ""
    return lambda s: SettleOffer(
        number=s.case.offers[-1].number, outcome=outcome, on=s.today, proof=proof
    )


def doings(step: Step, scene: Scene) -> list[tuple[Actor, Verb, Any]]:
    """Who does what in a step: a response goes for signature where the policy asks for one."""
    actor, given = step.actor(scene.staff), step.what(scene)
    if step.verb is not Verb.RESPOND:
        return [(actor, step.verb, given)]
    need = signature(scene.case, given, Context(actor, scene.today))
    if need is None or may_sign(actor, need):
        return [(actor, Verb.RESPOND, given)]
    staff = scene.staff
    people = (staff.officer, staff.head, staff.reviewer, staff.chief)
    signer = next(one for one in people if may_sign(one, need) and one is not actor)
    text = Submit(response=replace(given, approved_by=None))
    return [(actor, Verb.SUBMIT, text), (signer, Verb.SIGN, Sign(number=_next(scene.case)))]


def _next(case: CaseFacts) -> int:
    return len(case.submissions) + 1


def _complete(scene: Scene) -> CompleteAction:
    number = next(action.number for action in scene.case.actions if action.done_on is None)
    return CompleteAction(number=number, done_on=scene.today, proof="Job sheet with photographs")


def _refuse(scene: Scene) -> Refuse:
    return Refuse(
        ground="already_considered",
        reasons="We answered this at stage 2 last spring and nothing has changed since.",
        discretion="We looked for anything new and asked you for it. There was none.",
    )


LOG = Step(
    0, Verb.LOG, "officer", lambda s: Log(service=s.trouble.service, category=s.trouble.category)
)
ALLOCATE = Step(
    0,
    Verb.ALLOCATE,
    "officer",
    lambda s: Allocate(handler=s.staff.handler.id or 0, handler_name=s.staff.handler.name),
)
CALL = Step(
    1,
    Verb.RECORD_CALL,
    "handler",
    lambda s: RecordCall(on=s.today, reached=True, note="We agreed what this is about."),
)
ACKNOWLEDGE = Step(2, Verb.ACKNOWLEDGE, "officer", _acknowledge)
LATE_ACKNOWLEDGE = Step(8, Verb.ACKNOWLEDGE, "officer", _acknowledge)
EXTEND = Step(7, Verb.EXTEND, "handler", _extend)
SUBMIT = Step(4, Verb.SUBMIT, "handler", lambda s: Submit(response=_respond(s)))
RESPOND = Step(8, Verb.RESPOND, "handler", _respond)
RESPOND_LATE = Step(16, Verb.RESPOND, "handler", _respond)
ASK = Step(1, Verb.ASK_CLARIFICATION, "handler", _ask)
UPDATE = Step(13, Verb.SEND_UPDATE, "handler", _update)
SHARE = Step(4, Verb.SHARE_FINDINGS, "handler", _share)
DO = Step(9, Verb.COMPLETE_ACTION, "handler", _complete)
CLOSE = Step(3, Verb.CLOSE, "officer", lambda s: Close())
ESCALATE = Step(
    5,
    Verb.ESCALATE,
    "officer",
    lambda s: Escalate(requested_on=s.today, channel="phone", reasons="The work is not done."),
)
ACKNOWLEDGE_2 = Step(2, Verb.ACKNOWLEDGE, "reviewer", _acknowledge)
RESPOND_2 = Step(12, Verb.RESPOND, "reviewer", _respond)
REFUSE = Step(2, Verb.REFUSE, "officer", _refuse)
APPROVE = Step(1, Verb.SIGN, "head", lambda s: Sign(number=len(s.case.submissions)))
WITHDRAW = Step(3, Verb.WITHDRAW, "officer", lambda s: Withdraw(how="By phone: it is put right."))

WAIT = Step(
    1,
    Verb.WAIT,
    "handler",
    lambda s: Wait(whom=Awaited.SURVEY, since=s.today, why="The damp surveyor comes on Tuesday."),
)
OFFER = Step(0, Verb.OFFER, "officer", _offer)
ACCEPT = Step(1, Verb.SETTLE_OFFER, "officer", _settle(Outcome.ACCEPTED))
PAY = Step(1, Verb.SETTLE_OFFER, "officer", _settle(Outcome.PAID))

ASK_COMMENTS = Step(1, Verb.ASK_COMMENTS, "handler", contributors.ask)
COMMENT = Step(1, Verb.COMMENT, "handler", contributors.comment)


def _named(who: str) -> Step:
    return Step(0, Verb.NAME_REPRESENTATIVE, "officer", lambda s: people.PEOPLE[who])


AGREE = Step(2, Verb.RECORD_CONSENT, "officer", people.agree)
TELL = Step(1, Verb.TELL_OUTCOME, "officer", people.tell)
SIGNED = Step(0, Verb.ADD_SIGNATORIES, "officer", people.sign)
MEET = Step(1, Verb.OFFER_MEETING, "handler", people.meet)
UPDATE_ALL = Step(3, Verb.SEND_UPDATE, "handler", people.update_all)

BEGUN = (LOG, CALL, ACKNOWLEDGE, ALLOCATE)
ANSWERED = (*BEGUN, RESPOND)
LEARN = Step(0, Verb.LEARN, "handler", lambda s: lesson(s.case, s.trouble.upheld))
PLOTS: dict[str, tuple[Step, ...]] = {
    "just in": (),
    "logged": (LOG,),
    "begun": BEGUN,
    "acknowledged late": (LOG, CALL, LATE_ACKNOWLEDGE, ALLOCATE),
    "extended": (*BEGUN, EXTEND),
    "comments asked for": (*BEGUN, ASK_COMMENTS, COMMENT),
    "a daughter speaks": (LOG, _named("daughter"), CALL, ACKNOWLEDGE, ALLOCATE, AGREE),
    "an advocate speaks": (LOG, _named("advocate"), CALL, ACKNOWLEDGE, ALLOCATE),
    "a solicitor writes": (LOG, _named("solicitor"), CALL),
    "a councillor takes part": (*BEGUN, _named("councillor"), AGREE, RESPOND, TELL),
    "a petition": (LOG, SIGNED, MEET, CALL, ACKNOWLEDGE, ALLOCATE, UPDATE_ALL),
    "waits for a survey": (*BEGUN, WAIT),
    "asked back": (*BEGUN, ASK),
    "findings shared": (*BEGUN, SHARE),
    "late, with an update": (*BEGUN, UPDATE),
    "waits for signature": (*BEGUN, SUBMIT),
    "answered": ANSWERED,
    "answered late": (*BEGUN, OFFER, ACCEPT, RESPOND_LATE),
    "closed": (*ANSWERED, LEARN, OFFER, ACCEPT, PAY, DO, CLOSE),
    "stage 2 asked": (*ANSWERED, ESCALATE),
    "stage 2": (*ANSWERED, ESCALATE, ACKNOWLEDGE_2),
    "final answer": (*ANSWERED, ESCALATE, ACKNOWLEDGE_2, RESPOND_2),
    "finished": (*ANSWERED, ESCALATE, ACKNOWLEDGE_2, RESPOND_2, LEARN, DO, CLOSE),
    "refusal to be approved": (LOG, REFUSE),
    "refused": (LOG, REFUSE, APPROVE),
    "withdrawn": (*BEGUN, WITHDRAW),
}


def days_taken(plot: tuple[Step, ...]) -> int:
    """Working days from the first day of a plot to its last step."""
    return sum(step.days for step in plot)


def dated(plot: tuple[Step, ...], start: date, calendar: Calendar) -> Iterator[tuple[Step, date]]:
    """Each step with its day, counted in working days from the day the complaint came in."""
    day = start if calendar.is_working_day(start) else calendar.add(start, 1)
    for step in plot:
        day = calendar.add(day, step.days)
        yield step, day


def start_of(plot: tuple[Step, ...], end: date, calendar: Calendar) -> date:
    """The day to start a plot whose last step is to fall on or before `end`."""
    day = end
    while calendar.count(day, end) < days_taken(plot) or not calendar.is_working_day(day):
        day -= timedelta(days=1)
    return day
