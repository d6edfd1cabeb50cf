"""Reads a YAML file without guessing, and without trusting it."""

from pathlib import Path
from typing import Any

import yaml

from redress.commands import Problem
from redress.rules.dates import shown

DEEPEST = 20  # lists within lists; the reader in C does not survive a hundred thousand

# Everything but true, false and nothing stays the word that was written, dates and numbers too.
KEPT = ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:null")


def read_yaml(path: Path) -> Any:
    """The plain values of a YAML file: texts, booleans, None, lists and mappings.

    Raises Problem, with the line where there is one, for a file that cannot be read, that is
    nested too deeply, holds a key twice or asks for anything but plain values.
    """
    try:
        content = path.read_bytes()
        _check_depth(content)
        return yaml.load(content, Words)  # noqa: S506 (a SafeLoader)
    except OSError as error:
        raise Problem(f"{path}: {error.strerror}") from error
    except (yaml.YAMLError, ValueError) as error:
        raise Problem(f"{path}: is not the YAML we read: {_one_line(error)}") from error


class Words(yaml.CSafeLoader):
    """The safe loader, keeping words as they are and refusing a key that stands twice."""

    yaml_implicit_resolvers = {
        letter: [(tag, pattern) for tag, pattern in resolvers if tag in KEPT]
        for letter, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key in (key for key, _ in node.value if isinstance(key, yaml.ScalarNode)):
            if key.value in seen:
                fault = f"the key {shown(key.value)} stands twice"
                raise yaml.constructor.ConstructorError(None, None, fault, key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def _check_depth(content: bytes) -> None:
    depth = 0
    for event in yaml.parse(content, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise ValueError(f"nested more than {DEEPEST} deep")


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
