"""The virus scanner: a stub that speaks clamd's own words over a socket, and what follows."""

import socket
import struct
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from redress.cases.models import Event, Message, StoredFile
from redress.cases.verify import verify
from redress.config import env
from redress.rules.access import Verb
from redress.rules.actions.allocate import Allocate
from redress.rules.facts import State
from redress.uploads.clamd import NoAnswer, found_in
from redress.uploads.shelf import Shelf
from redress.work import scan_files
from redress.work.rounds import ROUNDS
from tests import builders
from tests.cases.test_files import DAY, file, sends
from tests.uploads.corpus import PDF

NOW = builders.at(DAY)
BAD = b"a virus that the stub knows"
LARGEST = 3_000_000  # bytes


class Clamd(threading.Thread):
    """Answers INSTREAM as clamd does; `says` answers anything else instead."""

    def __init__(self, listener: socket.socket) -> None:
        super().__init__(daemon=True)
        self.listener, self.asked = listener, 0
        self.says: bytes | None = None

    def run(self) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            with connection, connection.makefile("rb") as stream:
                self.asked += 1
                connection.sendall(self.answer(stream))

    def answer(self, stream: Any) -> bytes:
        assert stream.read(10) == b"zINSTREAM\0"
        content = b""
        while length := struct.unpack(">I", stream.read(4))[0]:
            content += stream.read(length)
        if self.says is not None:
            return self.says
        if len(content) > LARGEST:
            return b"INSTREAM size limit exceeded. ERROR\0"
        return b"stream: Stub.Test.Virus FOUND\0" if BAD in content else b"stream: OK\0"


@pytest.fixture
def clamd(settings: Any) -> Iterator[Clamd]:
    """A scanner on loopback, and the site told of it."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        stub = Clamd(listener)
        stub.start()
        settings.CLAMD = f"127.0.0.1:{listener.getsockname()[1]}"
        yield stub


def state() -> list[str]:
    return list(StoredFile.objects.order_by("id").values_list("scan", flat=True))


class TestAsking:
    def test_clean_and_not(self, clamd: Clamd, settings: Any, tmp_path: Path) -> None:
        path = tmp_path / "a"
        path.write_bytes(PDF + bytes(2_000_000))  # several pieces
        assert found_in(path, settings.CLAMD) == ""
        path.write_bytes(PDF + BAD)
        assert found_in(path, settings.CLAMD) == "Stub.Test.Virus"

    def test_over_a_unix_socket(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(PDF + BAD)
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(str(tmp_path / "s"))
            listener.listen()
            Clamd(listener).start()
            assert found_in(tmp_path / "a", f"unix:{tmp_path / 's'}") == "Stub.Test.Virus"

    @pytest.mark.parametrize(
        "says", [b"", b"UNKNOWN COMMAND\0", b"stream: lstat() failed ERROR\0", b"OK FOUND\0"]
    )
    def test_any_other_answer_settles_nothing(
        self, clamd: Clamd, settings: Any, tmp_path: Path, says: bytes
    ) -> None:
        (tmp_path / "a").write_bytes(PDF)
        clamd.says = says
        with pytest.raises(NoAnswer):
            found_in(tmp_path / "a", settings.CLAMD)

    @pytest.mark.parametrize("address", ["127.0.0.1:1", "unix:/nowhere/at/all"])
    def test_nobody_listens(self, tmp_path: Path, address: str) -> None:
        (tmp_path / "a").write_bytes(PDF)
        with pytest.raises(NoAnswer, match="does not answer"):
            found_in(tmp_path / "a", address)

    @pytest.mark.parametrize("word", ["clamav", "host:", ":3310", "host:99999", "unix:x"])
    def test_an_address_that_cannot_be_meant(
        self, monkeypatch: pytest.MonkeyPatch, word: str
    ) -> None:
        monkeypatch.setenv("REDRESS_CLAMD", word)
        with pytest.raises(Exception, match="write unix:/path or host:port"):
            env.scanner("REDRESS_CLAMD")


@pytest.mark.django_db
@pytest.mark.usefixtures("shelf")
class TestRound:
    @pytest.fixture
    def office(self) -> builders.Office:
        return builders.office()

    @pytest.fixture
    def reference(self, office: builders.Office) -> str:
        return office.reach(State.STAGE_1_OPEN)

    def test_a_file_waits_until_it_is_found_clean(
        self, office: builders.Office, reference: str, clamd: Clamd
    ) -> None:
        sends(office.one, reference, file())
        assert state() == ["pending"]
        assert scan_files.run(NOW) == 1
        assert state() == ["clean"]
        assert scan_files.run(NOW) == 0 and clamd.asked == 1

    def test_a_virus_goes_on_the_record_and_to_the_handler(
        self, office: builders.Office, reference: str, clamd: Clamd
    ) -> None:
        handler = Allocate(handler=office.one.actor.id or 0, handler_name="Amina Khan")
        office.one.does(reference, Verb.ALLOCATE, handler, DAY)
        sends(office.one, reference, file(PDF + BAD, "mary.pdf"), file())
        assert scan_files.run(NOW) == 2
        assert state() == ["infected", "clean"]
        event = Event.objects.get(name="virus_found")
        assert event.content and "mary.pdf" in event.content
        assert "Stub.Test.Virus" in event.content and event.by is None
        message = Message.objects.get(kind="virus_found")
        assert message.to_address == "amina.khan.code-model@example.org"
        assert "mary" not in message.subject + message.text
        assert verify().faults == []

    def test_a_silent_scanner_leaves_them_waiting_and_is_a_problem_of_the_round(
        self, office: builders.Office, reference: str, clamd: Clamd
    ) -> None:
        for number in range(5):
            sends(office.one, reference, file(PDF + bytes([number])))
        clamd.says = b""
        with pytest.raises(NoAnswer):
            scan_files.run(NOW)
        assert state() == ["pending"] * 5 and clamd.asked == 3  # then it was given up
        clamd.says = None
        assert scan_files.run(NOW) == 5

    def test_one_that_cannot_be_scanned_does_not_hold_up_the_others(
        self, office: builders.Office, reference: str, clamd: Clamd
    ) -> None:
        sends(office.one, reference, file(PDF + bytes(LARGEST)), file())
        with pytest.raises(NoAnswer, match="size limit"):
            scan_files.run(NOW)
        assert state() == ["pending", "clean"]

    def test_files_from_before_there_was_a_scanner_are_looked_at_too(
        self, office: builders.Office, reference: str, settings: Any, clamd: Clamd
    ) -> None:
        address, settings.CLAMD = settings.CLAMD, ""
        sends(office.one, reference, file(PDF + BAD))
        assert state() == ["not_scanned"] and scan_files.run(NOW) == 0
        settings.CLAMD = address
        assert scan_files.run(NOW) == 1 and state() == ["infected"]

    def test_a_file_that_is_gone_is_not_called_clean(
        self, office: builders.Office, reference: str, shelf: Shelf, clamd: Clamd
    ) -> None:
        sends(office.one, reference, file())
        shelf.remove(StoredFile.objects.get().place)
        with pytest.raises(NoAnswer):
            scan_files.run(NOW)
        assert state() == ["pending"]


def test_the_worker_does_both_rounds() -> None:
    assert {"scan files", "sweep files"} <= {each.name for each in ROUNDS}
