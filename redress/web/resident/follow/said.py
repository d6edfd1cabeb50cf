"""What a case says to its resident: where it stands, what comes by when and why, what happened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from redress.rules.facts import Clock, DeadlineFacts, Due, State
from redress.rules.resident_view import EVENTS, ResidentView
from redress.web import clock
from redress.web.language import length
from redress.web.templatetags.redress import long_date

S = State
STANDS = {
    S.REQUEST_OPEN: _("We have your request. We are working on it."),
    S.REQUEST_ANSWERED: _("We have answered your request."),
    S.STAGE_1_RECEIVED: _("We have your complaint. We are reading it."),
    S.STAGE_1_LOGGED: _("We have your complaint. We will write to you about it soon."),
    S.STAGE_1_OPEN: _("We are looking into your complaint."),
    S.STAGE_1_ANSWERED: _("We have answered your complaint."),
    S.STAGE_2_REQUESTED: _("You asked us to look again. We will write to you soon."),
    S.STAGE_2_OPEN: _("Someone new is looking at your complaint."),
    S.STAGE_2_ANSWERED: _("You have our final answer."),
    S.REFUSED: _("We did not take up your complaint. Our letter says why."),
    S.ESCALATION_REFUSED: _("We did not look again. Our letter says why."),
    S.WITHDRAWN: _("You asked us to stop. We have stopped."),
    S.CLOSED: _("Your complaint is closed."),
}
STAGE = {
    0: _("Request"),
    1: _("Stage 1: we look into it"),
    2: _("Stage 2: we look again"),
}
BY = {
    Clock.REQUEST: _("We answer you by"),
    Clock.FIRST_CALL: _("We call you by"),
    Clock.ACKNOWLEDGE: _("We write to you by"),
    Clock.FINDINGS_COMMENT: _("You can tell us what you think of our findings until"),
    Clock.UPDATE: _("We tell you how it is going by"),
    Clock.RESPOND: _("We give you our answer by"),
    Clock.ESCALATE: _("Please ask us to look again by"),
}
HAPPENED = {
    "received": _("We got your complaint"),
    "imported": _("We got your complaint"),
    "complaint_raised": _("You made a complaint"),
    "request_answered": _("We answered your request"),
    "redated": _("We worked out our dates again"),
    "received_date_corrected": _("We put right the day we got it"),
    "allocated": _("Someone took on your complaint"),
    "issue_joined": _("We added something to your complaint"),
    "issue_split": _("A part of it became a new complaint"),
    "issues_split": _("A part of it became a new complaint"),
    "merged": _("We joined it to another complaint of yours"),
    "acknowledged": _("We wrote to say what we understood"),
    "clarification_asked": _("We asked you some questions"),
    "updated": _("We told you how it is going"),
    "findings_shared": _("We sent you our findings, so that you can comment"),
    "findings_commented": _("You told us what you think of our findings"),
    "signposted": _("We told you who else can help"),
    "extended": _("We moved the date of our answer"),
    "responded": _("We sent you our answer"),
    "escalated": _("You asked us to look again"),
    "refused": _("We wrote to say what we will not look into"),
    "escalation_refused": _("We wrote to say that we will not look again"),
    "promised": _("We promised you something"),
    "updates_agreed": _("We agreed how often we write to you"),
    "offer_made": _("We made you an offer"),
    "offer_settled": _("Our offer was settled"),
    "withdrawn": _("You asked us to stop"),
    "closed": _("We closed your complaint"),
    "reopened": _("We opened it again"),
    "message_received": _("You wrote to us"),
    "definition_answered": _("You told us if we understood it"),
    "extension_answered": _("You told us what you think of the new date"),
    "not_done_said": _("You told us that something was not done"),
    "rated": _("You told us how we did"),
    "satisfaction_asked": _("We asked you how we did"),
    "code_read_out": _("We read out a code to you"),
    "mediation": _("We noted how far mediation has come"),
    "behaviour_warned": _("We wrote to you about how you treat our staff"),
    "contact_restricted": _("We set limits to how you get in touch with us"),
    "contact_restriction_ended": _("We ended the limits to how you get in touch with us"),
    "representative_named": _("We noted that someone speaks for you"),
    "representative_ended": _("We noted that someone does not speak for you any more"),
    "consent_recorded": _("We noted if you agree that someone speaks for you"),
    "outcome_told": _("We told someone who speaks for you what we decided"),
    "meeting_offered": _("We offered your group a meeting"),
}


@dataclass(frozen=True)
class DateSaid:
    """One date ahead. `why` are the sentences that say how it was counted; `late` that it is past
    and was ours to keep."""

    by: str
    day: date
    why: tuple[str, ...]
    late: bool
    code: date | None = None
    bars_nothing: bool = False
    theirs: bool = False  # a day until which they can do something


def dates_said(view: ResidentView, today: date) -> list[DateSaid]:
    """The dates ahead in words, the next one first."""
    return [_date(view, each, today) for each in view.dates]


def _date(view: ResidentView, deadline: DeadlineFacts, today: date) -> DateSaid:
    day = deadline.due_on or today
    theirs = deadline.clock in (Clock.ESCALATE, Clock.FINDINGS_COMMENT)
    code = deadline.code.date if deadline.code and deadline.clock is Clock.RESPOND else None
    return DateSaid(
        by=str(BY[deadline.clock]),
        day=day,
        why=tuple(_why(view, deadline)),
        late=day < today and not theirs,
        code=code,
        bars_nothing=deadline.clock is Clock.ESCALATE,
        theirs=theirs,
    )


def _why(view: ResidentView, deadline: DeadlineFacts) -> list[str]:
    due = deadline.promise or deadline.code
    if due is None:
        return []
    told = view.extension if deadline.extended_to else None
    counted = [_counted(due), *_skipped(due)]
    if told is None:
        return counted
    moved = gettext("The date was %(was)s. We moved it on %(told)s. Why: %(why)s")
    words = {"was": long_date(due.date), "told": long_date(told.told_on), "why": told.reason}
    return [moved % words]


def _counted(due: Due) -> str:
    words = {"span": length(due.span), "day": long_date(due.counted_from)}
    return gettext("This is %(span)s after %(day)s.") % words


def _skipped(due: Due) -> list[str]:
    """The days that were not counted, weekends in a word and the others by name."""
    special = [each for each in due.skipped if each.why not in ("Saturday", "Sunday")]
    said = [gettext("We do not count weekends.")] if len(special) < len(due.skipped) else []
    if special:
        days = "; ".join(f"{long_date(each.date)} ({each.why})" for each in special)
        said.append(gettext("We also left out: %(days)s.") % {"days": days})
    return said


@dataclass(frozen=True)
class Happened:
    """One thing that happened, and on which day."""

    day: date
    what: str


def happened(events: Iterable[Any]) -> list[Happened]:
    """What the resident may see of the story, in the order given: its events by name and day, and
    nothing of what they hold."""
    return [
        Happened(clock.day(event.at), str(HAPPENED[event.name]))
        for event in events
        if EVENTS.get(event.name, False)
    ]
