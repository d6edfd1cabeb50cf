"""The digest of what a report is made from: the same values give the same digest, in whatever order
sets and mappings hold them."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from hashlib import sha256
from typing import Any

from pydantic import BaseModel

PLAIN = (str, int, float, date, Decimal, Fraction)  # a float's repr is exact


def digest_of(values: Mapping[str, object]) -> str:
    """SHA-256 of named values, in hexadecimal. Raises TypeError for a value that is not plain, such
    as a row of the store: what is not in the digest must not be thought to be."""
    return sha256(repr(_plain(values)).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, PLAIN):
        return str(value) if isinstance(value, Fraction | Decimal) else value
    if isinstance(value, BaseModel):
        return value.model_dump_json()
    if is_dataclass(value):
        return tuple((each.name, _plain(getattr(value, each.name))) for each in fields(value))
    if isinstance(value, Mapping):
        return sorted((str(_plain(key)), _plain(each)) for key, each in value.items())
    if isinstance(value, set | frozenset):
        return sorted(_plain(each) for each in value)
    if isinstance(value, list | tuple):
        return tuple(_plain(each) for each in value)
    raise TypeError(f"{type(value).__name__} is no plain value")
