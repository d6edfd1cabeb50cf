"""Events in words: who, when and what changed."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.test import Client

from redress.cases import queries
from redress.cases.access import get_case
from redress.rules.access import Role, Verb
from redress.rules.actions.add_issue import AddIssue
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.close import Close
from redress.rules.actions.complete_action import CompleteAction
from redress.rules.actions.correct_received_date import CorrectReceivedDate
from redress.rules.actions.escalate import Escalate
from redress.rules.actions.extend import Extend
from redress.rules.actions.note_document import NoteDocument
from redress.rules.actions.receive import NewIssue
from redress.rules.actions.record_call import RecordCall
from redress.rules.actions.refuse import Refuse
from redress.rules.actions.reopen import Reopen
from redress.rules.actions.sign import Sign
from redress.rules.actions.withdraw import Withdraw
from redress.web.desk.story import Entry, people_in, story
from redress.web.desk.telling import TOLD
from tests import builders
from tests.web.desk.conftest import MEND, TODAY, address, answered, opened, received
from tests.web.desk.pages import words_of
from tests.web.desk.test_refusals import REDRESS


def told(desk: builders.Desk, reference: str) -> Entry:
    """The newest entry of a case."""
    events = queries.case_page(get_case(desk.actor, desk.landlord, reference)).events
    return story(events, queries.names_of(people_in(events)))[0]


def lines(entry: Entry) -> dict[str, str]:
    return dict(entry.lines)


def test_received(desk: builders.Desk) -> None:
    entry = told(desk, received(desk))
    assert (entry.title, entry.by, entry.letters) == ("Received", "Amina Khan", (1,))
    assert lines(entry) == {
        "What": "Complaint",
        "Received": "Fri 1 May 2026",
        "Came in by": "phone",
        "Issues": "The kitchen ceiling leaks",
        "Acknowledge by": "Mon 11 May 2026",
        "Respond by": "Tue 26 May 2026",
    }


def test_extended_and_responded(desk: builders.Desk) -> None:
    ref = opened(desk)
    more = Extend(new_date=date(2026, 5, 27), reason="The surveyor comes then.", agreed=False)
    desk.does(ref, Verb.EXTEND, more, TODAY)
    assert lines(told(desk, ref)) == {
        "New date": "Wed 27 May 2026",
        "Reason": "The surveyor comes then.",
        "Resident agreed": "No",
    }
    entry = told(desk, answered(desk, MEND))
    assert lines(entry)["Outcome"] == "Upheld"
    assert lines(entry)["Promised"] == "Mend the ceiling (Repairs)"
    assert lines(entry)["Drafted by"] == "Amina Khan"  # found by number, whatever the role now


def test_correction_says_what_was_and_what_is(desk: builders.Desk) -> None:
    ref = received(desk)
    given = CorrectReceivedDate(received_on=date(2026, 4, 30), reason="The email says so.")
    desk.does(ref, Verb.CORRECT_RECEIVED_DATE, given, TODAY)
    said = lines(told(desk, ref))
    assert said["Received"] == "Thu 30 Apr 2026, was Fri 1 May 2026"
    assert said["Acknowledge by"] == "Fri 8 May 2026, was Mon 11 May 2026"


def test_every_other_event_says_what_was_written(desk: builders.Desk) -> None:
    ref = opened(desk)
    does = (
        (Verb.ALLOCATE, Allocate(handler=desk.actor.id or 0, handler_name="Amina Khan"), "Amina"),
        (Verb.RECORD_CALL, RecordCall(on=TODAY, reached=False, note="No answer."), "No answer."),
        (
            Verb.NOTE_DOCUMENT,
            NoteDocument(name="Photo", received_on=TODAY, kept_at="Folder 7"),
            "Folder 7",
        ),
        (Verb.ADD_ISSUE, _issue("The mould", True), "The mould"),
        (Verb.WITHDRAW, Withdraw(how="She rang."), "She rang."),
        (Verb.REOPEN, Reopen(reason="She changed her mind."), "changed her mind"),
    )
    for verb, given, words in does:
        desk.does(ref, verb, given, TODAY)
        assert words in str(told(desk, ref).lines)


def test_ends_and_stage_2(desk: builders.Desk, reviewer: Any) -> None:
    ref = answered(desk, MEND)
    done = CompleteAction(number=1, done_on=TODAY, proof="Job 4411")
    desk.does(ref, Verb.COMPLETE_ACTION, done, TODAY)
    assert lines(told(desk, ref))["Shown by"] == "Job 4411"
    desk.does(ref, Verb.CLOSE, Close(note="All done."), TODAY)
    assert lines(told(desk, ref)) == {"Note": "All done."}
    desk.does(ref, Verb.ESCALATE, Escalate(requested_on=TODAY, channel="in_person"), TODAY)
    assert lines(told(desk, ref))["Came in by"] == "in person"
    no = Refuse(ground="already_considered", reasons="So.", discretion="None.")
    other = builders.user(desk.landlord, Role.COMPLAINTS_OFFICER, name="Dan Hill")
    builders.Desk(desk.landlord, other).does(ref, Verb.REFUSE_ESCALATION, no, TODAY)
    assert lines(told(desk, ref))["To be approved by"].startswith("somebody else: ")
    builders.Desk(desk.landlord, reviewer).does(ref, Verb.SIGN, Sign(number=1), TODAY)
    said = lines(told(desk, ref))
    assert (said["Written by"], said["Approved by"]) == ("Dan Hill", "Ben Ford")


def test_warnings_are_told_with_their_provision() -> None:
    event = _event(
        "acknowledged", warnings=[{"code": "definition_missing", "provision": "Code 5.6"}]
    )
    (entry,) = story([event], {})
    assert (entry.warnings[0].says, entry.warnings[0].why) == (
        "The complaint is not defined.",
        "Code 5.6",
    )


def test_a_warning_of_an_older_redress_is_told_by_its_name() -> None:
    (entry,) = story([_event("request_answered", warnings=[{"code": "no_longer_known"}])], {})
    assert entry.warnings[0].says == "No longer known."


def test_what_is_erased_or_unknown_keeps_who_and_when() -> None:
    erased, unknown = story([_event("logged", content=None), _event("something_new")], {})
    assert lines(erased) == {"Content": "Erased at the end of its retention."}
    assert (unknown.title, unknown.lines, unknown.by) == ("Something new", (), "Redress")


def test_a_split_names_the_issue(page: Client, desk: builders.Desk) -> None:
    ref = answered(desk)
    desk.does(ref, Verb.ADD_ISSUE, _issue("The lift", False), TODAY)
    said = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert "Issue split off as a new complaint" in said and "The lift" in said


def test_every_event_of_the_rules_has_its_words() -> None:
    sources = [p.read_text() for p in REDRESS.glob("rules/actions/*.py")]
    named = {
        part.split('"')[1]
        for source in sources
        for part in source.replace("\n", " ").split("NewEvent(")[1:]
        if '"' in part[:10]
    }
    assert len(named) > 10 and named <= TOLD.keys()


def _issue(summary: str, related: bool) -> AddIssue:
    return AddIssue(
        issue=NewIssue(summary=summary),
        raised_on=TODAY,
        related=related,
        would_delay=not related,
        channel="phone",
        why="It is about the same leak.",
    )


@dataclass
class _Event:
    name: str
    content: str | None
    sequence: int = 1
    at: datetime = datetime(2026, 5, 12, tzinfo=UTC)
    by_name: str = ""


PATCH = {"stages": [{"definition": "", "outcome_sought": "", "not_responsible": ""}]}


def _event(name: str, content: str | None = "", **more: Any) -> _Event:
    whole = {"patch": PATCH, "note": {}, **more}
    return _Event(name, json.dumps(whole) if content is not None else None)
