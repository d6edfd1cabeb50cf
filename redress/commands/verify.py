"""`redress verify`: checks that the record is whole."""

import sys
from argparse import ArgumentParser, Namespace

from redress.commands import _database, setup_django
from redress.commands._progress import Progress

NAME = "verify"
HELP = (
    "check every chain of events, every letter and file, every seal, and that events give the cases"
)
MOST_SHOWN = 20


def add_arguments(parser: ArgumentParser) -> None:
    pass


def run(args: Namespace) -> int:
    """Exit 0 and a count, or 1 and the first rows that do not fit."""
    setup_django()
    from redress.cases.models import Case
    from redress.cases.verify import verify
    from redress.rules import policy_seal

    _database.ready()
    checked = verify(Progress("Checking cases", Case.objects.count()))
    faults = [*policy_seal.broken(), *checked.faults]
    counts = f"{checked.cases:,} cases, {checked.events:,} events, {checked.letters:,} letters"
    counts += f", {checked.files:,} files" if checked.files else ""
    counts += f", {checked.erased:,} of the cases erased" if checked.erased else ""
    if not faults:
        print(f"{counts} checked: everything fits.")
        return 0
    print(f"{counts} checked: {len(faults):,} faults.")
    for fault in faults[:MOST_SHOWN]:
        sys.stderr.write(f"{fault}\n")
    return 1
