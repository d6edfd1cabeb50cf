"""Uploads whose connection breaks: nothing is written, and nothing is left lying."""

import os
import socket
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from pytest_django.live_server_helper import LiveServer

from redress.cases import stored
from redress.cases.models import StoredFile
from redress.rules.access import Role
from redress.uploads.shelf import Shelf
from tests import builders
from tests.web.desk.conftest import TODAY, address, browser_of, case_of, opened
from tests.web.desk.pages import sent_by

MARK = b"----cut"


def body(fields: dict[str, list[str]]) -> bytes:
    """A form with a file of 300 KB, as a browser sends it."""
    parts = b""
    for name, (value, *_) in fields.items():
        head = f'Content-Disposition: form-data; name="{name}"'.encode()
        parts += b"--" + MARK + b"\r\n" + head + b"\r\n\r\n" + value.encode() + b"\r\n"
    head = b'Content-Disposition: form-data; name="attached"; filename="a.txt"\r\n'
    kind = b"Content-Type: text/plain\r\n\r\n"
    content = b"It leaks. " * 30_000
    return parts + b"--" + MARK + b"\r\n" + head + kind + content + b"\r\n--" + MARK + b"--\r\n"


def send(server: LiveServer, at: str, cookies: str, whole: bytes, sent: int) -> bytes:
    """Send so many bytes of a request and break off; what was answered, if all was sent."""
    host = urlsplit(server.url)
    head = (
        f"POST {at} HTTP/1.1\r\nHost: {host.netloc}\r\nCookie: {cookies}\r\n"
        f"Content-Type: multipart/form-data; boundary={MARK.decode()}\r\n"
        f"Content-Length: {len(whole)}\r\nConnection: close\r\n\r\n"
    )
    with socket.create_connection((host.hostname or "", host.port or 80), timeout=20) as wire:
        wire.sendall(head.encode() + whole[:sent])
        if sent < len(whole):
            wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, bytes([1, 0, 0, 0] + [0] * 4))
            return b""
        return wire.recv(200)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_cut_at_any_point(
    live_server: LiveServer, transactional_db: None, settings: Any, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    shelf = Shelf(settings.MEDIA_ROOT)
    landlord = builders.landlord()
    officer = builders.user(landlord, Role.COMPLAINTS_OFFICER)
    desk = builders.Desk(landlord, officer)
    ref = opened(desk)
    window = browser_of(officer)
    at = address(f"case/{ref}/note-document")
    fields = sent_by(window.get(at).content.decode())
    fields["csrfmiddlewaretoken"] = [window.cookies["csrf"].value]
    cookies = "; ".join(f"{name}={value.value}" for name, value in window.cookies.items())
    whole = body(fields)
    cuts = [0, 1, len(whole) // 100, len(whole) // 2, len(whole) * 99 // 100, len(whole) - 1]
    cuts += list(range(65_536, len(whole), 65_536))
    for cut in cuts:
        send(live_server, at, cookies, whole, cut)
    assert not case_of(desk, ref).documents and not StoredFile.objects.exists()
    assert b" 302 " in send(live_server, at, cookies, whole, len(whole))
    assert len(case_of(desk, ref).documents) == 1
    day_after = builders.at(TODAY)
    for path in shelf.root.rglob("*"):
        os.utime(path, ((day_after - timedelta(hours=25)).timestamp(),) * 2)
    stored.sweep(day_after)
    left = [path for path in shelf.root.rglob("*") if path.is_file()]
    assert left == [shelf.path(StoredFile.objects.get().place)]
