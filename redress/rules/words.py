"""Dates, lists and counts in words, the same on pages, in letters and in reports."""

from collections.abc import Sequence
from datetime import date

from redress.rules.facts import (
    Awaited,
    Choice,
    Clock,
    Consent,
    Contact,
    Finding,
    Kind,
    LateReason,
    MediationStep,
    Priority,
    State,
    Tenure,
    Tie,
)
from redress.rules.facts_conduct import Limit, Whose
from redress.rules.facts_followed import Kept
from redress.rules.facts_incoming import AnsweredBy, Sender
from redress.rules.facts_offers import Answer, Remedy
from redress.rules.sending import Format, Never, Way

STATE: dict[State, str] = {
    State.REQUEST_OPEN: "Request, open",
    State.REQUEST_ANSWERED: "Request, answered",
    State.STAGE_1_RECEIVED: "Stage 1, received",
    State.STAGE_1_LOGGED: "Stage 1, to acknowledge",
    State.STAGE_1_OPEN: "Stage 1, being looked into",
    State.STAGE_1_ANSWERED: "Stage 1, answered",
    State.STAGE_2_REQUESTED: "Stage 2, asked for",
    State.STAGE_2_OPEN: "Stage 2, being looked into",
    State.STAGE_2_ANSWERED: "Stage 2, answered",
    State.REFUSED: "Not accepted",
    State.ESCALATION_REFUSED: "Stage 2 refused",
    State.WITHDRAWN: "Withdrawn",
    State.CLOSED: "Closed",
}
SENDER: dict[Sender, str] = {
    Sender.RESIDENT: "The resident",
    Sender.REPRESENTATIVE: "Somebody who speaks for them",
    Sender.MEMBER: "An MP or councillor",
    Sender.OTHER: "Somebody else",
}
ANSWERED_BY: dict[AnsweredBy, str] = {
    AnsweredBy.LETTER: "by a letter",
    AnsweredBy.CALL: "by a call",
    AnsweredBy.PERSON: "in another way",
    AnsweredBy.STAGE_2: "by beginning stage 2",
}
KIND: dict[Kind, str] = {
    Kind.COMPLAINT: "Complaint",
    Kind.SERVICE_REQUEST: "Service request",
    Kind.MP_ENQUIRY: "MP's enquiry",
    Kind.COUNCILLOR_ENQUIRY: "Councillor's enquiry",
    Kind.COMPLIMENT: "Compliment",
    Kind.COMMENT: "Comment",
    Kind.OTHER: "Other",
}
KEPT: dict[Kept, str] = {Kept.YES: "Yes", Kept.PARTLY: "In part", Kept.NO: "No"}
WAY: dict[Way, str] = {Way.EMAIL: "Email", Way.POST: "Post", Way.HAND: "Hand"}
FORMAT: dict[Format, str] = {
    Format.LARGE_PRINT: "large print",
    Format.PLAIN_EMAIL: "a plain email, with no PDF",
    Format.EASY_READ: "Easy Read",
    Format.AUDIO: "sound",
    Format.BRAILLE: "Braille",
    Format.TRANSLATION: "translation into their language",
    Format.OTHER: "another form",
}
NEVER: dict[Never, str] = {
    Never.EMAIL: "by email",
    Never.POST: "by post",
    Never.PHONE: "ring them",
    Never.VOICEMAIL: "leave a voicemail",
    Never.TEXT: "by text message",
    Never.VISIT: "visit",
}
TENURE: dict[Tenure, str] = {
    Tenure.TENANT: "Tenant",
    Tenure.LEASEHOLDER: "Leaseholder",
    Tenure.SHARED_OWNER: "Shared owner",
    Tenure.LICENSEE: "Licensee",
    Tenure.APPLICANT: "Applicant",
    Tenure.HOMELESS_APPLICANT: "Homeless applicant",
    Tenure.OTHER: "Other",
}
FINDING: dict[Finding, str] = {
    Finding.UPHELD: "upheld",
    Finding.PARTLY_UPHELD: "partly upheld",
    Finding.NOT_UPHELD: "not upheld",
    Finding.RESOLVED: "resolved",
    Finding.WITHDRAWN: "withdrawn",
}
CLOCK: dict[Clock, str] = {
    Clock.ACKNOWLEDGE: "Acknowledge by",
    Clock.RESPOND: "Respond by",
    Clock.FIRST_CALL: "First call by",
    Clock.REQUEST: "Answer by",
    Clock.FINDINGS_COMMENT: "Resident may comment until",
    Clock.ESCALATE: "Stage 2 may be asked for until",
    Clock.UPDATE: "Update the resident by",
    Clock.HAND_OVER: "Hand over the danger by",
}
REMEDY: dict[Remedy, str] = {
    Remedy.APOLOGY: "Say sorry",
    Remedy.ACKNOWLEDGEMENT: "Say that we got it wrong",
    Remedy.EXPLANATION: "Explain, help or give reasons",
    Remedy.ACTION: "Do what was delayed",
    Remedy.DECISION: "Think a decision over again, or change it",
    Remedy.RECORD: "Put a record right",
    Remedy.MONEY: "Pay money",
    Remedy.CHANGE: "Change a policy, a procedure or how we work",
}
ANSWER: dict[Answer, str] = {Answer.ACCEPTED: "accepted", Answer.REFUSED: "refused"}
LIMIT: dict[Limit, str] = {
    Limit.SINGLE_CONTACT: "One person is the contact",
    Limit.WRITING_ONLY: "Only in writing",
    Limit.SET_TIMES: "Calls only at set times",
    Limit.BY_APPOINTMENT: "Visits to our offices only by appointment",
    Limit.NOT_ALONE: "Our staff do not visit alone",
    Limit.OTHER: "Something else",
}
WHOSE: dict[Whose, str] = {
    Whose.RESIDENT: "The resident’s",
    Whose.REPRESENTATIVE: "Somebody’s who speaks for them",
}
TIE: dict[Tie, str] = {
    Tie.RELATED: "related",
    Tie.REPEATS: "repeats an earlier complaint",
    Tie.REPEATED_BY: "repeated by a later complaint",
    Tie.SPLIT_FROM: "split from",
    Tie.SPLIT_INTO: "split off as",
    Tie.MERGED_FROM: "took in",
    Tie.MERGED_INTO: "merged into",
    Tie.ASKS_ABOUT: "an enquiry about this complaint",
    Tie.ASKED_ABOUT: "asked about by an enquiry",
    Tie.OUTSIDE: "a matter outside, such as a repair",
}
AWAITED: dict[Awaited, str] = {
    Awaited.RESIDENT: "the resident",
    Awaited.CONTRACTOR: "a contractor",
    Awaited.SURVEY: "a survey",
    Awaited.BODY: "another body",
}
MEDIATION: dict[MediationStep, str] = {
    MediationStep.OFFERED: "Offered",
    MediationStep.ACCEPTED: "Accepted",
    MediationStep.DECLINED: "Declined",
    MediationStep.ENDED: "Over",
}
CONTACT: dict[Contact, str] = {
    Contact.CALL: "Call",
    Contact.VISIT: "Visit",
    Contact.MEETING: "Meeting",
    Contact.CASE_CONFERENCE: "Case conference with the resident",
    Contact.NOTE: "Note for colleagues",
}
LATE_REASON: dict[LateReason, str] = {
    LateReason.CONTRACTOR: "Waiting for a contractor",
    LateReason.OTHER_SERVICE: "Waiting for another service’s comments",
    LateReason.SURVEY: "Waiting for a survey or an inspection",
    LateReason.RESIDENT: "The resident could not be reached, or needed more time",
    LateReason.COMPLEXITY: "More to look into than expected",
    LateReason.STAFF: "Staff away, or too few",
    LateReason.SIGNATURE: "Waiting for a signature",
    LateReason.OVERSIGHT: "Our own oversight",
    LateReason.OTHER: "Another reason",
}
PRIORITY: dict[Priority, str] = {
    Priority.NORMAL: "Normal",
    Priority.HIGH: "High",
    Priority.URGENT: "Urgent",
}
CONSENT: dict[Consent, str] = {
    Consent.GIVEN: "Yes",
    Consent.ASKED: "Asked for, not here yet",
    Consent.NOT_YET: "Not asked yet",
}
CHOICE: dict[Choice, str] = {
    Choice.YES: "Yes, they want to complain",
    Choice.NO: "No, they do not want to complain",
    Choice.LATER: "They want to think about it",
}


# What a letter says where a policy lets an action go ahead without a text that the Code asks for.
NOT_WRITTEN = "We did not write this down. Please ask us."


def long_date(day: date) -> str:
    """A date in full, as letters have it: Thursday 14 May 2026."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def short_date(day: date) -> str:
    """A date as tables have it: Thu 14 May 2026."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def listed(parts: Sequence[str]) -> str:
    """Parts as a list in a sentence: "a, b and c"."""
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]


def counted(number: int, noun: str, nouns: str = "") -> str:
    """A number of things: "1 working day", "3 working days". `nouns` where an s does not do."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {nouns or noun + 's'}"


def was(number: int) -> str:
    """The verb after a number of things: "was" of 1, "were" of any other."""
    return "was" if number == 1 else "were"


def time_left(working_days: int) -> str:
    """Working days to a date in words: "2 working days left", "due today", "3 … late"."""
    if working_days == 0:
        return "due today"
    days = counted(abs(working_days), "working day")
    return f"{days} left" if working_days > 0 else f"{days} late"
