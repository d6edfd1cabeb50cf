"""What the commands that need the database share: it is there, it is up to date, the landlord."""

import sys
from typing import TYPE_CHECKING

from redress.commands import Problem

if TYPE_CHECKING:
    from redress.people.models import Landlord


def ready() -> None:
    """Make sure that the tables are as this version needs them.

    The embedded database is brought up to date at once. A PostgreSQL server is its owner's
    affair: Problem, with the command to run.
    """
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor
    from django.db.utils import OperationalError

    try:
        executor = MigrationExecutor(connection)
    except OperationalError as error:
        raise Problem(f"The database cannot be reached: {error}") from error
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    if not settings.EMBEDDED:
        raise Problem("The database is not up to date. Run: redress manage migrate")
    sys.stderr.write("Preparing the database …\n")
    call_command("migrate", verbosity=0)


def landlord(slug: str) -> "Landlord":
    """The landlord of that name, from its policy. A Problem names the landlords there are."""
    from redress.people.landlords import landlord_named
    from redress.rules.policy_files import PolicyError

    ready()
    try:
        return landlord_named(slug)
    except PolicyError as error:
        raise Problem(str(error)) from error
