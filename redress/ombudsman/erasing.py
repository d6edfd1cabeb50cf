"""What the Ombudsman's register says of a case that is erased: findings and days stay, words go.

A case at the Ombudsman that is open, or of which something asked is not done, keeps ours.
"""

from django.db.models import Exists, OuterRef, Q

from redress.cases.models import Case
from redress.ombudsman.models import Duty, OmbudsmanCase, OmbudsmanEntry
from redress.rules.erasing import GONE
from redress.rules.ombudsman import Status


def is_open() -> Exists:
    """For a query of cases: whether one at the Ombudsman goes on."""
    undone = Duty.objects.filter(case=OuterRef("pk"), done=False)
    rows = OmbudsmanCase.objects.filter(case=OuterRef("pk"))
    return Exists(rows.filter(Q(status=Status.OPEN.value) | Exists(undone)))


def erase(case: Case) -> None:
    """Take the words out. The Ombudsman publishes its decisions without names, and keeps its
    own."""
    for row in OmbudsmanCase.objects.filter(case=case):
        row.elements = [{**each, "what": GONE} for each in row.elements]
        row.note = GONE if row.note else ""
        row.save(update_fields=["elements", "note"])
        duties = Duty.objects.filter(case=row)
        duties.update(what=GONE)
        duties.exclude(proof="").update(proof=GONE)
        OmbudsmanEntry.objects.filter(case=row).update(details={})
