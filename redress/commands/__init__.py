"""The commands: one module each with NAME, HELP, add_arguments(parser) and run(args) -> int."""

import os


class Problem(Exception):
    """What was wrong and what to do, for the person at the keyboard. Ends the command with 2."""


def setup_django() -> None:
    """Makes models and settings usable. A wrong setting is the user's Problem."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "redress.config.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise Problem(str(error)) from error
