"""Photos made anew: without place and camera, upright, no longer than they need be.

What was hidden in or behind the picture is gone with it. The work is done by a process of its own,
so that a picture made to exhaust the machine exhausts that process.
"""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from redress.uploads import photo_process
from redress.uploads.kinds import JPEG, PNG, Kind
from redress.uploads.turned_away import TurnedAway

LONGEST_WAIT = 20  # seconds, on a busy machine; the processor's time is limited in the process


@dataclass(frozen=True)
class Remade:
    """The photo made anew, and a small copy to show on a page."""

    photo: Path
    small: Path
    kind: Kind


def remade(source: Path) -> Remade:
    """Makes both beside the source. Raises `TurnedAway` and leaves neither."""
    photo, small = (source.with_name(f"{source.name}.{end}") for end in ("photo", "small"))
    try:
        done = _run(source, photo, small)
    except TurnedAway:
        photo.unlink(missing_ok=True)
        small.unlink(missing_ok=True)
        raise
    return Remade(photo, small, JPEG if done == "JPEG" else PNG)


def _run(source: Path, photo: Path, small: Path) -> str:
    program = [sys.executable, "-I", photo_process.__file__, str(source), str(photo), str(small)]
    try:
        ran = subprocess.run(  # noqa: S603 our own program
            program, capture_output=True, timeout=LONGEST_WAIT, text=True, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise TurnedAway("file_pixels") from error
    if ran.returncode == photo_process.UNREADABLE:
        raise TurnedAway("file_broken")
    if ran.returncode:  # too large, or stopped for its time or memory
        raise TurnedAway("file_pixels")
    return ran.stdout.strip()
