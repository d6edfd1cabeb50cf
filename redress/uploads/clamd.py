"""Asking ClamAV's daemon about a file, in its own INSTREAM words.

The file is sent in pieces, each after its length in four bytes, and ends with a piece of none; the
answer is "stream: OK", "stream: <name> FOUND" or something else, which settles nothing.
"""

import socket
import struct
from pathlib import Path

PIECE = 256 * 1024  # bytes
WAIT = 60  # seconds for an answer
LONGEST_ANSWER = 4096


class NoAnswer(Exception):
    """The scanner could not be asked, or did not say. The file stays unsettled."""


def found_in(path: Path, address: str) -> str:
    """The name of the virus in a file, empty where it is clean. Raises `NoAnswer`.

    `address` is "unix:/run/clamav/clamd.ctl" or "host:port".
    """
    try:
        with path.open("rb") as file, _connected(address) as connection:
            connection.sendall(b"zINSTREAM\0")
            while piece := file.read(PIECE):
                connection.sendall(struct.pack(">I", len(piece)) + piece)
            connection.sendall(struct.pack(">I", 0))
            return _read(_answer(connection))
    except (OSError, ValueError) as error:
        raise NoAnswer(f"the virus scanner does not answer: {error}") from error


def _connected(address: str) -> socket.socket:
    if address.startswith("unix:"):
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(WAIT)
        try:
            connection.connect(address.removeprefix("unix:"))
        except OSError:
            connection.close()
            raise
        return connection
    host, _, port = address.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=WAIT)


def _answer(connection: socket.socket) -> str:
    said = b""
    while not said.endswith(b"\0") and len(said) < LONGEST_ANSWER:
        piece = connection.recv(LONGEST_ANSWER)
        if not piece:
            break
        said += piece
    return said.rstrip(b"\0\n").decode("utf-8", errors="replace")


def _read(answer: str) -> str:
    said = answer.removeprefix("stream: ")
    if answer.startswith("stream: ") and said.endswith(" FOUND"):
        return said.removesuffix(" FOUND")
    if said == "OK":
        return ""
    raise NoAnswer(f"the virus scanner says: {answer or 'nothing'}")
