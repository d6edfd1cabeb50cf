"""A mail server on this machine, and a clock that is set by hand."""

from collections.abc import Iterator
from typing import Any

import pytest

from redress.people.models import Landlord
from tests import builders
from tests.committed import committed
from tests.mail_server import HOST, MailServer
from tests.work.messages import Clock

__all__ = ["clock", "committed", "landlord", "mailing", "server"]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server() -> Iterator[MailServer]:
    with MailServer() as running:
        yield running


@pytest.fixture
def mailing(server: MailServer, settings: Any) -> MailServer:
    """The site is set to send by that server."""
    settings.MAIL_HOST, settings.MAIL_PORT = HOST, server.port
    settings.MAIL_SECURITY, settings.MAIL_SECONDS = "none", 1
    settings.MAIL_FROM = {"": "complaints@landlord.example"}
    return server


@pytest.fixture
def landlord(db: None) -> Landlord:
    return builders.landlord()
