from django.db import migrations


def compare_by_code_point(apps, schema_editor):
    """A search asks for the words between "leak" and "leak" with the last code point after it.

    SQLite compares by code point. PostgreSQL compares as the language of its database does, and in
    English that last code point counts for nothing: "leaking" would not be found.
    """
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            'ALTER TABLE cases_searchword ALTER COLUMN word TYPE varchar(40) COLLATE "C"'
        )


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_append_only")]
    operations = [migrations.RunPython(compare_by_code_point, migrations.RunPython.noop)]
