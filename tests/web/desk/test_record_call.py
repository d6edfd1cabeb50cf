"""Recording a call, a visit or a note."""

from datetime import date

from django.test import Client

from redress.rules.access import Role
from redress.rules.facts import Clock, Kind
from tests import builders
from tests.web.desk.conftest import (
    RECEIVED,
    TODAY,
    address,
    browser_of,
    case_of,
    opened,
    parts,
    received,
)
from tests.web.desk.pages import errors_of, send, words_of


def test_it_is_kept_and_not_sent(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    before = case_of(desk, ref)
    send(page, address(f"case/{ref}/record-call"), reached="no", note="She was out.")
    said = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert "Resident reached No Note She was out." in said
    assert "3. " not in said.partition("Letters")[2].partition("What happened")[0]
    assert case_of(desk, ref) == before


def test_a_visit_says_who_came_along_and_what_came_of_it(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    at = address(f"case/{ref}/record-call")
    said = {"reached": "yes", "note": "We looked at the wall.", "accompanied_by": "Her sister"}
    send(page, at, what="visit", outcome="A survey on Monday.", **said)
    shown = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert (
        "What Visit On Tue 12 May 2026 Resident reached Yes With the resident Her sister" in shown
    )
    assert "Note We looked at the wall. Outcome A survey on Monday." in shown


def test_a_case_conference_without_an_outcome_is_kept_and_said(
    page: Client, desk: builders.Desk
) -> None:
    ref = opened(desk)
    at = address(f"case/{ref}/record-call")
    send(page, at, what="case_conference", reached="yes", note="With her adviser.")
    shown = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert "Nothing says what came of the case conference. (Code 5.12)" in shown


def test_a_note_is_no_attempt_to_reach_anybody(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    at = address(f"case/{ref}/record-call")
    answer = send(page, at, what="note", reached="yes", note="Rota.")
    (said,) = errors_of(answer.content.decode())
    assert said.startswith("A note for colleagues reaches nobody. If you spoke to the resident")
    assert send(page, at, what="note", reached="no", note="Rota.").status_code == 302
    shown = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert "What Note for colleagues On Tue 12 May 2026 Note Rota." in shown


def test_the_first_call_that_reaches_the_resident_meets_its_date(db: None) -> None:
    """Tower Hamlets promises a first call before the response."""
    landlord = builders.landlord("tower-hamlets-homes", "THH")
    officer = builders.user(landlord, Role.COMPLAINTS_OFFICER)
    desk = builders.Desk(landlord, officer)
    ref = received(desk)
    at = f"/tower-hamlets-homes/desk/case/{ref}/record-call"
    day = date(2026, 5, 5)
    assert case_of(desk, ref).deadline(1, Clock.FIRST_CALL) is not None
    send(browser_of(officer), at, reached="yes", note="We spoke.", **parts("on", day))
    met = case_of(desk, ref).deadline(1, Clock.FIRST_CALL)
    assert met and met.met_on == day


def test_the_case_shows_attempts_and_the_target_in_words(db: None) -> None:
    landlord = builders.landlord("tower-hamlets-homes", "THH")
    officer = builders.user(landlord, Role.COMPLAINTS_OFFICER)
    desk, page = builders.Desk(landlord, officer), browser_of(officer)
    ref = received(desk)
    at = f"/tower-hamlets-homes/desk/case/{ref}"

    def shown() -> str:
        return words_of(page.get(at).content.decode())

    assert "Not reached yet. We promised to ring by" in shown()
    assert "Nobody has tried yet." in shown()
    for day in (date(2026, 5, 5), date(2026, 5, 6)):
        send(page, f"{at}/record-call", reached="no", note="No answer.", **parts("on", day))
    assert "Tried without an answer: Tue 5 May 2026, Wed 6 May 2026." in shown()
    send(page, f"{at}/record-call", reached="yes", note="Spoke.", **parts("on", date(2026, 5, 12)))
    assert "Reached on Tue 12 May 2026, late (promised by" in shown()


def test_nobody_promised_a_call_where_the_policy_has_none(
    page: Client, desk: builders.Desk
) -> None:
    assert "First call" not in page.get(address(f"case/{opened(desk)}")).content.decode()


def test_what_to_say_follows_the_residents_needs(page: Client, desk: builders.Desk) -> None:
    resident = builders.resident(desk.landlord)
    resident.needs, resident.language = "Ring twice, she is slow to the phone.", "Twi"
    resident.save()
    ref = received(desk, kind=Kind.SERVICE_REQUEST, resident=resident.pk)
    said = words_of(page.get(address(f"case/{ref}/record-call")).content.decode())
    assert "Before you contact them: Language: Twi Ring twice" in said and "who speaks Twi" in said
    assert "Ask whether they want to make a complaint." in said


def test_the_choice_to_complain_is_offered_on_a_request(page: Client, desk: builders.Desk) -> None:
    ref = received(desk, kind=Kind.SERVICE_REQUEST)
    send(page, address(f"case/{ref}/record-call"), reached="yes", note="Spoke.", choice="no")
    intake = case_of(desk, ref).intake
    assert (intake.choice, intake.choice_on) == ("no", TODAY)
    said = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert "Asked whether to complain No, they do not want to complain" in said
    assert "They may change their mind." in said


def test_before_the_complaint_came_in(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    day = RECEIVED.replace(month=4)
    at = address(f"case/{ref}/record-call")
    answer = send(page, at, reached="yes", note="x", **parts("on", day))
    assert errors_of(answer.content.decode()) == [
        "This date cannot be right: it is in the future, or outside the life of the complaint. "
        "Give the day it really happened."
    ]
