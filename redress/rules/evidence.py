"""Which evidence a complaint needs, by what it is about, and which of it is missing.

The lists are data: `policies/evidence.toml`. They ask and show; they hold no answer up, because the
answer is due when it is known (Code 5.8, 5.12, 6.6).
"""

from functools import cache

from pydantic import ValidationError

from redress.rules.categories import tree_of
from redress.rules.facts import CaseFacts
from redress.rules.facts_evidence import EvidenceFacts
from redress.rules.policy import Frozen
from redress.rules.policy_files import ROOT, PolicyError, read_toml

FILE = ROOT / "evidence.toml"


class Lists(Frozen):
    """The kinds of evidence in words; which are expected for a reason, and for a category of the
    Ombudsman where the reason has no list of its own."""

    kinds: dict[str, str]
    reasons: dict[str, list[str]]
    categories: dict[str, list[str]]


@cache
def lists() -> Lists:
    """The lists. Raises PolicyError for a file that is not sound or names a kind it has not."""
    try:
        found = Lists.model_validate(read_toml(FILE))
    except ValidationError as error:
        raise PolicyError([f"{FILE.name}: {error}"]) from error
    asked = [*found.reasons.values(), *found.categories.values()]
    named = {kind for each in asked for kind in each}
    if unknown := named - found.kinds.keys():
        raise PolicyError([f"{FILE.name}: kinds: has no {', '.join(sorted(unknown))}"])
    return found


def expected(case: CaseFacts) -> tuple[str, ...]:
    """The kinds of evidence that its category asks for; none where nothing is known of it."""
    own = lists().reasons.get(case.category.casefold())
    if own is not None:
        return tuple(own)
    category = tree_of(case.landlord).ombudsman_category(case.service, case.category)
    return tuple(lists().categories.get(category, ()))


def checklist(case: CaseFacts) -> tuple[tuple[str, EvidenceFacts | None], ...]:
    """Each kind that is expected or ticked, in words, with what stands for it, if anything."""
    ticked = {each.kind: each for each in case.evidence}
    kinds = dict.fromkeys((*expected(case), *ticked))
    return tuple((lists().kinds.get(kind, kind), ticked.get(kind)) for kind in kinds)


def missing(case: CaseFacts) -> tuple[str, ...]:
    """The kinds that are expected and not ticked, in words."""
    return tuple(words for words, entry in checklist(case) if entry is None)
