"""The web server."""

import argparse
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from redress.commands import Problem, setup_django

NAME = "serve"
HELP = "serve the site over HTTP"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument("--port", type=port, default=8000, help="port to listen on (%(default)s)")
    parser.add_argument("--workers", type=int, default=1, help="processes (%(default)s)")
    parser.add_argument(
        "--no-worker",
        action="store_true",
        help="do not start the worker beside it (on PostgreSQL it never is: run redress worker)",
    )


def port(word: str) -> int:
    """A port number."""
    if not word.isascii() or not word.isdigit() or not 1 <= int(word) <= 65535:
        raise argparse.ArgumentTypeError(f'"{word}" is not a port; give 1 to 65535')
    return int(word)


def run(args: argparse.Namespace) -> int:
    setup_django()
    from django.conf import settings
    from granian.constants import Interfaces
    from granian.server import Server

    check_free(args.host, args.port)
    server = Server(
        "redress.config.wsgi:application",
        address=args.host,
        port=args.port,
        interface=Interfaces.WSGI,
        workers=args.workers,
        blocking_threads=4,  # also the number of database connections of a process
        workers_kill_timeout=5,
    )
    with worker_beside(settings.EMBEDDED and not args.no_worker):
        server.serve()
    return 0


@contextmanager
def worker_beside(wanted: bool) -> Iterator[None]:
    """The embedded form's one worker, which starts and stops with the server."""
    if not wanted:
        yield
        return
    command = [sys.executable, "-m", "redress", "worker", "--beside", str(os.getpid())]
    worker = subprocess.Popen(command)  # noqa: S603 our own command
    try:
        yield
    finally:
        worker.terminate()
        try:
            worker.wait(timeout=10)
        except subprocess.TimeoutExpired:
            worker.kill()


def check_free(host: str, number: int) -> None:
    """Refuses an address that cannot be listened on; the server itself would not say why."""
    try:
        family, *_, address = socket.getaddrinfo(host, number, type=socket.SOCK_STREAM)[0]
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise Problem(
            f"cannot listen on {host}:{number}: {error.strerror}; give another --host or --port"
        ) from error
