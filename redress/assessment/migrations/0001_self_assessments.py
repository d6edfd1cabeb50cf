import django.db.models.deletion
from django.db import migrations, models

from redress.assessment import append_only


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0012_what_residents_need"),
    ]

    operations = [
        migrations.CreateModel(
            name="Assessment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.CharField(max_length=7)),
                ("number", models.PositiveSmallIntegerField()),
                ("code", models.CharField(max_length=40)),
                (
                    "trigger",
                    models.CharField(
                        choices=[
                            ("annual", "annual"),
                            ("restructure", "restructure"),
                            ("merger", "merger"),
                            ("procedure_changed", "procedure_changed"),
                            ("ombudsman_asked", "ombudsman_asked"),
                            ("after_investigation", "after_investigation"),
                            ("exceptional", "exceptional"),
                        ],
                        max_length=20,
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("made_by", models.CharField(max_length=120)),
                ("approved_on", models.DateField(blank=True, null=True)),
                ("approved_by", models.CharField(blank=True, default="", max_length=200)),
                ("response", models.TextField(blank=True, default="")),
                (
                    "landlord",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="people.landlord",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AssessmentEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("by_id", models.BigIntegerField(blank=True, null=True)),
                ("by_name", models.CharField(max_length=120)),
                ("what", models.CharField(max_length=40)),
                ("number", models.CharField(blank=True, default="", max_length=6)),
                ("details", models.JSONField(default=dict)),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="assessment.assessment",
                    ),
                ),
                (
                    "landlord",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="people.landlord",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="AssessmentFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=255)),
                ("digest", models.CharField(max_length=64)),
                ("content", models.BinaryField()),
                ("doubts", models.JSONField(default=list)),
                (
                    "assessment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="file",
                        to="assessment.assessment",
                    ),
                ),
                (
                    "landlord",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="people.landlord"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ProvisionAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=6)),
                ("answer", models.CharField(blank=True, max_length=10, null=True)),
                ("words", models.TextField(blank=True, default="")),
                ("from_on", models.DateField(blank=True, null=True)),
                ("halves", models.JSONField(blank=True, default=list)),
                ("wording", models.TextField(blank=True, default="")),
                ("evidence", models.TextField(blank=True, default="")),
                ("links", models.JSONField(blank=True, default=list)),
                ("commentary", models.TextField(blank=True, default="")),
                ("owner", models.CharField(blank=True, default="", max_length=120)),
                ("due_on", models.DateField(blank=True, null=True)),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="assessment.assessment",
                    ),
                ),
                (
                    "landlord",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="people.landlord",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ProvisionComment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("by_name", models.CharField(max_length=120)),
                ("text", models.TextField()),
                ("margin", models.BooleanField(default=False)),
                (
                    "answer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="assessment.provisionanswer",
                    ),
                ),
                (
                    "landlord",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="people.landlord",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.UniqueConstraint(
                fields=("landlord", "year", "number"), name="an_assessment_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "trigger__in",
                        [
                            "annual",
                            "restructure",
                            "merger",
                            "procedure_changed",
                            "ombudsman_asked",
                            "after_investigation",
                            "exceptional",
                        ],
                    )
                ),
                name="known_trigger",
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionanswer",
            constraint=models.UniqueConstraint(
                fields=("assessment", "number"), name="a_provision_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="provisionanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answer", None),
                    ("answer__in", ["yes", "no", "partly", "yes_from", "split"]),
                    _connector="OR",
                ),
                name="known_answer",
            ),
        ),
        migrations.RunPython(
            lambda apps, editor: append_only.install(editor.connection),
            lambda apps, editor: append_only.remove(editor.connection),
        ),
    ]
