"""`redress replay`, as someone at the keyboard sees it."""

import json
from pathlib import Path
from typing import Any

import pytest

from redress.cli import main

Screen = pytest.CaptureFixture[str]
ONE = """
calendar: england-and-wales
code: 2024-04-01
promise: {acknowledge: 2 working days, stage_1: 10 working days}
events:
  - {date: 2024-06-03, what: received}
  - {date: '2024-06-05', what: acknowledged}
  - {date: 2024-06-17, what: extended, to: 2024-06-26, reason: yes, ombudsman_details: no}
  - {date: 2024-06-27, what: responded, by: 42}
"""


def ask(screen: Screen, folder: Path, text: str | bytes) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    path = folder / "history.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    code = main(["replay", str(path), "--format", "json"])
    said = screen.readouterr()
    return code, said.out, said.err


def answer(screen: Screen, folder: Path, text: str) -> Any:
    code, out, _ = ask(screen, folder, text)
    assert code == 0
    return json.loads(out)


def test_the_whole_answer(tmp_path: Path, capsys: Screen) -> None:
    """Dates bare and quoted, words where a number stands, and yes for true."""
    assert answer(capsys, tmp_path, ONE) == {
        "clocks": [
            {
                "stage": 1,
                "clock": "acknowledge",
                "from": "2024-06-03",
                "code_due": "2024-06-10",
                "promise_due": "2024-06-05",
                "met": "2024-06-05",
                "took_working_days": 2,
                "code_late_working_days": 0,
                "promise_late_working_days": 0,
            },
            {
                "stage": 1,
                "clock": "respond",
                "from": "2024-06-05",
                "code_due": "2024-06-26",
                "promise_due": "2024-06-26",
                "met": "2024-06-27",
                "took_working_days": 18,
                "code_late_working_days": 1,
                "promise_late_working_days": 1,
            },
        ],
        "findings": [
            {
                "provision": "6.5",
                "says": "The extension told on Mon 17 Jun 2024 "
                "does not give the Ombudsman’s details.",
            },
            {
                "provision": "6.3",
                "says": "Stage 1 was answered on Thu 27 Jun 2024, "
                "1 working day after the limit of Wed 26 Jun 2024.",
            },
        ],
    }


def test_a_list_is_answered_by_reference(tmp_path: Path, capsys: Screen) -> None:
    text = """
- reference: 202404949
  landlord: Southwark Council
  events: [{date: 2024-06-03, what: received}]
- events: [{date: 2024-06-03, what: escalated}]
"""
    first, second = answer(capsys, tmp_path, text)
    assert first["reference"] == "202404949"
    assert [clock["stage"] for clock in first["clocks"]] == [1, 1]
    assert second["reference"] is None
    assert [clock["stage"] for clock in second["clocks"]] == [2, 2]


def test_what_a_reader_must_know_is_said_beside_it(tmp_path: Path, capsys: Screen) -> None:
    text = "note: x\nevents: [{date: 2019-06-03, what: received}]"
    code, out, err = ask(capsys, tmp_path, text)
    assert code == 0
    assert json.loads(out)["clocks"]
    assert "'note' is not a key and was not read" in err
    assert "judged by code/2024-04-01, which is later than 2019-06-03" in err


EVENT = "events: [{date: 2024-06-03, what: received}]"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "\n".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]"
    for a, b in zip("abcdefghi", "bcdefghij", strict=True)
)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "nothing is not a history"),
        ("[]\n--- []", "is not the YAML we read: expected a single document"),
        ("received", "'received' is not a history"),
        ("events: []", "events: is missing or empty"),
        (EVENT.replace("06-03", "02-30"), "event 1: date: '2024-02-30' does not exist"),
        (EVENT.replace("2024", "0001"), "0001-06-03 is outside the bank holidays known"),
        (EVENT.replace("2024", "9999"), "9999-06-03 is outside the bank holidays known"),
        (EVENT.replace("received", "paused"), "event 1: what: 'paused' is not one of"),
        (f"calendar: wales\n{EVENT}", "calendar: 'wales' is not one of"),
        (f"code: 2020-07-07\n{EVENT}", "no edition of the Code is kept for 2020-07-07"),
        (f"{EVENT}\n{EVENT}", "the key 'events' stands twice"),
        (f"- {EVENT}\n- reference: B7\n  events: no", "history 2 ('B7'): events: is missing"),
        ("events: [", "is not the YAML we read: while parsing"),
        ("\x00", "is not the YAML we read"),
        (b"\xff\xfe\xfd", "is not the YAML we read"),
        ("!!python/object/apply:os.system ['true']", "could not determine a constructor"),
        ("events: !!timestamp 2024-02-30", "day is out of range"),
        ("? [a]\n: b", "unhashable key"),
        ("[" * 100_000, "nested more than 20 deep"),
        ("- " * 100_000, "nested more than 20 deep"),
        (BOMB + "\nevents: *j", "event 1: a list is not an event"),
        ("events: &e [*e]", "event 1: a list is not an event"),
        ("🏚" * 250_000, "is not a history"),
    ],
)
def test_bad_input_is_named(text: str | bytes, fault: str, tmp_path: Path, capsys: Screen) -> None:
    code, out, err = ask(capsys, tmp_path, text)
    assert (code, out) == (2, "")
    assert fault in err
    assert len(err) < 600
    assert len(err.splitlines()) == 1


def test_a_file_that_is_not_there(capsys: Screen) -> None:
    assert main(["replay", "nowhere.yaml"]) == 2
    assert "nowhere.yaml: No such file" in capsys.readouterr().err
