"""Working days: adds them to a date, or counts them between two."""

from argparse import ArgumentParser, Namespace

from redress.commands._batch import Cells, add_question, answer, read, whole_number
from redress.rules.calendar import Calendar, Division, calendar_for
from redress.rules.dates import read_date, shown

NAME = "calendar"
HELP = "add working days to a date, or count them between two"


def add_arguments(parser: ArgumentParser) -> None:
    kinds = parser.add_subparsers(required=True, metavar="WHAT")
    adding = kinds.add_parser("add", help="the date so many working days after a date")
    add_question(adding, ("division", "date", "days"), division="DIVISION", days="N")
    adding.set_defaults(say=added)
    counting = kinds.add_parser(
        "count", help="working days after the first date up to and including the second"
    )
    add_question(counting, ("division", "from", "to"), division="DIVISION")
    counting.set_defaults(say=counted)


def run(args: Namespace) -> int:
    return answer(args, args.say)


def added(cells: Cells) -> str:
    """The date that many working days on."""
    calendar = read(cells, "division", a_calendar)
    start, days = read(cells, "date", read_date), read(cells, "days", whole_number)
    return calendar.add(start, days).isoformat()


def counted(cells: Cells) -> str:
    """The working days after one date up to and including the other."""
    calendar = read(cells, "division", a_calendar)
    return str(calendar.count(read(cells, "from", read_date), read(cells, "to", read_date)))


def a_calendar(words: str) -> Calendar:
    """The calendar of a division."""
    if words not in set(Division):
        raise ValueError(f"{shown(words)} is not one of {', '.join(Division)}")
    return calendar_for(words)
