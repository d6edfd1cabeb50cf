"""The file that a self-assessment was read from stays as it came."""

from django.db import migrations

from redress.people import history

TABLE = "assessment_assessmentfile"


class Migration(migrations.Migration):
    dependencies = [("assessment", "0003_whose_code")]

    operations = [
        migrations.RunPython(
            lambda apps, editor: history.keep_forever(editor.connection, TABLE),
            lambda apps, editor: history.let_go(editor.connection, TABLE),
        )
    ]
