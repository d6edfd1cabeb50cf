"""Draws a stage 1 response of each landlord for the guide, page by page.

`python tools/draw_letters.py` fills a database of its own, in a folder that is gone afterwards,
with the demonstration as it stands on one day, and writes
docs/guide/pictures/letters/<landlord>-<page>.png. The PDFs they are pictures of go to the folder
named after `--pdf`, if one is.
"""

import argparse
import io
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # run as a script, from anywhere

FOLDER = ROOT / "docs" / "guide" / "pictures" / "letters"
DAY = date(2026, 11, 23)
POINTS = 80  # dots to the inch: readable on a page of the guide
TONES = 32  # paper, ink, the landlord's colour and what lies between


def main() -> None:
    """Draw them all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pdf", type=Path, help="a folder for the PDFs")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="redress-letters-") as folder:
        os.environ |= {"REDRESS_VAR": folder, "REDRESS_DATABASE_URL": ""}
        _ready()
        from redress.rules.policy_files import landlord_slugs

        for slug in landlord_slugs():
            draw(slug, given.pdf)
        from django.db import connections

        connections.close_all()


def _ready() -> None:
    """Django on a new database."""
    from redress.commands import setup_django

    setup_django()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def draw(slug: str, pdfs: Path | None) -> None:
    """The pictures of one landlord's letter, in place of those there are."""
    from redress.papers.pdf import pdf, pictures

    paper = _response(slug)
    for old in FOLDER.glob(f"{slug}-*.png"):
        old.unlink()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(pictures(paper, ppi=POINTS), 1):
        image = Image.open(io.BytesIO(page)).convert("RGB").quantize(TONES)
        image.save(FOLDER / f"{slug}-{number}.png", optimize=True)
    if pdfs:
        pdfs.mkdir(parents=True, exist_ok=True)
        (pdfs / f"{slug}.pdf").write_bytes(pdf(paper))


def _response(slug: str):  # type: ignore[no-untyped-def]
    """The newest stage 1 response that upholds something."""
    from redress.cases.models import Letter
    from redress.demo.build import build
    from redress.papers.letters import issued
    from redress.people.landlords import landlord_named

    landlord = landlord_named(slug)
    build(landlord, DAY)
    letters = Letter.objects.filter(landlord=landlord, kind="stage_1_response")
    upheld = letters.filter(text__contains="We are sorry").order_by("-issued_on", "pk")
    return issued(upheld[0].case, upheld[0], large_print=False)


if __name__ == "__main__":
    main()
