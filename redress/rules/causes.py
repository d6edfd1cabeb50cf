"""Why things go wrong: the short list of causes, so that they can be counted (Code 9.1, 9.2).

`policies/causes/model.toml` holds the list, and a file a landlord what it adds. A cause is kept on
an issue by its key.
"""

from functools import cache

from pydantic import Field, ValidationError

from redress.rules.policy import Frozen
from redress.rules.policy_files import ROOT, PolicyError, read_toml

FOLDER = ROOT / "causes"
MODEL = "model"
OTHER = "other"


class Causes(Frozen):
    """Each cause by its key, in words."""

    causes: dict[str, str] = Field(min_length=1)


@cache
def causes_of(landlord: str) -> dict[str, str]:
    """The causes that a landlord can choose from, in words, by their keys; "other" comes last.

    Raises PolicyError for a file that is not sound, or that gives another sense to a cause of the
    common list.
    """
    common, own = _read(MODEL), _read(landlord) if landlord != MODEL else {}
    if twice := sorted(common.keys() & own.keys()):
        raise PolicyError([f"{landlord}.toml: causes: {', '.join(twice)} stand in the common list"])
    found = common | own
    return {key: found[key] for key in sorted(found, key=lambda key: key == OTHER)}


def cause_in_words(landlord: str, key: str) -> str:
    """A cause as people say it; one that is on no list any more stays as its key."""
    return causes_of(landlord).get(key, key.replace("_", " ").capitalize())


def _read(name: str) -> dict[str, str]:
    path = FOLDER / f"{name}.toml"
    if not path.exists():
        return {}
    try:
        return Causes.model_validate(read_toml(path)).causes
    except ValidationError as error:
        raise PolicyError([f"{path.name}: {error}"]) from error
