"""Policies and editions of the Code read from their files, and which is in force on a day.

The files are part of the package; they are read once. Every fault of a file is reported at once,
with the file and the key.
"""

import json
import tomllib
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from redress.rules.policy import CodeEdition, Frozen, Policy

__all__ = [
    "ROOT",
    "CodeEdition",
    "NoneInForce",
    "PolicyError",
    "code_by_id",
    "code_in_force",
    "code_nearest",
    "codes",
    "landlord_slugs",
    "load_policy",
    "policies_of",
    "policy_by_id",
    "policy_in_force",
    "policy_nearest",
    "policy_of",
    "read_toml",
]

ROOT = Path(__file__).parents[1] / "policies"
MOST_BYTES = 1_000_000
NOT_STATED = "not stated"

Dated = TypeVar("Dated", Policy, CodeEdition)
Model = TypeVar("Model", bound=Frozen)


class PolicyError(ValueError):
    """What is wrong with policy files, or why there is no policy; `faults` holds each one."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(faults))


class NoneInForce(PolicyError):
    """No policy, or no edition of the Code, had started on that day."""


def load_policy(path: Path) -> Policy:
    """The policy in one TOML file, wherever it lies. Raises PolicyError with every fault."""
    return _load(path, Policy)


def policy_in_force(slug: str, on: date) -> Policy:
    """The landlord's policy on a day: the latest that has started.

    It stays in force past its own stated last date until another starts. Raises PolicyError for
    an unknown landlord and for a day before the first policy.
    """
    return _in_force(policies_of(slug), on, f"{slug} has no policy")


def policy_nearest(slug: str, on: date) -> Policy:
    """The policy in force, or the landlord's first one for an older day; whoever shows it says so.

    Raises PolicyError for an unknown landlord.
    """
    first = policies_of(slug)[0]
    return first if on < first.starts else policy_in_force(slug, on)


def policy_by_id(identity: str) -> Policy:
    """The policy "harrow/2023-04-01". Raises PolicyError where there is none."""
    slug, _, _ = identity.partition("/")
    return _by_id(policies_of(slug), identity)


@cache
def policies_of(slug: str) -> tuple[Policy, ...]:
    """All versions of a landlord's policy, oldest first."""
    if slug not in landlord_slugs():
        known = ", ".join(landlord_slugs())
        raise PolicyError([f'there is no landlord "{slug[:60]}"; there are {known}'])
    return read_landlord(ROOT / "landlords" / slug)


@cache
def landlord_slugs() -> tuple[str, ...]:
    """The landlords that have policies, in alphabetical order."""
    folders = (each for each in (ROOT / "landlords").iterdir() if each.is_dir())
    return tuple(sorted(folder.name for folder in folders))


def code_in_force(on: date) -> CodeEdition:
    """The edition of the Code in force on a day. Raises PolicyError before the first.

    The Code has been statutory since 1 April 2024; earlier editions are not kept here.
    """
    return _in_force(codes(), on, "no edition of the Code is kept")


def code_nearest(on: date) -> CodeEdition:
    """The edition in force, or the first one for an older day.

    The limits of 2024 are then used for an older case, and whoever shows them says so.
    """
    first = codes()[0]
    return first if on < first.starts else code_in_force(on)


def code_by_id(identity: str) -> CodeEdition:
    """The edition "code/2024-04-01". Raises PolicyError where there is none."""
    return _by_id(codes(), identity)


@cache
def codes() -> tuple[CodeEdition, ...]:
    """All editions of the Code, oldest first."""
    return read_code(ROOT / "code")


def read_landlord(folder: Path) -> tuple[Policy, ...]:
    """All policy files of a folder, oldest first, none overlapping and no gap between them.

    Raises PolicyError with the faults of all files at once: those of each, a file name that is
    not its start date, a slug that is not its folder.
    """
    policies = _read_all(folder, Policy)
    faults = [
        f"{_file(folder, policy)}: slug: is {policy.slug}, but its folder is {folder.name}"
        for policy in policies
        if policy.slug != folder.name
    ]
    faults += [fault for pair in pairwise(policies) for fault in _seam(folder, *pair)]
    last = policies[-1]
    if last.ends is not None:
        faults.append(f"{_file(folder, last)}: ends: gap after {last.ends}; no later policy starts")
    if faults:
        raise PolicyError(faults)
    return policies


def read_code(folder: Path) -> tuple[CodeEdition, ...]:
    """All editions of the Code in a folder, oldest first. Raises PolicyError."""
    return _read_all(folder, CodeEdition)


def _read_all(folder: Path, model: type[Dated]) -> tuple[Dated, ...]:
    found: list[Dated] = []
    faults: list[str] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            read = _load(path, model)
        except PolicyError as error:
            faults += error.faults
            continue
        found.append(read)
        if path.stem != read.starts.isoformat():
            faults.append(f"{path}: starts: is {read.starts}, but the file is named {path.stem}")
    if not found and not faults:
        faults.append(f"{folder}: holds no policy file; add one named after its start date")
    if faults:
        raise PolicyError(faults)
    return tuple(sorted(found, key=lambda each: each.starts))


def _seam(folder: Path, earlier: Policy, later: Policy) -> list[str]:
    """What is wrong where one policy follows another: an overlap or a gap."""
    if earlier.ends is None:
        return []
    after = earlier.ends + timedelta(days=1)
    if after == later.starts:
        return []
    kind = "overlap" if later.starts < after else "gap"
    return [
        f"{_file(folder, earlier)}: ends: {kind}: is {earlier.ends}, "
        f"and the next policy starts {later.starts}"
    ]


def _file(folder: Path, policy: Policy) -> Path:
    return folder / f"{policy.starts.isoformat()}.toml"


def _in_force(dated: tuple[Dated, ...], on: date, lacking: str) -> Dated:
    started = [each for each in dated if each.starts <= on]
    if not started:
        raise NoneInForce([f"{lacking} for {on}; the first starts {dated[0].starts}"])
    return started[-1]


def _by_id(dated: tuple[Dated, ...], identity: str) -> Dated:
    for each in dated:
        if each.id == identity:
            return each
    known = ", ".join(each.id for each in dated)
    raise PolicyError([f'there is no "{identity[:80]}"; there are {known}'])


def policy_of(data: dict[str, Any], where: str) -> Policy:
    """The policy in data as TOML gives it; `where` names it in faults. Raises PolicyError."""
    return _made(data, where, Policy)


def _load(path: Path, model: type[Model]) -> Model:
    return _made(read_toml(path), str(path), model)


def _made(data: dict[str, Any], where: str, model: type[Model]) -> Model:
    # By way of JSON, where strict reading takes words for choices and lists for tuples, but no
    # number for a word and no word for a number.
    try:
        return model.model_validate_json(json.dumps(_stated(data), default=str))
    except ValidationError as error:
        raise PolicyError([f"{where}: {_fault(each)}" for each in error.errors()]) from error


def read_toml(path: Path) -> dict[str, Any]:
    """What a TOML file holds. Raises PolicyError, naming the file, where it cannot be read."""
    try:
        content = path.read_bytes()
        if len(content) > MOST_BYTES:
            raise PolicyError([f"{path}: is larger than {MOST_BYTES:,} bytes; no policy is"])
        return tomllib.loads(content.decode())
    except OSError as error:
        raise PolicyError([f"{path}: cannot be read: {error.strerror}"]) from error
    except UnicodeDecodeError as error:
        raise PolicyError([f"{path}: byte {error.start + 1}: is not UTF-8 text"]) from error
    except RecursionError as error:
        raise PolicyError([f"{path}: is nested too deeply"]) from error
    except tomllib.TOMLDecodeError as error:
        raise PolicyError([f"{path}: is not TOML: {error}"]) from error
    except ValueError as error:
        if isinstance(error, PolicyError):
            raise
        raise PolicyError([f"{path}: holds a value that cannot be read: {error}"]) from error


def _stated(value: Any) -> Any:
    """The data with None where the file says "not stated"."""
    if isinstance(value, dict):
        return {key: _stated(held) for key, held in value.items()}
    if isinstance(value, list):
        return [_stated(held) for held in value]
    return None if value == NOT_STATED else value


def _fault(error: ErrorDetails) -> str:
    key = ".".join(str(part) for part in error["loc"]) or "the file"
    given = repr(error["input"])[:60]
    match error["type"]:
        case "missing":
            return f'{key}: is missing; give it, or "{NOT_STATED}" where the text is silent'
        case "extra_forbidden":
            return f"{key}: is not a key; see redress policy schema"
        case "value_error":
            return f"{key}: {error['msg'].removeprefix('Value error, ')}"
        case _:
            return f"{key}: {error['msg'][0].lower()}{error['msg'][1:]}; found {given}"
