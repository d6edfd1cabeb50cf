"""Landlords that have a policy, as rows."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from redress.people.homes import note_homes
from redress.people.models import Landlord
from redress.rules.policy_files import policies_of


@cache
def _known() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files("redress.people") / "landlords.toml").read_text(encoding="utf-8"))


def landlord_named(slug: str) -> Landlord:
    """The landlord with this slug, made from its policy if it is not there yet.

    Raises PolicyError, which names the landlords there are, for one without a policy.
    """
    policy = policies_of(slug)[-1]
    known = _known().get(slug, {})
    landlord, new = Landlord.objects.get_or_create(
        slug=slug,
        defaults={
            "name": policy.name,
            "reference_prefix": known.get("prefix", slug.replace("-", "").upper()[:6]),
            "homes": known.get("homes"),
            "contact": known.get("contact", policy.name),
        },
    )
    if new and "homes_source" in known:
        noted = (known["homes"], known["homes_counted_on"], known["homes_source"])
        note_homes(landlord, "lcra", *noted)
    return landlord
