"""What a file is, by its content. Its name and what the sender called it decide nothing by
themselves: a list of kinds is kept, and everything else is turned away."""

import mmap
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import puremagic

from redress.uploads import office
from redress.uploads.names import ending_of
from redress.uploads.turned_away import TurnedAway


@dataclass(frozen=True)
class Kind:
    """A kind of file that is kept: its ending, its type, and what people call it.

    `photo` is made anew before it is kept; `may_place` says that the file as sent may tell where it
    was made.
    """

    ending: str
    content_type: str
    words: str
    photo: bool = False
    may_place: bool = False


JPEG = Kind(".jpg", "image/jpeg", "Photo", photo=True)
PNG = Kind(".png", "image/png", "Picture", photo=True)
WEBP = Kind(".webp", "image/webp", "Picture", photo=True)
GIF = Kind(".gif", "image/gif", "Picture", photo=True)
HEIC = Kind(".heic", "image/heic", "iPhone photo", may_place=True)
PDF = Kind(".pdf", "application/pdf", "PDF")
TEXT = Kind(".txt", "text/plain; charset=utf-8", "Text")
EML = Kind(".eml", "message/rfc822", "Email")
MSG = Kind(".msg", "application/vnd.ms-outlook", "Outlook email")
MP3 = Kind(".mp3", "audio/mpeg", "Recording")
WAV = Kind(".wav", "audio/wav", "Recording")
M4A = Kind(".m4a", "audio/mp4", "Recording", may_place=True)
MP4 = Kind(".mp4", "video/mp4", "Video", may_place=True)
MOV = Kind(".mov", "video/quicktime", "Video", may_place=True)
OFFICE = {
    ".docx": Kind(
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "Word document",
    ),
    ".xlsx": Kind(
        ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Spreadsheet"
    ),
    ".odt": Kind(".odt", "application/vnd.oasis.opendocument.text", "OpenDocument text"),
}
EVERY = (JPEG, PNG, WEBP, GIF, HEIC, PDF, TEXT, EML, MSG, MP3, WAV, M4A, MP4, MOV, *OFFICE.values())
KINDS = {kind.content_type: kind for kind in EVERY}
BRANDS = {
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"hevc"), HEIC),
    **dict.fromkeys((b"M4A ", b"M4B "), M4A),
    **dict.fromkeys((b"qt  ",), MOV),
    **dict.fromkeys((b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42"), MP4),
    **dict.fromkeys((b"avc1", b"M4V ", b"MSNV", b"3gp4", b"3gp5", b"3gp6", b"3gp7"), MP4),
}
STARTS = ((b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG), (b"GIF8", GIF), (b"%PDF-", PDF))
PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe")
PROGRAM_ENDINGS = {
    *(".exe", ".dll", ".scr", ".com", ".bat", ".cmd", ".ps1", ".vbs", ".vbe", ".js", ".jse"),
    *(".wsf", ".hta", ".msi", ".jar", ".lnk", ".sh", ".py"),
}
PACKED = (b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
OLE = bytes.fromhex("d0cf11e0a1b11ae1")  # old Office, Outlook, installers
# In two halves, so that no scanner takes this file for the test of scanners that it looks for.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
MARKUP = re.compile(rb"(?i)<(!doctype|html|head|body|script|svg|\?xml|iframe|meta|img|a )")
HEADER = re.compile(r"(?im)^(from|to|subject|date|received|return-path|mime-version|message-id):\s")
UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
HEAD = 4096  # bytes


def judge(path: Path, name: str) -> Kind:
    """The kind of the file at `path`, which its sender called `name`. Raises `TurnedAway`."""
    if path.stat().st_size == 0:
        raise TurnedAway("file_empty")
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole:
        if whole.find(EICAR) >= 0:
            raise TurnedAway("file_infected")
        head = whole[:HEAD]
        is_message = head.startswith(OLE) and whole.find(_wide("__substg1.0_")) >= 0
    if head.startswith(OLE):
        return _old(path, is_message)
    if head.startswith(b"PK"):
        return OFFICE[office.ending(path)]
    return _by_start(head) or _by_words(path, head, name)


def _wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def _old(path: Path, is_message: bool) -> Kind:
    """A file of Microsoft's older form: an Outlook message is kept."""
    if is_message:
        return MSG
    locked = _wide("EncryptedPackage") in path.read_bytes()
    raise TurnedAway("file_locked" if locked else "file_old_office")


def _by_start(head: bytes) -> Kind | None:
    for start, kind in STARTS:
        if head.startswith(start):
            return kind
    if head[:4] == b"RIFF":
        return {b"WEBP": WEBP, b"WAVE": WAV}.get(head[8:12])
    if head[4:8] == b"ftyp":
        return BRANDS.get(head[8:12])
    return MP3 if head[:3] == b"ID3" or _is_mp3_frame(head) else None


def _is_mp3_frame(head: bytes) -> bool:
    """Whether it begins with a frame of MPEG audio, layer III: sync, version, layer, rates."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2 or head[1] & 0x18 == 0x08:
        return False
    return head[2] >> 4 not in (0, 15) and head[2] & 0x0C != 0x0C


def _by_words(path: Path, head: bytes, name: str) -> Kind:
    """A text, if it is one and says so; else what stands against it."""
    if head.startswith(PROGRAMS) or ending_of(name) in PROGRAM_ENDINGS:
        raise TurnedAway("file_program")
    if head.startswith(PACKED):
        raise TurnedAway("file_packed")
    if MARKUP.match(head.lstrip(b"\xef\xbb\xbf \r\n\t")):
        raise TurnedAway("file_drawing" if b"<svg" in head.lower() else "file_web_page")
    text = _text(path)
    if text is None or ending_of(name) not in TEXTS:
        raise TurnedAway(_what(head))
    return TEXTS[ending_of(name)](text[:HEAD])


def _text(path: Path) -> str | None:
    """What it says, if it is text: in UTF-8, or as Windows writes it, without control marks."""
    content = path.read_bytes()
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if UNREADABLE.search(text) else text
    return None


def _message(beginning: str) -> Kind:
    if len(HEADER.findall(beginning)) < 2:
        raise TurnedAway("file_kind")
    return EML


def _plain(beginning: str) -> Kind:
    return TEXT


TEXTS: dict[str, Callable[[str], Kind]] = {".eml": _message, ".txt": _plain, ".csv": _plain}


def _what(head: bytes) -> str:
    """What an unknown file seems to be: a program, a packed file, or simply not on the list."""
    try:
        found = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return "file_kind"
    endings = {match.extension.lower() for match in found if match.confidence >= 0.4}
    if endings & {*PROGRAM_ENDINGS, ".class", ".elf", ".deb", ".rpm", ".appimage"}:
        return "file_program"
    return "file_packed" if endings & {".7z", ".rar", ".cab", ".iso", ".tar"} else "file_kind"
