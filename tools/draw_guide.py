"""Makes the pictures of the guide anew: runs the browser tests that take them, and puts what they
saved into docs/guide/pictures, made small.

    python tools/draw_guide.py [FOLDER]    # with a folder: takes what the tests saved there before

The pictures of letters are made by tools/draw_letters.py.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "guide" / "pictures"
TESTS = ("tests/browser/test_guide.py", "tests/browser/test_desk.py")
LANDLORDS = ("tower-hamlets-homes", "together", "herefordshire", "harrow")
# What the walk through one complaint shows, by the test's name for it.
WALK = {
    "resident-sent": "1-sent",
    "10-case-extended": "2-extended",
    "12-respond-1-letter": "3-stage-1",
    "14-case-stage-2": "4-stage-2",
    "review-17-closed": "5-closed",
}
# Pictures of that walk which the guide shows elsewhere too, and how much of them from the top.
TOPS = {
    "sent": ("tower-hamlets-homes-resident-sent", 1200),
    "refused": ("tower-hamlets-homes-06-acknowledge-1-refused", 1000),
    "preview": ("tower-hamlets-homes-12-respond-1-letter", 1500),
}
# Pages of a phone side by side.
STRIPS = {
    "form-1": ("1-who", "2-what", "3-when", "4-safety", "5-urgent"),
    "form-2": ("6-files", "7-needs", "8-you", "9-check", "10-sent"),
}
GAP = 24  # pixels between two of them
COLOURS = 20  # plain pages have few; a palette makes them a third as large


def main(arguments: list[str]) -> int:
    """Takes the pictures and puts them where the guide looks for them."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(arguments[0]) if arguments else Path(made)
        if not arguments:
            here = {**os.environ, "BROWSER_PICTURES": made}
            run = [sys.executable, "-m", "pytest", "-q", *TESTS]
            subprocess.run(run, cwd=ROOT, env=here, check=True)
        for source in sorted(folder.glob("guide-*.png")):
            put(source, source.name.removeprefix("guide-"))
        for name, parts in STRIPS.items():
            join([folder / f"strip-{part}.png" for part in parts], folder / f"{name}.png")
            put(folder / f"{name}.png", f"{name}.png")
        for landlord in LANDLORDS:
            for name, shown in WALK.items():
                put(folder / f"{landlord}-{name}.png", f"walk/{landlord}-{shown}.png")
        for name, (source_name, height) in TOPS.items():
            put(folder / f"{source_name}.png", f"{name}.png", height)
    return 0


def join(parts: list[Path], strip: Path) -> None:
    """Pictures side by side, on grey."""
    pictures = [Image.open(part).convert("RGB") for part in parts]
    width = sum(each.width + GAP for each in pictures) + GAP
    whole = Image.new("RGB", (width, max(each.height for each in pictures) + 2 * GAP), "#b1b4b6")
    left = GAP
    for each in pictures:
        whole.paste(each, (left, GAP))
        left += each.width + GAP
    whole.save(strip)


def put(source: Path, name: str, height: int | None = None) -> None:
    """One picture, its first `height` pixels if said, in few colours."""
    with Image.open(source) as whole:
        part = whole.convert("RGB").crop(
            (0, 0, whole.width, min(height or whole.height, whole.height))
        )
    few = part.quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(PICTURES / name, optimize=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
