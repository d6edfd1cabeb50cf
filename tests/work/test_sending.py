"""Sending by a real mail server that behaves well or badly: nothing lost, nothing sent twice."""

import contextlib
import email
import socket
import threading
import time
from datetime import timedelta
from email import policy
from email.message import EmailMessage
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from redress.cases import carrying, outbox
from redress.cases.carrying import Answer, Outcome
from redress.cases.following import where_to_follow
from redress.cases.models import Message
from redress.papers.glyphs import FontsMissing
from redress.people.models import Landlord
from redress.work.carriers import Demonstration, Mail, as_if_sent
from redress.work.sending import send_due
from tests.mail_server import HOST, MailServer
from tests.work.messages import START, Clock, letter_mail, staff_mail

pytestmark = pytest.mark.django_db


def now_of(message: Message) -> Message:
    message.refresh_from_db()
    return message


def test_a_letter_goes_as_text_and_page_and_its_acceptance_is_kept(
    landlord: Landlord, mailing: MailServer, clock: Clock
) -> None:
    message = letter_mail(landlord)
    assert send_due(clock) == 1
    (kept,) = mailing.kept
    assert (kept.recipient, kept.sender) == ("mary@example.org", "complaints@landlord.example")
    mail = email.message_from_bytes(kept.content, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    assert mail["Message-ID"] == f"<{message.message_id}@landlord.example>"
    assert (mail["Subject"], mail["Auto-Submitted"]) == (message.subject, "auto-generated")
    text, page = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None and page is not None and message.letter is not None
    where = where_to_follow(landlord)
    assert text.get_content().split() == [*message.letter.text.split(), *where.split()]
    assert "<h2" in page.get_content() or "<p" in page.get_content()
    sent = now_of(message)
    assert (sent.state, sent.carrier, sent.attempts) == ("accepted", "smtp", 1)
    assert (sent.settled_at, sent.answer) == (START, "250 2.0.0 Kept as 7F3A")


def test_the_letter_is_attached_as_pdf(
    landlord: Landlord, mailing: MailServer, clock: Clock
) -> None:
    message = letter_mail(landlord)
    send_due(clock)
    mail = email.message_from_bytes(mailing.kept[0].content, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == "receipt-2026-05-01.pdf"
    pages = PdfReader(BytesIO(attached.get_content())).pages
    assert message.subject in " ".join(pages[0].extract_text().split())


def test_without_the_fonts_it_goes_without_its_pdf_and_says_so(
    landlord: Landlord, mailing: MailServer, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none_there(paper: Any) -> bytes:
        raise FontsMissing

    monkeypatch.setattr("redress.work.mail.pdf", none_there)
    message = letter_mail(landlord)
    send_due(clock)
    assert now_of(message).state == "accepted"
    assert message.answer.endswith("without its PDF, for the fonts of letters are not installed.")


def test_what_was_typed_into_a_letter_stays_text(
    landlord: Landlord, mailing: MailServer, clock: Clock
) -> None:
    words = "<b>one</b>\n.\n..two\nDATA é 🚽"
    staff_mail(landlord, subject="Line\nBcc: x@example.org", to_name='A "B" <c>', text=words)
    send_due(clock)
    mail = email.message_from_bytes(mailing.kept[0].content, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    assert mail.get_content().replace("\r\n", "\n").strip() == words
    assert mail["Subject"] == "Line Bcc: x@example.org" and mail["Bcc"] is None
    assert mail["To"].addresses[0].addr_spec == "ben@example.org"


def test_nothing_goes_before_its_time(
    landlord: Landlord, mailing: MailServer, clock: Clock
) -> None:
    staff_mail(landlord, not_before=START + timedelta(seconds=60))
    clock.goes(seconds=59)
    assert send_due(clock) == 0
    clock.goes(seconds=1)
    assert send_due(clock) == 1
    assert send_due(clock) == 0
    assert len(mailing.kept) == 1


@pytest.mark.parametrize("word", ["refuse", "late-refuse"])
def test_a_lasting_refusal_is_final_and_in_the_servers_words(
    landlord: Landlord, mailing: MailServer, clock: Clock, word: str
) -> None:
    bad, good = letter_mail(landlord, "gone@example.org"), letter_mail(landlord)
    mailing.does("gone@example.org", word)
    send_due(clock)
    assert now_of(bad).state == "failed"
    assert bad.answer.startswith(("550 5.1.1", "554 5.7.1"))
    assert now_of(good).state == "accepted"


@pytest.mark.parametrize("word", ["later", "closing", "late-later", "data-later"])
def test_a_passing_refusal_is_tried_again_until_it_goes(
    landlord: Landlord, mailing: MailServer, clock: Clock, word: str
) -> None:
    slow, other = letter_mail(landlord, "slow@example.org"), letter_mail(landlord)
    mailing.does("slow@example.org", word, word)
    for waits in (1, 2):
        send_due(clock)
        assert now_of(slow).state == "waiting" and slow.answer[0] == "4"
        assert slow.not_before == clock.now + timedelta(minutes=waits)
        clock.goes(minutes=waits)
    send_due(clock)
    assert (now_of(slow).state, slow.attempts) == ("accepted", 3)
    assert now_of(other).state == "accepted"
    assert [mail.recipient for mail in mailing.kept].count("slow@example.org") == 1
    assert len({mail.message_id for mail in mailing.kept}) == 2


@pytest.mark.parametrize("word", ["cut", "kept", "stall"])
def test_a_letter_whose_answer_is_not_heard_is_put_before_a_person(
    landlord: Landlord, mailing: MailServer, clock: Clock, word: str
) -> None:
    message = letter_mail(landlord)
    mailing.does("mary@example.org", word)
    send_due(clock)
    assert now_of(message).state == "in_doubt"
    assert "lost before an answer" in message.answer
    clock.goes(days=3)
    assert send_due(clock) == 0
    assert now_of(message).state == "in_doubt"
    assert len(mailing.kept) == (word == "kept")


@pytest.mark.parametrize("word", ["cut", "kept"])
def test_a_message_to_staff_is_sent_once_more_as_the_same_one(
    landlord: Landlord, mailing: MailServer, clock: Clock, word: str
) -> None:
    message = staff_mail(landlord)
    mailing.does("ben@example.org", word, word)
    send_due(clock)
    assert (now_of(message).state, message.doubts) == ("waiting", 1)
    clock.goes(minutes=5)
    send_due(clock)
    assert (now_of(message).state, message.doubts) == ("in_doubt", 2)
    clock.goes(days=1)
    assert send_due(clock) == 0
    assert len({mail.message_id for mail in mailing.kept}) == (word == "kept")


def test_accepted_and_then_cut_is_accepted(
    landlord: Landlord, mailing: MailServer, clock: Clock
) -> None:
    mailing.does("a@example.org", "accept-cut")
    first, second = letter_mail(landlord, "a@example.org"), letter_mail(landlord, "b@example.org")
    send_due(clock)
    assert now_of(first).state == "accepted"
    clock.goes(minutes=1)
    send_due(clock)
    assert now_of(second).state == "accepted"
    assert len(mailing.kept) == 2


def test_the_mail_server_is_down_for_an_hour(
    landlord: Landlord, settings: Any, clock: Clock
) -> None:
    with MailServer() as gone:
        port = gone.port
    settings.MAIL_HOST, settings.MAIL_PORT = "127.0.0.1", port
    settings.MAIL_SECURITY, settings.MAIL_FROM = "none", {"": "complaints@landlord.example"}
    messages = [letter_mail(landlord, f"r{number}@example.org") for number in range(30)]
    for _ in range(60):
        send_due(clock)
        clock.goes(minutes=1)
    assert {now_of(message).state for message in messages} == {"waiting"}
    assert any("cannot be reached" in message.answer for message in messages)
    with MailServer(port=port) as back:
        for _ in range(31):
            send_due(clock)
            clock.goes(minutes=1)
        assert sorted(mail.recipient for mail in back.kept) == sorted(
            message.to_address for message in messages
        )
    assert {now_of(message).state for message in messages} == {"accepted"}


def test_a_server_without_tls_is_not_trusted_with_anything(
    landlord: Landlord, mailing: MailServer, settings: Any, clock: Clock
) -> None:
    settings.MAIL_SECURITY = "starttls"
    message = letter_mail(landlord)
    send_due(clock)
    assert (now_of(message).state, message.attempts) == ("waiting", 1)
    assert "STARTTLS extension not supported" in message.answer
    assert not mailing.kept


def drip(listening: socket.socket) -> None:
    """A mail server that greets a letter at a time, for ever."""
    line, _ = listening.accept()
    with line, contextlib.suppress(OSError):
        line.sendall(b"220 slow.example\r\n")
        line.recv(1_000)
        while True:
            line.sendall(b"2")
            time.sleep(0.2)


def test_a_server_that_answers_a_letter_at_a_time_is_broken_off(
    landlord: Landlord, mailing: MailServer, settings: Any, clock: Clock
) -> None:
    with socket.create_server((HOST, 0)) as listening:
        settings.MAIL_PORT = listening.getsockname()[1]
        threading.Thread(target=drip, args=[listening], daemon=True).start()
        message = letter_mail(landlord)
        send_due(clock)  # and it comes back
    assert now_of(message).state == "waiting"


def test_after_four_hours_of_refusals_it_is_given_up(
    landlord: Landlord, mailing: MailServer, clock: Clock
) -> None:
    message = letter_mail(landlord)
    mailing.does("mary@example.org", *["later"] * 50)
    for _ in range(4 * 60 + 5):
        send_due(clock)
        clock.goes(minutes=1)
    assert (now_of(message).state, message.attempts) == ("failed", 13)
    assert message.answer.startswith("451")
    assert message.settled_at is not None
    assert message.settled_at - START == timedelta(hours=4)


def test_a_message_of_which_no_mail_can_be_made_fails_alone(
    landlord: Landlord, mailing: MailServer, clock: Clock
) -> None:
    bad = [letter_mail(landlord, to) for to in ("", "@", "a b@example.org", "zoë@example.org")]
    good = [letter_mail(landlord, f"r{number}@example.org") for number in range(20)]
    send_due(clock)
    assert {now_of(message).state for message in good} == {"accepted"}
    for message in bad:
        assert now_of(message).state == "failed", message.to_address
        assert message.answer.startswith("No e-mail can be made of it")


def test_a_fault_of_ours_with_one_message_holds_up_no_other(
    landlord: Landlord, mailing: MailServer, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Mail.send

    def poisoned(self: Mail, message: Message, leaving: Any) -> Answer:
        if message.to_address == "poison@example.org":
            raise ZeroDivisionError("division by zero")
        return before(self, message, leaving)

    monkeypatch.setattr(Mail, "send", poisoned)
    poison = letter_mail(landlord, "poison@example.org")
    good = [letter_mail(landlord, f"r{number}@example.org") for number in range(100)]
    send_due(clock)
    assert {now_of(message).state for message in good} == {"accepted"}
    assert "ZeroDivisionError" in now_of(poison).answer
    for _ in range(4 * 60 + 5):
        clock.goes(minutes=1)
        send_due(clock)
    assert now_of(poison).state == "failed"


def test_a_message_that_kills_its_worker_is_found_and_put_aside(
    landlord: Landlord, clock: Clock
) -> None:
    poison = letter_mail(landlord, "poison@example.org")
    good = [letter_mail(landlord, f"r{number}@example.org") for number in range(19)]
    for _ in range(60):
        taken = carrying.take_up(clock(), 20, emails_of=[landlord.pk])
        for message in taken:
            if message.pk == poison.pk:
                break  # and the worker is dead
            carrying.hand_over(message, "smtp", clock())
            carrying.settle(message, Answer(Outcome.ACCEPTED), clock())
        clock.goes(minutes=3)
    assert {now_of(message).state for message in good} == {"accepted"}
    assert (now_of(poison).state, poison.stalls) == ("failed", 3)
    assert "stopped each time" in poison.answer


def test_what_was_taken_back_while_a_worker_held_it_does_not_leave(
    landlord: Landlord, mailing: MailServer, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, messages = Mail.send, [letter_mail(landlord), letter_mail(landlord, "b@example.org")]

    def undone_meanwhile(self: Mail, message: Message, leaving: Any) -> Answer:
        if message.pk == messages[0].pk:
            assert outbox.cancel([message.pk], clock())
        return before(self, message, leaving)

    monkeypatch.setattr(Mail, "send", undone_meanwhile)
    send_due(clock)
    assert [now_of(message).state for message in messages] == ["cancelled", "accepted"]
    assert [mail.recipient for mail in mailing.kept] == ["b@example.org"]


def test_without_a_mail_server_mail_waits(landlord: Landlord, clock: Clock) -> None:
    message = letter_mail(landlord)
    assert send_due(clock) == 0
    assert now_of(message).state == "waiting"


def test_post_and_what_is_handed_over_wait_for_a_person(
    landlord: Landlord, mailing: MailServer, clock: Clock
) -> None:
    letter_mail(landlord, "4 Elm Walk", way="post")
    letter_mail(landlord, "", way="hand")
    assert send_due(clock) == 0
    assert not mailing.kept


def test_nothing_of_a_demonstration_leaves(
    landlord: Landlord, mailing: MailServer, clock: Clock
) -> None:
    Landlord.objects.filter(pk=landlord.pk).update(demonstration=True)
    message = letter_mail(landlord)
    send_due(clock)
    assert (now_of(message).state, message.carrier) == ("accepted", "demonstration")
    assert not mailing.kept


def test_what_a_demonstration_sent_weeks_ago_says_so(landlord: Landlord, clock: Clock) -> None:
    old = letter_mail(landlord, not_before=START - timedelta(days=20))
    new, post = letter_mail(landlord), letter_mail(landlord, "4 Elm Walk", way="post")
    assert as_if_sent(landlord, START) == 0  # it is no demonstration
    landlord.demonstration = True
    assert as_if_sent(landlord, START) == 1
    assert (now_of(old).state, old.settled_at) == ("accepted", START - timedelta(days=20))
    assert old.answer == Demonstration.said
    assert (now_of(new).state, now_of(post).state) == ("waiting", "waiting")


class TestFencing:
    """A worker that stood still and wakes up learns that the world has gone on."""

    def taken(self, clock: Clock, landlord: Landlord) -> Message:
        (message,) = carrying.take_up(clock(), 20, emails_of=[landlord.pk])
        return message

    def test_it_may_not_hand_over_what_another_has_taken_up(
        self, landlord: Landlord, clock: Clock
    ) -> None:
        letter_mail(landlord)
        stalled = self.taken(clock, landlord)
        clock.goes(minutes=10)
        other = self.taken(clock, landlord)
        assert not carrying.hand_over(stalled, "smtp", clock())
        assert carrying.hand_over(other, "smtp", clock())
        assert not carrying.settle(stalled, Answer(Outcome.LATER), clock())
        assert carrying.settle(other, Answer(Outcome.ACCEPTED), clock())

    def test_its_late_answer_is_refused_once_the_message_is_anothers(
        self, landlord: Landlord, clock: Clock
    ) -> None:
        message = staff_mail(landlord)
        stalled = self.taken(clock, landlord)
        assert carrying.hand_over(stalled, "smtp", clock())
        clock.goes(minutes=10)
        assert carrying.sweep(clock()) == 1
        clock.goes(minutes=10)
        other = self.taken(clock, landlord)
        assert not carrying.settle(stalled, Answer(Outcome.REFUSED, "550"), clock())
        assert carrying.hand_over(other, "smtp", clock())
        assert not carrying.settle(stalled, Answer(Outcome.ACCEPTED, "250"), clock())
        assert now_of(message).state == "handed_over"

    def test_its_late_answer_ends_a_doubt_that_nobody_has_touched(
        self, landlord: Landlord, clock: Clock
    ) -> None:
        message = letter_mail(landlord)
        stalled = self.taken(clock, landlord)
        assert carrying.hand_over(stalled, "smtp", clock())
        clock.goes(minutes=10)
        assert carrying.sweep(clock()) == 1
        assert now_of(message).state == "in_doubt"
        assert carrying.settle(stalled, Answer(Outcome.ACCEPTED, "250"), clock())
        assert now_of(message).state == "accepted"

    def test_nothing_is_taken_up_twice_while_it_is_held(
        self, landlord: Landlord, clock: Clock
    ) -> None:
        for number in range(30):
            letter_mail(landlord, f"r{number}@example.org")
        one = carrying.take_up(clock(), 20, emails_of=[landlord.pk])
        two = carrying.take_up(clock(), 20, emails_of=[landlord.pk])
        assert (len(one), len(two)) == (20, 10)
        assert not {m.pk for m in one} & {m.pk for m in two}


def secret_mail(landlord: Landlord) -> Message:
    given = ("code", "Mary Osei", "mary@example.org", "Your code", "It is 123456.")
    return outbox.put_mail(landlord, *given, START, secret=True)


def test_a_secret_leaves_at_once_and_is_wiped_once_it_has_gone(
    landlord: Landlord, mailing: MailServer, clock: Clock
) -> None:
    message = secret_mail(landlord)
    assert send_due(clock) == 1
    assert b"It is 123456." in mailing.kept[0].content
    assert (now_of(message).state, message.text) == ("accepted", "")


def test_a_secret_that_nobody_heard_of_twice_has_failed_and_is_wiped(
    landlord: Landlord, clock: Clock
) -> None:
    message = secret_mail(landlord)
    for state, text in (("waiting", "It is 123456."), ("failed", "")):
        assert carrying.hand_over(now_of(message), "smtp", clock())
        carrying.settle(now_of(message), Answer(Outcome.UNHEARD, "no answer"), clock())
        assert (now_of(message).state, message.text) == (state, text)


def test_a_secret_that_is_refused_is_wiped(landlord: Landlord, clock: Clock) -> None:
    message, plain = secret_mail(landlord), staff_mail(landlord)
    for each in (message, plain):
        carrying.settle(now_of(each), Answer(Outcome.REFUSED, "no such box"), clock())
    assert (now_of(message).state, message.text) == ("failed", "")
    assert now_of(plain).text == "By Friday, please."
