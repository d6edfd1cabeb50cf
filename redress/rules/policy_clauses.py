"""The clauses of a landlord's paper that its policy data refers to, so that evidence can be held
against them. Pure."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from redress.rules.policy import Policy
from redress.rules.policy_parts import Frozen
from redress.rules.provisions import order

NUMBER = re.compile(r"^(.*?)\s*(\d+(?:\.\d+)*)$")
CLOSE = 3  # how many are named beside one that is not known


def clauses(policy: Policy) -> tuple[str, ...]:
    """Every clause that the data of a version names, each once, in the order of its numbers.

    "Report 2; Appendix B 1.4, 1.5" are three: Report 2, Appendix B 1.4 and Appendix B 1.5.
    """
    found = (part for stated in _stated(policy) for part in _parts(stated))
    return tuple(sorted(dict.fromkeys(found), key=_order))


def knows_clause(policy: Policy, clause: str) -> bool:
    """Whether the data of this version names all of a clause, or of several (";", ",")."""
    known = {_plain(each) for each in clauses(policy)} | {_plain(each) for each in _stated(policy)}
    return _plain(clause) in known or all(_plain(part) in known for part in _parts(clause))


def close_to(policy: Policy, clause: str) -> tuple[str, ...]:
    """Clauses of this version that read most like one that it does not name."""
    known = {_plain(each): each for each in clauses(policy)}
    return tuple(known[each] for each in get_close_matches(_plain(clause), known, CLOSE, 0.5))


def _stated(held: object) -> Iterator[str]:
    """Every clause in a part of a policy, as its file has it."""
    if isinstance(held, tuple):
        for each in held:
            yield from _stated(each)
    if not isinstance(held, Frozen):
        return
    for name in type(held).model_fields:
        value = getattr(held, name)
        if isinstance(value, str) and (name == "clause" or name.endswith("_clause")):
            yield value
        else:
            yield from _stated(value)


def _parts(stated: str) -> Iterator[str]:
    """ "Appendix B 1.4, 1.5" as Appendix B 1.4 and Appendix B 1.5."""
    for part in filter(None, (each.strip() for each in stated.split(";"))):
        first, *others = part.split(", ")
        numbered = NUMBER.match(first)
        if not numbered or not all(re.fullmatch(r"\d+(\.\d+)*", each) for each in others):
            yield part
            continue
        before = f"{numbered[1]} " if numbered[1] else ""
        yield first
        yield from (f"{before}{each}" for each in others)


def _plain(clause: str) -> str:
    return " ".join(clause.casefold().split())


def _order(clause: str) -> tuple[str, tuple[int, ...]]:
    numbered = NUMBER.match(clause)
    return (numbered[1], order(numbered[2])) if numbered else (clause, ())
