"""The reports that are kept as they were made."""

from redress.reports.models.pack import Pack, PackReader

__all__ = ["Pack", "PackReader"]
