"""The messages around a request for comments, and how long the link in them works.

Nothing of the case is in a message but its reference: the question and whatever they may see stand
on the page behind the link, which the outbox puts below the text.
"""

from datetime import date, timedelta
from urllib.parse import quote

from redress.rules.chasing import Chaser
from redress.rules.decision import NewMessage
from redress.rules.facts import CaseFacts
from redress.rules.facts_comments import CommentFacts
from redress.rules.words import long_date

LINK_DAYS = 28  # days for which a link works after the due date, or after it was sent if later

READ = (
    "The link below is for you alone. You need no account or password. Read the question and "
    "answer it here:"
)
LATE_START = {
    Chaser.HALF_TIME: "This is a reminder.",
    Chaser.BY_HAND: "This is a reminder.",
    Chaser.DUE: "This is a reminder: your comments are due now.",
    Chaser.LATE: "Your comments are late, and the complaint is waiting for them.",
}


def link_works(asked: CommentFacts, sent_on: date, today: date) -> bool:
    """Whether a link sent on a day has not expired. Answered and withdrawn are another matter."""
    return today <= max(sent_on, asked.due_on) + timedelta(days=LINK_DAYS)


def request_message(case: CaseFacts, asked: CommentFacts, by: str, landlord: str) -> NewMessage:
    """The first message to somebody who is asked."""
    text = _text(
        f"Dear {asked.name}",
        f"{by} of {landlord} asks for your comments on complaint {case.reference}. "
        f"Please answer by {long_date(asked.due_on)}.",
        READ,
    )
    return _to_asked("comments_asked", case, asked, _subject(case, asked), text)


def chaser_message(
    case: CaseFacts, asked: CommentFacts, chaser: Chaser, landlord: str
) -> NewMessage:
    """A reminder to the person asked, or the message to their manager."""
    if chaser is Chaser.ESCALATE:
        return _to_manager(case, asked, landlord)
    text = _text(
        f"Dear {asked.name}",
        LATE_START[chaser],
        f"{landlord} asked for your comments on complaint {case.reference} on "
        f"{long_date(asked.asked_on)}. They are due by {long_date(asked.due_on)}.",
        READ,
    )
    return _to_asked("comments_chased", case, asked, f"Reminder: {_subject(case, asked)}", text)


def withdrawn_message(case: CaseFacts, asked: CommentFacts, landlord: str) -> NewMessage:
    """Says that no answer is needed any more."""
    text = _text(
        f"Dear {asked.name}",
        f"We asked for your comments on complaint {case.reference}. We do not need them any more. "
        "There is nothing for you to do.",
    )
    subject = f"No longer needed: comments on complaint {case.reference}"
    return NewMessage("comments_withdrawn", asked.name, asked.email, subject, text)


def answered_message(case: CaseFacts, asked: CommentFacts) -> NewMessage:
    """Tells whoever handles the case, else whoever asked, that an answer is there."""
    who = f"{asked.answered_by} ({asked.organisation})" if asked.organisation else asked.answered_by
    text = _text(
        f"{who} has answered the request for comments on complaint {case.reference}.",
        "The answer is on the case:",
    )
    subject = f"Comments received on complaint {case.reference}"
    person = case.handler if case.handler is not None else asked.asked_by
    path = f"desk/case/{quote(case.reference)}#comments"
    return NewMessage("comments_given", "", "", subject, text, path, to_user=person)


def _to_manager(case: CaseFacts, asked: CommentFacts, landlord: str) -> NewMessage:
    whose = f"{asked.name} ({asked.organisation})" if asked.organisation else asked.name
    text = _text(
        "Hello",
        f"{landlord} asked {whose} for comments on complaint {case.reference} on "
        f"{long_date(asked.asked_on)}. They were due by {long_date(asked.due_on)} and have not "
        "come. The complaint is waiting for them.",
        "Please see that they are sent, or answer yourself.",
        READ,
    )
    return NewMessage(
        "comments_escalated",
        f"Manager of {asked.name}",
        asked.manager_email,
        f"Overdue: comments on complaint {case.reference}",
        text,
        answers=asked.number,
        to_manager=True,
    )


def _to_asked(
    kind: str, case: CaseFacts, asked: CommentFacts, subject: str, text: str
) -> NewMessage:
    return NewMessage(kind, asked.name, asked.email, subject, text, answers=asked.number)


def _subject(case: CaseFacts, asked: CommentFacts) -> str:
    return f"Comments needed on complaint {case.reference} by {long_date(asked.due_on)}"


def _text(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)
