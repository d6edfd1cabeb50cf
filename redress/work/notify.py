"""Sending by GOV.UK Notify, for public bodies that use it: one signed request a message.

E-mail goes through a template of the landlord's own with the places ((subject)) and ((body));
letters go as the PDF itself. Our message id is Notify's `reference`: where an answer was not heard
Notify is asked whether it has the message.
"""

import base64
import hmac
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import quote, urlsplit

from django.conf import settings

from redress.cases.carrying import Answer, Outcome
from redress.cases.models import Message
from redress.rules.sending import Way
from redress.work.mail import Unsendable, pdf_of, words_of
from redress.work.smtp import Unreachable

SECONDS = 30
ID_LENGTH = 36
LOST = (OSError, HTTPException, ValueError)


def notify_for(slug: str) -> "Notify | None":
    """Notify for this landlord; None where it does not use it."""
    keys, templates = settings.NOTIFY_KEYS, settings.NOTIFY_TEMPLATES
    key = keys.get(slug, keys.get("", ""))
    if not (key and settings.NOTIFY_ADDRESS):
        return None
    return Notify(settings.NOTIFY_ADDRESS, key, templates.get(slug, templates.get("", "")))


@dataclass(frozen=True)
class Notify:
    """Notify at an address, with a key of the form NAME-SERVICE-SECRET and the e-mail template."""

    address: str
    key: str
    template: str = ""
    name: str = "notify"

    def send(self, message: Message, leaving: Callable[[], bool]) -> Answer:
        """Hand over one message. One that may have been handed over before is asked for first."""
        path, body = self._request(message)
        if message.doubts and (known := self.ask(message)):
            return known
        line = self._connected()
        try:
            if not leaving():
                return Answer(Outcome.TAKEN)
            status, said = self._talk(line, "POST", path, body)
        except LOST as error:
            return Answer(Outcome.UNHEARD, f"Notify did not answer: {error}")
        finally:
            line.close()
        return _answer(status, said)

    def ask(self, message: Message) -> Answer | None:
        """Accepted, where Notify knows the message; None where it does not. Raises `Unreachable`
        where it will not say."""
        line = self._connected()
        try:
            path = f"/v2/notifications?reference={quote(message.message_id)}"
            status, said = self._talk(line, "GET", path)
        except LOST as error:
            raise Unreachable(f"Notify did not answer: {error}") from error
        finally:
            line.close()
        if status != 200:
            raise Unreachable(f"Notify will not say: {status} {_errors(said)}")
        found = said.get("notifications", [])
        if not found:
            return None
        return Answer(Outcome.ACCEPTED, f"Notify has it: {found[0]['id']}")

    def close(self) -> None:
        """Nothing is kept open."""

    def _request(self, message: Message) -> tuple[str, dict[str, Any]]:
        if message.way == Way.POST.value:
            paper = pdf_of(message)
            if paper is None:
                raise Unsendable("Notify posts letters as PDF, and this is no letter.")
            content = base64.b64encode(paper).decode()
            body = {"reference": message.message_id, "content": content}
            return "/v2/notifications/letter", body
        words = {"subject": message.subject, "body": words_of(message)}
        return "/v2/notifications/email", {
            "email_address": message.to_address,
            "template_id": self.template,
            "personalisation": words,
            "reference": message.message_id,
        }

    def _connected(self) -> HTTPConnection:
        """A connection on which nothing has been sent yet."""
        parts = urlsplit(self.address)
        kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        line = kind(parts.hostname or "", parts.port, timeout=SECONDS)
        try:
            line.connect()
        except OSError as error:
            raise Unreachable(f"Notify cannot be reached: {error}") from error
        return line

    def _talk(
        self, line: HTTPConnection, verb: str, path: str, body: dict[str, Any] | None = None
    ) -> tuple[int, dict[str, Any]]:
        headers = {"Authorization": f"Bearer {self._token()}", "Content-Type": "application/json"}
        line.request(verb, urlsplit(self.address).path + path, json.dumps(body or {}), headers)
        response = line.getresponse()
        content = response.read()
        return response.status, json.loads(content) if content else {}

    def _token(self) -> str:
        """A JSON web token that says who we are and when, signed with the key's secret."""
        secret, service = self.key[-ID_LENGTH:], self.key[-2 * ID_LENGTH - 1 : -ID_LENGTH - 1]
        claims = {"iss": service, "iat": int(time.time())}
        signed = ".".join(_encoded(part) for part in ({"typ": "JWT", "alg": "HS256"}, claims))
        mark = hmac.new(secret.encode(), signed.encode(), sha256).digest()
        return f"{signed}.{_base64(mark)}"


def _answer(status: int, said: dict[str, Any]) -> Answer:
    """What an answer means. A fault of Notify's own may have come after it took the message."""
    if status == 201:
        return Answer(Outcome.ACCEPTED, f"Notify took it: {said.get('id', '')}")
    words = f"{status} {_errors(said)}"
    if status in (401, 403, 429):
        return Answer(Outcome.LATER, words)
    return Answer(Outcome.UNHEARD if status >= 500 else Outcome.REFUSED, words)


def _errors(said: dict[str, Any]) -> str:
    return "; ".join(str(error.get("message", "")) for error in said.get("errors", []))


def _encoded(part: dict[str, Any]) -> str:
    return _base64(json.dumps(part, separators=(",", ":")).encode())


def _base64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
