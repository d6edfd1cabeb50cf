from django.db import migrations

from redress.ombudsman import append_only


class Migration(migrations.Migration):
    dependencies = [("ombudsman", "0004_answers_asked_for")]

    operations = [
        migrations.RunPython(
            lambda apps, editor: append_only.let_words_go(editor.connection),
            lambda apps, editor: append_only.hold_words(editor.connection),
        ),
    ]
