from django.db import migrations
from django.db.models import F


def owe_the_hand_over(apps, schema_editor):
    """A danger whose hand-over is not on record is owed from the day it was told."""
    cases = apps.get_model("cases", "Case").objects
    open_ones = cases.exclude(state="closed").values_list("pk", "risks").iterator()
    owed = [pk for pk, risks in open_ones if "danger_now" in risks]
    for start in range(0, len(owed), 500):
        part = cases.filter(pk__in=owed[start : start + 500])
        part.update(next_due=F("received_on"), next_clock="hand_over")


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_triage_and_hand_overs")]
    operations = [migrations.RunPython(owe_the_hand_over, migrations.RunPython.noop)]
