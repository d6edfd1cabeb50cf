"""The tree of what complaints are about: services, their reasons, and the Ombudsman's categories.

One file a landlord in `policies/categories`; `model.toml` for those that have none. A category is
kept on the case as its name, so that cases brought from an old system keep theirs.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from pydantic import Field, ValidationError

from redress.rules.policy import Frozen
from redress.rules.policy_files import ROOT, PolicyError, read_toml

FOLDER = ROOT / "categories"
MODEL = "model"


class Tree(Frozen):
    """Each service with its reasons, and the Ombudsman's category of each reason."""

    services: dict[str, dict[str, str]] = Field(min_length=1)

    def service_of(self, category: str) -> str:
        """The service that answers a category; empty where none or more than one does."""
        found = [service for service, reasons in self.services.items() if category in reasons]
        return found[0] if len(found) == 1 else ""

    def ombudsman_category(self, service: str, category: str) -> str:
        """Under what the Ombudsman counts it; empty for a category that is not in the tree."""
        own = self.services.get(service, {}).get(category, "")
        others = (reasons.get(category, "") for reasons in self.services.values())
        return own or next(filter(None, others), "")


@cache
def tree_of(landlord: str) -> Tree:
    """The landlord's tree, or the model one. Raises PolicyError for a file that is not sound."""
    own = FOLDER / f"{landlord}.toml"
    path = own if own.exists() else FOLDER / f"{MODEL}.toml"
    try:
        return Tree.model_validate(read_toml(path))
    except ValidationError as error:
        raise PolicyError([f"{path.name}: {error}"]) from error


def lead_service(landlord: str, chosen: str, category: str, shares: Sequence[str]) -> str:
    """The service that leads: the one chosen; else the one with most of the issues (`shares`: a
    service an issue), as Tower Hamlets Homes' policy has it (Stage 1: the greater share); else the
    category's own. Empty where nothing says, and where two services share alike.
    """
    if chosen.strip():
        return chosen.strip()
    counted = Counter(shares).most_common(2)
    if counted and (len(counted) == 1 or counted[0][1] > counted[1][1]):
        return counted[0][0]
    return tree_of(landlord).service_of(category)
