"""Kinds of unacceptable behaviour, as each landlord's policy lists them (Code 5.14).

One file a landlord in `policies/behaviour`, beside its policy and not in it: a policy that has been
in force is never edited. `common.toml` holds what every landlord has, whatever its policy says.
"""

from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError

from redress.rules.policy import Frozen
from redress.rules.policy_files import ROOT, PolicyError, read_toml

FOLDER = ROOT / "behaviour"
COMMON = "common"


class BehaviourKind(Frozen):
    """One kind: its name in the record, the policy's own words, and the clause they stand in.

    `threat` marks violence and threats of it: the one reason to restrict contact without a warning.
    """

    code: str = Field(pattern=r"^[a-z0-9_]{3,40}$")
    says: str = Field(min_length=10, max_length=300)
    clause: str = Field(min_length=1, max_length=120)
    threat: bool = False


class _Kinds(Frozen):
    kinds: list[BehaviourKind] = Field(min_length=1)


@cache
def kinds_of(landlord: str) -> tuple[BehaviourKind, ...]:
    """The kinds of a landlord, its policy's own first; the common ones alone where its policy lists
    none. Raises PolicyError for a file that is not sound, and for a code that stands twice."""
    paths = [FOLDER / f"{name}.toml" for name in (landlord, COMMON)]
    found = [kind for path in paths if path.exists() for kind in _read(path)]
    codes = [kind.code for kind in found]
    if twice := sorted({code for code in codes if codes.count(code) > 1}):
        raise PolicyError([f"behaviour/{landlord}.toml: {', '.join(twice)} stands twice"])
    return tuple(found)


def kind_of(landlord: str, code: str) -> BehaviourKind | None:
    """One of a landlord's kinds; None for a code that it does not have."""
    return next((kind for kind in kinds_of(landlord) if kind.code == code), None)


def lists_its_own(landlord: str) -> bool:
    """Whether the landlord's policy lists kinds at all: the Code asks for a policy (5.14)."""
    return (FOLDER / f"{landlord}.toml").exists()


def _read(path: Path) -> list[BehaviourKind]:
    try:
        return _Kinds.model_validate(read_toml(path)).kinds
    except ValidationError as error:
        raise PolicyError([f"behaviour/{path.name}: {error}"]) from error
