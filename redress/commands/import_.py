"""`redress import cases`: the cases of an old system, from a CSV file."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from redress.commands import Problem, _database, setup_django
from redress.commands._progress import Steps

NAME = "import"
HELP = "import the cases of an old system from a CSV file"


def add_arguments(parser: ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    cases = kinds.add_parser("cases", help="one row a stage of a case (docs/reference/import.md)")
    cases.add_argument("file", type=Path, metavar="FILE.csv")
    cases.add_argument("--landlord", required=True, metavar="SLUG")
    cases.add_argument("--dry-run", action="store_true", help="check everything, write nothing")


def run(args: Namespace) -> int:
    setup_django()
    from django.utils import timezone

    from redress.cases.importing import import_cases

    landlord = _database.landlord(args.landlord)
    try:
        done = import_cases(
            args.file, landlord, at=timezone.now(), dry_run=args.dry_run, progress=Steps()
        )
    except OSError as error:
        raise Problem(f"{args.file}: {error.strerror}") from error
    if done.faults:
        more = [f"and {done.more_faults:,} more"] if done.more_faults else []
        raise Problem("\n".join([f"{args.file}: nothing was imported.", *done.faults, *more]))
    would = "would be " if args.dry_run else ""
    sys.stderr.write(
        f"{done.rows:,} rows read: {done.cases:,} cases with {done.stages:,} stages {would}added, "
        f"{done.known:,} rows were there already.\n"
    )
    return 0
