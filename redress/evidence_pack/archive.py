"""A ZIP file that knows the digest of everything in it. A file goes through a block at a time."""

import hashlib
import zipfile
from datetime import datetime
from pathlib import Path
from typing import IO

from redress.uploads.shelf import BLOCK

MANIFEST = "SHA256SUMS"
NOT_SENT = "delete-before-sending"  # a folder for whoever sends the rest


class Archive:
    """Files below one folder. `paths` are ours, never made of what somebody called a file."""

    def __init__(self, to: IO[bytes], folder: str, at: datetime) -> None:
        self.digests: dict[str, str] = {}
        self._zip = zipfile.ZipFile(to, "w")
        self._folder, self._at = folder, at.timetuple()[:6]

    def put(self, path: str, content: bytes) -> None:
        """A file made here."""
        self._zip.writestr(self._named(path, zipfile.ZIP_DEFLATED), content)
        self.digests[path] = hashlib.sha256(content).hexdigest()

    def put_apart(self, name: str, content: bytes) -> None:
        """A file made here that is not sent with the rest: it has no digest."""
        self._zip.writestr(self._named(f"{NOT_SENT}/{name}", zipfile.ZIP_DEFLATED), content)

    def put_file(self, path: str, source: Path) -> str:
        """A file from the disk, as it is; gives its digest. FileNotFoundError leaves nothing."""
        digest = hashlib.sha256()
        # What comes from residents is mostly pictures and PDFs, which pack no smaller.
        named = self._named(path, zipfile.ZIP_STORED)
        with source.open("rb") as file, self._zip.open(named, "w") as out:
            while block := file.read(BLOCK):
                out.write(block)
                digest.update(block)
        self.digests[path] = digest.hexdigest()
        return self.digests[path]

    def close(self) -> str:
        """Write the digests of all, as `sha256sum -c` reads them; gives the digest of that list."""
        lines = (f"{digest}  {path}\n" for path, digest in sorted(self.digests.items()))
        content = "".join(lines).encode()
        self._zip.writestr(self._named(MANIFEST, zipfile.ZIP_DEFLATED), content)
        self._zip.close()
        return hashlib.sha256(content).hexdigest()

    def _named(self, path: str, how: int) -> zipfile.ZipInfo:
        info = zipfile.ZipInfo(f"{self._folder}/{path}", self._at)
        info.compress_type, info.external_attr = how, 0o600 << 16
        return info
