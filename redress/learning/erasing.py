"""What learning holds of a case that is erased: marks and causes stay, words about it go.

The register of improvements stays as it is: its words are of what the landlord changed, and those
it publishes name nobody.
"""

from redress.cases.models import Case
from redress.learning.models import PanelCase, PanelComment, QualityCheck
from redress.rules.erasing import GONE


def erase(case: Case) -> None:
    """Take the words out of packs for the panel and of quality checks."""
    PanelCase.objects.filter(case=case).update(facts={}, texts={})
    PanelComment.objects.filter(about__case=case).update(text=GONE)
    QualityCheck.objects.filter(case=case).exclude(feedback="").update(feedback=GONE)
