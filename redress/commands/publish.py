"""`redress publish`: all that a landlord has published as a folder for any web server."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from redress.commands import Problem, _database, setup_django

NAME = "publish"
HELP = "write the published pages of a landlord as a folder for any web server"


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--landlord", required=True, metavar="SLUG")
    parser.add_argument("--to", required=True, type=Path, metavar="DIR", help="empty, or made so")


def run(args: Namespace) -> int:
    """Writes what is published and approved, and nothing else."""
    setup_django()
    from redress.publishing.directory import NotWritten, write_site
    from redress.publishing.render import AssetMissing

    landlord = _database.landlord(args.landlord)
    to = args.to.absolute()
    try:
        number = write_site(landlord, to)
    except (NotWritten, AssetMissing) as error:
        raise Problem(f"--to: {error}" if isinstance(error, NotWritten) else str(error)) from error
    except OSError as error:
        raise Problem(f"--to: {to}: {error.strerror}") from error
    sys.stdout.write(f"{number} files in {to}\n")
    return 0
