"""What stood on record about residents' needs is carried over, and nothing is lost."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from redress.people.models import Resident
from redress.rules.needs import Needs
from redress.rules.sending import Format, Never, Way

BEFORE = [("people", "0011_members_and_elections")]


@pytest.mark.django_db(transaction=True)
def test_what_was_on_record_before_is_carried_over() -> None:
    """Large print becomes a format; every other answer stays where it was."""
    executor = MigrationExecutor(connection)
    try:
        old = executor.migrate(BEFORE).apps
        of = old.get_model("people", "Landlord").objects.create(slug="elm", reference_prefix="ELM")
        said = {"needs": "Ring after six", "write_by": "post", "language": "Twi"}
        more = {"never_by": ["email", "hand"], "large_print": True}
        old.get_model("people", "Resident").objects.create(landlord=of, **said, **more)
    finally:
        executor = MigrationExecutor(connection)
        executor.migrate(executor.loader.graph.leaf_nodes())
    assert Resident.objects.get().what_they_need == Needs(
        language="Twi",
        formats=(Format.LARGE_PRINT,),
        write_by=Way.POST,
        never_by=(Never.EMAIL, Never.VISIT),
        needs="Ring after six",
    )
