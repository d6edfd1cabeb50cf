"""A stand-in for GOV.UK Notify that speaks its published API on this machine, well or badly.

What it does is a list of words, one for each message it is given; when the list is used up it takes
the message. Words: `429`, `400`, `403`, `500` (not kept), `500-kept`, `drop` (the connection ends
without an answer), `drop-kept`.
"""

import base64
import hmac
import json
import threading
import time
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506"
SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0"
KEY = f"complaints-{SERVICE}-{SECRET}"
ERRORS = {
    400: ("BadRequestError", "Missing personalisation: body"),
    403: ("AuthError", "Invalid token: signature"),
    429: (
        "RateLimitError",
        "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds",
    ),
    500: ("Exception", "Internal server error"),
}


class _Handler(BaseHTTPRequestHandler):
    server: "_Server"

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        given = json.loads(self.rfile.read(length))
        stub = self.server.stub
        word = stub.does.pop(0) if stub.does else "take"
        status = 201 if word == "take" else int(word[:3]) if word[0].isdigit() else 0
        if not self._signed():
            status = 403
        if word == "take" or word.endswith("kept"):
            stub.kept.append({"path": self.path, **given})
        if status == 0:
            self.connection.close()
            return
        self._say(status, {"id": f"id-{len(stub.kept)}", "reference": given["reference"]})

    def do_GET(self) -> None:
        stub = self.server.stub
        parts = urlsplit(self.path)
        assert parts.path == "/v2/notifications", self.path
        (reference,) = parse_qs(parts.query)["reference"]
        found = [
            {"id": f"id-{number}", "reference": reference, "status": "delivered"}
            for number, each in enumerate(stub.kept, 1)
            if each["reference"] == reference
        ]
        self._say(200 if self._signed() else 403, {"notifications": found, "links": {}})

    def _signed(self) -> bool:
        """Whether the request has a token signed with the key's secret, of this moment."""
        kind, _, token = self.headers.get("Authorization", "").partition(" ")
        signed, _, mark = token.rpartition(".")
        good = hmac.new(SECRET.encode(), signed.encode(), sha256).digest()
        claims = json.loads(_decoded(signed.split(".")[1]))
        fresh = abs(time.time() - claims["iat"]) < 30
        same = hmac.compare_digest(_decoded(mark), good)
        return kind == "Bearer" and claims["iss"] == SERVICE and fresh and same

    def _say(self, status: int, content: dict[str, Any]) -> None:
        if status >= 400:
            name, words = ERRORS[status]
            content = {"status_code": status, "errors": [{"error": name, "message": words}]}
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *said: Any) -> None:
        """A stand-in says nothing."""


def _decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


class _Server(ThreadingHTTPServer):
    stub: "Notify"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A connection that the stub itself ended is no news."""


class Notify:
    """The stand-in, running while the block lasts. `kept` are the messages it has."""

    def __init__(self) -> None:
        self.does: list[str] = []
        self.kept: list[dict[str, Any]] = []
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.stub = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=[0.05])

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> "Notify":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
