"""Files of Word, Excel and OpenDocument: packed folders, looked into without unpacking them."""

import re
import zipfile
from pathlib import Path

from redress.uploads.turned_away import TurnedAway

MOST_ENTRIES = 2_000
MOST_UNPACKED = 200 * 1024 * 1024  # bytes
MOST_RATIO = 200  # of unpacked to packed; a sheet of zeros packs 1,000 to 1
SMALL = 1024 * 1024  # bytes: below this no ratio is a danger
LONGEST_CONTENTS = 1024 * 1024
PARTS = {
    "wordprocessingml.document.main+xml": ".docx",
    "spreadsheetml.sheet.main+xml": ".xlsx",
}
OPENDOCUMENT = {"application/vnd.oasis.opendocument.text": ".odt"}
MACROS = re.compile(r"(?i)(vbaproject|vbadata|activex/|macrosheets/|(^|/)basic/|(^|/)scripts/)")
WITHIN = re.compile(
    r"(?i)\.(exe|dll|scr|com|bat|cmd|ps1|vbs|js|hta|msi|jar|lnk|zip|7z|rar|docm|xlsm)$"
)


def ending(path: Path) -> str:
    """ ".docx", ".xlsx" or ".odt". Raises `TurnedAway` for any other packed file, for one that is
    locked, unpacks to too much, or carries programs."""
    try:
        with zipfile.ZipFile(path) as packed:
            _sound(packed.infolist(), path.stat().st_size)
            return _main_part(packed)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise TurnedAway("file_broken") from error


def _sound(entries: list[zipfile.ZipInfo], size: int) -> None:
    """Refuses what is dangerous to open, by the list of contents alone."""
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise TurnedAway("file_locked")
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    bomb = unpacked > MOST_UNPACKED or (unpacked > SMALL and unpacked > MOST_RATIO * max(size, 1))
    overlap = packed > size or len({entry.header_offset for entry in entries}) < len(entries)
    if bomb or overlap or len(entries) > MOST_ENTRIES:
        raise TurnedAway("file_bomb")
    if any(_leads_out(entry) for entry in entries):
        raise TurnedAway("file_packed")
    if any(MACROS.search(entry.filename) for entry in entries):
        raise TurnedAway("file_macros")
    if any(WITHIN.search(entry.filename) for entry in entries):
        raise TurnedAway("file_program_within")


def _leads_out(entry: zipfile.ZipInfo) -> bool:
    """A path out of the folder, or a symbolic link."""
    name = entry.filename.replace("\\", "/")
    is_link = (entry.external_attr >> 16) & 0o170000 == 0o120000
    return is_link or name.startswith("/") or ":" in name or ".." in name.split("/")


def _main_part(packed: zipfile.ZipFile) -> str:
    names = packed.namelist()
    if names and names[0] == "mimetype":
        found = OPENDOCUMENT.get(_read(packed, "mimetype").strip())
    elif "[Content_Types].xml" in names:
        contents = _read(packed, "[Content_Types].xml")
        if "macroEnabled" in contents:
            raise TurnedAway("file_macros")
        found = next((ending for part, ending in PARTS.items() if part in contents), None)
    else:
        raise TurnedAway("file_packed")
    if found is None:
        raise TurnedAway("file_kind")
    return found


def _read(packed: zipfile.ZipFile, name: str) -> str:
    with packed.open(name) as file:
        content = file.read(LONGEST_CONTENTS + 1)
    if len(content) > LONGEST_CONTENTS:
        raise TurnedAway("file_bomb")
    return content.decode("utf-8", errors="replace")
