"""The `redress` command. Each module in `redress/commands` is one sub-command."""

import argparse
import os
import pkgutil
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from types import ModuleType

from redress import commands
from redress.commands import Problem

WRONG_INPUT = 2  # as argparse
UNEXPECTED = 70  # EX_SOFTWARE: a fault of ours
INTERRUPTED = 130  # as the shell, for Ctrl-C
PIPE_CLOSED = 141  # as the shell, for a reader that went away


class Help(argparse.HelpFormatter):
    """Help with a line for each command: argparse reckons the longest name two short."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog)
        self._action_max_length = 20


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command; the answer is its exit code. Faults are one line on standard error."""
    words = sys.argv[1:] if argv is None else list(argv)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # what programs read must not vary by machine
    try:
        code = run(words)
        sys.stdout.flush()
        return code
    except Problem as problem:
        return _say(str(problem), WRONG_INPUT)
    except KeyboardInterrupt:
        return _say("stopped", INTERRUPTED)
    except BrokenPipeError:
        # Python flushes standard output once more as it ends; let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except Exception as error:
        if os.environ.get("REDRESS_TRACEBACK") == "1":
            raise
        kind = type(error).__name__
        hint = "a fault in Redress; set REDRESS_TRACEBACK=1 to see where, and report it"
        return _say(f"{kind}: {error} ({hint})", UNEXPECTED)


def run(words: list[str]) -> int:
    """Parses `words` and runs the command they name."""
    parser = argparse.ArgumentParser(
        prog="redress",
        description="Complaint handling for social landlords.",
        epilog="redress COMMAND --help explains a command.",
        formatter_class=Help,
    )
    found = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for module in modules(words[0] if words else ""):
        command = found.add_parser(module.NAME, help=module.HELP, description=module.HELP)
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    args = parser.parse_args(words)
    return int(args.run(args))


def modules(word: str) -> list[ModuleType]:
    """The module of the command `word` alone, so that it starts quickly; else all of them."""
    names = sorted(
        module.name
        for module in pkgutil.iter_modules(commands.__path__)
        if not module.name.startswith("_")  # those are shared by commands
    )
    named = [name for name in names if command_name(name) == word]
    return [import_module(f"{commands.__name__}.{name}") for name in named or names]


def command_name(module: str) -> str:
    """The command of a module: `import_` is `import`, whose name Python keeps for itself."""
    return module.rstrip("_").replace("_", "-")


def _say(message: str, code: int) -> int:
    print(f"redress: {message}", file=sys.stderr)
    return code
