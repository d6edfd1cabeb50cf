"""`redress self-assessment`: read a published self-assessment; show one beside the cases."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from redress.commands import Problem, _database, setup_django
from redress.rules.assessment import BODIES, Body
from redress.rules.assessment_form import Doubt, FormError
from redress.rules.figures_year import Year

if TYPE_CHECKING:
    from redress.assessment.imports import Imported

NAME = "self-assessment"
HELP = "the self-assessment against the Code: read a published one, show it beside the cases"


def add_arguments(parser: ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    read = kinds.add_parser("import", help="a published form: text with tabs, HTML or DOCX")
    read.add_argument("file", type=Path, metavar="FILE")
    read.add_argument("--landlord", required=True, metavar="SLUG")
    read.add_argument("--year", metavar="YEAR", help="such as 2023-24; else the file's name says")
    show = kinds.add_parser("show", help="all provisions with answers, flags and live measures")
    show.add_argument("--landlord", required=True, metavar="SLUG")
    show.add_argument("--year", required=True, metavar="YEAR", help="such as 2023-24")
    show.add_argument("--format", choices=("json",), default="json")
    for each in (read, show):
        each.add_argument(
            "--code",
            type=Body,
            choices=list(Body),
            default=Body.HOUSING_OMBUDSMAN,
            help="whose Code: the Housing Ombudsman's, or a council's second, as its form has it",
        )


def run(args: Namespace) -> int:
    year = _year(args.year) if args.year else None
    setup_django()
    return _import(args, year) if args.what == "import" else _show(args, year)


def _show(args: Namespace, year: Year | None) -> int:
    from django.utils.timezone import localdate

    from redress.assessment.files import to_json
    from redress.assessment.reading import assessed, assessed_second

    if year is None:
        raise Problem("--year: write one such as 2023-24")
    today = localdate()
    if today < year.start:
        raise Problem(f"--year: {year.label} begins on {year.start}, after {today}")
    landlord = _database.landlord(args.landlord)
    if args.code is Body.HOUSING_OMBUDSMAN:
        sys.stdout.write(to_json(assessed(landlord, year, today)))
        return 0
    found = assessed_second(landlord, year, args.code)
    if found.assessment is None:
        raise Problem(f"{_none(args.code, year)}: import a form with --code {args.code}")
    sys.stdout.write(to_json(found))
    return 0


def _none(body: Body, year: Year) -> str:
    return f"there is no self-assessment of {year.label} against the {BODIES[body]}’s Code"


def _import(args: Namespace, year: Year | None) -> int:
    from django.utils import timezone

    from redress.assessment.imports import import_form, year_of
    from redress.assessment.source import read_file
    from redress.rules.access import Actor

    landlord = _database.landlord(args.landlord)
    found, why = year_of(args.file.name, timezone.localdate())
    year, why = (year, "as given") if year else (found, why)
    by = Actor(None, "redress self-assessment import", system=True)
    try:
        content = read_file(args.file)
        done = import_form(landlord, year, args.file.name, content, by, timezone.now(), args.code)
    except OSError as error:
        raise Problem(f"{args.file}: {error.strerror}") from error
    except FormError as error:
        raise Problem("\n".join([f"{args.file}: nothing was imported.", *error.faults])) from error
    sys.stdout.write(_said(done, landlord.name, year, why, args.code))
    return 0


def _said(done: "Imported", landlord: str, year: Year, why: str, body: Body) -> str:
    form = done.form
    alone = f"Against the {BODIES[body]}’s Code, as the form has it: nothing measures it."
    kept = "was there already as" if done.known else "is kept as draft"
    lines = [
        f"{len(form.provisions)} provisions read for {landlord}, {year.label} ({why}).",
        *([alone] if body is not Body.HOUSING_OMBUDSMAN else ()),
        f"It {kept} number {done.assessment.number} of that year.",
        f"{len(form.doubts)} cells to look at:" if form.doubts else "No cell is doubtful.",
        *(_doubt(each) for each in form.doubts),
    ]
    return "\n".join(lines) + "\n"


def _doubt(each: Doubt) -> str:
    where = " ".join(part for part in (each.number, each.column) if part)
    return f"  line {each.line}: {where}: {each.says}"


def _year(text: str) -> Year:
    try:
        return Year.parse(text)
    except ValueError as error:
        raise Problem(f"--year: {error}") from error
