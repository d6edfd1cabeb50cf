from django.db import migrations, models

from redress.assessment import append_only


class Migration(migrations.Migration):
    """SQLite makes the table anew, which takes its triggers with it: they are taken away before and
    made again after."""

    dependencies = [("assessment", "0002_kept_measures_and_circumstances")]

    operations = [
        migrations.RunPython(
            lambda apps, editor: append_only.remove(editor.connection),
            lambda apps, editor: append_only.install(editor.connection),
        ),
        migrations.RemoveConstraint(model_name="assessment", name="an_assessment_once"),
        migrations.AddField(
            model_name="assessment",
            name="body",
            field=models.CharField(
                choices=[("housing_ombudsman", "housing_ombudsman"), ("lgsco", "lgsco")],
                default="housing_ombudsman",
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.UniqueConstraint(
                fields=("landlord", "body", "year", "number"), name="an_assessment_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.CheckConstraint(
                condition=models.Q(("body__in", ["housing_ombudsman", "lgsco"])), name="known_body"
            ),
        ),
        migrations.RunPython(
            lambda apps, editor: append_only.install(editor.connection),
            lambda apps, editor: append_only.remove(editor.connection),
        ),
    ]
