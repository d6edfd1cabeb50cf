"""The tables of learning, one file a noun."""

from redress.learning.models.improvement import (
    Improvement,
    ImprovementEntry,
    ImprovementSource,
)

__all__ = ["Improvement", "ImprovementEntry", "ImprovementSource"]
