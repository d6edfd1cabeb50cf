"""Django's own commands, such as `migrate`, `makemigrations` and `shell`."""

import argparse

from redress.commands import setup_django

NAME = "manage"
HELP = "run one of Django's commands, such as migrate"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("command", help="the name of Django's command; help lists them")
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="what it takes")


def run(args: argparse.Namespace) -> int:
    setup_django()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["redress manage", args.command, *args.rest])  # ends by itself if bad
    return 0
