"""The page of one's own complaint, and each thing that can be done on it, once."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from redress.cases.models import Event, Letter, Message
from redress.people.models import Landlord
from redress.rules.access import Role, Verb
from redress.rules.actions.close import Close
from redress.rules.actions.complete_action import CompleteAction
from redress.rules.actions.extend import Extend
from redress.rules.actions.note_document import NoteDocument
from redress.rules.actions.offer import Offer
from redress.rules.actions.respond import NewAction
from redress.rules.actions.restrict import Restrict
from redress.rules.actions.share_findings import ShareFindings
from redress.rules.facts import Kind, State
from redress.rules.facts_followed import Kept
from redress.uploads.shelf import Shelf
from redress.web import clock
from redress.web.resident.follow.steps import STEPS, word_of
from tests import builders, pseudo
from tests.rules.inputs import ROOFER, ask, offer
from tests.uploads.corpus import PDF
from tests.web.desk.conftest import TODAY, answered, browser_of, case_of, logged, opened, received
from tests.web.follower import BASE, asks, code_in, form_of, gets_in, sends
from tests.web.plain import plain
from tests.web.reader import sound
from tests.web.test_language import left_over
from tests.web.test_words import text

pytestmark = pytest.mark.django_db
LATER = TODAY + timedelta(days=30)


@pytest.fixture
def desk(landlord: Landlord) -> builders.Desk:
    return builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))


@pytest.fixture(autouse=True)
def on(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    kept = [builders.at(TODAY, 11)]

    def now() -> datetime:
        return kept[0]

    monkeypatch.setattr(clock, "now", now)
    return lambda day: kept.__setitem__(0, builders.at(day, 11))


def promised() -> NewAction:
    return NewAction(what="Mend the ceiling", owner="Repairs", due_on=TODAY + timedelta(days=20))


class TestThePage:
    def test_it_says_where_it_stands_by_when_why_and_who(
        self, client: Client, desk: builders.Desk
    ) -> None:
        page = gets_in(client, opened(desk))
        for words in (
            "We are looking into your complaint.",
            "We give you our answer by Wednesday 20 May 2026",
            "This is 10 working days after Wednesday 6 May 2026.",
            "We do not count weekends.",
            "Our complaints team",
            "Your kitchen ceiling leaks and we did not come.",
            "Housing Ombudsman",
        ):
            assert words in page.words, words

    def test_nothing_internal_is_on_it(self, client: Client, desk: builders.Desk) -> None:
        """The same word in all that is internal; the page does not have it."""
        ref, secret = opened(desk, risks=("danger_now",)), "Zanzibar"
        asked = ask(TODAY + timedelta(days=3), ROOFER, question=secret)
        desk.does(ref, Verb.ASK_COMMENTS, asked, TODAY)
        document = NoteDocument(name=secret, received_on=TODAY, kept_at=secret)
        desk.does(ref, Verb.NOTE_DOCUMENT, document, TODAY)
        named = Restrict(people=((desk.actor.id or 0, secret),), reason=secret)
        desk.does(ref, Verb.RESTRICT, named, TODAY)
        page = gets_in(client, ref)
        assert secret not in client.get(f"{BASE}/complaint").content.decode()
        assert "Sam Roy" not in page.words and "danger" not in page.words

    def test_letters_are_there_to_read_and_as_pdf_once_they_have_gone(
        self, client: Client, desk: builders.Desk
    ) -> None:
        ref = opened(desk)
        page = gets_in(client, ref)
        links = [a.attrs["href"] for a in page.all("a") if "/letters/" in a.attrs["href"]]
        assert links == [f"{BASE}/letters/{n}{end}" for n in (2, 1) for end in ("", "/pdf")]
        assert "Mend it." in sound(client.get(f"{BASE}/letters/2")).words
        pdf = client.get(f"{BASE}/letters/2/pdf")
        assert pdf["Content-Type"] == "application/pdf" and pdf.content[:4] == b"%PDF"
        assert client.get(f"{BASE}/letters/9").status_code == 404

    def test_a_letter_that_is_still_held_or_taken_back_is_not_shown(
        self, client: Client, desk: builders.Desk
    ) -> None:
        ref = logged(desk)
        Message.objects.filter(letter__isnull=False).update(
            not_before=clock.now() + timedelta(seconds=30)
        )
        page = gets_in(client, ref)
        assert "There are none yet." in page.words
        assert client.get(f"{BASE}/letters/1").status_code == 404

    def test_it_asks_as_much_of_the_database_however_long_the_story_is(
        self, client: Client, desk: builders.Desk
    ) -> None:
        ref = opened(desk)
        gets_in(client, ref)

        def asked() -> int:
            with CaptureQueriesContext(connection) as queries:
                client.get(f"{BASE}/complaint")
            return len(queries)

        before = asked()
        for number in range(4):
            sends(client, "receive-message", text=f"It leaks again, number {number}.")
        client.get(f"{BASE}/complaint")  # which says that they were sent
        assert asked() == before <= 35

    def test_a_late_promise_says_so(
        self, client: Client, desk: builders.Desk, on: Callable[[date], None]
    ) -> None:
        ref = answered(desk, promised())
        on(LATER)
        assert "This is late" in gets_in(client, ref).words


class TestWhatCanBeDone:
    def test_the_definition_is_corrected_and_staff_see_it(
        self, client: Client, desk: builders.Desk
    ) -> None:
        ref = opened(desk)
        gets_in(client, ref)
        done = sends(client, "answer-definition", agrees="no", words="The bath leaks too.")
        assert "You told us what is wrong or missing: The bath leaks too." in sound(done).words
        assert case_of(desk, ref).stage.definition_agreed is False
        staff = browser_of(desk.actor)
        case = staff.get(f"/code-model/desk/case/{ref}").content.decode()
        assert "Answer about the complaint definition" in case
        waiting = staff.get("/code-model/desk/messages").content.decode()
        assert "The bath leaks too." in waiting

    def test_what_is_missing_is_asked_for_and_nothing_typed_is_lost(
        self, client: Client, desk: builders.Desk
    ) -> None:
        gets_in(client, opened(desk))
        page = sound(sends(client, "answer-definition", agrees="no", words=""))
        assert page.problems == {"Tell us what is wrong or missing": "id_words"}
        again = sends(client, "answer-definition", words="The bath too.")
        assert "The bath too." in again.content.decode()

    def test_photos_and_files_come_with_or_without_words(
        self, client: Client, desk: builders.Desk, shelf: Shelf
    ) -> None:
        ref = opened(desk)
        gets_in(client, ref)
        file = SimpleUploadedFile("leak.pdf", PDF, "application/pdf")
        done = sends(client, "receive-message", text="", attached=file)
        page = sound(done)
        assert "leak.pdf" in page.words
        saved = client.get(f"{BASE}/documents/1")
        assert saved.status_code == 200 and saved["Content-Disposition"].startswith("attachment")
        assert b"".join(saved.streaming_content) == PDF  # type: ignore[attr-defined]

    def test_documents_of_others_are_not_handed_out(
        self, client: Client, desk: builders.Desk, shelf: Shelf
    ) -> None:
        ref = opened(desk)
        staff = browser_of(desk.actor)
        file = SimpleUploadedFile("report.pdf", PDF, "application/pdf")
        seen = str(Event.objects.filter(case__reference=ref).count())
        typed = {"seen": seen, "name": "Report", "received_on_day": "11"}
        typed |= {"received_on_month": "5", "received_on_year": "2026"}
        staff.post(f"/code-model/desk/case/{ref}/note-document", {**typed, "attached": file})
        assert len(case_of(desk, ref).documents) == 1
        gets_in(client, ref)
        assert client.get(f"{BASE}/documents/1").status_code == 404

    def test_a_file_that_cannot_be_kept_says_why_and_nothing_is_sent(
        self, client: Client, desk: builders.Desk, shelf: Shelf
    ) -> None:
        ref = opened(desk)
        gets_in(client, ref)
        file = SimpleUploadedFile("a.exe", b"MZ" + b"\0" * 200, "application/pdf")
        page = sound(sends(client, "receive-message", text="See this.", attached=file))
        assert any("a.exe" in said for said in page.problems)
        assert case_of(desk, ref).incoming == ()

    def test_they_say_what_they_think_of_a_new_date(
        self, client: Client, desk: builders.Desk
    ) -> None:
        ref = opened(desk)
        given = Extend(new_date=date(2026, 5, 28), reason="The roofer is ill.")
        desk.does(ref, Verb.EXTEND, given, TODAY)
        page = gets_in(client, ref)
        assert "Why: The roofer is ill." in page.words
        sends(client, "answer-extension", agreed="no", words="I cannot wait.")
        told = case_of(desk, ref).stage.extensions[-1]
        assert told.agreed is False

    def test_they_choose_how_often_they_hear(self, client: Client, desk: builders.Desk) -> None:
        ref = opened(desk)
        gets_in(client, ref)
        done = sends(client, "agree-updates", every="5")
        assert "We tell you how it is going by" in sound(done).words
        assert case_of(desk, ref).update_every == 5

    def test_they_comment_on_findings(self, client: Client, desk: builders.Desk) -> None:
        ref = opened(desk)
        shared = ShareFindings(findings="We came on 3 May.", comment_by=date(2026, 5, 15))
        desk.does(ref, Verb.SHARE_FINDINGS, shared, TODAY)
        page = gets_in(client, ref)
        assert "You can tell us what you think of our findings until Friday 15 May" in page.words
        sends(client, "record-findings-comment", comment="That was next door.")
        assert "next door" in case_of(desk, ref).incoming[0].text

    def test_they_ask_for_stage_2_without_a_reason(
        self, client: Client, desk: builders.Desk
    ) -> None:
        """Code 6.10, 6.12."""
        ref = answered(desk)
        gets_in(client, ref)
        done = sends(client, "escalate")
        assert "You asked us to look again." in sound(done).words
        assert case_of(desk, ref).state is State.STAGE_2_REQUESTED

    def test_and_long_after_the_landlords_own_window(
        self, client: Client, db: None, on: Callable[[date], None]
    ) -> None:
        """Code 5.11: no window closes. Herefordshire's is 28 days."""
        office = builders.office("herefordshire", "HER")
        person = builders.resident(office.landlord)
        ref = office.reach(State.STAGE_1_ANSWERED, resident=person.pk)
        on(date(2026, 12, 1))
        base = "/herefordshire/follow"
        asks(client, ref, base=base)
        client.post(f"{base}/code", {"code": code_in()})
        page = sound(client.get(f"{base}/escalate"))
        assert "If you ask later, we will still look at it." in page.words
        once = page.one("input", name="once").attrs["value"]
        client.post(f"{base}/escalate", {"once": once, "reasons": ""})
        assert case_of(office.one, ref).state is State.STAGE_2_REQUESTED

    def test_they_say_that_a_promise_was_not_kept(
        self, client: Client, desk: builders.Desk, on: Callable[[date], None]
    ) -> None:
        """Code 6.6: a closed case is open again."""
        ref = answered(desk, promised())
        done = CompleteAction(number=1, done_on=TODAY, proof="Job 7")
        desk.does(ref, Verb.COMPLETE_ACTION, done, TODAY)
        desk.does(ref, Verb.CLOSE, Close(), TODAY)
        on(LATER)
        page = gets_in(client, ref)
        assert "We say this was done on Tuesday 12 May 2026." in page.words
        after = sends(client, "say-not-done", number="1", words="It drips.")
        assert "You told us that it was not done" in sound(after).words
        case = case_of(desk, ref)
        assert case.state is State.STAGE_1_ANSWERED and case.actions[0].done_on is None

    def test_they_take_an_offer(self, client: Client, desk: builders.Desk) -> None:
        ref = opened(desk)
        money: Offer = offer(pounds=150, pay_by=TODAY + timedelta(days=20))
        desk.does(ref, Verb.OFFER, money, TODAY)
        page = gets_in(client, ref)
        assert "£150" in page.words
        after = sends(client, "settle-offer", number="1", accepts="yes")
        assert "You said yes." in sound(after).words
        assert case_of(desk, ref).offers[0].is_owed

    def test_they_ask_for_mediation_where_the_policy_offers_it(
        self, client: Client, desk: builders.Desk
    ) -> None:
        ref = opened(desk)
        gets_in(client, ref)
        sends(client, "mediate", words="Soon, please.")
        assert case_of(desk, ref).incoming[0].text == "I ask for mediation. Soon, please."

    def test_and_are_not_offered_it_where_it_does_not(self, client: Client, db: None) -> None:
        office = builders.office("harrow", "HAR")
        person = builders.resident(office.landlord)
        ref = office.reach(State.STAGE_1_OPEN, resident=person.pk)
        asks(client, ref, base="/harrow/follow")
        client.post("/harrow/follow/code", {"code": code_in()})
        assert client.get("/harrow/follow/mediate").status_code == 409

    def test_they_say_how_it_was_handled_once_it_is_closed(
        self, client: Client, desk: builders.Desk
    ) -> None:
        ref = answered(desk)
        desk.does(ref, Verb.CLOSE, Close(), TODAY)
        gets_in(client, ref)
        sends(client, "rate", handled="4", kept="partly", words="")
        (kept,) = case_of(desk, ref).ratings
        assert (kept.handled, kept.kept) == (4, Kept.PARTLY)
        assert client.get(f"{BASE}/rate").status_code == 409

    def test_they_stop_it_and_may_not_stop_it_twice(
        self, client: Client, desk: builders.Desk
    ) -> None:
        ref = opened(desk)
        gets_in(client, ref)
        done = sends(client, "withdraw", words="")
        assert "You asked us to stop." in sound(done).words
        assert case_of(desk, ref).state is State.WITHDRAWN
        assert "cannot be done any more" in client.get(f"{BASE}/withdraw").content.decode()

    def test_a_request_becomes_a_complaint(self, client: Client, desk: builders.Desk) -> None:
        ref = received(desk, kind=Kind.SERVICE_REQUEST)
        gets_in(client, ref)
        sends(client, "raise-complaint", dissatisfaction="Nobody came.")
        assert case_of(desk, ref).kind is Kind.COMPLAINT

    @pytest.mark.parametrize("word", ["respond", "receive", "nothing", "answer-request"])
    def test_what_is_not_theirs_is_not_there(
        self, client: Client, desk: builders.Desk, word: str
    ) -> None:
        gets_in(client, opened(desk))
        assert client.get(f"{BASE}/{word}").status_code == 404


class TestOnce:
    def test_a_form_sent_twice_is_done_once(self, client: Client, desk: builders.Desk) -> None:
        ref = opened(desk)
        gets_in(client, ref)
        form = form_of(client, "receive-message") | {"text": "It leaks again."}
        for _ in range(3):
            answer = client.post(f"{BASE}/receive-message", form)
            assert answer["Location"] == f"{BASE}/complaint"
        assert len(case_of(desk, ref).incoming) == 1

    def test_two_windows_send_two_messages(self, client: Client, desk: builders.Desk) -> None:
        ref = opened(desk)
        gets_in(client, ref)
        first, second = (form_of(client, "receive-message") for _ in range(2))
        for form in (first, second):
            client.post(f"{BASE}/receive-message", form | {"text": "It leaks again."})
        assert len(case_of(desk, ref).incoming) == 2

    def test_what_was_refused_can_be_sent_again(
        self, client: Client, desk: builders.Desk, shelf: Shelf
    ) -> None:
        ref = opened(desk)
        gets_in(client, ref)
        form: dict[str, Any] = form_of(client, "receive-message") | {"text": "See this."}
        bad = SimpleUploadedFile("a.exe", b"MZ" + b"\0" * 200)
        assert client.post(f"{BASE}/receive-message", form | {"attached": bad}).status_code == 200
        assert client.post(f"{BASE}/receive-message", form).status_code == 302
        assert len(case_of(desk, ref).incoming) == 1


class TestReadingOut:
    def test_staff_read_out_a_code_that_lets_in_whoever_asked(
        self, client: Client, desk: builders.Desk
    ) -> None:
        ref = opened(desk)
        asks(client, ref, "07700 900123")
        staff = browser_of(desk.actor)
        address = f"/code-model/desk/case/{ref}/read-out-code"
        assert sound(staff.get(address)).one("h1").words.strip() == "Read out a code"
        refused = sound(staff.post(address, {"to": "0", "how": ""}))
        assert "Write how you made sure that it is them" in refused.problems
        told = sound(staff.post(address, {"to": "0", "how": "Her date of birth"}))
        code = told.one("h2", class_="govuk-panel__title").words
        assert client.post(f"{BASE}/code", {"code": code.lower()}).status_code == 302
        case = staff.get(f"/code-model/desk/case/{ref}").content.decode()
        assert "Her date of birth" in case and code not in case

    def test_it_opens_nothing_for_somebody_who_asked_about_another_case(
        self, client: Client, desk: builders.Desk
    ) -> None:
        ref, other = opened(desk), received(desk)
        asks(client, other)
        staff = browser_of(desk.actor)
        address = f"/code-model/desk/case/{ref}/read-out-code"
        told = sound(staff.post(address, {"to": "0", "how": "Her date of birth"}))
        code = told.one("h2", class_="govuk-panel__title").words
        assert client.post(f"{BASE}/code", {"code": code}).status_code == 200

    @pytest.mark.parametrize("role", [Role.AUDITOR, Role.MEMBER_RESPONSIBLE])
    def test_who_only_reads_reads_out_none(
        self, desk: builders.Desk, landlord: Landlord, role: Role
    ) -> None:
        ref = opened(desk)
        reads = browser_of(builders.user(landlord, role, name="Only Reads"))
        assert reads.get(f"/code-model/desk/case/{ref}/read-out-code").status_code == 403
        other = builders.user(builders.landlord("harrow", "HAR"), Role.COMPLAINTS_OFFICER)
        assert (
            browser_of(other).get(f"/code-model/desk/case/{ref}/read-out-code").status_code == 404
        )


def test_the_words_are_plain(client: Client, desk: builders.Desk) -> None:
    """Measured as all residents' pages are (`test_words`)."""
    ref = opened(desk)
    desk.does(ref, Verb.EXTEND, Extend(new_date=date(2026, 5, 28), reason="He is ill."), TODAY)
    shared = ShareFindings(findings="We came.", comment_by=date(2026, 5, 15))
    desk.does(ref, Verb.SHARE_FINDINGS, shared, TODAY)
    desk.does(ref, Verb.OFFER, offer(pounds=150, pay_by=TODAY + timedelta(days=20)), TODAY)
    found = {"ask": client.get(BASE)}
    asks(client, ref)
    found["code"] = client.get(f"{BASE}/code")
    found["wrong"] = client.post(f"{BASE}/code", {"code": "x"})
    client.post(f"{BASE}/code", {"code": code_in()})
    found |= {verb: client.get(f"{BASE}/{word_of(verb)}") for verb in STEPS}
    found["complaint"] = client.get(f"{BASE}/complaint")
    found["left"] = client.post(f"{BASE}/leave")
    words = {str(name): text(answer.content.decode()) for name, answer in found.items()}
    plain("following a complaint", words)


def test_no_word_is_missed_by_translators(client: Client, desk: builders.Desk) -> None:
    """In the invented language, what is not translated shows."""
    ref = opened(desk)
    desk.does(ref, Verb.EXTEND, Extend(new_date=date(2026, 5, 28), reason="1"), TODAY)
    desk.does(ref, Verb.OFFER, offer(pounds=150, pay_by=TODAY + timedelta(days=20)), TODAY)
    asks(client, ref)
    with pseudo.spoken():
        found = [client.get(BASE), client.get(f"{BASE}/code")]
        found.append(client.post(f"{BASE}/code", {"code": "x"}))
        client.post(f"{BASE}/code", {"code": code_in()})
        found += [client.get(f"{BASE}/{word_of(verb)}") for verb in STEPS]
        found += [client.get(f"{BASE}/complaint"), client.post(f"{BASE}/leave")]
    stage = case_of(desk, ref).stage
    typed = [stage.definition, stage.outcome_sought, stage.not_responsible, "reason"]
    names = [desk.landlord.name, desk.landlord.contact, "Housing Ombudsman", "PDF", "MOD"]
    letters = Letter.objects.values_list("subject", flat=True)
    known = sorted([*typed, *names, *letters], key=len, reverse=True)
    for answer in found:
        assert left_over(answer.content.decode(), *known) == [], answer.request["PATH_INFO"]
