"""Who speaks for a resident and who signed, on the desk: named, asked, told, listed."""

import json
from datetime import date, timedelta

import pytest
from django.test import Client

from redress.cases.figure_rows import figure_rows
from redress.cases.models import Case, Message
from redress.people import members
from redress.people.models import Home, Landlord
from redress.rules.access import Role, Verb
from redress.rules.actions.answer_request import AnswerRequest
from redress.rules.actions.link import Link
from redress.rules.actions.receive import NewIssue
from redress.rules.facts import Kind, Tie
from redress.rules.facts_people import SpeaksAs, Wish
from redress.rules.signatories import NewSignatory
from tests import builders
from tests.rules.inputs import agreed, daughter, signed, update
from tests.web.desk.conftest import TODAY, address, browser_of, case_of, opened, parts
from tests.web.desk.pages import errors_of, fill, send
from tests.web.reader import sound

NAMED = {"kind": "relative", "name": "Joy Osei", "scope": "complaint", "letters": "both"}


def form_of(page: Client, ref: str, word: str) -> str:
    return sound(page.get(address(f"case/{ref}/{word}"))).words


def test_named_asked_agreed_and_shown(page: Client, desk: builders.Desk) -> None:
    mary = builders.resident(desk.landlord)
    ref = opened(desk, resident=mary.pk)
    send(page, address(f"case/{ref}/name-representative"), **NAMED, ask="yes", email="j@a.example")
    words = sound(page.get(address(f"case/{ref}"))).words
    assert "Who speaks for them Joy Osei , Relative" in words or "Joy Osei" in words
    assert "Consent: No answer yet" in words and "Tell them nothing private" in words
    assert Message.objects.filter(kind="consent_request", to_name="Mary Osei").count() == 1
    send(
        page, address(f"case/{ref}/record-consent"), number="1", said="given", by="signed",
        document="Document 1", scope="complaint", letters="both", **parts("on", TODAY),
    )  # fmt: skip
    words = sound(page.get(address(f"case/{ref}"))).words
    assert "Consent: Agreed" in words and "To both of them" in words
    assert case_of(desk, ref).representatives[0].agreed(TODAY)


def test_what_is_refused_stands_at_its_field_and_nothing_is_lost(
    page: Client, desk: builders.Desk
) -> None:
    ref = opened(desk, resident=None)
    answer = send(
        page, address(f"case/{ref}/name-representative"), **NAMED | {"name": " "}, ask="yes"
    )
    said = errors_of(answer.content.decode())
    assert len(said) == 2 and "no resident who could be asked" in " ".join(said)


def test_who_signed_is_read_line_by_line(page: Client, desk: builders.Desk) -> None:
    mary = builders.resident(desk.landlord)
    ref = opened(desk, resident=mary.pk)
    at = address(f"case/{ref}/add-signatories")
    wrong = send(page, at, what="petition", people="Tom Bradley; tom@\n; 8 Elm Walk")
    assert "Line 1: tom@ is not an email address" in errors_of(wrong.content.decode())[0]
    nameless = send(page, at, what="petition", people="Tom Bradley\n; 8 Elm Walk")
    assert "Line 2 has no name" in errors_of(nameless.content.decode())[0]
    lines = "Tom Bradley; 8 Elm Walk; letter\nAnn Lee; ann@example.org\n\nMR TOM BRADLEY\nMary Osei"
    send(page, at, what="petition", people=lines)
    case = case_of(desk, ref)
    assert case.petition
    assert [(each.name, each.wish) for each in case.signatories] == [
        ("Tom Bradley", Wish.OWN_LETTER), ("Ann Lee", Wish.BY_CONTACT),
    ]  # fmt: skip
    words = sound(page.get(address(f"case/{ref}"))).words
    assert (
        "A petition." in words
        and "2 people beside the contact" in words
        and "No meeting was offered yet." in words
    )
    send(page, address(f"case/{ref}/offer-meeting"), how="By phone", **parts("on", TODAY))
    changed = {"number": "2", "wish": "own_letter", "email": "ann@example.org"}
    send(page, address(f"case/{ref}/change-signatory"), **changed)
    case = case_of(desk, ref)
    assert case.meeting_offered_on == TODAY and case.signatories[1].gets_letters


def test_the_redacted_version_is_looked_at_and_shows_no_home(
    page: Client, desk: builders.Desk
) -> None:
    mary = builders.resident(desk.landlord)
    ref = desk.receive(TODAY, resident=mary.pk, kind=Kind.COUNCILLOR_ENQUIRY, issues=())
    named = daughter(kind=SpeaksAs.MEMBER, name="Cllr Ali", ask=False)
    desk.does(ref, Verb.NAME_REPRESENTATIVE, named, TODAY)
    desk.does(ref, Verb.ANSWER_REQUEST, AnswerRequest(answer="We come on Tuesday."), TODAY)
    page_words = sound(page.get(address(f"case/{ref}"))).words
    assert "Not told yet what was decided." in page_words
    at = address(f"case/{ref}/tell-outcome")
    look = page.post(at, fill(page, at, number="1", words=""))
    assert "They have not agreed" in sound(look).words
    letter = look.content.decode().split("<aside")[0]
    assert "4 Elm Walk" not in letter
    assert not Message.objects.filter(kind="outcome_for_others").exists()
    send(page, at, number="1", words="")
    assert Message.objects.get(kind="outcome_for_others").to_name == "Cllr Ali"


def test_a_member_is_chosen_by_typing_and_one_who_left_is_not_there(
    page: Client, desk: builders.Desk
) -> None:
    ali = members.keep(
        desk.landlord, name="Cllr Ali", kind="councillor", area="Mile End",
        email="ali@council.example",
    )  # fmt: skip
    members.keep(
        desk.landlord, name="Cllr Old", kind="councillor", area="Bow",
        to_on=TODAY - timedelta(days=1),
    )  # fmt: skip
    form = page.get(address("receive")).content.decode()
    assert "Cllr Ali, councillor for Mile End" in form and "Cllr Old" not in form
    told = {
        "kind": "councillor_enquiry", "channel": "email", "description": "She waits for a repair.",
        **parts("received_on", TODAY), "submission": "k" * 24, "name": "Mary Osei",
    }  # fmt: skip
    lost = send(page, address("receive"), **told, member="Cllr Old")
    assert "Nobody in office has this name" in errors_of(lost.content.decode())[0]
    send(page, address("receive"), **told, member="cllr ali")
    row = Case.objects.get(landlord=desk.landlord)
    (one,) = case_of(desk, row.reference).representatives
    assert (one.name, one.kind, one.member, one.email) == (
        "Cllr Ali", SpeaksAs.MEMBER, ali.pk, "ali@council.example",
    )  # fmt: skip
    assert one.asked_on == TODAY


def test_the_lists_of_consent_and_enquiries(
    page: Client, desk: builders.Desk, landlord: Landlord
) -> None:
    mary = builders.resident(landlord)
    first = date(2026, 4, 1)
    complaint = desk.receive(first, resident=mary.pk)
    desk.does(complaint, Verb.NAME_REPRESENTATIVE, daughter(), first)
    old = desk.receive(first, resident=mary.pk)
    desk.does(old, Verb.NAME_REPRESENTATIVE, daughter(name="Ann Old", ask=False), first)
    given = agreed(first, until=TODAY - timedelta(days=1))
    desk.does(old, Verb.RECORD_CONSENT, given, first)
    enquiry = desk.receive(TODAY, resident=mary.pk, kind=Kind.MP_ENQUIRY, issues=())
    named = daughter(kind=SpeaksAs.MEMBER, name="Dame Jo", ask=False)
    desk.does(enquiry, Verb.NAME_REPRESENTATIVE, named, TODAY)
    desk.does(enquiry, Verb.LINK, Link(other=complaint, tie=Tie.ASKS_ABOUT), TODAY)
    members.add_election(landlord, "Local elections", TODAY, TODAY + timedelta(days=9))
    words = sound(page.get(address("speaking"))).words
    assert "Election period: Local elections" in words
    for said in ("Joy Osei", "no answer", "Ann Old", "Dame Jo", complaint, "No date in the policy"):
        assert said in words
    assert "Election period" in sound(page.get(address(f"case/{enquiry}"))).words
    assert "asked about by an enquiry" in sound(page.get(address(f"case/{complaint}"))).words


def test_nobody_else_reads_the_lists(desk: builders.Desk, landlord: Landlord) -> None:
    mary = builders.resident(landlord)
    ref = desk.receive(TODAY, resident=mary.pk)
    desk.does(ref, Verb.NAME_REPRESENTATIVE, daughter(), TODAY)
    other = builders.landlord("harrow", "HAR")
    theirs = browser_of(builders.user(other, Role.COMPLAINTS_OFFICER, name="Other"))
    assert theirs.get(address("speaking")).status_code in (403, 404)
    assert "Joy" not in theirs.get("/harrow/desk/speaking").content.decode()
    logger = browser_of(builders.user(landlord, Role.LOGGER, name="A Logger"))
    assert logger.get(address("speaking")).status_code in (403, 404)


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.LOGGER])
def test_who_may_not_act_is_offered_nothing(
    desk: builders.Desk, landlord: Landlord, role: Role
) -> None:
    mary = builders.resident(landlord)
    ref = desk.receive(TODAY, resident=mary.pk)
    desk.does(ref, Verb.NAME_REPRESENTATIVE, daughter(), TODAY)
    desk.does(ref, Verb.ADD_SIGNATORIES, signed(), TODAY)
    theirs = browser_of(builders.user(landlord, role, name="Somebody"))
    shown = theirs.get(address(f"case/{ref}"))
    assert shown.status_code == (200 if role is Role.AUDITOR else 404)
    assert "record-consent" not in shown.content.decode()
    for word in ("name-representative", "record-consent", "tell-outcome", "add-signatories"):
        assert theirs.post(address(f"case/{ref}/{word}"), {}).status_code in (403, 404)


def test_the_ward_of_the_home_names_its_councillors(page: Client, desk: builders.Desk) -> None:
    mary = builders.resident(desk.landlord)
    Home.objects.filter(pk=mary.home_id).update(ward="Mile End")
    members.keep(desk.landlord, name="Cllr Ali", kind="councillor", area="mile end")
    ref = desk.receive(TODAY, resident=mary.pk)
    assert "Mile End (Cllr Ali)" in sound(page.get(address(f"case/{ref}"))).words


def test_an_enquiry_and_its_complaint_are_each_counted_once(desk: builders.Desk) -> None:
    """Row 107: run beside a complaint, an enquiry adds nothing to the complaints."""
    complaint = desk.receive(TODAY, issues=(NewIssue(summary="A leak"),))
    enquiry = desk.receive(TODAY, kind=Kind.COUNCILLOR_ENQUIRY, issues=())
    desk.does(enquiry, Verb.LINK, Link(other=complaint, tie=Tie.ASKS_ABOUT), TODAY)
    rows = list(figure_rows(desk.landlord, TODAY, TODAY))
    assert sorted(row.kind.value for row in rows) == ["complaint", "councillor_enquiry"]
    assert json.dumps([row.reference for row in rows]).count(complaint) == 1


def test_a_copy_on_paper_has_the_address_of_whom_it_is_for(
    page: Client, desk: builders.Desk, landlord: Landlord
) -> None:
    mary = builders.resident(landlord)
    ref = opened(desk, resident=mary.pk)
    people = signed(NewSignatory(name="Ivy Fenwick", address="9 Oak Road", wish=Wish.OWN_LETTER))
    desk.does(ref, Verb.ADD_SIGNATORIES, people, TODAY)
    desk.does(ref, Verb.SEND_UPDATE, update(TODAY), TODAY)
    hers, copy = Message.objects.filter(kind="holding_update").order_by("pk")
    shown = sound(page.get(address(f"sending/{copy.pk}"))).words
    assert "Somebody who signed." in shown and "4 Elm Walk" not in shown
    paper = page.get(address(f"sending/{copy.pk}/paper"))
    assert paper.status_code == 200 and paper.content.startswith(b"%PDF")
    assert "Ivy" not in paper["Content-Disposition"]
    assert page.get(address(f"sending/{hers.pk}/paper")).status_code == 404
    other = builders.landlord("harrow", "HAR")
    theirs = browser_of(builders.user(other, Role.COMPLAINTS_OFFICER, name="Other"))
    assert theirs.get(address(f"sending/{copy.pk}/paper")).status_code == 404
