"""Handing an e-mail to a mail server, knowing at each step whether it can have been sent.

Until the server has said "go ahead" to DATA nothing has left: whatever goes wrong, it is tried
again later. From then until its last answer a lost connection leaves the message in doubt.
"""

import re
import smtplib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from redress.cases.carrying import Answer, Outcome
from redress.work.mail import Envelope

GO_AHEAD, DONE = 354, 250
LOST = (OSError, smtplib.SMTPException)  # the connection, or what the library made of it


@dataclass(frozen=True)
class MailServer:
    """Where and how the mail server is reached."""

    host: str
    port: int
    user: str = ""
    password: str = ""
    security: str = "starttls"
    seconds: float = 30


def mail_server() -> MailServer | None:
    """The mail server of the settings; None where none is set."""
    if not settings.MAIL_HOST:
        return None
    return MailServer(
        settings.MAIL_HOST,
        settings.MAIL_PORT,
        settings.MAIL_USER,
        settings.MAIL_PASSWORD,
        settings.MAIL_SECURITY,
        settings.MAIL_SECONDS,
    )


class Unreachable(Exception):
    """The mail server cannot be reached or will not have us: not the fault of any one message."""


class _Refused(Exception):
    """The server answered a step with a refusal."""

    def __init__(self, code: int, said: bytes, of_recipient: bool = True) -> None:
        lasting = code >= 500 and of_recipient
        self.code = code
        self.answer = Answer(Outcome.REFUSED if lasting else Outcome.LATER, _words(code, said))


@contextmanager
def _cut_off(line: smtplib.SMTP, seconds: float) -> Iterator[None]:
    """Break off with a server that answers a letter at a time, for ever."""
    cut = threading.Timer(seconds * 4, _cut, [line])
    cut.start()
    try:
        yield
    finally:
        cut.cancel()


def _cut(line: smtplib.SMTP) -> None:
    if line.sock is not None:
        try:
            line.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            line.sock.close()


class _Plain(smtplib.SMTP):
    """A line whose greeting may not last for ever either."""

    def connect(self, *where: Any, **how: Any) -> tuple[int, bytes]:
        with _cut_off(self, self.timeout):
            return super().connect(*where, **how)


class _Secure(smtplib.SMTP_SSL):
    """The same over TLS from the first byte."""

    def connect(self, *where: Any, **how: Any) -> tuple[int, bytes]:
        with _cut_off(self, self.timeout):
            return super().connect(*where, **how)


class Smtp:
    """One connection to the mail server, kept for as many e-mails as it will take."""

    def __init__(self, server: MailServer) -> None:
        self.server = server
        self.open: smtplib.SMTP | None = None

    def send(self, mail: Envelope, leaving: Callable[[], bool]) -> Answer:
        """Hand over one e-mail. `leaving` is called at the last moment before it can have left;
        where it answers False the e-mail stays. Raises `Unreachable`."""
        line = self._connected()
        with _cut_off(line, self.server.seconds):
            return self._sent(line, mail, leaving)

    def _sent(self, line: smtplib.SMTP, mail: Envelope, leaving: Callable[[], bool]) -> Answer:
        try:
            self._announce(line, mail)
        except _Refused as refused:
            self._ready_again(refused.code)
            return refused.answer
        except LOST as error:
            self._drop()
            return Answer(Outcome.LATER, f"The mail server broke off: {error}")
        if not leaving():
            self._drop()  # the only way out of DATA without sending
            return Answer(Outcome.TAKEN)
        return self._content(line, mail)

    def close(self) -> None:
        """End the connection in order."""
        if self.open is not None:
            try:
                self.open.quit()
            except LOST:
                self.open.close()
            self.open = None

    def _connected(self) -> smtplib.SMTP:
        if self.open is None:
            try:
                self.open = self._connect()
            except (*LOST, ValueError) as error:
                raise Unreachable(f"The mail server cannot be reached: {error}") from error
        return self.open

    def _connect(self) -> smtplib.SMTP:
        server, trusted = self.server, ssl.create_default_context()
        line: smtplib.SMTP
        if server.security == "tls":
            line = _Secure(server.host, server.port, timeout=server.seconds, context=trusted)
        else:
            line = _Plain(server.host, server.port, timeout=server.seconds)
        with _cut_off(line, server.seconds):
            self._greet(line, trusted)
        return line

    def _greet(self, line: smtplib.SMTP, trusted: ssl.SSLContext) -> None:
        server = self.server
        try:
            assert line.sock is not None  # noqa: S101 it has just been opened
            line.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # each step is one word
            if server.security == "starttls":
                line.starttls(context=trusted)
            if server.user:
                line.login(server.user, server.password)
            line.ehlo_or_helo_if_needed()
        except LOST:
            line.close()
            raise

    def _announce(self, line: smtplib.SMTP, mail: Envelope) -> None:
        """From whom, to whom, and may it come. Only what is said of the recipient is lasting."""
        code, said = line.mail(mail.sender)
        if code != DONE:
            raise _Refused(code, said, of_recipient=False)
        code, said = line.rcpt(mail.recipient)
        if code not in (250, 251):
            raise _Refused(code, said)
        code, said = line.docmd("DATA")
        if code != GO_AHEAD:
            raise _Refused(code, said)

    def _content(self, line: smtplib.SMTP, mail: Envelope) -> Answer:
        try:
            line.send(_dotted(mail.content))
            code, said = line.getreply()
        except LOST as error:
            self._drop()
            return Answer(Outcome.UNHEARD, f"The connection was lost before an answer: {error}")
        if code != DONE:
            self._ready_again(code)
            return _Refused(code, said).answer
        return Answer(Outcome.ACCEPTED, _words(code, said))

    def _ready_again(self, code: int) -> None:
        """After a refusal the connection can take the next e-mail, unless the server ended it."""
        try:
            if code == 421 or self.open is None or self.open.rset()[0] != DONE:
                self._drop()
        except LOST:
            self._drop()

    def _drop(self) -> None:
        if self.open is not None:
            self.open.close()
            self.open = None


def _dotted(content: bytes) -> bytes:
    """The content as it goes over the line: dots at the start of a line doubled, a dot to end."""
    end = b"" if content.endswith(b"\r\n") else b"\r\n"
    return re.sub(rb"(?m)^\.", b"..", content) + end + b".\r\n"


def _words(code: int, said: bytes) -> str:
    return f"{code} {said.decode('utf-8', errors='replace')}"
