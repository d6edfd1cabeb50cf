"""The pages of the public site, made from templates of their own: no language of a visitor, no
address of a request, so that the same edition gives the same bytes."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.template import Context, Engine

TEMPLATES = Path(__file__).parent / "templates"
# Beside the pages' templates: it names fonts as they lie in an edition, not among static files.
STYLE = TEMPLATES / "publishing" / "site.css"
# What else every page links to, by its name there: where it lies among the static files.
ASSETS = {
    "report.css": "reports/annual.css",
    "regular.woff2": "vendor/fonts/atkinson-hyperlegible-next-latin-400-normal.woff2",
    "bold.woff2": "vendor/fonts/atkinson-hyperlegible-next-latin-700-normal.woff2",
    "icon.svg": "redress/icon.svg",
}
KINDS = {".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8"} | {
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


class AssetMissing(Exception):
    """A style sheet or font is not there: they are fetched when Redress is set up."""


@dataclass(frozen=True)
class SiteFile:
    """A file of the site: its place in it, and its bytes."""

    path: str
    content: bytes

    @property
    def kind(self) -> str:
        """Its content type, by its ending."""
        return KINDS[Path(self.path).suffix]

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of its bytes."""
        return hashlib.sha256(self.content).hexdigest()


def page(path: str, context: Mapping[str, Any], template: str = "") -> SiteFile:
    """A page made from the template of its name."""
    made = _engine().get_template(f"publishing/{template or path}")
    text = made.render(Context({**context, "here": path}, use_l10n=False))
    return SiteFile(path, text.encode())


@cache
def assets() -> tuple[SiteFile, ...]:
    """The style sheets, fonts and icon. Raises AssetMissing, naming the file."""
    style = SiteFile("assets/site.css", STYLE.read_bytes())
    return style, *(SiteFile(f"assets/{name}", _read(where)) for name, where in ASSETS.items())


def _read(where: str) -> bytes:
    found = finders.find(where)
    if not isinstance(found, str):
        raise AssetMissing(f"{where} is not there; set up Redress again: python3 run.py")
    return Path(found).read_bytes()


@cache
def _engine() -> Engine:
    return Engine(dirs=[str(TEMPLATES)], autoescape=True)
