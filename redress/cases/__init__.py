"""Everything about a case."""
