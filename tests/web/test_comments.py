"""Answering a request for comments by the link in the e-mail: from the mail to the case."""

import re
from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.utils import override_settings

from redress.cases.models import Event, Message
from redress.people.models import Home, Landlord
from redress.rules.access import Role, Verb
from redress.rules.actions.ask_comments import Asked
from redress.rules.actions.chase_comments import ChaseComments
from redress.rules.actions.close import Close
from redress.rules.actions.restrict import Restrict
from redress.rules.actions.withdraw import Withdraw
from redress.rules.actions.withdraw_comments import WithdrawComments
from redress.web import clock
from tests import builders
from tests.rules.inputs import ROOFER, SURVEYOR, ask
from tests.uploads.corpus import PDF
from tests.web.desk.conftest import TODAY, case_of, opened, received
from tests.web.reader import sound

DUE = date(2026, 5, 19)
ANSWER = "We came on 3 April.\nThe flashing was <loose>."
Move = Callable[[date], None]


@pytest.fixture
def desk(landlord: Landlord) -> builders.Desk:
    return builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))


@pytest.fixture(autouse=True)
def move(monkeypatch: pytest.MonkeyPatch) -> Move:
    """Every page is asked for at 11 on this day, and later on another."""

    def to(day: date) -> None:
        def now() -> datetime:
            return builders.at(day)

        monkeypatch.setattr(clock, "now", now)

    to(TODAY)
    return to


def asks(desk: builders.Desk, *people: Asked, **others: object) -> str:
    """A case, with these people asked today; gives its reference."""
    reference = opened(desk)
    desk.does(reference, Verb.ASK_COMMENTS, ask(DUE, *people, **others), TODAY)
    return reference


def link(to: str = "sam@axis.example") -> str:
    """The link in the newest mail to somebody, without the site's address."""
    mail = Message.objects.filter(to_address=to, text__contains="/comments/").order_by("-pk")[0]
    found = re.search(r"\S+/comments/\S+", mail.text)
    assert found and found[0].startswith(settings.SITE_ADDRESS + "/code-model/comments/")
    return found[0].removeprefix(settings.SITE_ADDRESS)


def answer(**others: str) -> dict[str, str]:
    return {"answer": ANSWER, "ask_instead": "", "answered_by": "Sam Roy"} | others


def test_from_the_mail_to_the_case_without_an_account_or_a_cookie(desk: builders.Desk) -> None:
    reference = asks(desk, issues=(1,))
    browser = Client(enforce_csrf_checks=True)
    page = sound(browser.get(link()))
    assert "When did you come, and what did you find?" in page.words
    assert "The kitchen ceiling leaks" in page.words and "Tuesday 19 May 2026" in page.words
    assert [node.attrs["value"] for node in page.all("input", name="answered_by")] == ["Sam Roy"]
    sent = browser.post(link(), answer())
    assert (sent.status_code, sent["Location"]) == (302, link())
    thanks = sound(browser.get(sent["Location"]))
    assert "Thank you" in thanks.words and "The flashing was <loose>." in thanks.words
    assert not browser.cookies
    asked = case_of(desk, reference).comments[0]
    assert (asked.answer, asked.answered_by, asked.answered_on) == (ANSWER, "Sam Roy", TODAY)
    event = Event.objects.get(case__reference=reference, name="comments_given")
    assert (event.by_id, event.by_name) == (None, "Sam Roy")
    told = Message.objects.get(kind="comments_given")
    assert told.to_address == "amina.khan.code-model@example.org"
    assert f"/code-model/desk/case/{reference}#comments" in told.text and ANSWER not in told.text


def test_opening_the_link_uses_nothing_up(desk: builders.Desk) -> None:
    reference = asks(desk)
    before = Event.objects.count()
    for _ in range(40):  # programs that look through mail
        assert Client().get(link()).status_code == 200
        assert Client().head(link()).status_code == 200
    assert Event.objects.count() == before and case_of(desk, reference).comments[0].is_open
    assert Client().post(link(), answer()).status_code == 302


def test_the_first_answer_stands_and_the_question_is_gone(desk: builders.Desk) -> None:
    reference = asks(desk, issues=(1,), address=True)
    Client().post(link(), answer())
    again = Client().post(link(), answer(answer="No, on 4 April."))
    for page in (sound(again), sound(Client().get(link()))):
        assert "We came on 3 April." in page.words and "4 April" not in page.words
        assert "kitchen" not in page.words and "Elm Walk" not in page.words
        assert "When did you come" not in page.words and not page.all("form")
    assert Event.objects.filter(case__reference=reference, name="comments_given").count() == 1
    assert Message.objects.filter(kind="comments_given").count() == 1


def test_not_ours_needs_no_answer_but_something_must_be_said(desk: builders.Desk) -> None:
    reference = asks(desk)
    empty = Client().post(link(), answer(answer=" "))
    page = sound(empty)
    assert page.problems == {"Write your answer, or say whom we should ask instead": "id_answer"}
    nameless = sound(Client().post(link(), answer(answered_by="")))
    assert nameless.problems == {"Enter your name": "id_answered_by"}
    assert "We came on 3 April." in nameless.words  # nothing typed is lost
    Client().post(link(), answer(answer="", ask_instead="The lift firm"))
    assert case_of(desk, reference).comments[0].ask_instead == "The lift firm"
    assert "The lift firm" in sound(Client().get(link())).words


@pytest.mark.parametrize(
    ("given", "seen", "unseen"),
    [
        ({}, [], ["The kitchen ceiling leaks", "Elm Walk", "E1 4AA"]),
        ({"issues": (1,)}, ["The kitchen ceiling leaks"], ["Elm Walk", "E1 4AA"]),
        ({"address": True}, ["4 Elm Walk, E1 4AA"], ["The kitchen ceiling leaks"]),
    ],
)
def test_nothing_is_seen_but_what_was_chosen(
    desk: builders.Desk, given: dict[str, object], seen: list[str], unseen: list[str]
) -> None:
    asks(desk, ROOFER, SURVEYOR, **given)
    other = {"question": "Is it damp?"}
    reference = opened(desk, description="A secret of another case")
    desk.does(reference, Verb.ASK_COMMENTS, ask(DUE, SURVEYOR, **other), TODAY)
    said = Client().get(link()).content.decode()
    for words in seen:
        assert words in said
    private = ["Mary", "Osei", "mary@example.org", "07700", "nobody comes", "Amina", "Uma", "damp?"]
    for words in [*private, *unseen, "secret"]:
        assert words not in said, words


def test_a_link_ends_28_days_after_the_due_date(desk: builders.Desk, move: Move) -> None:
    asks(desk)
    move(date(2026, 6, 16))  # 28 days after Tue 19 May
    assert Client().get(link()).status_code == 200
    move(date(2026, 6, 17))
    for over in (Client().get(link()), Client().post(link(), answer())):
        assert over.status_code == 410
        assert "This link has run out" in sound(over).words
    assert not Event.objects.filter(name="comments_given").exists()


def test_withdrawn_and_closed_need_no_answer(desk: builders.Desk) -> None:
    reference = asks(desk)
    desk.does(reference, Verb.WITHDRAW_COMMENTS, WithdrawComments(number=1), TODAY)
    page = Client().get(link())  # in the first mail; the second has none
    assert page.status_code == 410 and "No answer is needed any more" in sound(page).words
    assert "When did you come" not in page.content.decode()


def test_a_closed_case_takes_no_answer(desk: builders.Desk) -> None:
    reference = received(desk)
    desk.does(reference, Verb.ASK_COMMENTS, ask(DUE), TODAY)
    desk.does(reference, Verb.WITHDRAW, Withdraw(how="By phone."), TODAY)
    assert Client().get(link()).status_code == 200
    desk.does(reference, Verb.CLOSE, Close(), TODAY)
    assert Client().post(link(), answer()).status_code == 410


def test_a_link_that_was_tampered_with_or_made_up_opens_nothing(desk: builders.Desk) -> None:
    asks(desk, ROOFER, SURVEYOR)
    whole = link()
    head, _, signature = whole.rpartition(".")
    uma_head = link("uma@council.example").rpartition(".")[0]
    swapped = signature[:-2] + ("AA" if signature[-2:] != "AA" else "BB")
    made_up = [
        f"{head}.{swapped}",
        f"{uma_head}.{signature}",  # another's request under our signature
        whole[:-1],
        whole + "x",
        head,
        "/code-model/comments/x",
        "/code-model/comments/%00",
        "/code-model/comments/" + "x" * 3000,
        "/code-model/comments/🏠.ü",
    ]
    for address in made_up:
        for page in (Client().get(address), Client().post(address, answer())):
            assert page.status_code == 404, address
            assert "This link does not work" in sound(page).words
    assert len(signature) >= 43  # 256 bits


def test_a_link_works_for_its_landlord_alone(desk: builders.Desk) -> None:
    asks(desk)
    builders.landlord("harrow", desk.landlord.reference_prefix[::-1])
    assert Client().get(link().replace("/code-model/", "/harrow/")).status_code == 404
    with override_settings(SECRET_KEY="another"):
        assert Client().get(link()).status_code == 404


def test_each_opens_their_own_request(desk: builders.Desk) -> None:
    reference = asks(desk, ROOFER, SURVEYOR)
    uma = link("uma@council.example")
    assert uma != link()
    Client().post(uma, answer(answered_by="Uma Patel"))
    sam, her = case_of(desk, reference).comments
    assert sam.is_open and her.answered_by == "Uma Patel"
    assert Client().get(link()).status_code == 200


def test_the_managers_link_answers_in_the_managers_name(desk: builders.Desk, move: Move) -> None:
    reference = asks(desk)
    chase = ChaseComments(number=1, manager=True)
    desk.does(reference, Verb.CHASE_COMMENTS, chase, date(2026, 5, 20))
    boss = link("boss@axis.example")
    move(date(2026, 5, 20))
    page = sound(Client().get(boss))
    assert "Sam Roy was asked. The answer was due by Tuesday 19 May 2026." in page.words
    Client().post(boss, answer(answered_by="Bo Ferris"))
    event = Event.objects.get(name="comments_given")
    assert event.by_name == "Manager of Sam Roy"
    assert "We came on 3 April." in sound(Client().get(link())).words  # Sam sees that it is done
    assert "by Bo Ferris" in "by " + case_of(desk, reference).comments[0].answered_by


def test_a_restricted_case_can_still_be_answered_by_who_was_asked(desk: builders.Desk) -> None:
    reference = asks(desk)
    only = Restrict(
        people=((desk.actor.id or 0, "Amina Khan"),), reason="A colleague is the resident."
    )
    desk.does(reference, Verb.RESTRICT, only, TODAY)
    assert Client().post(link(), answer()).status_code == 302
    assert not case_of(desk, reference).comments[0].is_open


def test_one_link_is_not_used_for_ever(desk: builders.Desk) -> None:
    asks(desk)
    tries = [Client().post(link(), answer(answer="")).status_code for _ in range(31)]
    assert tries == [200] * 30 + [429]
    assert Client().get(link()).status_code == 200


def test_the_page_is_kept_nowhere_and_its_address_goes_nowhere(desk: builders.Desk) -> None:
    asks(desk)
    page = Client().get(link())
    assert "no-store" in page["Cache-Control"]
    assert page["Referrer-Policy"] == "same-origin"
    for put in (Client().put, Client().patch, Client().delete):
        assert put(link()).status_code == 405


def test_the_mail_says_nothing_of_the_resident(desk: builders.Desk) -> None:
    asks(desk, issues=(1,), address=True)
    assert Home.objects.filter(address="4 Elm Walk").exists()
    mail = Message.objects.get(to_address="sam@axis.example")
    for private in ("Mary", "Osei", "Elm Walk", "E1 4AA", "leak", "When did you come"):
        assert private not in mail.subject + mail.text


def upload(content: bytes = PDF, name: str = "visit.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "application/octet-stream")


def test_files_come_to_the_case_as_documents(desk: builders.Desk) -> None:
    reference = asks(desk)
    files = [upload(), upload(PDF + b"\n% two\n", "../../second.pdf")]
    assert Client().post(link(), {**answer(), "attached": files}).status_code == 302
    case = case_of(desk, reference)
    assert case.comments[0].documents == (1, 2)
    assert [document.name for document in case.documents] == ["visit.pdf", "second.pdf"]
    assert all(document.kept_at.startswith("file:") for document in case.documents)
    thanks = sound(Client().get(link())).words
    assert "visit.pdf" in thanks and "second.pdf" in thanks


def test_one_bad_file_sends_nothing_and_loses_no_word(desk: builders.Desk) -> None:
    reference = asks(desk)
    files = [upload(), upload(b"MZ\x90\x00" + b"\0" * 200, "job.pdf")]
    page = sound(Client().post(link(), {**answer(), "attached": files}))
    assert any("job.pdf" in words for words in page.problems)
    assert "We came on 3 April." in page.words
    assert case_of(desk, reference).comments[0].is_open and case_of(desk, reference).documents == ()
    assert Client().post(link(), answer()).status_code == 302
