"""E-mail comes in once, whatever fails, and every mail is accounted for."""

import mailbox
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError

from redress import cli
from redress.cases import mail_in
from redress.cases.models import Case, Incoming, MailItem, MailPlace, Message, StoredFile
from redress.cases.models.mail_item import ReplyAddress
from redress.people.models import Landlord
from redress.rules.access import Role, Verb
from redress.rules.actions.restrict import Restrict
from redress.rules.facts import State
from redress.uploads.shelf import Shelf
from redress.work import fetch_mail, mailboxes
from redress.work.mail import envelope
from redress.work.mailboxes import NotMoved
from tests import builders
from tests.work.mail_corpus import Hard, Known, corpus, letter, of
from tests.work.test_bounces import report

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 12, 10, tzinfo=UTC)
BOX = "complaints@landlord.example"


@pytest.fixture
def office(settings: Any, tmp_path: Path, shelf: Shelf) -> builders.Office:
    """A landlord with a mailbox, and colleagues of its own domain."""
    settings.MAIL_IN = {"code-model": f"maildir:{tmp_path / 'box'}"}
    settings.MAIL_REPLY = settings.MAIL_FROM = {"": BOX}
    settings.MAIL_STAFF = {"": "landlord.example"}
    mailbox.Maildir(str(tmp_path / "box"), create=True)
    return builders.office()


@pytest.fixture
def post(tmp_path: Path, office: builders.Office) -> Callable[..., None]:
    """Puts mail into the box."""
    box = mailbox.Maildir(str(tmp_path / "box"))

    def deliver(*mails: Any) -> None:
        for each in mails:
            box.add(bytes(each))

    return deliver


def fetched(office: builders.Office, now: datetime = NOW) -> list[tuple[str, str]]:
    """What became of all mail so far, in the order in which it was kept."""
    fetch_mail.run(now)
    return [(each.state, each.why) for each in MailItem.objects.order_by("pk")]


def marys(office: builders.Office, state: State = State.STAGE_1_OPEN) -> Case:
    """A case of Mary's, who was written to."""
    person = builders.resident(office.landlord)
    return Case.objects.get(reference=office.reach(state, resident=person.pk))


def answer_to(row: Case) -> str:
    name, _, domain = BOX.partition("@")
    return f"{name}+{ReplyAddress.objects.get(case=row).token}@{domain}"


def message_id_of(row: Case) -> str:
    message = Message.objects.filter(case=row, letter__isnull=False).first()
    assert message is not None
    return message.message_id


def known(office: builders.Office) -> Known:
    """What the corpus needs to know."""
    row = marys(office)
    other = builders.office("harrow", "HAR")
    theirs = marys(other)
    name = f"complaints+{ReplyAddress.objects.get(case=theirs).token}@landlord.example"
    return Known(answer_to(row), message_id_of(row), row.reference, theirs.reference, name)


def test_every_mail_of_the_corpus_is_accounted_for_and_taken_once(
    office: builders.Office, post: Callable[..., None]
) -> None:
    hard = corpus(known(office))
    assert len(hard) > 60 and len({each.name for each in hard}) == len(hard)
    before = Case.objects.count()
    by_digest = {mail_in.digest_of(each.content): each for each in hard}
    assert len(by_digest) == len(hard)
    for _ in range(2):
        post(*(each.content for each in hard))
    fetch_mail.run(NOW)
    for item in MailItem.objects.all():
        each: Hard = by_digest.pop(item.digest)
        assert (item.state, item.why) == (each.ending, each.why), each.name
    assert by_digest == {}
    counted = Counter(each.ending for each in hard)
    assert Case.objects.count() - before == counted["new"]
    assert Incoming.objects.count() == counted["on_case"]
    assert not MailPlace.objects.exists()
    receipts = Message.objects.filter(kind="receipt", created_at=NOW)
    replies = Counter(receipts.values_list("to_address", flat=True))
    assert max(replies.values()) == 1  # never a second by itself


def test_a_new_case_has_its_day_its_words_its_files_and_a_receipt(
    office: builders.Office, post: Callable[..., None]
) -> None:
    mail = letter("Nobody came.", of("Ann"))
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="a.pdf")
    mail.add_attachment(b"MZ", maintype="image", subtype="png", filename="b.png")
    post(mail)
    assert fetched(office) == [("new", "")]
    item = MailItem.objects.get()
    assert (item.sender_name, item.subject) == ("Ann", "The ceiling")
    row = Case.objects.get()
    assert (row.description, row.channel, row.received_on) == (
        "Nobody came.",
        "email",
        date(2026, 5, 5),
    )
    assert row.resident is not None and row.resident.email == "ann@stranger.example"
    assert [each.original_name for each in StoredFile.objects.filter(case=row)] == ["a.pdf"]
    receipt = Message.objects.get(kind="receipt")
    assert receipt.to_address == "ann@stranger.example"
    assert "b.png" in MailItem.objects.get().note
    sent = message_from_bytes(envelope(receipt).content, policy=policy.default)
    assert sent["Reply-To"].addresses[0].addr_spec == answer_to(row)
    assert sent["Auto-Submitted"] == "auto-generated" and row.reference in str(sent.get_body())


def test_the_first_that_a_colleague_passes_on_is_the_residents_with_its_day(
    office: builders.Office, post: Callable[..., None]
) -> None:
    text = "FYI\n\nFrom: Mary Osei <m@example.org>\nSent: 1 May 2026\nSubject: Damp\n\nWet wall."
    post(letter(text, "Sam Roy <sam@landlord.example>", Subject="FW: Damp"))
    assert fetched(office) == [("new", "")]
    row = Case.objects.get()
    assert row.received_on == date(2026, 5, 1) and row.intake["handed_by"] == "Sam Roy"
    assert row.resident is not None and row.resident.email == "m@example.org"
    assert "FYI" in row.description and "Wet wall." in row.description


def test_the_same_mail_five_times_is_one(
    office: builders.Office, post: Callable[..., None]
) -> None:
    for _ in range(5):
        post(letter(sender=of("Ann")))
        fetched(office)
    assert Case.objects.count() == MailItem.objects.count() == 1
    post(letter("The same id, and other words.", of("Ann")))
    fetched(office)
    assert MailItem.objects.count() == 2


def test_where_moving_on_fails_it_is_not_taken_again(
    office: builders.Office, post: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: Any) -> None:
        raise NotMoved("no such folder")

    post(letter(sender=of("Ann")))
    with monkeypatch.context() as broken:
        broken.setattr(mailboxes.Folder, "move_on", fails)
        for _ in range(3):
            fetched(office)
        assert MailPlace.objects.count() == 1
        broken.setattr(mailboxes.Folder, "take", fails)  # nor read again
        fetched(office)
    assert fetched(office) == [("new", "")]
    assert Case.objects.count() == 1 and not MailPlace.objects.exists()


@pytest.mark.parametrize("at", ["keep", "settle"])
def test_while_the_database_is_away_it_stays_in_the_box_and_is_taken_later_once(
    office: builders.Office, post: Callable[..., None], monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    def away(*_: Any) -> None:
        raise OperationalError("the server is gone")

    post(letter(sender=of("Ann")))
    with monkeypatch.context() as broken:
        broken.setattr(mail_in, at, away)
        with pytest.raises(OperationalError):
            fetched(office)
    assert Case.objects.count() == 0
    assert fetched(office) == [("new", "")]
    assert Case.objects.count() == 1


def test_a_fault_of_ours_with_one_mail_holds_up_no_other(
    office: builders.Office, post: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(content: bytes) -> Any:
        if b"Ann" in content:
            raise ZeroDivisionError
        return real(content)

    real = mail_in.read
    monkeypatch.setattr(mail_in, "read", breaks)
    post(letter(sender=of("Ann")), letter(sender=of("Bea")))
    assert sorted(fetched(office)) == [("new", ""), ("parked", "fault")]


def test_a_message_on_a_merged_or_closed_case_reaches_whoever_answers_it(
    office: builders.Office, post: Callable[..., None]
) -> None:
    row = marys(office, State.CLOSED)
    post(letter("I want this looked at again.", To=answer_to(row)))
    assert fetched(office) == [("on_case", "")]
    kept = Incoming.objects.get()
    assert (kept.case_id, kept.stage_2, kept.received_on) == (row.pk, "open", date(2026, 5, 5))
    assert Case.objects.get(pk=row.pk).state == "closed"


def test_after_the_response_somebody_who_writes_anew_is_not_taken_for_a_new_complaint(
    office: builders.Office, post: Callable[..., None]
) -> None:
    """Most of those who want stage 2 do not say so, and do not answer the letter."""
    row = marys(office, State.CLOSED)
    post(letter("This is still not mended."))
    assert fetched(office) == [("parked", "known_sender")]
    assert MailItem.objects.get().suggested == row


def test_a_storm_ends(office: builders.Office, post: Callable[..., None]) -> None:
    """Two machines that answer each other: ours says one thing once, whatever theirs says."""
    post(letter("Dear sirs", "Robot <robot@stranger.example>"))
    fetched(office)
    row = Case.objects.get()
    for number in range(20):
        text = f"Thank you for your message {number}"
        post(letter(text, "Robot <robot@stranger.example>", To=answer_to(row)))
        post(letter(text, "Robot <robot@stranger.example>", Subject=f"New {number}"))
        fetched(office)
    ours = Message.objects.filter(to_address="robot@stranger.example")
    assert [each.kind for each in ours] == ["receipt"]
    assert Case.objects.count() == 1 and Incoming.objects.count() == 20


def test_what_may_be_of_a_hidden_case_is_hidden_with_it(
    office: builders.Office, post: Callable[..., None]
) -> None:
    from redress.cases import mail_desk

    row = marys(office)
    people = ((office.one.actor.id or 0, "Amina Khan"),)
    given = Restrict(people=people, reason="It is about a colleague.")
    office.one.does(row.reference, Verb.RESTRICT, given, date(2026, 5, 11))
    post(letter("About your colleague"), letter("More", To=answer_to(row)))
    fetched(office)
    leader = builders.user(office.landlord, Role.TEAM_LEADER, name="Eve Hall")
    for show in mail_desk.Show:
        assert mail_desk.listed(leader, office.landlord, show) == ([], "")
    assert mail_desk.waiting(leader, office.landlord) == 0
    assert mail_desk.waiting(office.one.actor, office.landlord) == 1
    for item in MailItem.objects.all():
        assert mail_desk.item_of(leader, office.landlord, item.pk) is None


def test_two_who_share_an_address_are_told_apart_by_their_names(
    office: builders.Office, post: Callable[..., None]
) -> None:
    builders.resident(office.landlord, "Mary Osei")
    kofi = builders.resident(office.landlord, "Kofi Osei")
    post(letter("It leaks", "kofi osei <MARY@example.org>"))
    fetched(office)
    assert Case.objects.get().resident == kofi


def test_files_of_mail_that_no_row_names_are_swept_a_day_later(office: builders.Office) -> None:
    shelf = mail_in.mail_shelf()
    name = shelf.put(shelf.write([b"x"]).path)
    assert mail_in.sweep(NOW) == 0 and shelf.path(name).exists()
    assert (
        mail_in.sweep(datetime.now(UTC).replace(year=2099)) == 1 and not shelf.path(name).exists()
    )


def test_a_box_that_is_not_there_is_said_and_holds_up_nothing(
    office: builders.Office, settings: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    settings.MAIL_IN = {"code-model": f"maildir:{tmp_path / 'none'}"}
    assert fetched(office) == []
    assert "There is no Maildir folder" in caplog.text
    settings.MAIL_IN = {}
    assert fetch_mail.run(NOW) == 0


def test_a_box_for_all_is_no_box_where_there_are_two_landlords(
    office: builders.Office, settings: Any
) -> None:
    settings.MAIL_IN = {"": settings.MAIL_IN["code-model"]}
    assert mailboxes.box_for(office.landlord) is not None
    builders.landlord("harrow", "HAR")
    assert all(mailboxes.box_for(each) is None for each in Landlord.objects.all())


def test_a_letter_that_came_back_to_this_box_is_put_before_a_person(
    office: builders.Office, post: Callable[..., None]
) -> None:
    row = marys(office)
    message = Message.objects.filter(case=row, letter__isnull=False)[0]
    Message.objects.filter(pk=message.pk).update(state="accepted")
    post(report(returned=message.message_id))
    assert fetched(office) == [("ended", "report")]
    message.refresh_from_db()
    assert message.state == "failed" and "user unknown" in message.answer


def test_the_command_takes_in_at_once_and_says_how_many(
    office: builders.Office, post: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    post(letter(sender=of("Ann")))
    assert cli.main(["mail", "fetch", "code-model"]) == 0
    assert capsys.readouterr().out == "code-model: 1 taken in\n"
    assert cli.main(["mail", "fetch", "nobody"]) == 2
    assert "no landlord" in capsys.readouterr().err
