"""Imports a file in a program of its own, so that its memory is known: prints JSON.

    python -m bench.importing ROWS [--dry-run]

The database is the environment's. `before_mib` is the most memory used up to the import.
"""

import json
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

from redress.commands import setup_django


def main(count: int, dry_run: bool) -> None:
    """Make the file, import it, say what it took."""
    with tempfile.TemporaryDirectory(prefix="redress-bench-") as folder:
        path = Path(folder) / "cases.csv"
        _write_apart(path, count)
        setup_django()
        print(json.dumps(_measured(path, count, dry_run)))


def _write_apart(path: Path, count: int) -> None:
    """In a program of its own, so that making the rows is not counted as memory of the import."""
    pid = os.fork()
    if pid == 0:
        from bench.made_up_cases import rows, write

        write(path, rows(count))
        os._exit(0)
    if os.waitpid(pid, 0)[1]:
        raise SystemExit("the file could not be made")


def _measured(path: Path, count: int, dry_run: bool) -> dict[str, object]:
    from django.db import connection
    from django.utils import timezone

    from bench.databases import settle, version
    from redress.cases.importing import import_cases
    from redress.people.landlords import landlord_named

    landlord = landlord_named("harrow")
    before, began = peak(), time.perf_counter()
    done = import_cases(path, landlord, at=timezone.now(), dry_run=dry_run)
    seconds = time.perf_counter() - began
    if done.faults or done.rows != count:
        raise SystemExit(f"not imported: {done}")
    return {
        "rows": count,
        "cases": done.cases,
        "seconds": seconds,
        "before_mib": before,
        "peak_mib": peak(),
        "file_mb": path.stat().st_size / 1e6,
        "database_mb": settle(connection),
        "version": version(connection),
    }


def peak() -> float:
    """The most memory that this program used, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(int(sys.argv[1]), "--dry-run" in sys.argv)
