"""Receive a complaint or another contact, by whatever channel. Starts a case."""

from dataclasses import dataclass, field
from datetime import date

from redress.rules import deadlines
from redress.rules.actions import hand_over, name_representative
from redress.rules.actions.add_signatories import signatory
from redress.rules.actions.hand_over import HandOver
from redress.rules.decision import Checks, Context, Decision, NewLetter, Refused
from redress.rules.facts import (
    Choice,
    Clock,
    Consent,
    IntakeFacts,
    IssueFacts,
    Kind,
    StageFacts,
    State,
    Tenure,
)
from redress.rules.facts_people import RepresentativeFacts, SignatoryFacts
from redress.rules.filed import FiledFile, documents_of, noted
from redress.rules.policy import Policy
from redress.rules.record import NewEvent, Patch, plain
from redress.rules.signatories import NewSignatory, without_duplicates
from redress.rules.words import long_date


@dataclass(frozen=True, kw_only=True)
class NewIssue:
    """One thing complained about, in a sentence; when it happened and became known, if known."""

    summary: str
    occurred_on: date | None = None
    aware_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Receive:
    """What came in. `received_on` is the day it first reached any member of staff (Code 3.2).

    `reference` is given by the record as the case is written. `description` is the resident's
    own words. `resident` is the resident's number, None where the contact is anonymous; `home` is
    the number of the home they had on that day. The risks handed over are on the case with the
    others.
    """

    landlord: str
    reference: str
    received_on: date
    description: str
    channel: str
    kind: Kind = Kind.COMPLAINT
    outcome_sought: str = ""
    tenure: Tenure | None = None
    resident: int | None = None
    home: int | None = None
    service: str = ""
    category: str = ""
    risks: tuple[str, ...] = ()
    petition: bool = False
    group_complaint: bool = False  # several residents together
    signatories: tuple[NewSignatory, ...] = ()  # the others of a group or petition
    tags: tuple[str, ...] = ()
    files: tuple[FiledFile, ...] = ()  # what came with it, each a document of the case
    intake: IntakeFacts = field(default_factory=IntakeFacts)
    hand_overs: tuple[HandOver, ...] = ()  # risks passed on as it came in (Code 6.1)
    issues: tuple[NewIssue, ...] = ()
    split_from: str = ""  # the reference of the case whose new issue this was (Code 6.8)


def decide(case: None, given: Receive, context: Context) -> Decision | Refused:
    """Start a case under the policy in force on the day it was received.

    Code 1.3: the word "complaint" is not needed; 3.2: any way, any member of staff.
    Refuses a date in the future, an empty description, an issue without words (5.6), a hand-over
    that does not say whom, and a request from somebody who chose to complain (1.3).
    """
    policy = context.book.in_force(given.landlord, min(given.received_on, context.today))
    checks = Checks(policy)
    future = given.received_on > context.today
    checks.must(not future, "received_in_future", "Code 6.2", "received_on")
    checks.must(bool(given.description.strip()), "description_missing", where="description")
    said = all(issue.summary.strip() for issue in given.issues)
    checks.must(said, "issue_missing", "Code 5.6", "issues")
    _check_intake(checks, given, context.today)
    if checks.refused:
        return Refused(tuple(checks.refused))
    code = context.book.code_on(given.received_on)
    complaint = given.kind is Kind.COMPLAINT
    stage = StageFacts(
        number=1 if complaint else 0,
        policy=policy.id,
        code=code.id,
        received_on=given.received_on,
        outcome_sought=given.outcome_sought.strip(),
    )
    if complaint:
        clocks = deadlines.of_stage(stage, policy, code)
    else:
        clocks = deadlines.of_request(given.kind, given.received_on, policy)
    patch = {
        "case": _case(given, context.today),
        "stages": [plain(stage)],
        "issues": _issues(given.issues),
        "deadlines": plain(clocks),
        "hand_overs": [hand_over.entry(each, n) for n, each in enumerate(given.hand_overs, 1)],
        "documents": plain(documents_of(None, given.files, given.received_on)),
        "signatories": plain(_signatories(given)),
    }
    speaker = _representative(given, policy, context.today)
    if speaker:
        patch["representatives"] = [plain(speaker)]
    note = {"split_from": given.split_from, "risks": given.risks}
    event = NewEvent("received", patch, note | (noted(given.files) if given.files else {}))
    by = [d.due_on for d in clocks if d.clock is Clock.ACKNOWLEDGE and d.due_on]
    letters = tuple(_receipt(given, day) for day in by)
    if speaker:
        ask = speaker.asked_on is not None and not _was_asked(given)
        letters += name_representative.letters_for(stage.number, speaker, ask=ask)
    return Decision((event,), letters, files=given.files)


def _signatories(given: Receive) -> list[SignatoryFacts]:
    """Who is in it with the one who wrote, each once (THH policy, Petitions)."""
    kept, _left_out = without_duplicates([], given.signatories)
    return [signatory(number, each) for number, each in enumerate(kept, 1)]


def _representative(given: Receive, policy: Policy, today: date) -> RepresentativeFacts | None:
    """Whoever was said to speak for the resident, whose consent is asked for at once (Code 3.6)."""
    speaker = given.intake.representative
    if speaker is None:
        return None
    known = given.resident is not None
    return name_representative.said_at_first(speaker, policy, given.received_on, today, known=known)


def _was_asked(given: Receive) -> bool:
    """Whether somebody has asked the resident before it was put down here."""
    speaker = given.intake.representative
    return speaker is not None and speaker.consent is Consent.ASKED


def _check_intake(checks: Checks, given: Receive, today: date) -> None:
    """What is said about how it came in must be whole, and must fit what it is."""
    speaker = given.intake.representative
    named = speaker is None or bool(speaker.name.strip())
    checks.must(named, "representative_missing", "Code 3.6", "representative")
    chose = given.intake.choice is Choice.YES and given.kind is not Kind.COMPLAINT
    checks.must(not chose, "chose_to_complain", "Code 1.3", "kind")
    for each in given.hand_overs:
        hand_over.check(checks, each, given.received_on, today)


def _case(given: Receive, today: date) -> Patch:
    first = State.STAGE_1_RECEIVED if given.kind is Kind.COMPLAINT else State.REQUEST_OPEN
    return {
        "reference": given.reference,
        "landlord": given.landlord,
        "kind": given.kind.value,
        "state": first.value,
        "received_on": given.received_on.isoformat(),
        "recorded_on": today.isoformat(),
        "channel": given.channel,
        "description": given.description.strip(),
        "tenure": given.tenure and given.tenure.value,
        "service": given.service,
        "category": given.category,
        "resident": given.resident,
        "home": given.home,
        "petition": given.petition,
        "group_complaint": given.group_complaint,
        "tags": list(given.tags),
        "risks": [*given.risks, *_risks_told(given)],
        "intake": plain(given.intake),
    }


def _risks_told(given: Receive) -> list[str]:
    return [each.risk for each in given.hand_overs if each.risk not in given.risks]


def _issues(issues: tuple[NewIssue, ...]) -> list[Patch]:
    return [
        plain(IssueFacts(number, issue.summary.strip(), issue.occurred_on, issue.aware_on))
        for number, issue in enumerate(issues, 1)
    ]


def _receipt(given: Receive, acknowledge_by: date) -> NewLetter:
    facts = {
        "received_date": long_date(given.received_on),
        "acknowledge_by": long_date(acknowledge_by),
    }
    return NewLetter("receipt", 1, facts)
