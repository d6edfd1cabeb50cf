"""As much of JSON Schema as the policy schema uses, written apart from what makes it."""

import re
from collections.abc import Iterator
from typing import Any

Json = Any
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TYPES = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict}


def faults(schema: Json, value: Json, whole: Json, at: str = "") -> Iterator[str]:
    """What in a value does not fit a schema; `whole` holds the definitions."""
    if "$ref" in schema:
        schema = {**whole["$defs"][schema["$ref"].rsplit("/", 1)[1]], **schema}
    if "anyOf" in schema:
        tried = [list(faults(one, value, whole, at)) for one in schema["anyOf"]]
        if all(tried):
            yield f"{at}: fits none: {tried}"
    if "const" in schema and value != schema["const"]:
        yield f"{at}: is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is not a choice"
    kind = TYPES.get(schema.get("type", ""), object)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        yield f"{at}: {value!r} is no {schema['type']}"
    elif isinstance(value, str):
        yield from _text(schema, value, at)
    elif isinstance(value, list):
        if len(value) < schema.get("minItems", 0):
            yield f"{at}: too short"
        for number, item in enumerate(value):
            yield from faults(schema["items"], item, whole, f"{at}.{number}")
    elif isinstance(value, dict):
        yield from _table(schema, value, whole, at)


def _text(schema: Json, value: str, at: str) -> Iterator[str]:
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r} does not match"
    if schema.get("format") == "date" and not DATE.fullmatch(value):
        yield f"{at}: {value!r} is no date"


def _table(schema: Json, value: Json, whole: Json, at: str) -> Iterator[str]:
    for key in schema.get("required", ()):
        if key not in value:
            yield f"{at}: lacks {key}"
    known = schema.get("properties", {})
    for key, item in value.items():
        if key in known:
            yield from faults(known[key], item, whole, f"{at}.{key}")
        elif schema.get("additionalProperties") is False:
            yield f"{at}: {key} is unknown"
