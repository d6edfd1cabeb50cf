"""The plain, frozen values that rules read: one case as it stands.

Names of fields are the names of the columns in `cases.models`, so that a value is found under one
name in code, database, pages and letters. Dates are calendar dates; a person is the user's number.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from redress.rules.facts_comments import CommentFacts
from redress.rules.facts_conduct import ConductFacts
from redress.rules.facts_evidence import EvidenceFacts
from redress.rules.facts_followed import DisputeFacts, RatingFacts
from redress.rules.facts_holds import HoldFacts
from redress.rules.facts_incoming import IncomingFacts
from redress.rules.facts_offers import OfferFacts
from redress.rules.facts_people import RepresentativeFacts, SignatoryFacts, SpeaksAs
from redress.rules.spans import Span

Day = date  # for `Due`, whose field hides the name


class Kind(StrEnum):
    """What the contact is. Only a complaint has stages."""

    COMPLAINT = "complaint"
    SERVICE_REQUEST = "service_request"  # Code 1.4; some landlords call it a query
    MP_ENQUIRY = "mp_enquiry"
    COUNCILLOR_ENQUIRY = "councillor_enquiry"
    COMPLIMENT = "compliment"
    COMMENT = "comment"
    OTHER = "other"


class State(StrEnum):
    """Where a case stands. `stages.TRANSITIONS` says what may happen in each."""

    REQUEST_OPEN = "request_open"  # not a complaint: a request, an enquiry, a compliment
    REQUEST_ANSWERED = "request_answered"
    STAGE_1_RECEIVED = "stage_1_received"
    STAGE_1_LOGGED = "stage_1_logged"
    STAGE_1_OPEN = "stage_1_open"  # acknowledged, being investigated
    STAGE_1_ANSWERED = "stage_1_answered"
    STAGE_2_REQUESTED = "stage_2_requested"
    STAGE_2_OPEN = "stage_2_open"
    STAGE_2_ANSWERED = "stage_2_answered"
    REFUSED = "refused"
    ESCALATION_REFUSED = "escalation_refused"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


class Tenure(StrEnum):
    """The resident's tenure on the day the complaint was received."""

    TENANT = "tenant"
    LEASEHOLDER = "leaseholder"
    SHARED_OWNER = "shared_owner"
    LICENSEE = "licensee"
    APPLICANT = "applicant"
    HOMELESS_APPLICANT = "homeless_applicant"
    OTHER = "other"


class Channel(StrEnum):
    """How the complaint came in. Imported cases may carry another word."""

    WEB = "web"
    PHONE = "phone"
    EMAIL = "email"
    LETTER = "letter"
    IN_PERSON = "in_person"
    SOCIAL_MEDIA = "social_media"
    HUB = "hub"  # a drop-in office or community hub
    EVENT = "event"
    API = "api"


class Tie(StrEnum):
    """How a case stands to another, or to a matter outside Redress."""

    RELATED = "related"
    REPEATS = "repeats"
    REPEATED_BY = "repeated_by"
    SPLIT_FROM = "split_from"
    SPLIT_INTO = "split_into"
    MERGED_FROM = "merged_from"
    MERGED_INTO = "merged_into"
    ASKS_ABOUT = "asks_about"  # an enquiry and the complaint it is about: each counted as itself
    ASKED_ABOUT = "asked_about"
    OUTSIDE = "outside"  # a repair, a tenancy, an anti-social behaviour case


class Finding(StrEnum):
    """The decision on one issue, or on a stage as a whole."""

    UPHELD = "upheld"
    PARTLY_UPHELD = "partly_upheld"
    NOT_UPHELD = "not_upheld"
    RESOLVED = "resolved"  # old systems only; a response by Redress always finds
    WITHDRAWN = "withdrawn"


class Clock(StrEnum):
    """What a deadline is for."""

    ACKNOWLEDGE = "acknowledge"
    RESPOND = "respond"
    FIRST_CALL = "first_call"
    REQUEST = "request"  # answering a service request or an enquiry
    FINDINGS_COMMENT = "findings_comment"  # the resident's time to comment on adverse findings
    ESCALATE = "escalate"  # the landlord's own window for asking for stage 2
    UPDATE = "update"  # telling the resident where it stands, at the interval agreed (Code 5.9)
    HAND_OVER = "hand_over"  # telling whoever deals with a danger: at once


class Consent(StrEnum):
    """Whether the resident agrees that somebody else speaks for them.

    It governs what may be disclosed, never whether the complaint is taken (Code 1.3, 3.6).
    """

    GIVEN = "given"
    ASKED = "asked"
    NOT_YET = "not_yet"


class Choice(StrEnum):
    """What somebody who is dissatisfied answered when offered the choice to complain (Code 1.3)."""

    YES = "yes"
    NO = "no"
    LATER = "later"


class LateReason(StrEnum):
    """Why a response went after its date, from a short list so that reasons can be counted."""

    CONTRACTOR = "contractor"
    OTHER_SERVICE = "other_service"
    SURVEY = "survey"
    RESIDENT = "resident"
    COMPLEXITY = "complexity"
    STAFF = "staff"
    SIGNATURE = "signature"
    OVERSIGHT = "oversight"
    OTHER = "other"


class Contact(StrEnum):
    """What was had with the resident, or kept for colleagues alone (Code 3.6, 5.12)."""

    CALL = "call"
    VISIT = "visit"
    MEETING = "meeting"
    CASE_CONFERENCE = "case_conference"
    NOTE = "note"  # concerns nobody but colleagues


class Awaited(StrEnum):
    """What a case waits for, as a colleague marked it. It moves no date."""

    RESIDENT = "resident"
    CONTRACTOR = "contractor"
    SURVEY = "survey"
    BODY = "body"  # another body, such as an insurer or a council


class MediationStep(StrEnum):
    """How far mediation has come: offered, answered, over."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    ENDED = "ended"


class Priority(StrEnum):
    """How soon somebody must look at it (Code 6.1). It moves no date."""

    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"


@dataclass(frozen=True)
class Skipped:
    """A day that a clock did not count, and why ("Saturday", "Good Friday")."""

    date: date
    why: str


@dataclass(frozen=True)
class Due:
    """A date worked out, with its working.

    `counted_from` is day 0 (the day of the event); `source` is the policy clause or the Code
    provision; `as_written` is the date the words give where the landlord reads them otherwise.
    """

    date: date
    counted_from: Day
    span: Span
    source: str
    skipped: tuple[Skipped, ...] = ()
    as_written: Day | None = None


@dataclass(frozen=True)
class DeadlineFacts:
    """One clock of one stage: promise and Code limit side by side. Stage 0 is a request."""

    stage: int
    clock: Clock
    promise: Due | None
    code: Due | None
    code_literal: Due | None = None
    extended_to: date | None = None
    met_on: date | None = None

    @property
    def due_on(self) -> date | None:
        """The date the resident was last given: extension, else promise, else Code limit."""
        first = self.promise or self.code
        return self.extended_to or (first.date if first else None)


@dataclass(frozen=True)
class FindingFacts:
    """The decision on one issue at one stage, with its reasons (Code 6.7, 6.18)."""

    stage: int
    finding: Finding
    reasons: str


@dataclass(frozen=True)
class IssueFacts:
    """One element of the complaint. `responsible` is None until decided (Code 5.7).

    `excluded_ground` is set where this issue alone is refused, `split` where it became a complaint
    of its own; it then needs no finding.
    """

    number: int
    summary: str
    occurred_on: date | None = None
    aware_on: date | None = None
    responsible: bool | None = None
    excluded_ground: str = ""
    split: bool = False
    service: str = ""  # which service answers it, where not the one that leads
    findings: tuple[FindingFacts, ...] = ()
    cause: str = ""  # the root cause, by its key: `rules.causes` (Code 9.1)
    went_wrong: str = ""
    lesson: str = ""
    wider: bool | None = None  # whether something must change beyond this case
    learned_on: date | None = None
    learned_by: int | None = None


@dataclass(frozen=True)
class ExtensionFacts:
    """A response date moved, as the resident was told (Code 6.4, 6.5, 6.15, 6.16)."""

    told_on: date
    new_date: date
    reason: str
    ombudsman_details: bool
    agreed: bool | None = None
    good_reason: str = ""
    approved_by: int | None = None


@dataclass(frozen=True)
class StageFacts:
    """One stage of the complaint, pinned to the policy in force when it began.

    `policy` and `code` are "<slug>/<date>" identities. Stage 0 stands for a request or enquiry.
    """

    number: int
    policy: str
    code: str
    received_on: date
    logged_on: date | None = None
    acknowledged_on: date | None = None
    definition: str = ""
    definition_agreed: bool | None = None  # what the resident says of it; None: nothing yet
    definition_answer: str = ""  # how they would put it right
    outcome_sought: str = ""
    not_responsible: str = ""
    responded_on: date | None = None
    outcome: Finding | None = None
    drafted_by: int | None = None
    approved_by: int | None = None
    checked_by: int | None = None
    compensation: int | None = None  # pounds promised in the response
    late_reason: LateReason | None = None  # why the response went after its date
    late_note: str = ""
    extensions: tuple[ExtensionFacts, ...] = ()
    ended_on: date | None = None  # answered, refused or withdrawn; empty while the stage is open
    refused_ground: str = ""  # set where the stage was refused: Code 2.2, 5.11, 8.1b
    held_due: date | None = None  # the due date an old system held, for imported cases
    # As an old system had them at this stage; empty where they are those of the case.
    tenure: Tenure | None = None
    service: str = ""
    category: str = ""
    channel: str = ""
    petition: bool | None = None

    @property
    def considered_by(self) -> frozenset[int]:
        """Everyone who drafted, approved or checked the response of this stage (Code 6.13)."""
        people = (self.drafted_by, self.approved_by, self.checked_by)
        return frozenset(person for person in people if person is not None)


@dataclass(frozen=True)
class MoveFacts:
    """A promised action put off: on which day it was said, the date it had, and why it slipped."""

    moved_on: date
    was: date
    why: str


@dataclass(frozen=True)
class ActionFacts:
    """Something promised to put things right (Code 6.6, 7.3): what, who, by when, done when.

    `agreed` is whether the resident agreed to it, None where not asked. An `internal` one is a task
    among colleagues, of which the resident hears nothing.
    """

    number: int
    stage: int
    what: str
    owner: str
    due_on: date
    done_on: date | None = None
    proof: str = ""
    agreed: bool | None = None
    internal: bool = False
    moves: tuple[MoveFacts, ...] = ()
    disputes: tuple[DisputeFacts, ...] = ()


@dataclass(frozen=True)
class DocumentFacts:
    """A document: what it is, the day it came, where it is kept (Code 5.12)."""

    number: int
    name: str
    received_on: date
    kept_at: str


class Submitted(StrEnum):
    """What waits for somebody's signature. A refusal is approved by a second person."""

    RESPONSE = "response"
    REFUSAL = "refusal"  # Code 2.5
    ESCALATION_REFUSAL = "escalation_refusal"  # Code 5.11


class Settled(StrEnum):
    """What became of a text that went for signature."""

    SIGNED = "signed"
    SENT_BACK = "sent_back"
    REPLACED = "replaced"  # by a newer text of the same answer
    OVERTAKEN = "overtaken"  # answered by somebody who may sign; or stage 2 was taken up


@dataclass(frozen=True)
class SubmissionFacts:
    """A response or a refusal that went for signature: its whole input as plain values, who sent it
    in, and who must sign by which clause (`signer` is a `Who` of the policy, empty where it names
    nobody).

    `settled` is None while it waits. `comment` is what whoever sent it back wrote.
    """

    number: int
    stage: int
    submitted_by: int | None
    submitted_on: date
    response: dict[str, Any]
    signer: str = ""
    clause: str = ""
    settled: Settled | None = None
    settled_on: date | None = None
    settled_by: int | None = None
    comment: str = ""
    kind: Submitted = Submitted.RESPONSE

    @property
    def is_refusal(self) -> bool:
        """Whether it is a refusal, of the complaint or of stage 2: a second person approves it."""
        return self.kind is not Submitted.RESPONSE


@dataclass(frozen=True)
class LinkFacts:
    """A tie to the case with this reference, or to a matter outside ("Repairs job 4411")."""

    reference: str
    tie: Tie
    about: str = ""


@dataclass(frozen=True)
class HandOverFacts:
    """A risk passed on to whoever deals with it: who was told, how, on which day and at what time
    ("14:05", empty where nobody noted it). The complaint goes on beside it (Code 6.1).
    """

    number: int
    risk: str
    to: str
    how: str
    told_on: date
    told_at: str = ""


@dataclass(frozen=True)
class MediationFacts:
    """Mediation offered on a day and by whom it would be; who accepted or declined it and when;
    and when and how it ended. It runs beside the complaint and moves no date."""

    offered_on: date
    mediator: str
    answer: MediationStep | None = None
    answered_on: date | None = None
    answered_by: str = ""
    ended_on: date | None = None
    outcome: str = ""

    @property
    def is_over(self) -> bool:
        """Whether nothing more is to come of it."""
        return self.answer is MediationStep.DECLINED or self.ended_on is not None


@dataclass(frozen=True)
class SpeakerFacts:
    """Who was said at first to speak for the resident: name, relation, whether they agree, what
    they are and how they are reached. From then on they are among the case's representatives.
    `member` is the number of a member in the landlord's directory.
    """

    name: str
    relation: str = ""
    consent: Consent = Consent.NOT_YET
    kind: SpeaksAs = SpeaksAs.OTHER
    email: str = ""
    phone: str = ""
    address: str = ""
    member: int | None = None


@dataclass(frozen=True)
class IntakeFacts:
    """How the contact reached whoever wrote it down.

    `handed_by` is the colleague it was told to first; `moved_to` the private channel to which a
    complaint on social media moved. `choice` is the answer to the offer of a complaint (Code 1.3).
    `hand_over_promised` are the risks of which the resident's form said that they are handed over.
    """

    handed_by: str = ""
    moved_to: str = ""
    representative: SpeakerFacts | None = None
    choice: Choice | None = None
    choice_on: date | None = None
    hand_over_promised: tuple[str, ...] = ()


@dataclass(frozen=True)
class CaseFacts:
    """One case as it stands, enough to decide anything about it.

    `awaits` says what the case waits for, since when and why; no clock stops for it (Code 6.4).
    While `restricted`, only the people in `named` may see the case; whoever is in `conflicted` may
    not see it at all (Code 5.8c); `unconflicted` have said that they have no conflict.
    """

    reference: str
    landlord: str
    kind: Kind
    state: State
    received_on: date
    recorded_on: date
    channel: str
    description: str
    tenure: Tenure | None = None
    service: str = ""
    category: str = ""
    contributing: tuple[str, ...] = ()  # services that give their part; `service` leads
    contractor: str = ""  # whose work it is about (Code 5.4, 5.5)
    priority: Priority = Priority.NORMAL
    early_resolution: bool = False  # put right at once, inside stage 1 (Code 5.2, 6.1)
    about_staff: bool = False
    group_complaint: bool = False  # several residents: one investigation, a letter each
    intake: IntakeFacts = field(default_factory=IntakeFacts)
    handler: int | None = None
    resident: int | None = None
    home: int | None = None  # where the resident lived on the day of receipt; as tenure, it stays
    petition: bool = False
    risks: tuple[str, ...] = ()
    restricted: bool = False
    named: tuple[int, ...] = ()
    conflicted: tuple[int, ...] = ()
    unconflicted: tuple[int, ...] = ()
    tags: tuple[str, ...] = ()
    awaits: Awaited | None = None
    awaits_since: date | None = None
    awaits_why: str = ""
    mediations: tuple[MediationFacts, ...] = ()
    evidence: tuple[EvidenceFacts, ...] = ()
    links: tuple[LinkFacts, ...] = ()
    update_every: int | None = None  # working days between updates, as agreed (Code 5.9)
    conduct: ConductFacts = field(default_factory=ConductFacts)  # behaviour and contact
    reminded: tuple[str, ...] = ()  # which reminders of the dates now owed have gone
    ratings: tuple[RatingFacts, ...] = ()
    issues: tuple[IssueFacts, ...] = ()
    stages: tuple[StageFacts, ...] = ()
    deadlines: tuple[DeadlineFacts, ...] = ()
    actions: tuple[ActionFacts, ...] = ()
    documents: tuple[DocumentFacts, ...] = ()
    hand_overs: tuple[HandOverFacts, ...] = ()
    comments: tuple[CommentFacts, ...] = ()
    submissions: tuple[SubmissionFacts, ...] = ()
    offers: tuple[OfferFacts, ...] = ()
    incoming: tuple[IncomingFacts, ...] = ()
    representatives: tuple[RepresentativeFacts, ...] = ()
    signatories: tuple[SignatoryFacts, ...] = ()
    meeting_offered_on: date | None = None  # to the group (THH policy, Petitions)
    holds: tuple[HoldFacts, ...] = ()  # legal holds: nothing is erased while one holds
    erased_on: date | None = None  # its words are gone, its figures stay (`rules.erasing`)

    @property
    def stage(self) -> StageFacts:
        """The latest stage. Every case has one: a request or enquiry has stage 0."""
        return self.stages[-1]

    @property
    def considered_stage_1(self) -> frozenset[int]:
        """Everyone who drafted, approved or checked stage 1; empty where an import lacks it."""
        people = [stage.considered_by for stage in self.stages if stage.number == 1]
        return people[0] if people else frozenset()

    @property
    def waiting(self) -> SubmissionFacts | None:
        """The response or refusal that waits for a signature, while its stage goes on."""
        last = self.submissions[-1] if self.submissions else None
        if last is None or last.settled or last.stage != self.stage.number:
            return None
        return last if self.stage.ended_on is None else None

    def deadline(self, stage: int, clock: Clock) -> DeadlineFacts | None:
        """The deadline of one clock of one stage, or None where nothing was promised or limited."""
        for deadline in self.deadlines:
            if (deadline.stage, deadline.clock) == (stage, clock):
                return deadline
        return None

    @property
    def issues_in(self) -> tuple[IssueFacts, ...]:
        """The issues that are neither excluded nor split off: each must be answered (Code 5.12,
        6.7)."""
        return tuple(i for i in self.issues if not (i.excluded_ground or i.split))

    @property
    def merged_into(self) -> str:
        """The reference of the case in which this one is answered; empty where it stands alone."""
        return next((tie.reference for tie in self.links if tie.tie is Tie.MERGED_INTO), "")
