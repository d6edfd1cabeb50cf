"""The words by which a case is found."""

from django.db import models

from redress.cases.models.case import Case
from redress.people.models import Landlord


class SearchWord(models.Model):
    """One word of a case, as `cases.words` makes them: what people type, and marks for its tags and
    risks. Kept small so that finding costs the same however many cases."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    word = models.CharField(max_length=40)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, db_index=False)

    class Meta:
        indexes = [models.Index(fields=["case", "word"], name="words_of_case")]
        constraints = [
            models.UniqueConstraint(fields=["landlord", "word", "case"], name="a_word_once")
        ]
