"""Background work: what the worker does, and sending."""
