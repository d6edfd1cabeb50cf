"""Fetches what the pages and letters need from npm: the style sheet, its script, the fonts.

The packages are those of package-lock.json, checked by hash. What may be used on gov.uk alone
(the GDS Transport font, the crown, the crest) is left out. Standard library only: it runs before
anything is installed, and does nothing when what is there was made from the same lock file.
"""

import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ROOT / "node_modules"
VENDOR = ROOT / "redress" / "web" / "static" / "vendor"
GOVUK = "govuk-frontend/dist/govuk/govuk-frontend.min"
WEB_FONT = "@fontsource/atkinson-hyperlegible-next"
PRINT_FONT = "@expo-google-fonts/atkinson-hyperlegible-next"
PRINT_STYLES = ("400Regular", "400Regular_Italic", "700Bold")
# What residents write and Atkinson Hyperlegible cannot show: Greek, Cyrillic, Hebrew, Arabic and
# signs; the scripts of India and Bangladesh that most homes in England read; emoji.
OTHER_FONTS = {
    "dejavu-fonts-ttf": ("ttf/DejaVuSans.ttf", "LICENSE"),
    **{
        f"@expo-google-fonts/{package}": (f"400Regular/{font}_400Regular.ttf", "LICENSE_FONT")
        for package, font in {
            "noto-emoji": "NotoEmoji",
            "noto-sans-bengali": "NotoSansBengali",
            "noto-sans-gujarati": "NotoSansGujarati",
            "noto-sans-gurmukhi": "NotoSansGurmukhi",
            "noto-sans-tamil": "NotoSansTamil",
        }.items()
    },
}
FAMILY = '"Atkinson Hyperlegible Next"'
NOTICE = (
    "/*! govuk-frontend, MIT licence, Crown copyright (Government Digital Service). "
    "Changed: font, crest and crown left out. */\n"
)


class CannotFetch(Exception):
    """npm is missing or failed."""


def main() -> int:
    """Fetches with the machine's npm, if need be; the answer is an exit code."""
    try:
        if not current():
            make(["npm"])
    except CannotFetch as error:
        print(f"fetch_static: {error}", file=sys.stderr)
        return 1
    return 0


def current() -> bool:
    """Whether the vendor folder was made by this file from this lock file."""
    stamp = VENDOR / ".stamp"
    return stamp.exists() and stamp.read_text() == digest()


def digest() -> str:
    """What the vendor folder is made from, as one number."""
    parts = [ROOT / "package-lock.json", Path(__file__)]
    return hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()


def make(npm: list[str]) -> None:
    """Fetches the locked packages with the command `npm` and makes the vendor folder.

    None of the packages' own scripts is run.
    """
    quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]
    if shutil.which(npm[0]) is None:
        raise CannotFetch("there is no npm here")
    try:
        subprocess.run(
            [*npm, "ci", "--ignore-scripts", *quiet], cwd=ROOT, check=True, stdout=sys.stderr
        )
    except subprocess.CalledProcessError as error:
        raise CannotFetch("npm could not fetch the packages; its message is above") from error
    build()


def build() -> None:
    """Makes the vendor folder anew; the stamp comes last, so that half a folder is never used."""
    shutil.rmtree(VENDOR, ignore_errors=True)
    (VENDOR / "fonts").mkdir(parents=True)
    style = without_govuk_marks((PACKAGES / f"{GOVUK}.css").read_text())
    faces = [(PACKAGES / WEB_FONT / f"{weight}.css").read_text() for weight in (400, 700)]
    write("govuk-frontend.css", NOTICE + style + font_faces(faces))
    write("govuk-frontend.js", without_source_map((PACKAGES / f"{GOVUK}.js").read_text()))
    for source in font_files():
        shutil.copyfile(source, VENDOR / "fonts" / source.name)
    for source, name in licences():
        shutil.copyfile(source, VENDOR / "fonts" / name)
    write(".stamp", digest())


def write(name: str, text: str) -> None:
    (VENDOR / name).write_text(text, encoding="utf-8")


def without_govuk_marks(style: str) -> str:
    """The style sheet in our font, without the crest and without an address of any file."""
    style = style.removeprefix('@charset "UTF-8";')  # only right as the first bytes of a file
    style = re.sub(r"@font-face\{[^}]*\}", "", style)
    style = re.sub(r"[a-z-]+:url\([^)]*\);?", "", style)
    style = re.sub(r"\"?GDS Transport\"?", FAMILY, style)
    return without_source_map(style)


def without_source_map(text: str) -> str:
    """The text without the last line that points browsers to a file we do not ship."""
    return re.sub(r"\n?/[/*]# sourceMappingURL=.*", "", text)


def font_faces(sheets: Iterable[str]) -> str:
    """The font's own @font-face rules for Latin letters, pointing to our copies."""
    faces = [face for sheet in sheets for face in re.findall(r"@font-face \{[^}]*\}", sheet)]
    latin = [face for face in faces if re.search(r"-latin-(ext-)?\d", face)]
    return "".join(
        re.sub(r", url\([^)]*\.woff\) format\('woff'\)", "", face).replace("./files/", "fonts/")
        for face in latin
    )


def font_files() -> list[Path]:
    """WOFF2 for pages, TrueType for letters and reports. "ext" holds the letters of Welsh."""
    web = [
        PACKAGES / WEB_FONT / "files" / f"atkinson-hyperlegible-next-{part}-{weight}-normal.woff2"
        for part in ("latin", "latin-ext")
        for weight in (400, 700)
    ]
    folder = PACKAGES / PRINT_FONT
    ours = [folder / s / f"AtkinsonHyperlegibleNext_{s}.ttf" for s in PRINT_STYLES]
    return web + ours + [PACKAGES / name / font for name, (font, _) in OTHER_FONTS.items()]


def licences() -> Iterable[tuple[Path, str]]:
    """Each font's licence, and the name it gets beside the fonts."""
    yield PACKAGES / PRINT_FONT / "LICENSE_FONT", "LICENSE"
    for package, (font, licence) in OTHER_FONTS.items():
        yield PACKAGES / package / licence, f"LICENSE_{Path(font).stem.split('_')[0]}"


if __name__ == "__main__":
    sys.exit(main())
