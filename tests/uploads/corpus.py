"""Files that people send and files that people send to do harm, made here: none is kept in the
repository. Each says what must become of it: the ending it is kept with, or why it is not kept."""

import io
import struct
import wave
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PIL import Image

# In halves: this file must not look like the test virus to a scanner.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
ODT = "application/vnd.oasis.opendocument.text"
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@dataclass(frozen=True)
class Sample:
    """One file: its name, its content when asked for, and what must become of it."""

    name: str
    make: Callable[[], bytes]
    becomes: str


def picture(form: str = "JPEG", size: tuple[int, int] = (40, 30), **how: Any) -> bytes:
    """A picture in red."""
    made, mode = io.BytesIO(), how.pop("mode", "RGB")
    Image.new(mode, size).save(made, form, **how)
    return made.getvalue()


def photo(turn: int = 6) -> bytes:
    """A photo of 40 by 30 as a telephone writes it: on its side, with maker and place."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = turn, "Telephone of Mary Osei"
    place = exif.get_ifd(0x8825)
    place[1], place[2] = "N", (51.0, 31.0, 12.0)
    return picture(exif=exif)


def packed(parts: dict[str, bytes | str], **how: Any) -> bytes:
    """A packed folder."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", how.pop("method", zipfile.ZIP_DEFLATED)) as folder:
        for name, content in parts.items():
            folder.writestr(name, content)
    return made.getvalue()


def office(main: str = WORD, **more: bytes | str) -> bytes:
    """A Word document, or another of its family, with further parts."""
    types = f'<Types><Override PartName="/main.xml" ContentType="{main}"/></Types>'
    parts = {part.replace("__", "/").replace("_dot_", "."): text for part, text in more.items()}
    return packed({"[Content_Types].xml": types, "word/document.xml": "<w:document/>", **parts})


def odt(**more: bytes | str) -> bytes:
    parts = {part.replace("__", "/"): text for part, text in more.items()}
    return packed({"mimetype": ODT, "content.xml": "<office/>", **parts})


def locked() -> bytes:
    """A packed file whose entries say that they are encrypted."""
    content = bytearray(office())
    for start, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(start)
        while at >= 0:
            content[at + flags] |= 1
            at = content.find(start, at + 4)
    return bytes(content)


def overlapping() -> bytes:
    """Entries of the list of contents that share the same bytes, many times over."""
    whole = office(word__media="x" * 5000)
    start = whole.find(b"PK\x01\x02")
    end = whole.find(b"PK\x05\x06")
    listed = whole[start:end] * 60
    count = whole[start:end].count(b"PK\x01\x02") * 60
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(listed), start, 0)
    return whole[:start] + listed + tail


def link() -> bytes:
    """A symbolic link to a file of the machine, in a packed folder."""
    made = io.BytesIO(office())
    with zipfile.ZipFile(made, "a") as folder:
        entry = zipfile.ZipInfo("word/link")
        entry.external_attr = 0o120777 << 16
        folder.writestr(entry, "/etc/passwd")
    return made.getvalue()


def box(brand: bytes) -> bytes:
    """The beginning of a film or an iPhone photo."""
    return struct.pack(">I", 24) + b"ftyp" + brand + b"\0\0\0\0isomiso2" + b"\0\0\0\x08mdat"


def sound() -> bytes:
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(800))
    return made.getvalue()


def flood() -> bytes:
    """900 million dots in 110 KB."""
    return picture("PNG", (30_000, 30_000), mode="1")


def huge_on_paper() -> bytes:
    """A picture whose head claims 4 billion dots that are not there."""
    content = bytearray(picture("PNG"))
    content[16:24] = struct.pack(">II", 65_000, 65_000)
    content[29:33] = struct.pack(">I", zlib.crc32(content[12:29]))
    return bytes(content)


def types() -> dict[str, bytes | str]:
    return {"[Content_Types].xml": f'<Types><Override ContentType="{WORD}"/></Types>'}


def unpacked_virus() -> bytes:
    return packed({"a.txt": EICAR}, method=zipfile.ZIP_STORED)


def crowd() -> bytes:
    """More parts than any document has."""
    return packed(types() | {f"word/{number}": "" for number in range(2_100)})


def long_contents() -> bytes:
    """A list of contents that is long and packs badly: its length is refused, not its ratio."""
    noise = bytes((n * n * 7919 >> 5) & 0xFF for n in range(60_000))
    return packed({"[Content_Types].xml": bytes(1_200_000) + noise})


PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"
PDF_SCRIPT = b"%PDF-1.7\n1 0 obj\n<< /OpenAction << /S /JavaScript /JS (alert(1)) >> >>\n%%EOF\n"
HTML = b"<!DOCTYPE html><html><script>alert(document.cookie)</script></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
MAIL = b"From: Mary <mary@example.org>\r\nTo: us@example.org\r\nSubject: Leak\r\n\r\nIt leaks.\r\n"
MP3 = (b"\xff\xfb\x90\x00" + bytes(413)) * 3
TEXT = "The ceiling leaks – since März.".encode()
EXE = b"MZ\x90\x00" + bytes(300)


def wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def told(name: str, content: bytes, becomes: str) -> Sample:
    return Sample(name, lambda: content, becomes)


KEPT = [
    Sample("kitchen.jpg", photo, ".jpg"),
    Sample("kitchen.JPEG", picture, ".jpg"),
    Sample("progressive.jpg", lambda: picture(progressive=True), ".jpg"),
    Sample("print.jpg", lambda: picture(mode="CMYK"), ".jpg"),
    Sample("grey.jpg", lambda: picture(mode="L"), ".jpg"),
    Sample("screen.png", lambda: picture("PNG"), ".png"),
    Sample("clear.png", lambda: picture("PNG", mode="RGBA"), ".png"),
    Sample("palette.png", lambda: picture("PNG", mode="P"), ".png"),
    Sample("one-bit.png", lambda: picture("PNG", mode="1"), ".png"),
    Sample("phone.webp", lambda: picture("WEBP"), ".png"),
    Sample("small.gif", lambda: picture("GIF", mode="P"), ".png"),
    Sample("really-a-png.jpg", lambda: picture("PNG"), ".png"),
    Sample("no ending", photo, ".jpg"),
    Sample("photo.jpg.exe", photo, ".jpg"),  # a photo, whatever it is called
    Sample("zip-behind.jpg", lambda: photo() + packed({"a.exe": EXE}), ".jpg"),
    Sample("html-behind.jpg", lambda: photo() + HTML, ".jpg"),
    Sample("html-behind.png", lambda: picture("PNG") + HTML, ".png"),
    told("IMG_0001.HEIC", box(b"heic"), ".heic"),
    told("IMG_0002.heif", box(b"mif1"), ".heic"),
    told("report.pdf", PDF, ".pdf"),
    told("form.pdf", PDF_SCRIPT, ".pdf"),  # inert: it is only ever saved
    told("pdf-with-html.pdf", PDF + HTML, ".pdf"),
    told("invoice.exe", PDF, ".pdf"),
    told("notes.txt", TEXT, ".txt"),
    told("windows.txt", "£40 – “never paid”".encode("cp1252"), ".txt"),
    told("marked.txt", b"\xef\xbb\xbfWith a mark", ".txt"),
    told("talk.txt", b"I wrote <script>alert(1)</script> to them", ".txt"),
    told("rents.csv", b"week,rent\n1,=cmd|' /C calc'!A0\n", ".txt"),
    told("leak.eml", MAIL, ".eml"),
    told("leak.msg", OLE + bytes(600) + wide("__substg1.0_0037001F") + bytes(100), ".msg"),
    Sample("letter.docx", office, ".docx"),
    Sample("sums.xlsx", lambda: office(SHEET), ".xlsx"),
    Sample("letter.odt", odt, ".odt"),
    Sample("letter.zip", office, ".docx"),  # a Word document, whatever it is called
    told("call.mp3", b"ID3\x03\0\0\0\0\0\0" + MP3, ".mp3"),
    told("bare.mp3", MP3, ".mp3"),
    Sample("call.wav", sound, ".wav"),
    told("memo.m4a", box(b"M4A "), ".m4a"),
    told("leak.mp4", box(b"isom"), ".mp4"),
    told("old-phone.3gp", box(b"3gp4"), ".mp4"),
    told("leak.mov", box(b"qt  "), ".mov"),
]
HOSTILE = [
    told("empty.jpg", b"", "file_empty"),
    told("virus.txt", EICAR, "file_infected"),
    told("virus.jpg", b"\xff\xd8\xff" + EICAR, "file_infected"),
    told("virus.pdf", PDF + EICAR, "file_infected"),
    Sample("virus.docx", unpacked_virus, "file_infected"),
    told("page.jpg", HTML, "file_web_page"),
    told("page.html", HTML, "file_web_page"),
    told("page.txt", b" \r\n<HTML><body onload=alert(1)>", "file_web_page"),
    told("page.pdf", b"\xef\xbb\xbf<script>alert(1)</script>", "file_web_page"),
    told("feed.txt", b'<?xml version="1.0"?><x/>', "file_web_page"),
    told("drawing.svg", SVG, "file_drawing"),
    told("drawing.png", b'<?xml version="1.0"?>' + SVG, "file_drawing"),
    told("setup.exe", EXE, "file_program"),
    told("photo.jpg", EXE, "file_program"),
    told("report.pdf", b"\x7fELF" + bytes(300), "file_program"),
    told("notes.txt", b"#!/bin/sh\nrm -rf /\n", "file_program"),
    told("run.bat", b"@echo off\r\ndel *.*\r\n", "file_program"),
    told("run.ps1", b"Remove-Item -Recurse C:\\", "file_program"),
    told("code.js", b"alert(1)", "file_program"),
    told("Main.class", b"\xca\xfe\xba\xbe\0\0\0\x34" + bytes(50), "file_program"),
    told("notes.txt", b"text with \0 in it", "file_kind"),
    told("notes.xyz", TEXT, "file_kind"),
    told("no-ending", TEXT, "file_kind"),
    told("text.jpg", TEXT, "file_kind"),
    told("mail.eml", TEXT, "file_kind"),
    told("print.ps", b"%!PS-Adobe-3.0\n", "file_kind"),
    told("sound.riff", b"RIFF\0\0\0\0AVI LIST" + bytes(99), "file_kind"),
    told("new.avif", box(b"avif"), "file_kind"),
    told("noise.bin", bytes(range(256)) * 4, "file_kind"),
    Sample("photos.zip", lambda: packed({"a.jpg": photo()}), "file_packed"),
    told("all.7z", b"7z\xbc\xaf\x27\x1c" + bytes(60), "file_packed"),
    told("all.rar", b"Rar!\x1a\x07\x01\0" + bytes(60), "file_packed"),
    told("all.gz", b"\x1f\x8b\x08" + bytes(60), "file_packed"),
    Sample("slip.docx", lambda: packed({**types(), "../../evil.sh": "x"}), "file_packed"),
    Sample("root.docx", lambda: packed({**types(), "/etc/cron.d/x": "x"}), "file_packed"),
    Sample("drive.docx", lambda: packed({**types(), "C:\\x.txt": "x"}), "file_packed"),
    Sample("link.docx", link, "file_packed"),
    Sample("bomb.docx", lambda: office(word__media=bytes(100_000_000)), "file_bomb"),
    Sample("huge.xlsx", lambda: office(SHEET, xl__a=bytes(210_000_000)), "file_bomb"),
    Sample("crowd.docx", crowd, "file_bomb"),
    Sample("overlap.docx", overlapping, "file_bomb"),
    Sample("types.docx", long_contents, "file_bomb"),
    Sample("macro.docm", lambda: office(MACRO), "file_macros"),
    Sample("hidden.docx", lambda: office(word__vbaProject_dot_bin=b"x"), "file_macros"),
    Sample("active.docx", lambda: office(word__activeX__a_dot_bin=b"x"), "file_macros"),
    Sample("basic.odt", lambda: odt(Basic__Standard="x"), "file_macros"),
    Sample("within.docx", lambda: office(word__embeddings__a_dot_exe=EXE), "file_program_within"),
    Sample("nested.docx", lambda: office(word__a_dot_zip="x"), "file_program_within"),
    Sample("slides.pptx", lambda: office("presentationml.presentation.main+xml"), "file_kind"),
    Sample("sheet.ods", lambda: packed({"mimetype": f"{ODT[:-4]}spreadsheet"}), "file_kind"),
    Sample("locked.docx", locked, "file_locked"),
    told("locked.xlsx", OLE + bytes(600) + wide("EncryptedPackage"), "file_locked"),
    told("old.doc", OLE + bytes(600) + wide("WordDocument"), "file_old_office"),
    told("setup.msi", OLE + bytes(900), "file_old_office"),
    told("cut.docx", office()[:200], "file_broken"),
    told("notes.zip", b"PK\x03\x04" + bytes(100), "file_broken"),
    Sample("cut.jpg", lambda: photo()[:300], "file_broken"),
    told("head.png", b"\x89PNG\r\n\x1a\n" + bytes(100), "file_broken"),
    told("head.gif", b"GIF89a" + bytes(3), "file_broken"),
    told("head.webp", b"RIFF\x10\0\0\0WEBPVP8 " + bytes(20), "file_broken"),
    Sample("flood.png", flood, "file_pixels"),
    Sample("paper.png", huge_on_paper, "file_pixels"),
    Sample("wide.png", lambda: picture("PNG", (60_000_000, 1)), "file_pixels"),
]
