"""A real SMTP server on loopback: what it receives is parsed as any mail program would."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from socket import socket

import pytest
from aiosmtpd.controller import Controller


class Box:
    """What arrived, in its order. `refusing`: the answer to whoever hands a mail over meanwhile."""

    def __init__(self) -> None:
        self.received: list = []
        self.refusing = ""

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802 - aiosmtpd's name
        if self.refusing:
            return self.refusing
        self.received.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


@pytest.fixture
def box(settings) -> Iterator[Box]:
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    box = Box()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = port
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    yield box
    controller.stop()


@pytest.fixture
def post(box) -> list:
    """What it received."""
    return box.received
