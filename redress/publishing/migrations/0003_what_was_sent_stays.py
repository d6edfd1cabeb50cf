"""That an edition went to the Ombudsman, and when, is never changed."""

from django.db import migrations

from redress.people import history

TABLE = "publishing_annualsubmission"


class Migration(migrations.Migration):
    dependencies = [("publishing", "0002_the_run_of_an_edition")]

    operations = [
        migrations.RunPython(
            lambda apps, editor: history.keep_forever(editor.connection, TABLE),
            lambda apps, editor: history.let_go(editor.connection, TABLE),
        )
    ]
