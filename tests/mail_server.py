"""A real mail server on this machine that does as it is told, well or badly.

What it does with a recipient is a list of words, one for each time it is asked to take a mail for
them; when the list is used up, it accepts. Of the recipient: `refuse` 550, `later` 451, `closing`
421 and the connection ended. Of DATA: `data-later` 451. After the mail has come: `accept` 250,
`slow` 250 after four seconds, `accept-cut` 250 and then the connection lost, `late-refuse` 554,
`late-later` 452, `stall` no answer, `cut` the connection lost before any answer and the mail not
kept, `kept` the same with the mail kept.
"""

import asyncio
import email
import socket
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

HOST = "127.0.0.1"
ANSWERS = {
    "refuse": "550 5.1.1 No such mailbox",
    "later": "451 4.7.1 Greylisted, come back later",
    "closing": "421 4.3.2 Closing down",
    "late-refuse": "554 5.7.1 The content is refused",
    "late-later": "452 4.2.2 The mailbox is full",
    "data-later": "451 4.3.0 Not now",
}
AT_RECIPIENT = ("refuse", "later", "closing")


@dataclass
class Accepted:
    """A mail that the server has kept."""

    recipient: str
    sender: str
    content: bytes

    @property
    def message_id(self) -> str:
        return str(email.message_from_bytes(self.content)["Message-ID"])


@dataclass
class Behaviour:
    """What to do for whom, and what was kept."""

    does: dict[str, list[str]] = field(default_factory=dict)
    kept: list[Accepted] = field(default_factory=list)
    transcript: Path | None = None  # where each kept mail's id is written as it is kept

    def next(self, recipient: str) -> str:
        words = self.does.get(recipient, [])
        always = recipient.partition("@")[0]  # "refuse@example.org" is always refused
        return words[0] if words else always if always in ANSWERS else "accept"

    def done(self, recipient: str) -> None:
        if self.does.get(recipient):
            self.does[recipient].pop(0)

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        word = self.next(address)
        if word in AT_RECIPIENT:
            self.done(address)
            if word == "closing":
                asyncio.get_running_loop().call_later(0.05, server.transport.abort)
            return ANSWERS[word]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        recipient = envelope.rcpt_tos[0]
        word = self.next(recipient)
        self.done(recipient)
        if word in ("kept", "accept", "accept-cut", "slow"):
            self.keep(envelope)
        if word in ("stall", "slow"):
            await asyncio.sleep(30 if word == "stall" else 4)
        if word in ("cut", "kept"):
            server.transport.abort()
        return ANSWERS.get(word, "250 2.0.0 Kept as 7F3A")

    def keep(self, envelope: Envelope) -> None:
        content: Any = envelope.original_content or envelope.content
        mail = Accepted(envelope.rcpt_tos[0], str(envelope.mail_from), bytes(content))
        self.kept.append(mail)
        if self.transcript:
            with self.transcript.open("a") as file:
                file.write(f"{mail.message_id} {mail.recipient}\n")
                file.flush()


class Server(SMTP):
    """Refuses DATA itself where it is told to, which the library leaves to its subclass."""

    async def smtp_DATA(self, arg: str | None) -> None:
        behaviour: Behaviour = self.event_handler
        recipient = self.envelope.rcpt_tos[0] if self.envelope and self.envelope.rcpt_tos else ""
        word = behaviour.next(recipient)
        if word == "data-later":
            behaviour.done(recipient)
            await self.push(ANSWERS["data-later"])
            return
        await super().smtp_DATA(arg)
        if word == "accept-cut" and self.transport:
            self.transport.close()  # what was said is sent first, and no next mail can begin


class _Controller(Controller):
    def factory(self) -> SMTP:
        return Server(self.handler, hostname="sink.example")


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


class MailServer:
    """The server, running on a free port while the block lasts."""

    def __init__(self, port: int = 0, transcript: Path | None = None) -> None:
        self.behaviour = Behaviour(transcript=transcript)
        self.port = port or free_port()
        self._controller = _Controller(self.behaviour, hostname=HOST, port=self.port)

    def __enter__(self) -> "MailServer":
        self._controller.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._controller.stop(no_assert=True)

    @property
    def kept(self) -> list[Accepted]:
        return self.behaviour.kept

    def does(self, recipient: str, *words: str) -> None:
        """What to do the next times somebody has a mail for this recipient."""
        self.behaviour.does[recipient] = list(words)


if __name__ == "__main__":  # as a process of its own: prints its port, ends with its standard input
    with MailServer(transcript=Path(sys.argv[1])) as running:
        print(running.port, flush=True)
        sys.stdin.read()
        time.sleep(0.1)
