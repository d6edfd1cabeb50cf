"""All that a landlord has published as a folder of files, for any web server or none."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from redress.people.models import Landlord
from redress.publishing.front import front
from redress.publishing.reading import digest_of, published
from redress.publishing.render import SiteFile

MARK = "redress-site.json"  # says that the folder was made here, and of which landlord


class NotWritten(Exception):
    """The folder was not written; the message says why and what to do."""


def write_site(landlord: Landlord, to: Path) -> int:
    """Write every published edition below `to`, and the page that lists them; gives how many files.

    The whole folder is made beside it and then put in its place: a reader sees the old one or the
    new one. Raises NotWritten for a folder with anything in it that was not made here for this
    landlord, and where nothing is published; OSError where it cannot be written.
    """
    editions = published(landlord)
    if not editions:
        raise NotWritten(f"nothing is published for {landlord.slug} yet")
    _may_replace(landlord, to)
    to.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{to.name}-", dir=to.parent))
    try:
        written = {}
        for each in _files(landlord):
            _write(made / each.path, each.content)
            written[each.path] = each.digest
        _write(made / MARK, _mark(landlord, written))
        made.chmod(0o755)
        _put(made, to)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return len(written) + 1


def _files(landlord: Landlord) -> Iterator[SiteFile]:
    """Every file, one edition at a time."""
    yield from front(landlord)
    for edition in published(landlord):
        for row in edition.files.all():
            yield SiteFile(f"{edition.label}/{row.path}", bytes(row.content))


def _mark(landlord: Landlord, digests: dict[str, str]) -> bytes:
    said = {"made_by": "redress publish", "landlord": landlord.slug, "digest": digest_of(digests)}
    return (json.dumps(said, indent=2) + "\n").encode()


def _may_replace(landlord: Landlord, to: Path) -> None:
    if to.is_symlink() or (to.exists() and not to.is_dir()):
        raise NotWritten(f"{to} is no folder")
    if not to.exists() or not any(to.iterdir()):
        return
    try:
        mark = json.loads((to / MARK).read_bytes())
    except (FileNotFoundError, ValueError):
        mark = {}
    if not isinstance(mark, dict) or mark.get("made_by") != "redress publish":
        raise NotWritten(f"{to} holds files that were not published here; name an empty folder")
    if mark.get("landlord") != landlord.slug:
        raise NotWritten(f"{to} holds what {mark.get('landlord')} published; name another folder")


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _put(made: Path, to: Path) -> None:
    """Put the folder in its place; the old one stands until then and goes after."""
    old = None
    if to.exists():
        old = Path(tempfile.mkdtemp(prefix=f".{to.name}-old-", dir=to.parent))
        to.replace(old / "site")
    try:
        made.replace(to)
    except OSError:
        if old:
            (old / "site").replace(to)
        raise
    finally:
        if old:
            shutil.rmtree(old, ignore_errors=True)
