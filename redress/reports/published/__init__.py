"""What landlords' published reports say of a year, kept beside the figures to be held to them."""

import tomllib
from decimal import Decimal
from pathlib import Path

from redress.rules.claims import Published

FOLDER = Path(__file__).parent


def published(landlord: str, year: str) -> Published | None:
    """What the landlord's published report says of `year` ("2023-24"); None if none is kept."""
    path = FOLDER / landlord / f"{year}.toml"
    if not path.is_file():
        return None
    return Published.model_validate(tomllib.loads(path.read_text("utf-8"), parse_float=Decimal))
