"""The register of improvements: what an entry needs at each point of its life, and what may be
published of it (Code 8.1d, 9.2, 9.3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from redress.rules.causes import causes_of
from redress.rules.decision import Reason
from redress.rules.plain_words import too_hard
from redress.rules.redaction import Private

SOURCE = "Code 9.2"
REPORT = "Code 8.1"


class Status(StrEnum):
    """How far an improvement has come."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    UNDER_WAY = "under_way"
    DONE = "done"
    EVALUATED = "evaluated"
    DROPPED = "dropped"


WORDS = {
    Status.PROPOSED: "Proposed",
    Status.AGREED: "Agreed",
    Status.UNDER_WAY: "Under way",
    Status.DONE: "Done",
    Status.EVALUATED: "Evaluated",
    Status.DROPPED: "Dropped",
}
OPEN = (Status.PROPOSED, Status.AGREED, Status.UNDER_WAY)
FINISHED = (Status.DONE, Status.EVALUATED)
OWNED = (Status.AGREED, Status.UNDER_WAY, *FINISHED)
# From where to where: what was done may turn out not to be, and what was dropped come up again.
MOVES: dict[Status, tuple[Status, ...]] = {
    Status.PROPOSED: (Status.AGREED, Status.UNDER_WAY, Status.DONE, Status.DROPPED),
    Status.AGREED: (Status.UNDER_WAY, Status.DONE, Status.DROPPED),
    Status.UNDER_WAY: (Status.AGREED, Status.DONE, Status.DROPPED),
    Status.DONE: (Status.UNDER_WAY, Status.EVALUATED),
    Status.EVALUATED: (Status.DONE,),
    Status.DROPPED: (Status.PROPOSED,),
}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An improvement as it is to stand, whole.

    `what` changes and `why`; the root cause by its key and the service, each empty for any; who
    sees to it by when. `you_said` and `we_did` are words for residents, `published` whether they
    may be shown. `done_on` is the day it was done, `evaluation` what came of it in words.
    """

    what: str
    why: str
    cause: str = ""
    service: str = ""
    owner: str = ""
    due_on: date | None = None
    status: Status = Status.PROPOSED
    dropped_why: str = ""
    done_on: date | None = None
    you_said: str = ""
    we_did: str = ""
    published: bool = False
    evaluation: str = ""


def check(
    landlord: str, given: Entry, was: Status | None, today: date, private: Iterable[Private] = ()
) -> tuple[Reason, ...]:
    """Everything that stands against keeping an entry; `was` is its status so far, None if new.

    It needs what and why; from when it is agreed an owner and a date; once done, the day; to be
    evaluated, what came of it; to be dropped, why. Words that are published must both be there, be
    plain (grade 8, 25 words a sentence), be of something done, and name nobody: `private` is what
    is known of the residents whose complaints led to it.
    """
    found: list[Reason] = []

    def must(ok: object, code: str, field: str, about: str = "", provision: str = SOURCE) -> None:
        if not ok:
            found.append(Reason(code, provision, field, about))

    must(given.what.strip(), "what_missing", "what")
    must(given.why.strip(), "why_missing", "why")
    must(not given.cause or given.cause in causes_of(landlord), "no_such_cause", "cause")
    moves = MOVES[was] if was else MOVES[Status.PROPOSED] + (Status.PROPOSED,)
    must(given.status is was or given.status in moves, "no_such_move", "status")
    if given.status in OWNED:
        must(given.owner.strip(), "owner_missing", "owner")
        must(given.due_on or given.status in FINISHED, "due_missing", "due_on")
    if given.status in FINISHED:
        must(given.done_on and given.done_on <= today, "done_missing", "done_on")
    if given.status is Status.EVALUATED:
        must(given.evaluation.strip(), "evaluation_missing", "evaluation")
    if given.status is Status.DROPPED:
        must(given.dropped_why.strip(), "dropped_missing", "dropped_why")
    if given.published:
        found += _publishable(given, tuple(private))
    return tuple(found)


def _publishable(given: Entry, private: tuple[Private, ...]) -> list[Reason]:
    found = []
    if given.status not in FINISHED:
        found.append(Reason("not_done_yet", REPORT, "published"))
    for field in ("you_said", "we_did"):
        text = getattr(given, field).strip()
        if not text:
            found.append(Reason("words_missing", REPORT, field))
        if any(each.is_in(text) for each in private):
            found.append(Reason("names_somebody", REPORT, field))
        found += [Reason("hard_words", REPORT, field, fault) for fault in too_hard(text)]
    return found


def is_late(status: Status, due_on: date | None, today: date) -> bool:
    """Whether something agreed should have been done by now."""
    return status in OPEN and due_on is not None and due_on < today
