"""Whether somebody wants keyboard shortcuts. It belongs to the person, not to a computer."""

from redress.people.models import User
from redress.rules.access import Actor


def set_shortcuts(actor: Actor, on: bool) -> None:
    """Turn this person's keyboard shortcuts on or off."""
    if actor.id is not None:
        User.objects.filter(pk=actor.id).update(shortcuts=on)
