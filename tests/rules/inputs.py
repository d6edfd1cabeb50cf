"""What anybody might give for each verb, of one complaint received on Friday 1 May 2026; the bank
holidays near it are Monday 4 and Monday 25 May."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from redress.rules.access import Verb
from redress.rules.actions.acknowledge import Acknowledge
from redress.rules.actions.add_issue import AddIssue
from redress.rules.actions.add_signatories import AddSignatories
from redress.rules.actions.agree_updates import AgreeUpdates
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.answer_definition import AnswerDefinition
from redress.rules.actions.answer_extension import AnswerExtension
from redress.rules.actions.answer_request import AnswerRequest
from redress.rules.actions.approve_restriction import ApproveRestriction
from redress.rules.actions.ask_clarification import AskClarification
from redress.rules.actions.ask_comments import AskComments, Asked
from redress.rules.actions.ask_satisfaction import AskSatisfaction
from redress.rules.actions.change_signatory import ChangeSignatory
from redress.rules.actions.chase import Chase
from redress.rules.actions.chase_comments import ChaseComments
from redress.rules.actions.classify import Classify
from redress.rules.actions.close import Close
from redress.rules.actions.comment import Comment
from redress.rules.actions.complete_action import CompleteAction
from redress.rules.actions.correct_received_date import CorrectReceivedDate
from redress.rules.actions.declare_conflict import DeclareConflict
from redress.rules.actions.end_representative import EndRepresentative
from redress.rules.actions.end_restriction import EndRestriction
from redress.rules.actions.escalate import Escalate
from redress.rules.actions.extend import Extend
from redress.rules.actions.feed_back import FeedBack
from redress.rules.actions.hand_over import HandOver
from redress.rules.actions.hold import Hold
from redress.rules.actions.learn import Learn
from redress.rules.actions.link import Link
from redress.rules.actions.log import Log
from redress.rules.actions.mediate import Mediate, steps
from redress.rules.actions.merge import Merge
from redress.rules.actions.move_action import MoveAction
from redress.rules.actions.name_representative import NameRepresentative
from redress.rules.actions.note_document import NoteDocument
from redress.rules.actions.offer import Offer
from redress.rules.actions.offer_meeting import OfferMeeting
from redress.rules.actions.open_restricted import OpenRestricted
from redress.rules.actions.promise import Promise
from redress.rules.actions.raise_complaint import RaiseComplaint
from redress.rules.actions.rate import Rate
from redress.rules.actions.read_out_code import ReadOutCode
from redress.rules.actions.receive import NewIssue, Receive
from redress.rules.actions.receive_message import ReceiveMessage
from redress.rules.actions.record_behaviour import RecordBehaviour
from redress.rules.actions.record_call import RecordCall
from redress.rules.actions.record_consent import RecordConsent, Said
from redress.rules.actions.record_findings_comment import RecordFindingsComment
from redress.rules.actions.redate import Redate
from redress.rules.actions.refuse import Refuse
from redress.rules.actions.release_hold import ReleaseHold
from redress.rules.actions.remind import Remind
from redress.rules.actions.reopen import Reopen
from redress.rules.actions.respond import IssueFinding, NewAction, Respond
from redress.rules.actions.restrict import Restrict
from redress.rules.actions.restrict_contact import RestrictContact
from redress.rules.actions.review_restriction import ReviewRestriction
from redress.rules.actions.say_not_done import SayNotDone
from redress.rules.actions.send_back import SendBack
from redress.rules.actions.send_update import SendUpdate
from redress.rules.actions.settle_message import As, SettleMessage
from redress.rules.actions.settle_offer import Outcome, SettleOffer
from redress.rules.actions.share_findings import ShareFindings
from redress.rules.actions.sign import Sign
from redress.rules.actions.signpost import Signpost
from redress.rules.actions.split import Split
from redress.rules.actions.submit import Submit
from redress.rules.actions.tag import Tag
from redress.rules.actions.take_in import TakeIn
from redress.rules.actions.tell_outcome import TellOutcome
from redress.rules.actions.tick_evidence import TickEvidence
from redress.rules.actions.undo import Undo
from redress.rules.actions.wait import Wait
from redress.rules.actions.warn import Warn
from redress.rules.actions.withdraw import Withdraw
from redress.rules.actions.withdraw_comments import WithdrawComments
from redress.rules.behaviour import kinds_of
from redress.rules.facts import (
    Awaited,
    CaseFacts,
    Clock,
    Finding,
    Priority,
    Tie,
)
from redress.rules.facts_conduct import Limit
from redress.rules.facts_followed import Kept
from redress.rules.facts_offers import Remedy
from redress.rules.facts_people import ConsentBy, SpeaksAs, Wish
from redress.rules.offers import Offered
from redress.rules.signatories import NewSignatory


def on(words: str) -> date:
    """The day in words with its weekday, which must be right: "Tue 5 May", of 2026 unless said."""
    words = words if words[-4:].isdigit() else f"{words} 2026"
    day = datetime.strptime(words, "%a %d %b %Y").date()
    assert f"{day:%a}" == words[:3], f"{words} is a {day:%A}"
    return day


DEFINED = Acknowledge(
    definition="Your kitchen ceiling leaks and we did not come.",
    outcome_sought="Mend it.",
    not_responsible="There is nothing here that is not ours.",
)


def received(
    landlord: str = "code-model", when: str | date = "Fri 1 May", **others: Any
) -> Receive:
    """A leak, told by phone."""
    given: dict[str, Any] = {
        "landlord": landlord,
        "reference": "MOD-000001",
        "received_on": on(when) if isinstance(when, str) else when,
        "description": "The kitchen ceiling leaks and nobody comes.",
        "channel": "phone",
        "issues": (NewIssue(summary="The kitchen ceiling leaks"),),
    }
    return Receive(**(given | others))


def findings(case: CaseFacts, finding: Finding = Finding.UPHELD) -> tuple[IssueFinding, ...]:
    """The same finding, with reasons, on every issue that is in."""
    return tuple(
        IssueFinding(issue=issue.number, finding=finding, reasons="We came after three weeks.")
        for issue in case.issues_in
    )


def refusal(**others: Any) -> Refuse:
    """A refusal in which nothing is missing: a claim has been filed at court."""
    given: dict[str, Any] = {
        "ground": "claim_filed",
        "reasons": "The county court issued claim K0QZ on 2 April about this leak.",
        "discretion": "We asked whether anything lay outside the claim. Nothing does.",
        "claim_filed_on": date(2026, 4, 2),
        "claim_shown_by": "The sealed claim form, K0QZ",
    }
    return Refuse(**(given | others))


def plausible(verb: Verb, case: CaseFacts | None, today: date) -> Any:
    """An input that anybody might give for this verb, for a case as it stands."""
    if case is None or verb is Verb.RECEIVE:
        return received(when=today)
    if verb is Verb.RESPOND:
        return Respond(findings=findings(case))
    if verb is Verb.SUBMIT:
        return Submit(response=Respond(findings=findings(case)))
    number = case.waiting.number if case.waiting else 0
    if verb is Verb.EXTEND:
        due = case.deadline(case.stage.number, Clock.RESPOND)
        new = due.due_on if due and due.due_on else today
        return Extend(new_date=date.fromordinal(new.toordinal() + 7), reason="Roofer is ill.")
    if verb is Verb.ADD_ISSUE:
        return new_issue(today)
    return {
        Verb.ANSWER_REQUEST: AnswerRequest(answer="The plumber comes on Tuesday."),
        Verb.RAISE_COMPLAINT: RaiseComplaint(
            dissatisfaction="Nobody came.", received_on=case.received_on
        ),
        Verb.LOG: Log(service="Repairs", category="leak"),
        Verb.CLASSIFY: Classify(category="damp and mould", priority=Priority.HIGH),
        Verb.CHASE: Chase(),
        Verb.TAG: Tag(add=(f"Seen {len(case.tags)}",)),
        Verb.TICK_EVIDENCE: TickEvidence(kind="photographs", not_needed="The leak has stopped."),
        Verb.WAIT: Wait(whom=Awaited.CONTRACTOR, since=today, why="The roofer comes on Friday."),
        Verb.HAND_OVER: HandOver(
            risk="danger_now", to="Out of hours repairs", how="By phone", told_on=today
        ),
        Verb.ACKNOWLEDGE: DEFINED,
        Verb.ASK_CLARIFICATION: AskClarification(
            questions=("On which days did it leak?",), answer_by=today + timedelta(days=3)
        ),
        Verb.SEND_UPDATE: update(today),
        Verb.SHARE_FINDINGS: ShareFindings(
            findings="We came on 3 May.", comment_by=today + timedelta(days=1)
        ),
        Verb.RECORD_FINDINGS_COMMENT: RecordFindingsComment(
            comment="That was next door.", came_on=today
        ),
        Verb.SIGNPOST: Signpost(
            matter="How much the service charge is.", turn_to=("first-tier-tribunal",)
        ),
        Verb.ALLOCATE: Allocate(handler=55, handler_name="Eve Hall"),
        Verb.RECORD_CALL: RecordCall(on=today, reached=True, note="She is in after six."),
        Verb.NOTE_DOCUMENT: NoteDocument(
            name="The surveyor's report", received_on=today, kept_at="Repairs folder, job 4411"
        ),
        Verb.RECEIVE_MESSAGE: message(today),
        Verb.SETTLE_MESSAGE: SettleMessage(number=1, settled_as=As.ANSWERED, why="By email."),
        Verb.NAME_REPRESENTATIVE: daughter(ask=False),
        Verb.RECORD_CONSENT: agreed(today),
        Verb.END_REPRESENTATIVE: EndRepresentative(number=1, on=today, why="She has moved."),
        Verb.TELL_OUTCOME: TellOutcome(number=1),
        Verb.ADD_SIGNATORIES: signed(),
        Verb.CHANGE_SIGNATORY: ChangeSignatory(number=1, wish=Wish.OWN_LETTER),
        Verb.OFFER_MEETING: OfferMeeting(on=today, how="By phone, to the contact."),
        Verb.DECLARE_CONFLICT: DeclareConflict(conflict=False),
        Verb.RESTRICT: Restrict(people=((11, "Amina Khan"),), reason="It is about a colleague."),
        Verb.OPEN_RESTRICTED: OpenRestricted(reason="The gas engineer is at the door."),
        Verb.HOLD: Hold(reason="A claim is at court."),
        Verb.RELEASE_HOLD: ReleaseHold(why="The claim is settled."),
        Verb.RECORD_BEHAVIOUR: behaved(today, case.landlord),
        Verb.WARN: warning_letter(),
        Verb.RESTRICT_CONTACT: restriction(today),
        Verb.APPROVE_RESTRICTION: ApproveRestriction(agrees=True),
        Verb.REVIEW_RESTRICTION: ReviewRestriction(
            found="It has been calm.", equality="Nothing new.", review_on=today + timedelta(days=60)
        ),
        Verb.END_RESTRICTION: EndRestriction(why="It has been calm."),
        Verb.ASK_COMMENTS: ask(today),
        Verb.COMMENT: Comment(number=1, answered_by="Sam Roy", answer="We came on 3 April."),
        Verb.CHASE_COMMENTS: ChaseComments(number=1),
        Verb.WITHDRAW_COMMENTS: WithdrawComments(number=1),
        Verb.LINK: Link(other="Repairs job 4411", tie=Tie.OUTSIDE),
        Verb.SPLIT: Split(issues=(1,), why="The bathroom is another contractor’s."),
        Verb.MERGE: Merge(
            other="MOD-000000",
            why="It is the same leak.",
            told="By phone today.",
            found=replace(case, reference="MOD-000000"),
        ),
        Verb.TAKE_IN: TakeIn(merged=replace(case, reference="MOD-000002")),
        Verb.ESCALATE: Escalate(requested_on=today, channel="phone"),
        Verb.REFUSE: refusal(),
        Verb.REFUSE_ESCALATION: refusal(),
        Verb.SIGN: Sign(number=number),
        Verb.SEND_BACK: SendBack(number=number, comment="Say when the roofer came."),
        Verb.PROMISE: Promise(what="Paint it", owner="Repairs", due_on=today, agreed=True),
        Verb.MOVE_ACTION: MoveAction(
            number=1, due_on=today + timedelta(days=7), why="The part is late."
        ),
        Verb.AGREE_UPDATES: AgreeUpdates(every=5, how="By phone."),
        Verb.ANSWER_DEFINITION: AnswerDefinition(agrees=False, words="The bathroom leaks too."),
        Verb.ANSWER_EXTENSION: AnswerExtension(agreed=True),
        Verb.SAY_NOT_DONE: SayNotDone(number=1, words="Nobody came."),
        Verb.RATE: Rate(handled=4, kept=Kept.PARTLY),
        Verb.ASK_SATISFACTION: AskSatisfaction(
            link="https://redress.example/how-we-did/1-AAAAA",
            closed_on=today,
            answer_by=today + timedelta(days=28),
        ),
        Verb.READ_OUT_CODE: ReadOutCode(to="Mary Osei", how="Her date of birth"),
        Verb.REDATE: Redate(reason="A new bank holiday."),
        Verb.REMIND: Remind(handler=("Eve Hall", "eve@example.org")),
        Verb.COMPLETE_ACTION: CompleteAction(number=1, done_on=today, proof="Job 4411"),
        Verb.MEDIATE: Mediate(
            step=steps(case)[0], on=today, who="Calm Talk, mediators", outcome="They agreed."
        ),
        Verb.OFFER: offer(),
        Verb.SETTLE_OFFER: SettleOffer(number=1, outcome=Outcome.ACCEPTED, on=today),
        Verb.CORRECT_RECEIVED_DATE: CorrectReceivedDate(
            received_on=case.stage.received_on, reason="The envelope was found."
        ),
        Verb.WITHDRAW: Withdraw(how="She rang to say that it is mended."),
        Verb.LEARN: learned(),
        Verb.FEED_BACK: FeedBack(stage=case.stage.number, words="You answered every point."),
        Verb.CLOSE: Close(),
        Verb.REOPEN: Reopen(reason="The Ombudsman asked us to."),
        Verb.UNDO: Undo(),
    }[verb]


def learned(**others: Any) -> Learn:
    """The roofer was never sent, and nobody looked."""
    given: dict[str, Any] = {
        "issue": 1,
        "cause": "hand_over",
        "went_wrong": "Repairs and the roofer each thought that the other had booked it.",
        "lesson": "One person books a roofer and looks after three days.",
        "wider": True,
    }
    return Learn(**(given | others))


def behaved(when: str | date, landlord: str = "code-model") -> RecordBehaviour:
    """Calls that were too many; the first of the landlord's kinds of behaviour."""
    return RecordBehaviour(
        kind=kinds_of(landlord)[0].code,
        on=on(when) if isinstance(when, str) else when,
        what="He rang 31 times and swore at whoever answered.",
        affected="The two who answer the phone; one went home.",
    )


def warning_letter() -> Warn:
    """A warning in which nothing is missing."""
    return Warn(
        told="You rang 31 times on Friday and swore at two of us.",
        ask="Please ring once a day at most, and do not swear.",
        considered="He told us of no illness. His neighbour says he sleeps badly.",
        offered="The advice centre can speak for you. Its number is 020 7946 0001.",
    )


def restriction(today: date, **others: Any) -> RestrictContact:
    """A restriction in which nothing is missing: one contact, with a review in 90 days and an end
    in 181."""
    given: dict[str, Any] = {
        "limits": (Limit.SINGLE_CONTACT, Limit.SET_TIMES),
        "details": "Please ring Eve Hall on Tuesdays between ten and eleven.",
        "contact": "Eve Hall, 020 7946 0002",
        "reasons": "You rang 31 times on one day after we asked you not to.",
        "proportionate": "You can still ring each week, and write whenever you like.",
        "considered": "He told us of no illness. His neighbour says he sleeps badly.",
        "offered": "The advice centre can speak for you.",
        "equality": "You told us of no disability. We asked you again.",
        "equality_by": "Amina Khan",
        "equality_changed": "You may ring at another hour if you are ill.",
        "way_open": "Write to us at any time. In an emergency ring repairs as before.",
        "appeal": "Write to our head of service. She took no part in this.",
        "review_on": today + timedelta(days=90),
        "ends_on": today + timedelta(days=181),
    }
    return RestrictContact(**(given | others))


ROOFER = Asked(
    name="Sam Roy",
    organisation="Axis Roofing",
    email="sam@axis.example",
    manager_email="boss@axis.example",
)
SURVEYOR = Asked(name="Uma Patel", organisation="Surveyors", email="uma@council.example")


def ask(due: str | date, *people: Asked, **others: Any) -> AskComments:
    """The roofer, unless others are named, is asked when they came."""
    given: dict[str, Any] = {
        "people": people or (ROOFER,),
        "question": "When did you come, and what did you find?",
        "due_on": on(due) if isinstance(due, str) else due,
    }
    return AskComments(**(given | others))


def message(received: str | date, **others: Any) -> ReceiveMessage:
    """Mary writes that it still leaks."""
    given: dict[str, Any] = {
        "received_on": on(received) if isinstance(received, str) else received,
        "channel": "email",
        "text": "It still leaks. When do you come?",
        "name": "Mary Osei",
    }
    return ReceiveMessage(**(given | others))


def offer(**others: Any) -> Offer:
    """An apology that says what the fault meant; no money."""
    given: dict[str, Any] = {"kinds": (Remedy.APOLOGY,), "impact": "You slept in a damp room."}
    return Offer(offered=Offered(**(given | others)))


def daughter(**others: Any) -> NameRepresentative:
    """The resident's daughter speaks for her."""
    given: dict[str, Any] = {
        "kind": SpeaksAs.RELATIVE,
        "name": "Joy Osei",
        "relation": "her daughter",
        "email": "joy@example.org",
    }
    return NameRepresentative(**(given | others))


def agreed(day: str | date, **others: Any) -> RecordConsent:
    """The resident agrees, on a day, by a slip that she signed."""
    given: dict[str, Any] = {
        "number": 1,
        "said": Said.GIVEN,
        "on": on(day) if isinstance(day, str) else day,
        "by": ConsentBy.SIGNED,
        "document": "Document 1",
    }
    return RecordConsent(**(given | others))


def signed(*people: NewSignatory, **others: Any) -> AddSignatories:
    """Two neighbours signed, unless others are named."""
    two = (
        NewSignatory(name="Nasreen Begum", address="6 Elm Walk"),
        NewSignatory(name="Tom Bradley", address="8 Elm Walk", wish=Wish.OWN_LETTER),
    )
    return AddSignatories(people=people or two, **others)


def update(today: date, **others: Any) -> SendUpdate:
    """An update whose next one is agreed for a week from now."""
    given: dict[str, Any] = {
        "what_happened": "The roofer looked at it.",
        "what_next": "We read what he wrote.",
        "write_by": today + timedelta(days=7),
        "agreed": True,
    }
    return SendUpdate(**(given | others))


def new_issue(raised: str | date, **others: Any) -> AddIssue:
    """The bathroom too: related, and no delay."""
    given: dict[str, Any] = {
        "issue": NewIssue(summary="The bathroom ceiling leaks too"),
        "raised_on": on(raised) if isinstance(raised, str) else raised,
        "related": True,
        "would_delay": False,
        "channel": "phone",
        "why": "It is the same pipe.",
    }
    return AddIssue(**(given | others))


MENDING = NewAction(what="Mend the ceiling", owner="Repairs", due_on=date(2026, 6, 12))
