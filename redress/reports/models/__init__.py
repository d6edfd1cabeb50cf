"""The reports that are kept as they were made."""

from redress.reports.models.pack import Pack, PackReader
from redress.reports.models.run import Narrative, Run, RunFile

__all__ = ["Narrative", "Pack", "PackReader", "Run", "RunFile"]
