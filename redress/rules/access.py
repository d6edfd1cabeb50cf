"""Who may do what: roles and permissions as one table.

The screen, the action and the tests all read this table; nothing else decides access.
Being allowed to see a case at all (its landlord) is `cases.access`.
"""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """A role a person holds for one landlord."""

    LOGGER = "logger"  # any member of staff: takes a complaint, passes it on (Code 3.2)
    COMPLAINTS_OFFICER = "complaints_officer"  # Code 4.1
    HANDLER = "handler"
    TEAM_LEADER = "team_leader"
    HEAD_OF_SERVICE = "head_of_service"
    STAGE_2_REVIEWER = "stage_2_reviewer"
    DIRECTOR = "director"
    CHIEF_EXECUTIVE = "chief_executive"  # where a policy has one sign: of the council, if an ALMO
    SENIOR_LEAD = "senior_lead"  # accountable for complaint handling, Code 9.4: reads
    MEMBER_RESPONSIBLE = "member_responsible"  # the MRC, Code 9.5: reads, never decides
    BOARD_MEMBER = "board_member"  # of the governing body, or a councillor: reads reports alone
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"  # people and settings; by this alone reads no case


class Verb(StrEnum):
    """Everything that can be done to a case. Each has a file of its name in `rules.actions`."""

    RECEIVE = "receive"
    ANSWER_REQUEST = "answer_request"
    RAISE_COMPLAINT = "raise_complaint"
    LOG = "log"
    CLASSIFY = "classify"
    ACKNOWLEDGE = "acknowledge"
    ALLOCATE = "allocate"
    CHASE = "chase"
    TAG = "tag"
    WAIT = "wait"
    HAND_OVER = "hand_over"
    RECORD_CALL = "record_call"
    NOTE_DOCUMENT = "note_document"
    TICK_EVIDENCE = "tick_evidence"
    RECEIVE_MESSAGE = "receive_message"
    SETTLE_MESSAGE = "settle_message"
    NAME_REPRESENTATIVE = "name_representative"
    RECORD_CONSENT = "record_consent"
    END_REPRESENTATIVE = "end_representative"
    TELL_OUTCOME = "tell_outcome"
    ADD_SIGNATORIES = "add_signatories"
    CHANGE_SIGNATORY = "change_signatory"
    OFFER_MEETING = "offer_meeting"
    DECLARE_CONFLICT = "declare_conflict"
    RESTRICT = "restrict"
    OPEN_RESTRICTED = "open_restricted"
    HOLD = "hold"
    RELEASE_HOLD = "release_hold"
    RECORD_BEHAVIOUR = "record_behaviour"
    WARN = "warn"
    RESTRICT_CONTACT = "restrict_contact"
    APPROVE_RESTRICTION = "approve_restriction"
    REVIEW_RESTRICTION = "review_restriction"
    END_RESTRICTION = "end_restriction"
    ASK_COMMENTS = "ask_comments"
    COMMENT = "comment"
    CHASE_COMMENTS = "chase_comments"
    WITHDRAW_COMMENTS = "withdraw_comments"
    ADD_ISSUE = "add_issue"
    LINK = "link"
    SPLIT = "split"
    MERGE = "merge"
    TAKE_IN = "take_in"
    ASK_CLARIFICATION = "ask_clarification"
    EXTEND = "extend"
    SEND_UPDATE = "send_update"
    SHARE_FINDINGS = "share_findings"
    RECORD_FINDINGS_COMMENT = "record_findings_comment"
    SUBMIT = "submit"
    SIGN = "sign"
    SEND_BACK = "send_back"
    RESPOND = "respond"
    ESCALATE = "escalate"
    REFUSE = "refuse"
    REFUSE_ESCALATION = "refuse_escalation"
    SIGNPOST = "signpost"
    PROMISE = "promise"
    MOVE_ACTION = "move_action"
    COMPLETE_ACTION = "complete_action"
    MEDIATE = "mediate"
    OFFER = "offer"
    SETTLE_OFFER = "settle_offer"
    AGREE_UPDATES = "agree_updates"
    REMIND = "remind"
    CORRECT_RECEIVED_DATE = "correct_received_date"
    WITHDRAW = "withdraw"
    LEARN = "learn"
    FEED_BACK = "feed_back"
    CLOSE = "close"
    REOPEN = "reopen"
    UNDO = "undo"
    REDATE = "redate"
    ANSWER_DEFINITION = "answer_definition"
    ANSWER_EXTENSION = "answer_extension"
    SAY_NOT_DONE = "say_not_done"
    RATE = "rate"
    ASK_SATISFACTION = "ask_satisfaction"
    READ_OUT_CODE = "read_out_code"


@dataclass(frozen=True)
class Absent:
    """Somebody who is away and is covered: what they may sign, the cover may sign for them."""

    id: int
    name: str
    roles: frozenset[Role]


@dataclass(frozen=True)
class Actor:
    """Who acts: a member of staff (`id` is the user's number), the resident, or the system.

    `id` is None for the resident and for the system; `name` is shown in the record. `asked` is the
    number of the request for comments that a person without an account has the link to.
    `covers` are those whose signature they give today; it counts for signing alone.
    """

    id: int | None
    name: str
    roles: frozenset[Role] = frozenset()
    resident: bool = False
    asked: int | None = None
    system: bool = False
    covers: tuple[Absent, ...] = ()


SYSTEM = Actor(None, "Redress", system=True)  # what the worker does by itself


OVERSEERS = frozenset({Role.SENIOR_LEAD, Role.MEMBER_RESPONSIBLE, Role.BOARD_MEMBER, Role.AUDITOR})
VIEW_READERS = frozenset({Role.AUDITOR, Role.SENIOR_LEAD, Role.HEAD_OF_SERVICE})
LEADS = OVERSEERS - {Role.AUDITOR}  # whose page is the overview
STAFF = frozenset(Role) - OVERSEERS - {Role.ADMINISTRATOR}
TEAM = frozenset({Role.COMPLAINTS_OFFICER})
CASEWORK = STAFF - {Role.LOGGER}
DECIDERS = frozenset(
    {
        Role.COMPLAINTS_OFFICER,
        Role.TEAM_LEADER,
        Role.HEAD_OF_SERVICE,
        Role.STAGE_2_REVIEWER,
        Role.DIRECTOR,
        Role.CHIEF_EXECUTIVE,
    }
)
SENIOR = frozenset({Role.COMPLAINTS_OFFICER, Role.HEAD_OF_SERVICE, Role.DIRECTOR})

PERMISSIONS: dict[Verb, frozenset[Role]] = {
    Verb.RECEIVE: STAFF,  # Code 3.2: with any member of staff
    Verb.ANSWER_REQUEST: CASEWORK,
    Verb.RAISE_COMPLAINT: STAFF,  # Code 1.5
    Verb.LOG: CASEWORK,
    Verb.CLASSIFY: CASEWORK,
    Verb.ACKNOWLEDGE: CASEWORK,
    Verb.ALLOCATE: DECIDERS,
    Verb.CHASE: CASEWORK,
    Verb.TAG: CASEWORK,
    Verb.WAIT: CASEWORK,
    Verb.HAND_OVER: STAFF,  # whoever hears of a danger tells whoever deals with it
    Verb.RECORD_CALL: STAFF,
    Verb.NOTE_DOCUMENT: STAFF,
    Verb.TICK_EVIDENCE: CASEWORK,
    Verb.RECEIVE_MESSAGE: STAFF,  # Code 3.2: with any member of staff
    Verb.SETTLE_MESSAGE: CASEWORK,
    Verb.NAME_REPRESENTATIVE: CASEWORK,
    Verb.RECORD_CONSENT: CASEWORK,
    Verb.END_REPRESENTATIVE: CASEWORK,
    Verb.TELL_OUTCOME: CASEWORK,
    Verb.ADD_SIGNATORIES: CASEWORK,
    Verb.CHANGE_SIGNATORY: CASEWORK,
    Verb.OFFER_MEETING: CASEWORK,
    Verb.DECLARE_CONFLICT: CASEWORK,
    Verb.RESTRICT: DECIDERS,
    Verb.OPEN_RESTRICTED: SENIOR,
    Verb.HOLD: SENIOR,  # keeping a case past its retention
    Verb.RELEASE_HOLD: SENIOR,
    Verb.RECORD_BEHAVIOUR: CASEWORK,
    Verb.WARN: CASEWORK,
    Verb.RESTRICT_CONTACT: CASEWORK,  # proposes it
    Verb.APPROVE_RESTRICTION: DECIDERS,  # a second person: `rules.actions.approve_restriction`
    Verb.REVIEW_RESTRICTION: DECIDERS,
    Verb.END_RESTRICTION: DECIDERS,
    Verb.ASK_COMMENTS: CASEWORK,
    Verb.COMMENT: CASEWORK,  # on behalf of who was asked, told by phone say
    Verb.CHASE_COMMENTS: CASEWORK,
    Verb.WITHDRAW_COMMENTS: CASEWORK,
    Verb.ADD_ISSUE: CASEWORK,
    Verb.LINK: CASEWORK,
    Verb.SPLIT: CASEWORK,
    Verb.MERGE: CASEWORK,
    Verb.TAKE_IN: CASEWORK,  # the other side of a merger, never by itself
    Verb.ASK_CLARIFICATION: CASEWORK,
    Verb.EXTEND: CASEWORK,
    Verb.SEND_UPDATE: CASEWORK,
    Verb.SHARE_FINDINGS: CASEWORK,
    Verb.RECORD_FINDINGS_COMMENT: CASEWORK,
    Verb.SUBMIT: CASEWORK,
    Verb.SIGN: DECIDERS,  # and among them whom the policy names: `rules.sign_off`; never the writer
    Verb.SEND_BACK: DECIDERS,
    Verb.RESPOND: CASEWORK,
    Verb.ESCALATE: STAFF,  # a request for stage 2 may reach anyone
    Verb.REFUSE: DECIDERS,
    Verb.REFUSE_ESCALATION: DECIDERS,
    Verb.SIGNPOST: CASEWORK,
    Verb.PROMISE: CASEWORK,
    Verb.MOVE_ACTION: CASEWORK,
    Verb.COMPLETE_ACTION: CASEWORK,
    Verb.MEDIATE: CASEWORK,
    Verb.OFFER: CASEWORK,  # and no more money than their role may promise
    Verb.SETTLE_OFFER: CASEWORK,
    Verb.AGREE_UPDATES: CASEWORK,
    Verb.REMIND: frozenset(),  # the worker alone
    Verb.CORRECT_RECEIVED_DATE: TEAM,
    Verb.WITHDRAW: CASEWORK,
    Verb.LEARN: CASEWORK,  # Herefordshire: whoever looked into it returns the template
    Verb.FEED_BACK: DECIDERS,
    Verb.CLOSE: CASEWORK,
    Verb.REOPEN: DECIDERS,
    Verb.UNDO: STAFF,  # each their own last step
    Verb.REDATE: frozenset(),  # the worker, once the days that count have changed
    # What a resident says on the page by which they follow their complaint.
    Verb.ANSWER_DEFINITION: frozenset(),
    Verb.ANSWER_EXTENSION: frozenset(),  # staff note the answer as they extend
    Verb.SAY_NOT_DONE: frozenset(),
    Verb.RATE: CASEWORK,  # as they told somebody who rang them
    Verb.ASK_SATISFACTION: frozenset(),  # the worker, once it is closed
    Verb.READ_OUT_CODE: CASEWORK,  # to a resident who rings and has no e-mail
}
# The reminders and new dates; a leaver’s cases go to somebody else; what came with an e-mail;
# asking a resident how it was handled.
SYSTEM_MAY = frozenset(
    {
        *(Verb.CHASE_COMMENTS, Verb.REMIND, Verb.REDATE, Verb.ALLOCATE, Verb.NOTE_DOCUMENT),
        Verb.ASK_SATISFACTION,
    }
)
ASKED_MAY = frozenset({Verb.COMMENT})
RESIDENT_MAY = frozenset(
    {
        *(Verb.RECEIVE, Verb.RECEIVE_MESSAGE, Verb.ESCALATE, Verb.WITHDRAW),
        Verb.RAISE_COMPLAINT,
        *(Verb.ANSWER_DEFINITION, Verb.ANSWER_EXTENSION, Verb.SAY_NOT_DONE),
        *(Verb.AGREE_UPDATES, Verb.RECORD_FINDINGS_COMMENT, Verb.SETTLE_OFFER, Verb.RATE),
        Verb.MEDIATE,
    }
)
READERS = frozenset(Role) - {Role.LOGGER, Role.BOARD_MEMBER, Role.ADMINISTRATOR}
REPORT_READERS = READERS - {Role.HANDLER}


def may(actor: Actor, verb: Verb) -> bool:
    """Whether this person may do this at all; whether now is a matter of the case's state."""
    if actor.resident:
        return verb in RESIDENT_MAY
    if actor.system:
        return verb in SYSTEM_MAY
    if actor.asked is not None:
        return verb in ASKED_MAY
    return bool(actor.roles & PERMISSIONS[verb])


def may_read_cases(actor: Actor) -> bool:
    """Whether this person may open the cases of the landlord for which they hold these roles."""
    return bool(actor.roles & READERS)


def may_keep_address_book(actor: Actor) -> bool:
    """Whether this person may change whom the landlord can ask for comments."""
    return bool(actor.roles & DECIDERS)


def may_administer(actor: Actor) -> bool:
    """Whether this person may manage the landlord's people, policies and settings."""
    return Role.ADMINISTRATOR in actor.roles


def may_change_needs(actor: Actor) -> bool:
    """Whether this person may keep what a resident needs, and adjustments agreed with them."""
    return bool(actor.roles & CASEWORK)


def may_read_disabilities(actor: Actor, handles: bool) -> bool:
    """Whether this person may read which disabilities a resident has disclosed.

    `handles` says that they handle a case of this resident. Health is special category data (UK
    GDPR art. 9): it is for those who work on the case, and the complaints officers who look after
    every case (Code 4.1); not for whoever may read cases.
    """
    return (handles and bool(actor.roles & CASEWORK)) or Role.COMPLAINTS_OFFICER in actor.roles


def may_read_reports(actor: Actor) -> bool:
    """Whether this person may open the landlord's figures and reports, and the work on them (Code
    9.6, 9.7)."""
    return bool(actor.roles & REPORT_READERS)


def may_see_views(actor: Actor) -> bool:
    """Whether this person may read who looked at what: those who watch over the rest. It names no
    case that they may not open."""
    return bool(actor.roles & VIEW_READERS)


def may_look_over(actor: Actor) -> bool:
    """Whether this person may read what is reported: the overview, figures, packs, the annual
    report and the self-assessment. A board member or a councillor may, who opens no case and
    changes nothing (Code 9.7)."""
    return bool(actor.roles & (REPORT_READERS | {Role.BOARD_MEMBER}))


def may_assess(actor: Actor) -> bool:
    """Whether this person may answer the self-assessment and note its approval (Code 4.1, 9.4)."""
    return bool(actor.roles & {Role.COMPLAINTS_OFFICER, Role.SENIOR_LEAD})


def may_propose_improvement(actor: Actor) -> bool:
    """Whether this person may put an improvement on the register (Code 9.1)."""
    return bool(actor.roles & (CASEWORK | {Role.SENIOR_LEAD}))


def may_keep_register(actor: Actor) -> bool:
    """Whether this person may change improvements, publish their words, and keep the panel's packs:
    who decides, and the senior lead, who looks for what must change (Code 9.4)."""
    return bool(actor.roles & (DECIDERS | {Role.SENIOR_LEAD}))


def may_check_quality(actor: Actor) -> bool:
    """Whether this person may draw samples of responses and check them (Code 4.3, 6.9)."""
    return bool(actor.roles & DECIDERS)


def may_publish(actor: Actor) -> bool:
    """Whether this person may draft what is published and, once it is approved, publish it."""
    return may_assess(actor)


def may_approve_publication(actor: Actor) -> bool:
    """Whether this person may approve it; never what they drafted: `rules.publishing`."""
    return bool(actor.roles & {Role.SENIOR_LEAD, Role.DIRECTOR, Role.CHIEF_EXECUTIVE})


def may_note_circumstances(actor: Actor) -> bool:
    """Whether this person may note what makes a new self-assessment due (Code 8.3 to 8.5)."""
    return may_assess(actor) or may_administer(actor)


def may_keep_surveys(actor: Actor) -> bool:
    """Whether this person may give results of surveys, and say when residents are asked after
    closing (Code 4.1, 9.4)."""
    return bool(actor.roles & {Role.COMPLAINTS_OFFICER, Role.SENIOR_LEAD})


def may_keep_ombudsman(actor: Actor) -> bool:
    """Whether this person may keep the register of the Ombudsman's cases (Code 4.1, 9.4)."""
    return bool(actor.roles & (SENIOR | {Role.SENIOR_LEAD}))


def may_see_to_erasure(actor: Actor) -> bool:
    """Whether this person may see which cases are due to be erased, and propose it: they see
    figures and no words (UK GDPR art. 5(1)(e))."""
    return bool(actor.roles & (SENIOR | {Role.SENIOR_LEAD, Role.ADMINISTRATOR}))


def may_approve_erasure(actor: Actor) -> bool:
    """Whether this person may approve a proposal to erase; never their own: `rules.retention`."""
    return bool(actor.roles & {Role.SENIOR_LEAD, Role.HEAD_OF_SERVICE, Role.DIRECTOR})


def may_answer_data_requests(actor: Actor) -> bool:
    """Whether this person answers who asks for all that is kept about them (UK GDPR art. 15)."""
    return bool(actor.roles & SENIOR)


def may_offer_complaints(actor: Actor) -> bool:
    """Whether this person rings residents after closing, and offers who is unhappy the choice to
    complain (Code 1.6)."""
    return bool(actor.roles & CASEWORK)


def may_write_reports(actor: Actor) -> bool:
    """Whether this person may write beside the figures of a report (Code 8.1, 9.4)."""
    return may_assess(actor)


def may_see_to_sending(actor: Actor) -> bool:
    """Whether this person may settle what could not be sent, and tick off what was posted."""
    return bool(actor.roles & CASEWORK)
