import django.db.models.deletion
from django.db import migrations, models

from redress.people.lookup import words_of


def compare_by_code_point(apps, schema_editor):
    """As the words of cases: a search asks for what begins with a word (cases 0003)."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            'ALTER TABLE people_residentword ALTER COLUMN word TYPE varchar(40) COLLATE "C"'
        )


def write_them_down(apps, schema_editor):
    """The words of the residents that are there already."""
    word_table = apps.get_model("people", "ResidentWord")
    residents = apps.get_model("people", "Resident").objects.select_related("home")
    for resident in residents.iterator(chunk_size=1_000):
        word_table.objects.bulk_create(
            word_table(landlord_id=resident.landlord_id, word=word, resident_id=resident.pk)
            for word in sorted(words_of(resident))
        )


class Migration(migrations.Migration):
    dependencies = [("people", "0003_contributors")]

    operations = [
        migrations.CreateModel(
            name="ResidentWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("word", models.CharField(max_length=40)),
                (
                    "landlord",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="people.landlord",
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="people.resident",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["resident", "word"], name="words_of_resident")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("landlord", "word", "resident"), name="a_name_once"
                    )
                ],
            },
        ),
        migrations.RunPython(compare_by_code_point, migrations.RunPython.noop),
        migrations.RunPython(write_them_down, migrations.RunPython.noop),
    ]
