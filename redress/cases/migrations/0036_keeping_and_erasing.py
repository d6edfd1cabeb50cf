from django.conf import settings
from django.db import migrations, models
from django.utils.timezone import localtime

from redress.cases import append_only

BATCH = 1_000


def note_closings(apps, editor):
    """The day on which each closed case was closed: by its record, or where an old system closed it
    the last day on which anything is known to have happened."""
    Case, Event = apps.get_model("cases", "Case"), apps.get_model("cases", "Event")
    Stage = apps.get_model("cases", "Stage")
    closed, last = Case.objects.filter(state="closed").order_by("pk"), 0
    while batch := list(closed.filter(pk__gt=last)[:BATCH]):
        last = batch[-1].pk
        numbers = [row.pk for row in batch]
        days = {row.pk: row.recorded_on for row in batch}
        ends = {}
        stages = Stage.objects.filter(case__in=numbers)
        for case, *found in stages.values_list("case_id", "ended_on", "responded_on"):
            ends[case] = max([day for day in (*found, ends.get(case)) if day], default=None)
        days |= {case: day for case, day in ends.items() if day}
        events = Event.objects.filter(case__in=numbers, name__in=("closed", "merged"))
        for case, at in events.order_by("sequence").values_list("case_id", "at"):
            days[case] = localtime(at).date()
        for row in batch:
            row.closed_on = days[row.pk]
        Case.objects.bulk_update(batch, ["closed_on"])


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0035_who_looked"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="case",
            name="holds",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="case",
            name="closed_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="case",
            name="erased_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.RunPython(note_closings, migrations.RunPython.noop, elidable=True),
        migrations.RunPython(
            lambda apps, editor: append_only.let_words_go(editor.connection),
            lambda apps, editor: append_only.hold_words(editor.connection),
        ),
    ]
