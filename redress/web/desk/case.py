"""One case: who and where, the two dates with why, what is owed next, its parts, and its story."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect

from redress.cases import mail_desk, queries, sending
from redress.cases.access import NoAccess, get_case
from redress.cases.drafts import on_case
from redress.cases.queries import CasePage
from redress.people.cover import with_covers
from redress.rules.access import Verb, may_see_views
from redress.rules.actions.undo import LONGEST, NEVER
from redress.rules.decision import Context, calendar_of
from redress.rules.evidence import checklist
from redress.rules.facts import CaseFacts, State
from redress.rules.facts_holds import hold_on
from redress.rules.hazards import HazardDate, hazard_dates
from redress.rules.learning import lessons_owed
from redress.rules.next_step import next_step
from redress.web.desk.asked_answers import answers_asked, registered, with_asked
from redress.web.desk.clocks import ClockView, clock_views
from redress.web.desk.documents import document_views
from redress.web.desk.due import DueWords, due_words
from redress.web.desk.first_call import first_call
from redress.web.desk.here import also_here
from redress.web.desk.messages import by_email, message_views
from redress.web.desk.possible import Choice, answering, choice, choices, under_headings
from redress.web.desk.sent_words import by_letter
from redress.web.desk.speaks import speaking
from redress.web.desk.story import Entry, people_in, story
from redress.web.desk.tags import risk_tags
from redress.web.desk.verbs import WORDS, word_of
from redress.web.pages import Visit, page, signed_in

# What has a button of its own beside what it is about, by the name that the page knows it by.
BESIDE = {
    "may_be_dissatisfied": Verb.RAISE_COMPLAINT,
    "may_complete": Verb.COMPLETE_ACTION,
    "may_settle": Verb.SETTLE_OFFER,
    "may_comment": Verb.COMMENT,
    "may_settle_messages": Verb.SETTLE_MESSAGE,
}


@dataclass(frozen=True)
class Next:
    """What is owed next: the one button, what stands in its way, by when, and the clock that says
    so, where one does."""

    choice: Choice
    due: DueWords | None
    clock: ClockView | None


@page(needs=signed_in)
def case(visit: Visit, reference: str) -> HttpResponse:
    """The page of a case, read once; or, for who may open what is restricted, the way in."""
    try:
        row = get_case(visit.actor, visit.landlord, reference)
    except NoAccess:
        get_case(visit.actor, visit.landlord, reference, verb=Verb.OPEN_RESTRICTED)
        return redirect("act", visit.landlord.slug, reference, Verb.OPEN_RESTRICTED)
    found = queries.case_page(row)
    facts, actor = found.case, visit.actor
    if facts.waiting:
        actor = with_covers(actor, visit.landlord, visit.today)
    context = Context(actor, visit.today, visit.book)
    entries = story(found.events, queries.names_of(people_in(found.events)))
    asked = answers_asked(visit, facts)
    clocks = with_asked(clock_views(facts, context), asked)
    step = next_owed(facts, context, clocks)
    sent = by_letter(sending.of_case(row), visit.now)
    return visit.render(
        "desk/case.html",
        page=found,
        case=facts,
        held=hold_on(facts.holds, visit.today),
        stage_2_with=employer_of(visit, facts),
        policy=context.policy(facts),
        risks=risk_tags(facts.risks),
        hazards=() if facts.state is State.CLOSED else hazards_of(facts),
        next=step,
        asked=asked,
        registered=registered(visit, facts),
        first_call=first_call(facts, found.events),
        others=under_headings(
            c for c in choices(facts, context) if not step or c.verb is not step.choice.verb
        ),
        open_clocks=[c for c in clocks if c.is_open and not (step and c is step.clock)],
        past_clocks=[clock for clock in clocks if not clock.is_open],
        lessons_owed=() if facts.erased_on else lessons_owed(facts),
        owed=[action for action in facts.actions if action.done_on is None],
        done=[action for action in facts.actions if action.done_on],
        messages_in=() if facts.erased_on else message_views(facts),
        mail_in=mail_desk.of_case(row) if by_email(facts) else (),
        documents=document_views(found),
        evidence=() if facts.stage.number == 0 or facts.erased_on else checklist(facts),
        **{name: not choice(verb, facts, context).stops for name, verb in BESIDE.items()},
        **speaking(visit, facts, found.home),
        latest=entries[0] if entries else None,
        letters=[(letter, sent.get(letter.pk, ())) for letter in found.letters],
        stuck=[said for each in sent.values() for said in each if said.needs_you],
        undo_until=undo_until(found, entries[0] if entries else None, visit),
        story=entries,
        may_see_looks=may_see_views(actor),
        here=also_here(visit, row),
        drafts=[
            (each, WORDS[each.verb].title, word_of(each.verb))
            for each in on_case(row, facts.stage.number, visit.actor)
        ],
    )


def employer_of(visit: Visit, case: CaseFacts) -> str:
    """The organisation and team of whoever handles stage 2; it may be another's than the first."""
    if case.stage.number != 2 or case.handler is None:
        return ""
    return queries.employers(visit.landlord).get(case.handler, "")


def hazards_of(case: CaseFacts) -> tuple[HazardDate, ...]:
    """The dates that the law on hazards sets beside the complaint's, as information."""
    return hazard_dates(case.risks, case.received_on)


def undo_until(found: CasePage, latest: Entry | None, visit: Visit) -> datetime | None:
    """Until when the last step can be taken back: one's own, its letter still held; or None."""
    last = found.events[0] if found.events else None
    if last is None or latest is None or last.by_id != visit.actor.id or last.name in NEVER:
        return None
    held = timedelta(seconds=settings.HOLD_SECONDS)
    until = last.at + (held if latest.letters else LONGEST)
    return until if visit.now < until else None


def next_owed(case: CaseFacts, context: Context, clocks: list[ClockView]) -> Next | None:
    """The next thing owed, for this person today; None for a closed case."""
    step = next_step(case)
    if step is None:
        return None
    due = None
    if step.due_on:
        calendar = calendar_of(context.book.in_force(case.landlord, context.today))
        clock = step.clock.value if step.clock else "action"
        due = due_words(clock, step.due_on, context.today, calendar)
    saying = [view for view in clocks if view.is_open and view.clock is step.clock]
    verb = answering(case, context) if step.verb is Verb.RESPOND else step.verb
    return Next(choice(verb, case, context), due, saying[0] if saying else None)
