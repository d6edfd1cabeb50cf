from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0036_keeping_and_erasing")]

    operations = [
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                fields=["landlord", "closed_on", "id"],
                name="closed_and_kept",
                condition=models.Q(closed_on__isnull=False, erased_on__isnull=True),
            ),
        ),
    ]
