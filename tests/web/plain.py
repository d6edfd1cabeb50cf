"""Pages that residents read, measured: the same bounds for all, and a report where it is wanted.

WORDS_REPORT names a folder: each test that measures pages leaves a file of rows there, and
`python -m bench.words` makes `docs/reference/words.md` of them.
"""

import os
import statistics
from collections.abc import Mapping
from pathlib import Path

from redress.rules import reading

MEDIAN, WORST = 5, 8  # grades
MEAN, LONGEST = 15, 25  # words of a sentence


def plain(what: str, found: Mapping[str, str]) -> None:
    """Each page, by its name, keeps to the bounds; `what` names them in the report."""
    grades = {name: reading.grade(words) for name, words in found.items()}
    lengths = {
        name: [len(reading.words(sentence)) for sentence in reading.sentences(words)]
        for name, words in found.items()
    }
    if folder := os.environ.get("WORDS_REPORT"):
        rows = (
            f"{what}\t{name}\t{grades[name]:.1f}\t{len(each)}\t{statistics.mean(each):.1f}"
            f"\t{max(each)}\n"
            for name, each in lengths.items()
        )
        (Path(folder) / f"{what.replace(' ', '-')}.tsv").write_text("".join(rows), "utf-8")
    assert statistics.median(grades.values()) <= MEDIAN, grades
    assert max(grades.values()) <= WORST, grades
    for name, each in lengths.items():
        assert statistics.mean(each) <= MEAN, name
        assert max(each) <= LONGEST, (name, max(reading.sentences(found[name]), key=len))
