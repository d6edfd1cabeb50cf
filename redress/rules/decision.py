"""What a rule answers: a `Decision` to be written, or `Refused` with every reason at once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from redress.rules.access import Actor, Verb
from redress.rules.calendar import Calendar, calendar_for
from redress.rules.facts import CaseFacts
from redress.rules.filed import FiledFile
from redress.rules.policy import Guard, Mode, Policy
from redress.rules.policy_files import (
    CodeEdition,
    code_by_id,
    code_nearest,
    policy_by_id,
    policy_in_force,
)
from redress.rules.record import NewEvent
from redress.rules.stationery import Stationery, packaged_for


@dataclass(frozen=True)
class Reason:
    """Why an action is refused, or what it goes ahead in spite of.

    `code` names the reason (the words live with the page), `provision` is the Code provision or
    policy clause it rests on, `field` the input that would mend it, `about` the one of several
    things (a file) that it is about.
    """

    code: str
    provision: str = ""
    field: str = ""
    about: str = ""


@dataclass(frozen=True)
class Refused:
    """The action may not be done: all the reasons, so that they can be mended in one go."""

    reasons: tuple[Reason, ...]


class NotKept(Exception):
    """What was given, or a change, was refused where nothing else can be answered: `reasons` says
    why, all at once."""

    def __init__(self, reasons: tuple[Reason, ...]) -> None:
        self.reasons = reasons
        super().__init__(", ".join(reason.code for reason in reasons))


@dataclass(frozen=True)
class NewLetter:
    """A letter to issue with the action, and the facts of the decision that it must carry.

    `to` is the number of the representative to whom it is written, None where it is written to the
    resident.
    """

    kind: str
    stage: int
    facts: dict[str, Any]
    to: int | None = None


@dataclass(frozen=True)
class NewMessage:
    """An e-mail to a member of staff or a contractor, who is not the resident.

    `path` is the page it is about, from the landlord's own address on ("desk/case/THH-000012"):
    the whole address stands below the text. `to_user` names a member of staff in place of a name
    and an address. `answers` is the number of the request for comments that the message brings the
    link to, in place of a path; `to_manager` says that it goes to the manager of who was asked.
    """

    kind: str
    to_name: str
    to_email: str
    subject: str
    text: str
    path: str = ""
    to_user: int | None = None
    answers: int | None = None
    to_manager: bool = False


@dataclass(frozen=True)
class Also:
    """What must be done to another case of the landlord in the same transaction."""

    reference: str
    verb: Verb
    given: Any


@dataclass(frozen=True)
class Decision:
    """What to write, in one transaction: events (whose patches change the case), letters to the
    resident, and messages to others.

    `warnings` are guards that the landlord's policy sets to warn: the first event records them.
    `new_case` is the input of `receive` for an issue that must be a complaint of its own (6.8);
    `also` is what follows for another case. `files` lie on the shelf already; an event's patch
    makes them documents.
    `would` is what a signature would bring about: for the preview, never written.
    """

    events: tuple[NewEvent, ...]
    letters: tuple[NewLetter, ...] = ()
    warnings: tuple[Reason, ...] = ()
    new_case: Any = None
    messages: tuple[NewMessage, ...] = ()
    files: tuple[FiledFile, ...] = ()
    also: tuple[Also, ...] = ()
    would: "Decision | None" = None


@dataclass(frozen=True)
class Book:
    """Where policies are looked up, and what letters are made with. Tests may give another; the
    default is the packaged files."""

    in_force: Callable[[str, date], Policy] = policy_in_force
    by_id: Callable[[str], Policy] = policy_by_id
    code_on: Callable[[date], CodeEdition] = code_nearest
    code_by_id: Callable[[str], CodeEdition] = code_by_id
    stationery: Callable[[str], Stationery] = packaged_for


@dataclass(frozen=True)
class Context:
    """Who acts, on which day, under which book of policies. `today` is never read in a rule.

    `refresher_due` gives the day on which a member of staff, by number, is to be trained again, or
    None where no training is noted; where nobody can be asked, all are trained.
    """

    actor: Actor
    today: date
    book: Book = field(default_factory=Book)
    refresher_due: Callable[[int], date | None] = lambda person: date.max

    def policy(self, case: CaseFacts) -> Policy:
        """The policy version to which the case's latest stage is pinned."""
        return self.book.by_id(case.stage.policy)

    def stationery(self, case: CaseFacts) -> Stationery:
        """What the landlord's letters are made with."""
        return self.book.stationery(case.landlord)

    def code(self, case: CaseFacts) -> CodeEdition:
        """The edition of the Code to which the case's latest stage is pinned."""
        return self.book.code_by_id(case.stage.code)


def calendar_of(policy: Policy) -> Calendar:
    """The landlord's working days: its division's, less its own closure days."""
    return calendar_for(policy.division, policy.closures)


@dataclass
class Checks:
    """Collects what stands against an action, so that all of it is said at once.

    A guard that the policy sets to warn does not refuse; it is recorded (DESIGN, "Two answers").
    """

    policy: Policy
    refused: list[Reason] = field(default_factory=list)
    warned: list[Reason] = field(default_factory=list)

    def must(
        self, ok: bool, code: str, provision: str = "", where: str = "", guard: Guard | None = None
    ) -> None:
        """Note a reason unless `ok`."""
        if ok:
            return
        warn = guard is not None and self.policy.guard(guard) is Mode.WARN
        (self.warned if warn else self.refused).append(Reason(code, provision, where))

    def should(self, ok: bool, code: str, clause: str, where: str) -> None:
        """Note what the landlord promised and the Code does not ask, unless `ok`: never a bar."""
        if not ok:
            self.warned.append(Reason(code, clause, where))
