"""Runs get the digest that packs have, and the database refuses to change them from now on."""

import json
from hashlib import sha256
from typing import Any

from django.db import migrations

from redress.people import history

TABLES = ("reports_run", "reports_runfile", "reports_narrative")


def digest_anew(apps: Any, editor: Any) -> None:
    """A run that is as it was made gets the digest of now; any other keeps the one it fails by."""
    runs = apps.get_model("reports", "Run").objects
    for run in runs.only("report", "digest").iterator(chunk_size=20):
        if _digest(run.report) == run.digest:
            digest = _digest(run.report, ensure_ascii=False, separators=(",", ":"))
            runs.filter(pk=run.pk).update(digest=digest)


def _digest(report: Any, **how: Any) -> str:
    return sha256(json.dumps(report, sort_keys=True, **how).encode()).hexdigest()


def install(apps: Any, editor: Any) -> None:
    for table in TABLES:
        history.keep_forever(editor.connection, table)


def remove(apps: Any, editor: Any) -> None:
    for table in TABLES:
        history.let_go(editor.connection, table)


class Migration(migrations.Migration):
    dependencies = [("reports", "0002_runs_and_narrative")]

    operations = [
        migrations.RunPython(digest_anew, migrations.RunPython.noop),
        migrations.RunPython(install, remove),
    ]
