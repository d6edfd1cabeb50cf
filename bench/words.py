"""How hard each page is that residents read, as a table: `docs/reference/words.md`.

    mkdir var/words
    WORDS_REPORT=var/words python3 run.py test tests/web -k "plain"
    python -m bench.words var/words > docs/reference/words.md

The tests measure the pages as they are shown and hold them to their bounds; this only lays out what
they left in the folder. Letters are measured by themselves, from their wording.
"""

import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.measure import table
from redress.rules import reading
from redress.rules.letter_samples import OMBUDSMAN, facts
from redress.rules.letters import render
from redress.rules.wording import letter_kinds

HEAD = ("page or letter", "grade", "sentences", "words a sentence", "longest")
START = """# How hard residents' words are

Made by `python -m bench.words`; the tests hold the same figures to their bounds. The grade is
Flesch and Kincaid's: the median of pages is at most 5 and none is above 8; no sentence has more
than 25 words. Names that nobody can put more plainly, and dates, are left out.
"""


def main(folder: Path) -> None:
    """Print the report of what is in the folder, and of every letter."""
    print(START)
    for file in sorted(folder.glob("*.tsv")):
        rows = [line.split("\t") for line in file.read_text("utf-8").splitlines()]
        middle = statistics.median(float(row[2]) for row in rows)
        print(f"## {rows[0][0].capitalize()}: {len(rows)} pages, median grade {middle:.1f}\n")
        print(table(HEAD, [(row[1].strip("/"), *row[2:]) for row in rows]))
    letters = list(letter_rows())
    middle = statistics.median(float(str(row[1])) for row in letters)
    print(f"## Letters, in standard wording: {len(letters)}, median grade {middle:.1f}\n")
    print(table(HEAD, letters))


def letter_rows() -> Iterator[tuple[str, str, int, str, int]]:
    """Each letter as it reads with plain facts in it."""
    for kind in letter_kinds():
        said = render(kind, facts(kind)).text
        lengths = [len(reading.words(each)) for each in reading.sentences(said)]
        grade = reading.grade(said, (*OMBUDSMAN, "Harrow Council"))
        name = kind.replace("_", " ")
        yield name, f"{grade:.1f}", len(lengths), f"{statistics.mean(lengths):.1f}", max(lengths)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
