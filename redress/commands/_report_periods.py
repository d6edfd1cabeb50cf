"""`redress report quarter|week|tsm|housemark`: a landlord's figures of a period, as a file."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from datetime import date
from pathlib import Path

from redress.commands import Problem, _database, setup_django
from redress.rules.periods import Period

WORDS = {
    "quarter": ("the figures of a quarter, each with its meaning", "such as 2026-Q1"),
    "week": ("the figures of a week", "such as 2026-W48"),
    "tsm": ("the regulator's measures CH01, CH02 and TP09 of a year", "such as 2025-26"),
    "housemark": ("the monthly benchmarking return", "such as 2026-05"),
}
FORMATS = ("json", "csv", "html", "pdf", "docx", "xlsx")


def add_arguments(kinds: "_SubParsersAction[ArgumentParser]") -> None:
    for name, (words, example) in WORDS.items():
        parser = kinds.add_parser(name, help=words)
        parser.add_argument("--landlord", required=True, metavar="SLUG")
        parser.add_argument("--period", required=True, metavar="PERIOD", help=example)
        parser.add_argument("--format", choices=FORMATS, default="json")
        parser.add_argument(
            "--output", type=Path, metavar="FILE", help="instead of standard output"
        )
        parser.add_argument(
            "--as-at", metavar="DATE", help="as it stood at the end of this day; today if not given"
        )


def made(args: Namespace, as_at: date | None) -> bytes:
    """The report asked for. Problem for a period that cannot be read, is of another length or has
    not begun, and for a landlord that there is none of."""
    try:
        period = Period.parse(args.period)
    except ValueError as error:
        raise Problem(f"--period: {error}") from error
    setup_django()
    from django.utils.timezone import localdate

    from redress.reports import period_reports

    day = as_at or localdate()
    if day < period.start:
        raise Problem(f"--period: {period.text} begins on {period.start}, after {day}")
    try:
        return period_reports.made(
            args.what, _database.landlord(args.landlord), period, day, args.format
        )
    except ValueError as error:
        raise Problem(f"--period: {error}") from error
