"""The open work of a landlord as it stands: each case that waits for an answer, with its dates."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from redress.cases.models import Case
from redress.people.models import Landlord
from redress.rules.extensions import moved
from redress.rules.facts import ExtensionFacts, Kind, State
from redress.rules.stages import STAGE_2_RUNNING

COMPLEX = "complex"  # the tag by which people ask for a case to be looked at
_extensions = TypeAdapter(tuple[ExtensionFacts, ...])


@dataclass(frozen=True)
class Work:
    """An open case. `due` is the next date to meet, None where there is none; `guarded` is one that
    only some people may see: it is counted and never named."""

    reference: str
    kind: Kind
    service: str
    category: str
    handler: str
    state: State
    due: date | None
    stage: int
    code_due: date | None
    extended_to: date | None
    extensions: tuple[ExtensionFacts, ...]
    risks: tuple[str, ...]
    tags: tuple[str, ...]
    guarded: bool

    def late(self, today: date) -> bool:
        """Whether its next date has passed."""
        return self.due is not None and self.due < today

    def near_miss(self, today: date) -> bool:
        """Whether the Code's limit has passed with no answer and no extension that holds: what the
        Ombudsman may find a complaint handling failure in (Code 6.3 to 6.5, 6.14 to 6.16). One told
        after the limit holds nothing, as for CH02."""
        if self.kind is not Kind.COMPLAINT or self.code_due is None:
            return False
        held = None if self.extensions else self.extended_to
        return moved(self.code_due, self.extensions, held) < today

    @property
    def complex(self) -> bool:
        """Whether a weekly meeting looks at it: a risk, stage 2, or the tag."""
        return bool(self.risks) or self.state in STAGE_2_RUNNING or COMPLEX in self.tags


def open_work(landlord: Landlord) -> list[Work]:
    """Every open case, the first due first. One query, by the index of what is open."""
    rows = (
        Case.objects.filter(landlord=landlord, open_due__isnull=False)
        .filter(stages__ended_on__isnull=True)
        .order_by("open_due", "id")
        .values_list(
            "reference", "kind", "service", "category", "handler__name", "state",
            "open_due", "stages__number", "stages__code_due", "stages__extended_to",
            "stages__extensions", "risks", "tags", "guarded",
        )
    )  # fmt: skip
    return [_work(row) for row in rows]


def _work(row: tuple[Any, ...]) -> Work:
    reference, kind, service, category, handler, state, due = row[:7]
    stage, code_due, extended_to, extensions, risks, tags, guarded = row[7:]
    return Work(
        reference=reference,
        kind=Kind(kind),
        service=service,
        category=category,
        handler=handler or "",
        state=State(state),
        due=None if due == date.max else due,
        stage=stage,
        code_due=code_due,
        extended_to=extended_to,
        extensions=_extensions.validate_python(extensions),
        risks=tuple(risks),
        tags=tuple(tags),
        guarded=guarded,
    )
