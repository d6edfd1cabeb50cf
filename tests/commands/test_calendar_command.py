"""`redress calendar`, as someone at the keyboard and a file of lines see it."""

import os
import sys
import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from redress.cli import main
from tests.rules import bank_holidays_by_hand as by_hand

Screen = pytest.CaptureFixture[str]
ENGLAND = ("--division", "england-and-wales")


def ask(screen: Screen, *words: str) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    try:
        code = main(["calendar", *words])
    except SystemExit as stopped:  # argparse, for options it does not know
        code = int(stopped.code or 0)
    said = screen.readouterr()
    return code, said.out, said.err


def file(folder: Path, *lines: str | bytes) -> str:
    path = folder / "lines.csv"
    path.write_bytes(b"\n".join(x.encode() if isinstance(x, str) else x for x in lines))
    return str(path)


def test_add(capsys: Screen) -> None:
    words = ("add", *ENGLAND, "--date", "2024-05-24", "--days", "10")
    assert ask(capsys, *words) == (0, "2024-06-10\n", "")


def test_count(capsys: Screen) -> None:
    words = ("count", "--division", "scotland", "--from", "2024-05-24", "--to", "2024-06-10")
    assert ask(capsys, *words) == (0, "10\n", "")


def test_5_000_days(capsys: Screen) -> None:
    words = ("add", *ENGLAND, "--date", "2012-01-03", "--days", "5000")
    end = by_hand.add(date(2012, 1, 3), 5_000, by_hand.bank_holidays("england-and-wales"))
    assert ask(capsys, *words) == (0, f"{end}\n", "")


def test_a_line_an_answer(tmp_path: Path, capsys: Screen) -> None:
    added = file(
        tmp_path,
        "days,division,note,date",  # any order, others passed over, a mark and empty lines too
        '1,scotland,"a, b",2024-03-28',
        "",
        "1,england-and-wales,,2024-03-28",
        "1,northern-ireland,,2024-07-11\r",
    )
    Path(added).write_bytes(b"\xef\xbb\xbf" + Path(added).read_bytes())
    assert ask(capsys, "add", "--batch", added) == (0, "2024-04-01\n2024-04-02\n2024-07-15\n", "")


def test_counts_by_file(tmp_path: Path, capsys: Screen) -> None:
    counted = file(tmp_path, "division,from,to", "england-and-wales,2022-09-16,2022-09-20")
    assert ask(capsys, "count", "--batch", counted) == (0, "1\n", "")


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (("add", *ENGLAND, "--date", "2024-02-30", "--days", "1"), "date: '2024-02-30' does not"),
        (("add", *ENGLAND, "--date", "0001-01-01", "--days", "1"), "0001-01-01 is outside the"),
        (("add", *ENGLAND, "--date", "9999-12-31", "--days", "1"), "9999-12-31 is outside the"),
        (("add", *ENGLAND, "--date", "2032-12-31", "--days", "1"), "is outside the bank holidays"),
        (("add", *ENGLAND, "--date", "2024-02-29", "--days", "-1"), "days: '-1' is not a number"),
        (("add", *ENGLAND, "--date", "2024-02-29", "--days", "9" * 5000), "is not a number of"),
        (("add", *ENGLAND, "--date", "2024-02-29", "--days", "²"), "is not a number of days"),
        (("add", *ENGLAND, "--date", "🏚", "--days", "1"), "date: '🏚' is not a date"),
        (("add", *ENGLAND, "--date", "2024-02-29"), "give --division, --date, --days, or --batch"),
        (
            ("add", "--division", "wales", "--date", "2024-01-02", "--days", "1"),
            "division: 'wales'",
        ),
        (("count", *ENGLAND, "--from", "2024-01-03", "--to", "2024-01-02"), "2024-01-02 is before"),
        (("count", *ENGLAND, "--from", "2024-01-03", "--to", ""), "to: '' is not a date"),
        (("count", *ENGLAND, "--batch", "x.csv"), "--batch stands instead of --division"),
        (("count", "--batch", "nowhere.csv"), "nowhere.csv: No such file"),
        (("count", "--batch", "."), ".: Is a directory"),
    ],
)
def test_bad_input_is_named(words: tuple[str, ...], fault: str, capsys: Screen) -> None:
    code, out, err = ask(capsys, *words)
    assert (code, out) == (2, "")
    assert fault in err
    assert "Traceback" not in err
    assert len(err) < 400


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ((), "lines.csv: is empty; the first line must name division, date, days"),
        (("division,date",), "line 1: names no column days"),
        (("division;date;days",), "line 1: names no column division"),
        (("division,date,days", "scotland,2024-02-30,1"), "line 2: date: '2024-02-30' does not"),
        (("division,date,days", "scotland,2024-02-29,x"), "line 2: days: 'x' is not a number"),
        (("division,date,days", "scotland,2024-02-29"), "line 2: has 2 cells under 3 columns"),
        (("division,date,days", "", "x,2024-02-29,1"), "line 3: division: 'x' is not one of"),
        (("division,date,days", "scotland,2024-02-29\0,1"), r"line 2: date: '2024-02-29\x00'"),
        (("division,date,days", b"\xff\xfe,2024-02-29,1"), "line 2: is not UTF-8 text"),
        (("division,date,days", 'scotland,"2024-02-29,1'), "line 2: unexpected end of data"),
        (("division,date,days", "x" * 1_100_000), "line 2: is longer than 1,000,000 bytes"),
    ],
)
def test_a_bad_line_is_named(
    lines: tuple[str | bytes, ...], fault: str, tmp_path: Path, capsys: Screen
) -> None:
    code, out, err = ask(capsys, "add", "--batch", file(tmp_path, *lines))
    assert (code, out) == (2, "")
    assert fault in err
    assert len(err) < 400


def test_the_lines_before_a_bad_one_are_answered(tmp_path: Path, capsys: Screen) -> None:
    lines = ("division,date,days", "scotland,2024-02-28,1", "scotland,2024-02-30,1")
    code, out, err = ask(capsys, "add", "--batch", file(tmp_path, *lines))
    assert (code, out) == (2, "2024-02-29\n")
    assert "line 3" in err


def test_a_long_file_takes_no_more_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is allocated at most for 200 lines, and for 20,000 of 640,000 bytes."""
    peaks = []
    with Path(os.devnull).open("w") as nowhere:
        monkeypatch.setattr(sys, "stdout", nowhere)
        for many in (200, 200, 20_000):  # the first builds the calendar
            lines = ["england-and-wales,2024-05-24,10"] * many
            path = file(tmp_path, "division,date,days", *lines)
            tracemalloc.start()
            assert main(["calendar", "add", "--batch", path]) == 0
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    assert peaks[2] < peaks[1] + 200_000  # what the interpreter itself takes varies by run
