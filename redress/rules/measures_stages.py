"""Measures of what happens at both stages: acknowledging, answering, extending (Code 3.7, 5.6 to
5.12, 6.2 to 6.19).

"Limit" is the Code's own: the landlord's promise is for its reports.
"""

from collections.abc import Callable
from datetime import date, timedelta

from redress.rules.extensions import in_time, moved
from redress.rules.facts import ActionFacts, Clock, StageFacts
from redress.rules.facts_incoming import Asks
from redress.rules.grounds import NEVER
from redress.rules.measures import Judge, Seen, Window

BOTH = (1, 2)
WAITS = timedelta(days=7)  # a message that may ask for stage 2 has waited too long after these
StageJudge = Callable[[Seen, StageFacts, Window], bool | None]


def at(number: int, judge: StageJudge) -> Judge:
    """A judge of the stage of this number, where it began in the period."""

    def judged(seen: Seen, window: Window) -> bool | None:
        stage = seen.stage(number, window)
        return judge(seen, stage, window) if stage else None

    return judged


def at_both(judge: StageJudge) -> Judge:
    """A judge of both stages: a case did where each stage that should did."""

    def judged(seen: Seen, window: Window) -> bool | None:
        answers = [at(number, judge)(seen, window) for number in BOTH]
        known = [answer for answer in answers if answer is not None]
        return all(known) if known else None

    return judged


def in_redress(judge: StageJudge) -> StageJudge:
    """A judge of cases of Redress's own: an old system held none of what it asks for."""

    def judged(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
        return None if seen.old else judge(seen, stage, window)

    return judged


def limit(seen: Seen, stage: StageFacts, clock: Clock) -> date | None:
    """The Code's own date for a clock of a stage."""
    found = seen.case.deadline(stage.number, clock)
    return found.code.date if found and found.code else None


def answer_by(seen: Seen, stage: StageFacts) -> date | None:
    """The Code's date for the response, or that of an extension told before the date was reached.

    An old system holds the new date alone.
    """
    due = limit(seen, stage, Clock.RESPOND)
    if due is None:
        return None
    found = seen.case.deadline(stage.number, Clock.RESPOND)
    return moved(due, stage.extensions, found.extended_to if found and seen.old else None)


def acknowledged_in_time(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 6.2, 6.11: acknowledged, defined and logged by the limit. None while there is time, and
    where the stage ended before it."""
    due, done = limit(seen, stage, Clock.ACKNOWLEDGE), stage.acknowledged_on
    if due is None or (seen.old and done is None):
        return None
    if done is None:
        ended = stage.ended_on is not None and stage.ended_on <= due
        return None if ended or window.as_at <= due else False
    if seen.old:
        return done <= due
    whole = stage.logged_on is not None and bool(stage.definition)
    return whole and max(done, stage.logged_on or done) <= due


def answered_in_time(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 6.3, 6.14: the response by the limit, or by a date told in time. None while there is
    time, and for what was refused or withdrawn."""
    due = answer_by(seen, stage)
    if due is None:
        return None
    if stage.responded_on:
        return stage.responded_on <= due
    return None if stage.ended_on or window.as_at <= due else False


def extended_properly(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 6.4, 6.15: told before the date was reached, with a reason, and no further than 10 (20)
    working days but for good reason that a second person saw."""
    if not stage.extensions:
        return None
    found = seen.case.deadline(stage.number, Clock.RESPOND)
    first = (found.promise or found.code) if found else None
    due = first.date if first else None
    for each, told in zip(stage.extensions, in_time(due, stage.extensions), strict=True):
        over = any(
            event.on == each.told_on and "over_the_cap" in event.warned
            for event in seen.named("extended")
        )
        if not (each.reason and told) or over:
            return False
    return True


def with_ombudsman(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 6.5, 6.16: every extension gave the Ombudsman's contact details."""
    return all(each.ombudsman_details for each in stage.extensions) if stage.extensions else None


def actions_kept(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 6.6, 6.17: what was still to be done after the response was done by its date."""
    made = [a for a in seen.case.actions if a.stage == stage.number and not a.internal]
    if not made or stage.responded_on is None:
        return None
    return all(kept(action, window.as_at) for action in made)


def kept(action: ActionFacts, as_at: date) -> bool:
    """Whether an action was done by its date, or still has time."""
    return (action.done_on or as_at) <= action.due_on


def every_point(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 6.7, 6.18: the response decides every issue and gives reasons."""
    if stage.responded_on is None:
        return None
    issues = seen.case.issues_in
    decided = [
        any(each.stage == stage.number and bool(each.reasons) for each in issue.findings)
        for issue in issues
    ]
    return bool(issues) and all(decided)


def in_writing(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 6.9, 6.19: the response went as a letter, which is never issued without its parts."""
    if stage.responded_on is None:
        return None
    return seen.has_letter(f"stage_{stage.number}_response", stage.number)


def new_issues(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 6.8: what came up later was joined before the answer, or made a complaint of its own."""
    joined = seen.named("issue_joined")
    if not joined and not seen.named("issue_split", "issues_split"):
        return None
    return all(stage.responded_on is None or event.on <= stage.responded_on for event in joined)


def progressed(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 6.10: whoever asked for stage 2 got it, or a refusal on a ground that the Code has."""
    second = next((each for each in seen.case.stages if each.number == 2), None)
    if second:
        return second.refused_ground not in NEVER
    asked = [each.received_on for each in seen.case.incoming if each.stage_2 is Asks.OPEN]
    waited = bool(asked) and min(asked) + WAITS < window.as_at
    return False if waited else None


def without_reasons(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 6.12: a request that gave no reasons was taken to stage 2 all the same."""
    silent = [event for event in seen.named("escalated") if not event.note.get("reasons")]
    return not stage.refused_ground if silent else None


def by_others(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 6.13: nobody who considered stage 1 considered stage 2."""
    first, second = seen.case.considered_stage_1, stage.considered_by
    if stage.responded_on is None or not first or not second:
        return None
    return not first & second


def defined(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 5.6: the acknowledgement held the definition and the outcome sought."""
    if stage.acknowledged_on is None:
        return None
    return bool(stage.definition and stage.outcome_sought)


def told_of_ombudsman(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 3.7: the acknowledgement went as a letter, which is never issued without the
    Ombudsman's details."""
    if stage.acknowledged_on is None:
        return None
    return seen.has_letter("acknowledgement", stage.number)


def responsible(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 5.7: the acknowledgement said what the landlord is not responsible for."""
    return bool(stage.not_responsible) if stage.acknowledged_on else None


def informed(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 5.9: how often they hear was agreed with the resident where the answer came, or comes,
    after the limit."""
    due = answer_by(seen, stage)
    dropped = stage.ended_on is not None and stage.responded_on is None
    if due is None or dropped or (stage.responded_on or window.as_at) <= due:
        return None
    updates = any(event.note.get("agreed") is True for event in seen.named("updated"))
    return seen.case.update_every is not None or updates


def refused_properly(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 5.11: a refusal to escalate rests on a ground of the Code, and says why in a letter."""
    if not stage.refused_ground:
        return None
    reasoned = any(event.note.get("reasons") for event in seen.named("escalation_refused"))
    return (
        reasoned and stage.refused_ground not in NEVER and seen.has_letter("escalation_refusal", 2)
    )


def recorded(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 5.12: the outcome of the stage is on the record; for a case of Redress's own, with what
    the resident said and a finding on every issue."""
    if stage.responded_on is None:
        return None
    if seen.old or stage.outcome is None:
        return stage.outcome is not None
    found = all(
        any(each.stage == stage.number for each in issue.findings) for issue in seen.case.issues_in
    )
    return found and bool(seen.case.description)
