"""The worker: sends what is due and does the periodic work, until it is stopped."""

import argparse
import os
import signal

from redress.commands import _database, setup_django

NAME = "worker"
HELP = "send letters and messages and do the periodic work, until stopped"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--beside",
        type=int,
        default=0,
        metavar="PID",
        help="end when that process, its parent, has",
    )


def run(args: argparse.Namespace) -> int:
    """One process on the embedded database; on PostgreSQL one of any number of nodes."""
    setup_django()
    from django.conf import settings

    _database.ready()
    if not settings.EMBEDDED:
        from redress.work.nodes import run_node

        run_node()
        return 0
    from redress.work.worker import Loop

    loop = Loop(orphaned=lambda: bool(args.beside) and os.getppid() != args.beside)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, loop.stop)
    loop.run()
    return 0
