"""Is the site well? Answers for whoever watches it: no names, no cases, nothing personal."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Max, Min

from redress.cases.models import Message, Round, Worker
from redress.people.models import Landlord
from redress.rules.sending import MessageState
from redress.work.carriers import Carriers

BEAT_WITHIN = timedelta(seconds=60)
SENT_WITHIN = timedelta(minutes=5)


@dataclass(frozen=True)
class Check:
    """One thing that was looked at: what, what was found, and whether it is well."""

    name: str
    found: str
    well: bool


def checks(now: datetime) -> list[Check]:
    """Everything that is looked at. Where the database cannot be reached, that alone."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        found = [Check("database", "reached", True), _migrations()]
        return found + ([_worker(now), _messages(now), _rounds()] if found[1].well else [])
    except DatabaseError as error:
        return [Check("database", f"not reached ({type(error).__name__})", False)]


def _migrations() -> Check:
    executor = MigrationExecutor(connection)
    missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    return Check("migrations", f"{missing} missing" if missing else "applied", not missing)


def _worker(now: datetime) -> Check:
    last = Worker.objects.aggregate(last=Max("beat_at"))["last"]
    if last is None:
        return Check("worker", "none is running", False)
    age = max(now - last, timedelta())
    return Check("worker", f"heartbeat {_seconds(age)} ago", age <= BEAT_WITHIN)


def _messages(now: datetime) -> Check:
    """The longest due message that a carrier is there for, and that was not tried yet."""
    carriers = Carriers(Landlord.objects.all())
    due = Message.objects.filter(
        state=MessageState.WAITING.value, way="email", landlord__in=list(carriers.of_email)
    )
    oldest = due.filter(not_before__lte=now).aggregate(first=Min("not_before"))["first"]
    age = now - oldest if oldest else timedelta()
    said = f"the oldest due for {_seconds(age)}" if oldest else "none is due"
    return Check("messages", said, age <= SENT_WITHIN)


def _rounds() -> Check:
    failed = Round.objects.exclude(problem="").order_by("name").values_list("name", flat=True)
    return Check("rounds", f"failed: {', '.join(failed)}" if failed else "in order", True)


def _seconds(age: timedelta) -> str:
    return f"{int(age.total_seconds())} seconds"
