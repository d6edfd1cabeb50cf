"""Policies made from the model by changing one thing, to try checks and readers on."""

import re
import tomllib
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path as FilePath
from typing import Any

import pytest

from redress.rules.policy import Policy
from redress.rules.policy_files import ROOT, PolicyError, policy_of

Data = dict[str, Any]
Way = tuple[str | int, ...]


def data_of(identity: str = "code-model/2024-04-01") -> Data:
    """What a policy file holds, as TOML gives it."""
    return tomllib.loads((ROOT / "landlords" / f"{identity}.toml").read_text(encoding="utf-8"))


def with_value(data: Data, path: str, value: object) -> Data:
    """A copy with another value at "stage_1.respond.span"; a key that is not there is added."""
    changed = deepcopy(data)
    *way, last = path.split(".")
    place: Any = changed
    for key in way:
        place = place[int(key) if key.isdigit() else key]
    place[last] = value
    return changed


def model(**changes: object) -> Policy:
    """The model policy with other values: `stage_1__respond__span="12 working days"`."""
    data = data_of()
    for path, value in changes.items():
        data = with_value(data, path.replace("__", "."), value)
    return policy_of(data, "changed.toml")


def keys(value: Any, at: Way = ()) -> Iterator[Way]:
    """The way to every key of the data, those inside lists included."""
    if isinstance(value, dict):
        for key, held in value.items():
            yield (*at, key)
            yield from keys(held, (*at, key))
    elif isinstance(value, list):
        for number, held in enumerate(value):
            yield from keys(held, (*at, number))


def without(data: Data, path: Way) -> Data:
    """A copy that lacks one key."""
    changed = deepcopy(data)
    place: Any = changed
    for key in path[:-1]:
        place = place[key]
    del place[path[-1]]
    return changed


def tables(data: Data) -> list[Way]:
    """The way to every table, the whole file first."""
    found: list[Way] = [()]
    for path in keys(data):
        if isinstance(value_at(data, path), dict):
            found.append(path)
        elif isinstance(held := value_at(data, path), list):
            found += [(*path, n) for n, each in enumerate(held) if isinstance(each, dict)]
    return found


def value_at(data: Data, path: Way) -> Any:
    """What stands at a way."""
    value: Any = data
    for key in path:
        value = value[key]
    return value


def model_file(folder: FilePath, name: str, **changes: str) -> FilePath:
    """A copy of the model's file with other lines: `starts="2024-05-01"`."""
    text = (ROOT / "landlords/code-model/2024-04-01.toml").read_text(encoding="utf-8")
    for key, value in changes.items():
        text, count = re.subn(rf"(?m)^{key} = .*$", f"{key} = {value}", text, count=1)
        assert count == 1, key
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def faults_of(read: Callable[..., object], *given: object) -> tuple[str, ...]:
    """The faults with which reading something is refused."""
    with pytest.raises(PolicyError) as caught:
        read(*given)
    assert str(caught.value) == "\n".join(caught.value.faults)
    return caught.value.faults
