"""Ask other services or contractors for their comments, each by an e-mail with a link."""

from dataclasses import dataclass
from datetime import date

from redress.rules.asking import request_message
from redress.rules.chasing import response_due
from redress.rules.decision import Checks, Context, Decision, Refused, calendar_of
from redress.rules.facts import CaseFacts
from redress.rules.facts_comments import CommentFacts
from redress.rules.record import NewEvent, plain

LONGEST_NAME = 100  # characters


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Somebody to ask. `manager_email` may be empty: then nobody is told when they are late."""

    name: str
    email: str
    organisation: str = ""
    manager_email: str = ""


@dataclass(frozen=True, kw_only=True)
class AskComments:
    """Whom, what, by when; and of the complaint only what they need: these issues, and with
    `address` where the home is."""

    people: tuple[Asked, ...]
    question: str
    due_on: date
    issues: tuple[int, ...] = ()
    address: bool = False


def decide(case: CaseFacts, given: AskComments, context: Context) -> Decision | Refused:
    """Ask each of them (THH policy, Stage 1: input from other service areas).

    Refuses where nobody is asked, one of them has no name or e-mail address or is named twice, the
    question is empty, the due date has passed, or an issue is not of this case. A due date after
    that of the response is warned of.
    """
    checks = _checks(case, given, context)
    if checks.refused:
        return Refused(tuple(checks.refused))
    policy = context.policy(case)
    new = [
        _asked(case, given, context, number, person)
        for number, person in enumerate(given.people, len(case.comments) + 1)
    ]
    messages = [request_message(case, each, context.actor.name, policy.name) for each in new]
    event = NewEvent("comments_asked", {"comments": plain(new)})
    return Decision((event,), warnings=tuple(checks.warned), messages=tuple(messages))


def _checks(case: CaseFacts, given: AskComments, context: Context) -> Checks:
    checks = Checks(context.policy(case))
    addresses = [person.email.strip().casefold() for person in given.people]
    checks.must(bool(addresses), "nobody_asked", where="people")
    named = all(0 < len(person.name.strip()) <= LONGEST_NAME for person in given.people)
    whole = named and all(person.email.strip() for person in given.people)
    checks.must(whole, "asked_incomplete", where="people")
    checks.must(len(set(addresses)) == len(addresses), "asked_twice", where="people")
    checks.must(bool(given.question.strip()), "question_missing", where="question")
    calendar_of(checks.policy).is_working_day(given.due_on)  # raises for a day nobody can count to
    checks.must(given.due_on >= context.today, "due_in_past", where="due_on")
    known = {issue.number for issue in case.issues}
    checks.must(set(given.issues) <= known, "no_such_issue", where="issues")
    last = response_due(case)
    checks.should(last is None or given.due_on <= last, "after_response_due", "", "due_on")
    return checks


def _asked(
    case: CaseFacts, given: AskComments, context: Context, number: int, person: Asked
) -> CommentFacts:
    return CommentFacts(
        number=number,
        stage=case.stage.number,
        name=person.name.strip(),
        organisation=person.organisation.strip(),
        email=person.email.strip(),
        manager_email=person.manager_email.strip(),
        question=given.question.strip(),
        issues=tuple(sorted(set(given.issues))),
        address=given.address,
        asked_on=context.today,
        asked_by=context.actor.id,
        due_on=given.due_on,
    )
