"""The `redress` command: help, exit codes, and a plain line where something goes wrong."""

import argparse
import os
import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from redress import cli
from redress.commands import Problem

ROOT = Path(__file__).resolve().parents[2]


def redress(*words: str, **more: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "redress", *words],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        **more,
    )


def command_that(act: Any) -> Any:
    """A stand-in for the list of commands: one, named `probe`, that does `act`."""

    def take_word(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--number", type=int, default=0)

    probe = SimpleNamespace(NAME="probe", HELP="tries", add_arguments=take_word, run=act)
    return lambda word: [probe]


def fail(error: BaseException) -> Any:
    def act(args: argparse.Namespace) -> int:
        raise error

    return act


def test_help_lists_every_command_with_its_line() -> None:
    outcome = redress("--help")
    assert outcome.returncode == 0
    for module in cli.modules(""):
        assert f"    {module.NAME} " in outcome.stdout
        assert " ".join(module.HELP.split()) in " ".join(outcome.stdout.split())


def test_every_command_has_the_same_shape() -> None:
    for module in cli.modules(""):
        assert cli.command_name(module.__name__.rsplit(".", 1)[1]) == module.NAME
        assert module.HELP and "\n" not in module.HELP
        assert callable(module.add_arguments) and callable(module.run)


def test_one_command_is_found_without_loading_the_others() -> None:
    for name in ("serve", "import"):
        assert [module.NAME for module in cli.modules(name)] == [name]


def test_listing_the_commands_does_not_load_django() -> None:
    code = "import sys; from redress import cli; cli.modules(''); print('django' in sys.modules)"
    outcome = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert outcome.stdout.strip() == "False"


@pytest.mark.parametrize("words", [[], ["no-such-command"], ["serve", "--no-such-option"]])
def test_words_that_cannot_be_read_end_with_2_and_the_usage(words: list[str]) -> None:
    outcome = redress(*words)
    assert outcome.returncode == 2
    assert outcome.stderr.startswith("usage: redress") and not outcome.stdout


def test_the_exit_code_is_the_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "modules", command_that(lambda args: args.number))
    assert cli.main(["probe", "--number", "1"]) == 1
    assert cli.main(["probe"]) == 0


@pytest.mark.parametrize(
    ("error", "code", "says"),
    [
        (Problem("the file is empty; give one with rows"), 2, "redress: the file is empty;"),
        (KeyboardInterrupt(), 130, "redress: stopped"),
        (ValueError("odd"), 70, "redress: ValueError: odd (a fault in Redress;"),
    ],
)
def test_what_goes_wrong_is_one_line_on_standard_error(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    code: int,
    says: str,
) -> None:
    monkeypatch.delenv("REDRESS_TRACEBACK", raising=False)
    monkeypatch.setattr(cli, "modules", command_that(fail(error)))
    assert cli.main(["probe"]) == code
    out, err = capsys.readouterr()
    assert err.startswith(says) and err.count("\n") == 1 and not out


def test_a_developer_can_ask_for_the_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDRESS_TRACEBACK", "1")
    monkeypatch.setattr(cli, "modules", command_that(fail(ValueError("odd"))))
    with pytest.raises(ValueError, match="odd"):
        cli.main(["probe"])


def test_a_reader_that_goes_away_ends_a_command_quietly() -> None:
    code = (
        "import sys; from types import SimpleNamespace as S; from redress import cli;"
        "act = lambda args: [print('x' * 99) for _ in range(99999)] and 0;"
        "cli.modules = lambda w: [S(NAME='p', HELP='', add_arguments=lambda p: None, run=act)];"
        "sys.exit(cli.main(['p']))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_output_is_utf_8_whatever_the_machine_prefers(tmp_path: Path) -> None:
    code = (
        "import sys; from types import SimpleNamespace as S; from redress import cli;"
        "act = lambda args: print('Tŷ – 👍') or 0;"
        "cli.modules = lambda w: [S(NAME='p', HELP='', add_arguments=lambda p: None, run=act)];"
        "sys.exit(cli.main(['p']))"
    )
    latin = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    outcome = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=latin, capture_output=True, check=False
    )
    assert outcome.stdout.decode() == "Tŷ – 👍\n", outcome.stderr


def test_djangos_own_complaints_are_plain_too() -> None:
    outcome = redress("manage", "no-such-thing")
    assert outcome.returncode == 1  # Django's own
    assert "no-such-thing" in outcome.stderr and "Traceback" not in outcome.stderr


@pytest.mark.parametrize("port", ["0", "65536", "x", "-1", "", "²"])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    outcome = redress("serve", f"--port={port}")
    assert outcome.returncode == 2
    assert "give 1 to 65535" in outcome.stderr


def test_a_port_in_use_is_said_before_the_server_starts() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        outcome = redress("serve", "--port", str(port))
    assert outcome.returncode == 2
    assert outcome.stderr.startswith(f"redress: cannot listen on 127.0.0.1:{port}: ")
    assert "give another" in outcome.stderr and outcome.stderr.count("\n") == 1
