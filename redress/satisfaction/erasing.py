"""What is kept of a case that is erased beside its own answers: days stay, words go."""

from redress.cases.models import Case
from redress.satisfaction.models import Unhappy


def erase(case: Case) -> None:
    """Take the words out of the list of those who were unhappy."""
    Unhappy.objects.filter(case=case).update(who="", contact="", words="")
