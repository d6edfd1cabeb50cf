"""The round that asks residents how their complaint was handled, once it is closed.

Whom and when is `rules.satisfaction`; `redress.satisfaction.asking` looks at each again under its
lock, so two rounds at once ask once.
"""

from redress.satisfaction.asking import run

__all__ = ["run"]
