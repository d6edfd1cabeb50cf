"""`redress report`: a landlord's figures as data, page, PDF or Word file, and checking a text."""

import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from redress.commands import Problem, _database, _report_check, _report_periods, setup_django
from redress.rules.figures_year import Year

NAME = "report"
HELP = "reports of a year, quarter, week or month, and where a published report differs"

FORMATS = ("json", "csv", "html", "pdf", "docx")


def add_arguments(parser: ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    annual = kinds.add_parser("annual", help="one landlord, 1 April to 31 March")
    annual.add_argument("--landlord", required=True, metavar="SLUG")
    year = annual.add_mutually_exclusive_group(required=True)
    year.add_argument("--year", metavar="YEAR", help="such as 2023-24")
    year.add_argument("--period", metavar="YEAR", dest="year", help="the same as --year")
    annual.add_argument("--format", choices=FORMATS, default="json")
    annual.add_argument("--output", type=Path, metavar="FILE", help="instead of standard output")
    annual.add_argument(
        "--as-at", metavar="DATE", help="as it stood at the end of this day; today if not given"
    )
    annual.add_argument(
        "--for-publication",
        action="store_true",
        help="without numbers that could point to a person",
    )
    _report_periods.add_arguments(kinds)
    check = kinds.add_parser("check", help="which sentences of a report disagree with the data")
    _report_check.add_arguments(check)


def run(args: Namespace) -> int:
    if args.what == "check":
        return _report_check.run(args, _year(args.year))
    if args.what == "annual":
        return _annual(args)
    day = _day(args.as_at) if args.as_at else None
    _write(_report_periods.made(args, day), args.output)
    return 0


def _annual(args: Namespace) -> int:
    year, day = _year(args.year), _day(args.as_at) if args.as_at else None
    setup_django()
    from django.utils.timezone import localdate

    as_at = day or localdate()
    if as_at < year.start:
        raise Problem(f"--year: {year.label} begins on {year.start}, after {as_at}")
    content = _made(args.landlord, year, as_at, args.format, args.for_publication)
    _write(content, args.output)
    return 0


def _made(slug: str, year: Year, as_at: date, form: str, publication: bool) -> bytes:
    from django.utils import timezone

    from redress.reports.annual import annual
    from redress.reports.annual_made import make

    landlord = _database.landlord(slug)
    report = annual(landlord, year, as_at)
    at = timezone.now()
    return make(landlord, report, form, "command line", at, publication=publication).content


def _write(content: bytes, output: Path | None) -> None:
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise Problem(f"--output: {output}: {error.strerror}") from error


def _year(text: str) -> Year:
    try:
        return Year.parse(text)
    except ValueError as error:
        raise Problem(f"--year: {error}") from error


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise Problem(
            f"--as-at: {text[:20]!r} is not a date; write one such as 2024-06-30"
        ) from error
    if day.isoformat() != text:
        raise Problem(f"--as-at: write {day} instead of {text[:20]!r}")
    return day
