from datetime import date
from itertools import islice

from django.db import migrations
from django.db.models.functions import Coalesce

from redress.cases import words

BATCH = 500


def fill_in(apps, schema_editor):
    """Cases of before: where they stand among open work, their residents' names to sort by, and
    the words of what they say."""
    case, search_word = apps.get_model("cases", "Case"), apps.get_model("cases", "SearchWord")
    still_open = case.objects.exclude(state="closed")
    still_open.update(open_due=Coalesce("next_due", date.max))
    rows = case.objects.select_related("resident__home").prefetch_related("issues", "stages")
    each = rows.order_by("pk").iterator(chunk_size=BATCH)
    while batch := list(islice(each, BATCH)):
        for row in batch:
            row.resident_name = words.sort_name(row.resident)
        case.objects.bulk_update(batch, ["resident_name"])
        found = [
            search_word(landlord_id=row.landlord_id, case=row, word=word)
            for row in batch
            for word in words.of_case(row, row.resident, _told(row))
        ]
        search_word.objects.bulk_create(found, ignore_conflicts=True)


def _told(row):
    issues = sorted(row.issues.all(), key=lambda issue: issue.number)
    stages = sorted(row.stages.all(), key=lambda stage: stage.number)
    return [*(each.summary for each in issues), *(each.definition for each in stages)]


class Migration(migrations.Migration):
    dependencies = [("cases", "0011_open_work")]
    operations = [migrations.RunPython(fill_in, migrations.RunPython.noop)]
