"""The tables of learning, one file a noun."""

from redress.learning.models.improvement import (
    Improvement,
    ImprovementEntry,
    ImprovementSource,
)
from redress.learning.models.panel import PanelCase, PanelComment, PanelPack
from redress.learning.models.quality import QualityCheck, QualityRound

__all__ = [
    "Improvement",
    "ImprovementEntry",
    "ImprovementSource",
    "PanelCase",
    "PanelComment",
    "PanelPack",
    "QualityCheck",
    "QualityRound",
]
