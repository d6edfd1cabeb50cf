"""Mail that comes back finds its message, whatever it looks like, and nothing else happens."""

import mailbox
from pathlib import Path
from typing import Any

import pytest

from redress.cases.models import Case, Event, Message
from redress.people.models import Landlord
from redress.work.bounces import bounce_of, read_bounces
from redress.work.sending import send_due
from tests.mail_server import MailServer
from tests.work.messages import Clock, letter_mail

pytestmark = pytest.mark.django_db
ID = "0123456789abcdef0123456789abcdef"
REPORT = """\
From: MAILER-DAEMON@mx.example
To: {to}
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I could not deliver your message.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; mary@example.org
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 <mary@example.org>: user unknown

--b
Content-Type: message/rfc822

From: complaints@landlord.example
To: mary@example.org
Subject: Your complaint
Message-ID: <{returned}@landlord.example>

Dear Mary
--b--
"""


def report(**others: str) -> bytes:
    values = {"to": "bounces@landlord.example", "action": "failed", "status": "5.1.1"}
    return REPORT.format(**(values | {"returned": ID} | others)).encode()


def test_it_is_known_by_the_message_it_returns() -> None:
    bounce = bounce_of(report())
    assert bounce is not None
    assert bounce.message_id == ID
    assert bounce.said == "smtp; 550 5.1.1 <mary@example.org>: user unknown"


def test_it_is_known_by_its_address_first() -> None:
    bounce = bounce_of(report(to=f"bounces+{ID}@landlord.example", returned="f" * 32))
    assert bounce is not None and bounce.message_id == ID


@pytest.mark.parametrize(
    "content",
    [
        report(action="delayed", status="4.4.1"),
        report(action="delivered", status="2.0.0"),
        report(returned="something-else"),
        b"Subject: I am away until Monday\nAuto-Submitted: auto-replied\n\nBye",
        f"To: bounces+{ID}@landlord.example\nSubject: Re: Your complaint\n\nThank you".encode(),
        b"",
        b"\xff\xfe\x00",
        report()[:200],
        b"Content-Type: multipart/report; boundary=b\n\n" + b"--b\n" * 2_000,
        b"Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status"
        b"\n\nnonsense\n\n\n\n--b--",
    ],
    ids=lambda content: str(len(content)),
)
def test_any_other_mail_is_no_bounce(content: bytes) -> None:
    assert bounce_of(content) is None


@pytest.fixture
def folder(tmp_path: Path, settings: Any) -> mailbox.Maildir:
    settings.BOUNCE_FOLDER = str(tmp_path / "bounces")
    return mailbox.Maildir(settings.BOUNCE_FOLDER, create=True)


def now_of(message: Message) -> Message:
    message.refresh_from_db()
    return message


def test_a_letter_that_came_back_is_put_before_a_person_once(
    landlord: Landlord, mailing: MailServer, clock: Clock, folder: mailbox.Maildir, settings: Any
) -> None:
    settings.BOUNCE_ADDRESS = "bounces@landlord.example"
    message, other = letter_mail(landlord), letter_mail(landlord, "b@example.org")
    send_due(clock)
    sender = mailing.kept[0].sender
    assert sender == f"bounces+{message.message_id}@landlord.example"
    before = (Case.objects.count(), Event.objects.count(), Message.objects.count())
    for _ in range(3):
        folder.add(report(to=sender, returned="x"))
    folder.add(b"Subject: away\n\nBye")
    assert read_bounces(clock()) == 1
    assert now_of(message).state == "failed"
    assert message.answer.startswith("Came back: smtp; 550 5.1.1")
    assert now_of(other).state == "accepted"
    assert read_bounces(clock()) == 0
    assert (Case.objects.count(), Event.objects.count(), Message.objects.count()) == before
    assert all(folder.get_message(key).get_subdir() == "cur" for key in folder.keys())  # noqa: SIM118


def test_one_that_was_never_sent_cannot_come_back(
    landlord: Landlord, clock: Clock, folder: mailbox.Maildir
) -> None:
    message = letter_mail(landlord)
    folder.add(report(returned=message.message_id))
    assert read_bounces(clock()) == 0
    assert now_of(message).state == "waiting"


def test_without_a_folder_nothing_is_read(clock: Clock) -> None:
    assert read_bounces(clock()) == 0
