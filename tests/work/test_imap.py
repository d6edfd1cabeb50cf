"""E-mail over IMAP, from a real server: Dovecot, which the test command installs where it may."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from redress.cases.models import Case, MailItem, MailPlace
from redress.uploads.shelf import Shelf
from redress.work import fetch_mail, mailboxes
from redress.work.mailboxes import Imap, NotMoved, Unreachable, where_of
from tests import builders
from tests.imap_server import HOST, PASSWORD, USER, ImapServer, dovecot
from tests.work.mail_corpus import letter, of

pytestmark = pytest.mark.django_db
NOW = datetime(2099, 5, 12, 10, tzinfo=UTC)  # after whatever day the server delivers on
installed = pytest.mark.skipif(dovecot() is None, reason="there is no Dovecot here")


@pytest.fixture(scope="module")
def running() -> Iterator[ImapServer]:
    with ImapServer() as server:
        yield server


@pytest.fixture
def imap(running: ImapServer, settings: Any, shelf: Shelf) -> ImapServer:
    address = f"imap://{USER}@{HOST}:{running.port}/INBOX"
    settings.MAIL_IN = {"code-model": address}
    settings.MAIL_IN_PASSWORD = {"code-model": PASSWORD}
    settings.MAIL_IN_DONE = "Redress"
    return running


@installed
def test_each_mail_is_taken_once_and_moved_on(imap: ImapServer) -> None:
    builders.office()
    before = imap.lying_in("Redress")
    ann = bytes(letter(sender=of("Ann")))
    imap.deliver(ann, bytes(letter(sender=of("Bea"))), ann)
    assert fetch_mail.run(NOW) == 2
    assert fetch_mail.run(NOW) == 0
    assert Case.objects.count() == 2 and not MailPlace.objects.exists()
    assert (imap.lying_in(), imap.lying_in("Redress") - before) == (0, 3)
    today = datetime.now(UTC).date()
    assert all(abs((item.received_on - today).days) <= 1 for item in MailItem.objects.all())


@installed
def test_where_it_cannot_be_moved_it_is_known_by_its_place(
    imap: ImapServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    builders.office()

    def fails(*_: Any) -> None:
        raise NotMoved("over quota")

    imap.deliver(bytes(letter("Wet", of("Cid"))))
    with monkeypatch.context() as broken:
        broken.setattr(Imap, "move_on", fails)
        assert [fetch_mail.run(NOW) for _ in range(3)] == [1, 0, 0]
        (place,) = MailPlace.objects.all()
        assert place.key.isdecimal() and place.validity.isdecimal()
        MailPlace.objects.update(validity="7")  # the box counts anew: known by what it says
        assert fetch_mail.run(NOW) == 0
    assert fetch_mail.run(NOW) == 0
    assert Case.objects.count() == 1 and imap.lying_in() == 0


@installed
def test_a_server_that_knows_no_move_is_asked_to_copy(
    imap: ImapServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    builders.office()
    opened = Imap._connected

    def older(box: Imap) -> Any:
        line = opened(box)
        line.capabilities = tuple(each for each in line.capabilities if each != "MOVE")
        return line

    monkeypatch.setattr(Imap, "_connected", older)
    before = imap.lying_in("Redress")
    imap.deliver(bytes(letter("Wet", of("Dov"))))
    assert fetch_mail.run(NOW) == 1
    assert (imap.lying_in(), imap.lying_in("Redress") - before) == (0, 1)


@installed
def test_a_wrong_password_or_folder_is_said_without_the_password(
    imap: ImapServer, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    builders.office()
    settings.MAIL_IN_PASSWORD = {"": "open-says-me"}
    assert fetch_mail.run(NOW) == 0
    settings.MAIL_IN_PASSWORD = {"": PASSWORD}
    settings.MAIL_IN = {"code-model": f"imap://{USER}@{HOST}:{imap.port}/Nowhere"}
    assert fetch_mail.run(NOW) == 0
    assert caplog.text.count("The mailbox cannot be opened") == 2
    assert "says-me" not in caplog.text and PASSWORD not in caplog.text


def test_nobody_there_is_unreachable() -> None:
    with pytest.raises(Unreachable):
        Imap(where_of(f"imap://{USER}@{HOST}:1/INBOX", "x"), "Redress")


def test_an_address_is_taken_apart(settings: Any) -> None:
    settings.MAIL_IN_PASSWORD = {"harrow": "x"}
    found = where_of("imaps://a%40b.example@mx.example/Complaints", "harrow")
    assert (found.host, found.port, found.tls) == ("mx.example", 993, True)
    assert (found.user, found.password, found.folder) == ("a@b.example", "x", "Complaints")


@pytest.mark.parametrize("wrong", ["imap://a@mx.example", "pop://a@b", "mx.example", "imaps:///x"])
def test_what_is_no_address_or_could_be_read_by_others_is_refused(wrong: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="REDRESS_MAIL_IN must read"):
        where_of(wrong, "x")


def test_without_a_box_there_is_none(db: None, settings: Any) -> None:
    settings.MAIL_IN = {}
    assert mailboxes.box_for(builders.landlord()) is None
