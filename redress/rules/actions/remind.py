"""Remind the handler of the next date, or tell somebody above that it has passed."""

from dataclasses import dataclass

from redress.rules.decision import Checks, Context, Decision, NewMessage, Refused, calendar_of
from redress.rules.facts import CaseFacts
from redress.rules.next_step import NextStep, next_step
from redress.rules.record import NewEvent
from redress.rules.reminding import Reminder, mark_of, reminder_due
from redress.rules.words import CLOCK, short_date

SAYS = {
    Reminder.BEFORE: "This date is near.",
    Reminder.DUE: "This is due today.",
    Reminder.LATE: "This date has passed.",
    Reminder.ESCALATE: "This date passed some days ago, and nothing has been done.",
}


@dataclass(frozen=True, kw_only=True)
class Remind:
    """To whom: the handler, and whoever is told when it is late. Each is (name, e-mail)."""

    handler: tuple[str, str]
    above: tuple[str, str] | None = None


def decide(case: CaseFacts, given: Remind, context: Context) -> Decision | Refused:
    """Send what `reminder_due` says and keep that it went. Refused where nothing is due, so that
    no reminder goes twice (Code 6.3, 6.14: the dates are the landlord's to keep)."""
    checks = Checks(context.policy(case))
    rung = reminder_due(case, calendar_of(checks.policy), context.today)
    checks.must(rung is not None, "no_reminder_due")
    step = next_step(case)
    if rung is None or step is None:
        return Refused(tuple(checks.refused))
    to = given.above if rung is Reminder.ESCALATE and given.above else given.handler
    clock = step.clock.value if step.clock else "action"
    still = [mark for mark in case.reminded if mark.startswith(f"{clock} {step.due_on} ")]
    patch = {"case": {"reminded": [*still, mark_of(step, rung)]}}
    note = {"rung": rung.value, "to": to[0], "about": what_is_due(step)}
    event = NewEvent("reminded", patch, note)
    return Decision((event,), messages=(_message(case, step, rung, to),))


def what_is_due(step: NextStep) -> str:
    """ "Respond by Wed 20 May 2026"."""
    name = CLOCK[step.clock] if step.clock else "Do what was promised by"
    return f"{name} {short_date(step.due_on)}" if step.due_on else name


def _message(case: CaseFacts, step: NextStep, rung: Reminder, to: tuple[str, str]) -> NewMessage:
    """No personal data: the reference leads to the rest."""
    about = what_is_due(step)
    return NewMessage(
        kind="reminder",
        to_name=to[0],
        to_email=to[1],
        subject=f"{case.reference}: {about}",
        text=f"Case {case.reference}. {about}.\n\n{SAYS[rung]}",
        path=f"desk/case/{case.reference}",
    )
