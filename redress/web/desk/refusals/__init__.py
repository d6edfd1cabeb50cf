"""What a refusal says: for each reason code what is missing, and what to do about it.

The rules give codes and provisions; the words live here, with the pages. The same words stand in
the record where a guard only warned: then the first sentence is what the action went ahead without.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from redress.rules.decision import Reason
from redress.web.desk.refusals.answering import ANSWERING
from redress.web.desk.refusals.comments import COMMENTS
from redress.web.desk.refusals.conduct import CONDUCT
from redress.web.desk.refusals.ending import ENDING
from redress.web.desk.refusals.followed import FOLLOWED
from redress.web.desk.refusals.incoming import INCOMING
from redress.web.desk.refusals.joined import JOINED
from redress.web.desk.refusals.keeping import KEEPING
from redress.web.desk.refusals.learning import LEARNING
from redress.web.desk.refusals.letters import LETTERS
from redress.web.desk.refusals.needs import NEEDS
from redress.web.desk.refusals.offers import OFFERS
from redress.web.desk.refusals.people import PEOPLE
from redress.web.desk.refusals.promises import PROMISES
from redress.web.desk.refusals.shared import SHARED
from redress.web.desk.refusals.taking_in import TAKING_IN
from redress.web.desk.refusals.working import WORKING
from redress.web.file_words import FILE_WORDS

WORDS: dict[str, tuple[str, str]] = {
    **FILE_WORDS,
    **SHARED,
    **TAKING_IN,
    **JOINED,
    **WORKING,
    **COMMENTS,
    **CONDUCT,
    **INCOMING,
    **KEEPING,
    **LEARNING,
    **LETTERS,
    **ANSWERING,
    **PEOPLE,
    **PROMISES,
    **NEEDS,
    **OFFERS,
    **ENDING,
    **FOLLOWED,
}


@dataclass(frozen=True)
class Said:
    """A reason in words. `why` is the provision or clause, `field` the input that would mend it."""

    says: str
    do: str
    why: str
    field: str


def in_words(reasons: Iterable[Reason]) -> list[Said]:
    """Each reason as a person reads it. Raises KeyError for a code that has no words."""
    return [_said(reason) for reason in reasons]


def _said(reason: Reason) -> Said:
    says, do = WORDS[reason.code]
    about = f"“{reason.about}”: " if reason.about else ""
    return Said(about + says, do, _rests_on(reason), reason.field)


def _rests_on(reason: Reason) -> str:
    """A provision of the Code or the Ombudsman's guidance as it stands; a clause of the landlord's
    own as one of its policy."""
    source = reason.provision
    return (
        source
        if not source or source.startswith(("Code ", "Housing Ombudsman", "UK GDPR"))
        else f"our policy, {source}"
    )
