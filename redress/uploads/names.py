"""What a file is called, made safe to show, to store and to save on any machine."""

import re
import unicodedata

LONGEST = 100  # characters
UNSAVEABLE = re.compile(r'[<>:"|?*]')  # on Windows
DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)")
UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")  # also marks that turn the reading direction


def cleaned(given: str, ending: str) -> str:
    """The last part of a path without what cannot be seen or saved, with the content's own ending.

    Never empty, never a device of Windows, never hidden, at most 100 characters.
    """
    last = re.split(r"[/\\]", given)[-1]
    seen = "".join(mark for mark in last if unicodedata.category(mark) not in UNSEEN)
    plain = UNSAVEABLE.sub("-", unicodedata.normalize("NFC", seen))
    stem = " ".join(_without_ending(plain).split()).strip(". ")
    stem = stem[: LONGEST - len(ending)].strip(". ") or "file"
    return f"file-{stem}{ending}" if DEVICES.match(stem) else f"{stem}{ending}"


def as_sent(given: str) -> str:
    """The same with the ending that its sender gave it: for naming a file, never for saving it."""
    return cleaned(given, ending_of(given))


def ending_of(given: str) -> str:
    """The ending of a name in small letters with its dot, empty where it has none."""
    _, dot, last = given.strip().rpartition(".")
    return f".{last.lower()}" if dot and last.isalnum() and len(last) <= 8 else ""


def _without_ending(name: str) -> str:
    ending = ending_of(name)
    return name.strip()[: -len(ending)] if ending else name
