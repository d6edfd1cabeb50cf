"""An action that somebody wants to do to a case, and the attempt at it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from redress.cases import queries
from redress.cases.queries import CasePage
from redress.people import address_book, members, staff
from redress.people.cover import with_covers
from redress.rules.access import Verb, may_read_cases
from redress.rules.decision import Context, Reason, Refused
from redress.rules.letters import MissingParts
from redress.rules.stages import possible
from redress.web.desk.forms import FORMS
from redress.web.desk.forms.base import DeskForm, Setting
from redress.web.pages import Visit


@dataclass(frozen=True)
class Asked:
    """An action that somebody wants to do to a case."""

    visit: Visit
    found: CasePage
    verb: Verb

    @property
    def context(self) -> Context:
        """Who acts, for whom they sign today if it is a signature, and when."""
        visit = self.visit
        if self.verb is Verb.SIGN:
            actor = with_covers(visit.actor, visit.landlord, visit.today)
            return Context(actor, visit.today, visit.book)
        return Context(visit.actor, visit.today, visit.book)

    @property
    def reference(self) -> str:
        """The case's."""
        return self.found.case.reference

    @property
    def reads(self) -> bool:
        """Whether they may read the case; anyone on the staff may pass on what concerns it, and who
        opens a restricted case has not done so yet."""
        return may_read_cases(self.visit.actor) and self.verb is not Verb.OPEN_RESTRICTED

    @property
    def is_possible(self) -> bool:
        """Whether the state of the case allows it."""
        return self.verb in possible(self.found.case.state)

    def form(self, data: Any = None, **first: Any) -> DeskForm:
        """Its form, with what was typed."""
        landlord = self.visit.landlord
        setting = Setting(
            self.found.case,
            self.context,
            lambda *roles: queries.colleagues(landlord, *roles),
            lambda: address_book.in_use(landlord),
            lambda: queries.employers(landlord),
            lambda: members.in_office(landlord, self.visit.today),
            lambda: staff.refreshers(landlord),
        )
        files = None if data is None else self.visit.request.FILES
        first = {"seen": self.found.seen, **first}
        return FORMS[self.verb](setting, data, files=files, initial=first)


def attempt(asked: Asked, form: DeskForm, do: Callable[..., Any], **more: Any) -> Any:
    """Do it, or see what doing it would give: what that answers, or Refused."""
    visit = asked.visit
    who = visit.actor, visit.landlord, asked.reference, asked.verb
    try:
        return do(*who, form.given(), at=visit.now, **more)
    except MissingParts as missing:
        return Refused(tuple(_gaps(missing)))


def _gaps(missing: MissingParts) -> list[Reason]:
    return [
        Reason("letter_incomplete", f"Code {', '.join(gap.provisions)}", gap.fact)
        for gap in missing.missing
    ]
