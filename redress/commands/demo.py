"""`redress demo`: prepares the demonstration: landlords, staff, invented cases, Harrow's year."""

import sys
import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from redress.commands import _database, setup_django
from redress.commands._progress import Progress, Steps

if TYPE_CHECKING:
    from redress.people.models import Landlord

NAME = "demo"
HELP = "prepare the demonstration landlords, staff and invented cases"

PUBLISHED = "HC"  # how the references of Harrow's published years begin


def add_arguments(parser: ArgumentParser) -> None:
    pass


def run(args: Namespace) -> int:
    """Prepares what is not there yet, then says how to sign in."""
    setup_django()
    from django.utils import timezone

    from redress.demo.build import build, planned
    from redress.demo.staff import PASSWORD, STAFF
    from redress.people.models import Landlord
    from redress.rules.policy_files import landlord_slugs

    _database.ready()
    for slug in landlord_slugs():
        landlord = _database.landlord(slug)
        Landlord.objects.filter(pk=landlord.pk).update(demonstration=True)
        build(landlord, timezone.localdate(), Progress(f"Cases for {landlord.name}", planned()))
        _regular(landlord)
    _harrow()
    say = sys.stderr.write
    say("\nDemonstration sign-ins (every password is: " + PASSWORD + ")\n")
    for part, name, role in STAFF:
        say(f"  {part}@LANDLORD.example  {name}, {role.value.replace('_', ' ')}\n")
    say(f"  where LANDLORD is one of: {', '.join(landlord_slugs())}\n")
    say("Every single case is invented. Harrow's totals for 2023-24 are the published ones.\n")
    return 0


def _regular(landlord: "Landlord") -> None:
    """The year before, and the packs that were made of it, where they are not there yet."""
    from django.utils import timezone

    from redress.demo.history import tell_year
    from redress.demo.packs import make_packs
    from redress.work.carriers import as_if_sent

    today = timezone.localdate()
    if tell_year(landlord, today, timezone.now()):
        make_packs(landlord, today)
        as_if_sent(landlord, timezone.now())


def _harrow() -> None:
    """Three years of Harrow: invented cases whose totals are the published figures."""
    from django.utils import timezone

    from redress.cases.models import Case
    from redress.demo.published import publish_year

    landlord = _database.landlord("harrow")
    if not Case.objects.filter(landlord=landlord, reference__startswith=PUBLISHED).exists():
        _import_harrow(landlord)
    publish_year(landlord, timezone.now())


def _import_harrow(landlord: "Landlord") -> None:
    from django.utils import timezone

    from redress.cases.importing import import_cases
    from redress.demo.harrow import write_csv

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "harrow.csv"
        write_csv(path)
        done = import_cases(path, landlord, at=timezone.now(), progress=Steps())
    if done.faults:
        raise ValueError(f"Harrow's demonstration rows do not import: {done.faults}")
