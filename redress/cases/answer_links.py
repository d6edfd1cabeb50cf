"""The link by which somebody without an account answers a request for comments.

It is signed, not kept: it names the case, the request, the day it was sent and whether it went to
the manager, for one landlord. Opening it changes nothing; it ends with the answer, with the
withdrawal of the request, and `asking.LINK_DAYS` after the due date.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.core import signing

from redress.cases.access import NoAccess, get_case
from redress.cases.facts import facts_of
from redress.cases.models import Case
from redress.people.models import Landlord
from redress.rules.access import Actor, Verb
from redress.rules.asking import link_works
from redress.rules.facts import CaseFacts
from redress.rules.facts_comments import CommentFacts
from redress.rules.stages import possible

PAGE = "comments"  # the address of the page, before the token


class Standing(StrEnum):
    """What a link is good for."""

    OPEN = "open"
    ANSWERED = "answered"
    NOT_NEEDED = "not_needed"  # withdrawn, or the case is closed
    EXPIRED = "expired"


@dataclass(frozen=True)
class Opened:
    """A link that is ours: what it is good for, and who acts by it.

    `issues` and `place`, where the home is, are what they may see; `files` the names of those that
    came with the answer; `manager` says that the link went to the manager.
    """

    standing: Standing
    asked: CommentFacts
    actor: Actor
    reference: str
    issues: tuple[str, ...]
    place: str
    files: tuple[str, ...]
    manager: bool


def path(row: Case, number: int, manager: bool, on: date) -> str:
    """The page's address below the landlord's, with a token that nobody can make up."""
    said = [row.reference, number, on.toordinal(), int(manager)]
    return f"{PAGE}/{_signer(row.landlord).sign_object(said, compress=False)}"


def opened(landlord: Landlord, token: str, today: date) -> Opened:
    """What the token opens. Raises `NoAccess` for one that is not ours, or of another landlord."""
    try:
        reference, number, sent, manager = _signer(landlord).unsign_object(token)
    except (signing.BadSignature, ValueError) as error:
        raise NoAccess from error
    row = get_case(Actor(None, "", asked=number), landlord, reference, verb=Verb.COMMENT)
    case = facts_of(row)
    asked = next((each for each in case.comments if each.number == number), None)
    if asked is None:
        raise NoAccess
    standing = _standing(case, asked, date.fromordinal(sent), today)
    name = f"Manager of {asked.name}" if manager else asked.name
    actor = Actor(None, name, asked=number)
    shown = {issue.number: issue.summary for issue in case.issues}
    issues = tuple(shown[number] for number in asked.issues if number in shown)
    place = _place(row) if asked.address else ""
    files = tuple(each.name for each in case.documents if each.number in asked.documents)
    return Opened(standing, asked, actor, reference, issues, place, files, bool(manager))


def _signer(landlord: Landlord) -> signing.Signer:
    return signing.Signer(salt=f"redress.comments.{landlord.slug}", sep=".")


def _standing(case: CaseFacts, asked: CommentFacts, sent: date, today: date) -> Standing:
    if not link_works(asked, sent, today):
        return Standing.EXPIRED
    if asked.answered_on is not None:
        return Standing.ANSWERED
    if asked.withdrawn_on is not None or Verb.COMMENT not in possible(case.state):
        return Standing.NOT_NEEDED
    return Standing.OPEN


def _place(row: Case) -> str:
    home = row.resident.home if row.resident else None
    return ", ".join(part for part in (home.address, home.postcode) if part) if home else ""
