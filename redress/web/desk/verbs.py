"""What each action is called: in its address, on its link, on its button and when it is done."""

from dataclasses import dataclass

from redress.rules.access import Role, Verb
from redress.rules.facts import CaseFacts


@dataclass(frozen=True)
class Words:
    """`title` heads the form and is the link to it, `button` says what pressing it does, `done`
    is the banner afterwards."""

    title: str
    button: str
    done: str


WORDS: dict[Verb, Words] = {
    Verb.ANSWER_REQUEST: Words(
        "Answer the request", "Issue the answer", "The answer is issued as a letter."
    ),
    Verb.RAISE_COMPLAINT: Words(
        "Raise a complaint from this",
        "Raise the complaint",
        "It is a complaint now, at stage 1.",
    ),
    Verb.LOG: Words("Log the complaint", "Log the complaint", "The complaint is logged."),
    Verb.CLASSIFY: Words("Sort it", "Save how it is sorted", "It is sorted."),
    Verb.ACKNOWLEDGE: Words(
        "Acknowledge it",
        "Issue the acknowledgement",
        "The acknowledgement is issued as a letter.",
    ),
    Verb.ALLOCATE: Words("Give it to a handler", "Give it to them", "The case has a new handler."),
    Verb.CHASE: Words(
        "Remind the handler", "Send the reminder", "The reminder is on its way to the handler."
    ),
    Verb.TAG: Words("Tag it", "Keep these tags", "The tags are changed."),
    Verb.WAIT: Words(
        "Mark what it waits for",
        "Keep the mark",
        "What the case waits for is marked. No date has changed.",
    ),
    Verb.HAND_OVER: Words(
        "Hand over a risk", "Keep the hand-over", "The hand-over is on the record."
    ),
    Verb.RECORD_CALL: Words(
        "Record a call, visit, meeting or note", "Keep it on the record", "It is on the record."
    ),
    Verb.NOTE_DOCUMENT: Words(
        "Note a document", "Keep it on the record", "The document is on the record."
    ),
    Verb.RECEIVE_MESSAGE: Words(
        "Take down a message", "Keep the message", "The message is on the case."
    ),
    Verb.SETTLE_MESSAGE: Words(
        "Say what a message is", "Keep it on the record", "It is on the record."
    ),
    Verb.NAME_REPRESENTATIVE: Words(
        "Name somebody who speaks for them", "Keep who it is", "They are named on the case."
    ),
    Verb.RECORD_CONSENT: Words(
        "Record the resident’s consent", "Keep it on the record", "The consent is on the record."
    ),
    Verb.END_REPRESENTATIVE: Words(
        "End it: they speak for the resident no more", "End it", "Nothing more is told to them."
    ),
    Verb.TELL_OUTCOME: Words(
        "Tell them what was decided",
        "Issue the redacted version",
        "The redacted version is issued as a letter.",
    ),
    Verb.ADD_SIGNATORIES: Words(
        "Put down who signed", "Put them down", "Those who signed are on the case."
    ),
    Verb.CHANGE_SIGNATORY: Words(
        "Change how somebody who signed hears of it", "Keep the change", "It is changed."
    ),
    Verb.OFFER_MEETING: Words(
        "Record that a meeting was offered", "Keep it on the record", "It is on the record."
    ),
    Verb.TICK_EVIDENCE: Words(
        "Tick evidence", "Keep it on the checklist", "The checklist of evidence is changed."
    ),
    Verb.DECLARE_CONFLICT: Words(
        "Declare a conflict of interest, or none",
        "Keep the declaration",
        "The declaration is kept.",
    ),
    Verb.RESTRICT: Words(
        "Say who may see this case", "Keep it to these people", "Who may see this case is set."
    ),
    Verb.OPEN_RESTRICTED: Words(
        "Open a restricted case",
        "Open it",
        "The case is open to you. Your reason is on the record.",
    ),
    Verb.HOLD: Words("Place a legal hold", "Hold it", "The case is held: nothing of it is erased."),
    Verb.RELEASE_HOLD: Words(
        "Lift the legal hold",
        "Lift the hold",
        "The hold is lifted. The case is kept as long as the schedule says, and no longer.",
    ),
    Verb.RECORD_BEHAVIOUR: Words(
        "Record unacceptable behaviour", "Keep it on the record", "It is on the record."
    ),
    Verb.WARN: Words(
        "Warn about behaviour", "Issue the warning", "The warning is issued as a letter."
    ),
    Verb.RESTRICT_CONTACT: Words(
        "Propose a restriction of contact",
        "Propose it",
        "It is proposed. Nothing is limited until a second person approves it.",
    ),
    Verb.APPROVE_RESTRICTION: Words(
        "Approve a restriction of contact, or turn it down",
        "Do as chosen",
        "What you decided is on the record.",
    ),
    Verb.REVIEW_RESTRICTION: Words(
        "Look at a restriction of contact again",
        "Issue the letter",
        "It goes on, and the letter that says why is issued.",
    ),
    Verb.END_RESTRICTION: Words(
        "End a restriction of contact",
        "End it, and issue the letter",
        "It has ended, and the letter that says so is issued.",
    ),
    Verb.ASK_COMMENTS: Words(
        "Ask for comments", "Ask for comments", "They are asked, each by an email with a link."
    ),
    Verb.COMMENT: Words(
        "Put an answer on the case", "Put it on the case", "The answer is on the case."
    ),
    Verb.CHASE_COMMENTS: Words("Chase an answer", "Send it now", "The reminder is on its way."),
    Verb.WITHDRAW_COMMENTS: Words(
        "Withdraw a request for comments",
        "Withdraw the request",
        "The request is withdrawn, and they are told.",
    ),
    Verb.ADD_ISSUE: Words("Add an issue", "Add the issue", "The issue is added to this complaint."),
    Verb.LINK: Words(
        "Link it to another case or matter", "Link them", "The link is kept, at both ends."
    ),
    Verb.SPLIT: Words(
        "Split issues off",
        "Make them a complaint of its own",
        "The issues are split off.",
    ),
    Verb.MERGE: Words(
        "Merge it into another complaint",
        "Merge it",
        "It is merged. Both references lead to the complaint that goes on.",
    ),
    Verb.ASK_CLARIFICATION: Words(
        "Ask the resident for clarification",
        "Issue the questions",
        "The questions are issued as a letter. No date has changed.",
    ),
    Verb.EXTEND: Words(
        "Extend the response date",
        "Issue the extension letter",
        "The date is moved, and the letter that says so is issued.",
    ),
    Verb.SEND_UPDATE: Words(
        "Send an update", "Issue the update", "The update is issued as a letter."
    ),
    Verb.SHARE_FINDINGS: Words(
        "Share adverse findings for comment",
        "Issue the findings for comment",
        "The findings are issued as a letter, for the resident to comment on.",
    ),
    Verb.RECORD_FINDINGS_COMMENT: Words(
        "Record the comment on the findings",
        "Keep the comment",
        "The comment on the findings is kept.",
    ),
    Verb.SUBMIT: Words(
        "Send the response for signature",
        "Send it for signature",
        "The response waits for its signature.",
    ),
    Verb.SIGN: Words("Sign the response", "Sign and issue", "The response is issued as a letter."),
    Verb.SEND_BACK: Words(
        "Send the response back", "Send it back", "The response is sent back, with your comment."
    ),
    Verb.RESPOND: Words("Respond", "Issue the response", "The response is issued as a letter."),
    Verb.ESCALATE: Words(
        "Take it to stage 2", "Take it to stage 2", "Stage 2 has begun. It needs a new handler."
    ),
    Verb.REFUSE: Words(
        "Refuse it, or a part of it",
        "Send it to be approved",
        "The refusal waits for a second person to approve it. No date has changed.",
    ),
    Verb.REFUSE_ESCALATION: Words(
        "Refuse stage 2",
        "Send it to be approved",
        "The refusal waits for a second person to approve it. No date has changed.",
    ),
    Verb.SIGNPOST: Words(
        "Point to somebody else who can help",
        "Issue the letter",
        "The letter that says who can help is issued.",
    ),
    Verb.PROMISE: Words(
        "Promise something, or set a task", "Keep the promise or task", "It is on the case."
    ),
    Verb.MOVE_ACTION: Words(
        "Put a promise off, and tell the resident",
        "Change the date",
        "The date is changed, and a letter tells the resident of a promise.",
    ),
    Verb.AGREE_UPDATES: Words(
        "Agree how often the resident hears from us",
        "Keep what was agreed",
        "The next update has its date.",
    ),
    Verb.COMPLETE_ACTION: Words(
        "Mark an action as done", "Mark it as done", "The action is marked as done."
    ),
    Verb.MEDIATE: Words(
        "Mediation: offered, answered or over",
        "Keep it on the record",
        "It is on the record. No date has changed.",
    ),
    Verb.OFFER: Words(
        "Offer to put it right", "Issue the offer", "The offer is issued as a letter."
    ),
    Verb.SETTLE_OFFER: Words(
        "Say what became of an offer", "Keep it on the record", "It is on the record."
    ),
    Verb.CORRECT_RECEIVED_DATE: Words(
        "Correct the received date",
        "Correct the date",
        "The received date is corrected, and open dates are counted again.",
    ),
    Verb.WITHDRAW: Words(
        "Withdraw it at the resident’s wish",
        "Withdraw it",
        "It is withdrawn, and the letter that confirms it is issued.",
    ),
    Verb.LEARN: Words(
        "Record what was learned", "Keep what was learned", "What was learned is on the record."
    ),
    Verb.CLOSE: Words("Close the case", "Close the case", "The case is closed."),
    Verb.REOPEN: Words("Open it again", "Open it again", "The case is open again."),
    Verb.UNDO: Words(
        "Take back your last step", "Take it back", "The step is taken back. Nothing was sent."
    ),
}

# The same verbs where what waits is a refusal.
OF_A_REFUSAL: dict[Verb, Words] = {
    Verb.SIGN: Words(
        "Approve the refusal", "Approve and issue", "The refusal is issued as a letter."
    ),
    Verb.SEND_BACK: Words(
        "Send the refusal back", "Send it back", "The refusal is sent back, with your comment."
    ),
}
ISSUED = {  # where a policy asks for no second person
    Verb.REFUSE: "The refusal is issued as a letter.",
    Verb.REFUSE_ESCALATION: "The refusal of stage 2 is issued as a letter.",
}

ROLE: dict[Role, str] = {
    Role.LOGGER: "any member of staff",
    Role.COMPLAINTS_OFFICER: "complaints officer",
    Role.HANDLER: "handler",
    Role.TEAM_LEADER: "team leader",
    Role.HEAD_OF_SERVICE: "head of service",
    Role.STAGE_2_REVIEWER: "stage 2 reviewer",
    Role.DIRECTOR: "director",
    Role.CHIEF_EXECUTIVE: "chief executive",
    Role.SENIOR_LEAD: "senior lead for complaints",
    Role.MEMBER_RESPONSIBLE: "Member Responsible for Complaints",
    Role.BOARD_MEMBER: "board member or councillor, for reports alone",
    Role.AUDITOR: "auditor",
    Role.ADMINISTRATOR: "administrator",
}


def words_of(verb: Verb, case: CaseFacts) -> Words:
    """What an action is called on this case: a refusal that waits is approved, not signed."""
    refusal = case.waiting is not None and case.waiting.is_refusal
    return OF_A_REFUSAL.get(verb, WORDS[verb]) if refusal else WORDS[verb]


def done_words(verb: Verb, before: CaseFacts, after: CaseFacts) -> str:
    """The banner after an action."""
    waits = after.waiting is not None and after.waiting.is_refusal
    return ISSUED[verb] if verb in ISSUED and not waits else words_of(verb, before).done


def word_of(verb: Verb) -> str:
    """The verb in an address: "record-call"."""
    return verb.value.replace("_", "-")
